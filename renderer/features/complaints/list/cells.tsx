import { useTranslation } from 'react-i18next';
import { ClockSign } from '#renderer/components/complaint-clock.tsx';
import { StatusBadge } from '#renderer/components/sign/status-badge.tsx';
import { useFormat } from '#renderer/components/use-format.ts';
import { useWhen } from '#renderer/components/use-when.ts';
import { useSettings } from '#renderer/data/settings.ts';
import type { ComplaintRow } from '#shared/contract/complaints-page.ts';
import { localDay } from '#shared/domain/calendar/zone-time.ts';
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

/** How long ago it came in, closed or not; for a closed one the tip says how long it was open. */
export function AgeCell({ row }: Props) {
  const { t } = useTranslation();
  const format = useFormat();
  const when = useWhen();
  const { timeZone } = useSettings().settings;
  const receivedOn = localDay(row.receivedAt, timeZone);
  const age =
    receivedOn >= format.today
      ? t('complaint.row.today')
      : t('complaint.row.age', { span: format.ago(receivedOn) });
  const received = when.full(row.receivedAt, row.hasTime);
  const open = format.span(row.ageDays);
  const tip = row.state === 'closed' ? t('complaint.row.wasOpen', { received, open }) : received;
  return (
    <span className={classes.quiet} title={tip}>
      {age}
    </span>
  );
}

export function StateCell({ row }: Props) {
  return <StateSign state={row.state} />;
}
