// biome-ignore-all lint/a11y/useSemanticElements: a virtual list cannot be a <table>; it is an ARIA grid
// biome-ignore-all lint/a11y/useFocusableInteractive: the grid has the focus, its rows are active descendants

import { memo } from 'react';
import { useTranslation } from 'react-i18next';
import { ClockSign } from '#renderer/components/complaint-clock.tsx';
import { StatusBadge } from '#renderer/components/sign/status-badge.tsx';
import { useFormat } from '#renderer/components/use-format.ts';
import { useWhen } from '#renderer/components/use-when.ts';
import type { ComplaintRow as Row } from '#shared/contract/complaint-page.ts';
import { SeveritySign, StateSign } from '../signs.tsx';
import classes from './complaint-list.module.css';

/** The DOM id of a row, for the grid's active descendant. */
export function rowId(index: number): string {
  return `complaint-row-${index}`;
}

/** Number and customer, as the second line of a row or a card. */
export function useWhose(): (row: Row) => string {
  const { t } = useTranslation();
  return (row) => {
    const name = row.customerName === '' ? t('customers.noName') : row.customerName;
    const whose = name ?? (row.kind === 'customer' ? null : t(`complaint.kind.${row.kind}`));
    return [row.number, whose ?? t('complaint.row.customerNone')].join(', ');
  };
}

interface Props {
  readonly index: number;
  readonly top: number;
  /** Null while its page is on the way. */
  readonly row: Row | null;
  readonly isCurrent: boolean;
  onOpen(index: number): void;
}

function Cells({ row }: { readonly row: Row }) {
  const { t } = useTranslation();
  const format = useFormat();
  const when = useWhen();
  const whose = useWhose();
  const age =
    row.ageDays <= 0
      ? t('complaint.row.today')
      : t('complaint.row.age', { span: format.span(row.ageDays) });
  return (
    <>
      <div role="gridcell" className={classes.what}>
        <span className={classes.title}>
          <b className={classes.cut}>{row.title}</b>
          {row.cameBack && <StatusBadge kind="wrong">{t('complaint.row.cameBack')}</StatusBadge>}
        </span>
        <span className={`${classes.second} ${classes.cut}`}>{whose(row)}</span>
      </div>
      <div role="gridcell">
        <SeveritySign severity={row.severity} />
      </div>
      <div role="gridcell" className={classes.clock}>
        {row.clock === null ? (
          <span className={classes.quiet}>
            {row.state === 'resolved' ? t('complaint.row.toImprove') : t('complaint.clock.none')}
          </span>
        ) : (
          <ClockSign clock={row.clock} />
        )}
      </div>
      <div role="gridcell" className={classes.age} title={when.full(row.receivedAt, row.hasTime)}>
        {age}
      </div>
      <div role="gridcell">
        <StateSign state={row.state} />
      </div>
    </>
  );
}

/** One complaint of the queue. */
export const ComplaintRow = memo(function ComplaintRow(props: Props) {
  const { index, top, row, isCurrent, onOpen } = props;
  const { t } = useTranslation();
  return (
    // biome-ignore lint/a11y/useKeyWithClickEvents: the grid that holds the rows has the keyboard
    <div
      className={classes.row}
      id={rowId(index)}
      role="row"
      tabIndex={-1}
      aria-rowindex={index + 2}
      data-current={isCurrent || undefined}
      style={{ transform: `translateY(${top}px)` }}
      onClick={() => onOpen(index)}
    >
      {row === null ? (
        <div role="gridcell" className={classes.waiting} aria-label={t('complaint.row.loading')} />
      ) : (
        <Cells row={row} />
      )}
    </div>
  );
});
