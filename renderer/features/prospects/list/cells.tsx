import { useTranslation } from 'react-i18next';
import { DateText, Money } from '#renderer/components/figures.tsx';
import { StepBadge } from '#renderer/components/prospects/step-badge.tsx';
import { StatusBadge } from '#renderer/components/sign/status-badge.tsx';
import { useFormat } from '#renderer/components/use-format.ts';
import type { ProspectRow } from '#shared/contract/prospects/prospects.ts';
import classes from './cells.module.css';

interface Props {
  readonly row: ProspectRow;
}

/** What it is about, with whose it is below. */
export function WhatCell({ row }: Props) {
  const { t } = useTranslation();
  const name = row.customerName === '' ? t('customers.noName') : row.customerName;
  return (
    <div className={classes.name}>
      <b title={row.title}>{row.title}</b>
      <span className={classes.quiet} title={name}>
        {name}
      </span>
    </div>
  );
}

const SIGNS = { contact: 'new', need: 'new', offer: 'new', won: 'good', lost: 'waiting' } as const;

export function StageCell({ row }: Props) {
  const { t } = useTranslation();
  return <StatusBadge kind={SIGNS[row.stage]}>{t(`prospects.stage.${row.stage}`)}</StatusBadge>;
}

export function WorthCell({ row }: Props) {
  const { t } = useTranslation();
  if (row.worthMinor === null)
    return <span className={classes.quiet}>{t('prospects.card.noWorth')}</span>;
  return <Money minor={row.worthMinor} />;
}

export function ChanceCell({ row }: Props) {
  const { t } = useTranslation();
  const format = useFormat();
  if (row.chancePercent === null)
    return <span className={classes.quiet}>{t('prospects.card.noWorth')}</span>;
  return format.percent(row.chancePercent / 100);
}

export function ExpectedCell({ row }: Props) {
  if (row.expectedOn === null) return null;
  return <DateText iso={row.expectedOn} short />;
}

/** When the next step is due and what it is, or why the prospect was lost. */
export function StepCell({ row }: Props) {
  if (row.stage === 'won') return null;
  const reason = row.nextStep?.reason ?? row.lost?.note ?? '';
  return (
    <div className={classes.name}>
      <StepBadge row={row} />
      <span className={classes.quiet} title={reason}>
        {reason}
      </span>
    </div>
  );
}

export function DaysCell({ row }: Props) {
  return useFormat().number(row.days);
}
