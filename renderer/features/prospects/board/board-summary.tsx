import { useTranslation } from 'react-i18next';
import { Link } from 'wouter';
import { lists } from '#renderer/base/lists.ts';
import { StatusBadge } from '#renderer/components/sign/status-badge.tsx';
import { useFormat } from '#renderer/components/use-format.ts';
import type { Output } from '#shared/contract/index.ts';
import classes from './board.module.css';

interface Props {
  readonly board: Output<'prospects.board'>;
}

/** What became of prospects in a year, as a sentence. */
function useYear(): (year: Props['board']['year']) => string {
  const { t } = useTranslation();
  const format = useFormat();
  return ({ won, ended, averageDays }) => {
    if (ended === 0) return t('prospects.year.nothing');
    if (won === 0 || averageDays === null) return t('prospects.year.none', { count: ended });
    const days = format.number(averageDays);
    return t('prospects.year.won', { count: ended, won, days });
  };
}

/** How many are won, and who waits for a next step. */
export function BoardSummary({ board }: Props) {
  const { t } = useTranslation();
  const yearOf = useYear();
  const { year, overdue, withoutStep } = board;
  return (
    <div className={classes.summary}>
      <span>{yearOf(year)}</span>
      {overdue > 0 && (
        <Link href={lists.prospects.showing({ step: 'overdue' })}>
          <StatusBadge kind="wrong">{t('prospects.overdue', { count: overdue })}</StatusBadge>
        </Link>
      )}
      {withoutStep > 0 && (
        <Link href={lists.prospects.showing({ step: 'none' })}>
          <StatusBadge kind="due">{t('prospects.withoutStep', { count: withoutStep })}</StatusBadge>
        </Link>
      )}
    </div>
  );
}
