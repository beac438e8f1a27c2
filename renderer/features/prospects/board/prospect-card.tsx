import { useTranslation } from 'react-i18next';
import { Link } from 'wouter';
import { addressOf } from '#renderer/base/routes.ts';
import { Money } from '#renderer/components/figures.tsx';
import { StepBadge } from '#renderer/components/prospects/step-badge.tsx';
import { useFormat } from '#renderer/components/use-format.ts';
import type { ProspectRow } from '#shared/contract/prospects/prospects.ts';
import { ProspectMenu } from '../moving/prospect-menu.tsx';
import type { Moving } from '../moving/use-move.tsx';
import classes from './board.module.css';
import { DRAGGED } from './dragged.ts';

interface Props {
  readonly row: ProspectRow;
  readonly moving: Moving;
  onEdit(): void;
}

/** How long it has been in its stage and how likely it is; of one that is won, its sale. */
function useFoot(): (row: ProspectRow) => string {
  const { t } = useTranslation();
  const format = useFormat();
  return ({ stage, sale, days, chancePercent }) => {
    if (stage === 'won') {
      if (sale === null) return t('prospects.card.unsold');
      return sale.number === null
        ? t('prospects.card.soldPlain')
        : t('prospects.card.sold', { number: sale.number });
    }
    const stay = days <= 0 ? t('prospects.card.today') : t('prospects.card.days', { count: days });
    if (stage === 'lost' || chancePercent === null) return stay;
    const percent = format.percent(chancePercent / 100);
    return `${stay}, ${t('prospects.card.chance', { percent })}`;
  };
}

/** One prospect: whose it is, what about, what it may be worth, and what comes next. */
export function ProspectCard({ row, moving, onEdit }: Props) {
  const { t } = useTranslation();
  const footOf = useFoot();
  const { id, title, customerName, stage, worthMinor, sale } = row;
  return (
    <li
      className={classes.card}
      data-kind={stage}
      draggable={sale === null}
      onDragStart={(event) => {
        event.dataTransfer.setData(DRAGGED, String(id));
        event.dataTransfer.effectAllowed = 'move';
      }}
    >
      <Link
        href={addressOf({ prospect: id })}
        draggable={false}
        data-prospect={id}
        className={classes.open}
      >
        <b>{customerName === '' ? t('customers.noName') : customerName}</b>
        <span>{title}</span>
      </Link>
      <span className={classes.menu}>
        <ProspectMenu row={row} moving={moving} onEdit={onEdit} />
      </span>
      <span className={classes.line}>
        <StepBadge row={row} />
        {worthMinor === null ? (
          <span className={classes.quiet}>{t('prospects.card.noWorth')}</span>
        ) : (
          <Money minor={worthMinor} short />
        )}
      </span>
      <span className={classes.quiet}>{footOf(row)}</span>
    </li>
  );
}
