import { useTranslation } from 'react-i18next';
import { ClockSign } from '#renderer/components/complaint-clock.tsx';
import { StatusBadge } from '#renderer/components/sign/status-badge.tsx';
import { useFormat } from '#renderer/components/use-format.ts';
import { useWhen } from '#renderer/components/use-when.ts';
import type { ComplaintRow } from '#shared/contract/complaints-page.ts';
import { SeveritySign, StateSign } from '../signs.tsx';
import classes from './cells.module.css';

interface Props {
  readonly row: ComplaintRow;
}

/** Number and customer, as the second line of a row or a card. */
export function useWhose(): (row: ComplaintRow) => string {
  const { t } = useTranslation();
  return (row) => {
    const name = row.customerName === '' ? t('customers.noName') : row.customerName;
    const whose = name ?? (row.kind === 'customer' ? null : t(`complaint.kind.${row.kind}`));
    return [row.number, whose ?? t('complaint.row.customerNone')].join(', ');
  };
}

export function WhatCell({ row }: Props) {
  const { t } = useTranslation();
  const whose = useWhose();
  return (
    <div className={classes.what}>
      <span className={classes.title}>
        <b className={classes.cut}>{row.title}</b>
        {row.cameBack && <StatusBadge kind="wrong">{t('complaint.row.cameBack')}</StatusBadge>}
      </span>
      <span className={`${classes.second} ${classes.cut}`}>{whose(row)}</span>
    </div>
  );
}

export function SeverityCell({ row }: Props) {
  return <SeveritySign severity={row.severity} />;
}

export function ClockCell({ row }: Props) {
  const { t } = useTranslation();
  if (row.clock !== null)
    return (
      <div className={classes.clock}>
        <ClockSign clock={row.clock} />
      </div>
    );
  return (
    <div className={`${classes.clock} ${classes.quiet}`}>
      {row.state === 'resolved' ? t('complaint.row.toImprove') : t('complaint.clock.none')}
    </div>
  );
}

export function AgeCell({ row }: Props) {
  const { t } = useTranslation();
  const format = useFormat();
  const when = useWhen();
  const age =
    row.ageDays <= 0
      ? t('complaint.row.today')
      : t('complaint.row.age', { span: format.span(row.ageDays) });
  return (
    <span className={classes.quiet} title={when.full(row.receivedAt, row.hasTime)}>
      {age}
    </span>
  );
}

export function StateCell({ row }: Props) {
  return <StateSign state={row.state} />;
}
