import { Button } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { lists } from '#renderer/base/lists.ts';
import { useGo } from '#renderer/base/routes.ts';
import { StatusBadge } from '#renderer/components/sign/status-badge.tsx';
import { useFormat } from '#renderer/components/use-format.ts';
import type { Output } from '#shared/contract/index.ts';
import type { Period } from '#shared/domain/books/period.ts';
import { addDays } from '#shared/domain/calendar/dates.ts';
import classes from './accountant.module.css';

interface Props {
  readonly odd: Output<'accountant.figures'>['odd'];
  readonly period: Period;
}

/** What the accountant would ask about, each with the way to the sales it is of. */
export function OddSales({ odd, period }: Props) {
  const { t } = useTranslation();
  const { today } = useFormat();
  const go = useGo();
  if (odd.length === 0) return null;
  const addressOf = (kind: (typeof odd)[number]['kind']) => {
    const { from, to } = period;
    if (kind !== 'afterToday')
      return lists.sales.showing({ soldFrom: from, soldTo: to, odd: kind });
    const isAhead = from > today;
    return lists.sales.showing({ soldFrom: isAhead ? from : addDays(today, 1), soldTo: to });
  };
  return (
    <ul className={classes.odd} aria-label={t('accountant.odd.title')}>
      {odd.map(({ kind, count }) => (
        <li key={kind}>
          <StatusBadge kind="due">{t(`accountant.odd.${kind}`, { count })}</StatusBadge>
          <Button
            size="compact-xs"
            variant="subtle"
            aria-label={`${t('accountant.odd.see')}: ${t(`accountant.odd.${kind}`, { count })}`}
            onClick={() => go(addressOf(kind))}
          >
            {t('accountant.odd.see')}
          </Button>
        </li>
      ))}
    </ul>
  );
}
