import { useTranslation } from 'react-i18next';
import { DateText, Money } from '#renderer/components/figures.tsx';
import { PaidBadge } from '#renderer/components/payments/paid-badge.tsx';
import { SaleStatus } from '#renderer/components/sale/sale-status.tsx';
import type { SaleListRow } from '#shared/contract/sales.ts';
import { useSaleTitle } from '../use-sale-title.ts';
import classes from './cells.module.css';

interface Props {
  readonly row: SaleListRow;
}

export function DayCell({ row }: Props) {
  const time = row.soldAt?.slice(11, 16);
  return (
    <div className={classes.what}>
      <DateText iso={row.soldOn} short />
      {time !== undefined && <span className={classes.quiet}>{time}</span>}
    </div>
  );
}

/** Its number and what became of it, with the first things sold below. */
export function WhatCell({ row }: Props) {
  const { t } = useTranslation();
  const titleOf = useSaleTitle();
  const { products, lineCount } = row;
  const rest = lineCount - products.length;
  return (
    <div className={classes.what}>
      <span className={classes.first}>
        <b className={classes.cut}>{titleOf(row)}</b>
        <SaleStatus sale={row} />
      </span>
      <span className={`${classes.second} ${classes.cut}`} title={products.join(', ')}>
        {products.join(', ')}
        {rest > 0 && products.length > 0 && ` ${t('customer.moreLines', { count: rest })}`}
      </span>
    </div>
  );
}

export function BuyerCell({ row }: Props) {
  const { t } = useTranslation();
  const { customerName, isCustomerInTrash } = row;
  if (customerName === null) return <span className={classes.quiet}>{t('sales.nobody')}</span>;
  const name = customerName === '' ? t('customers.noName') : customerName;
  return (
    <div className={classes.what}>
      <span className={classes.cut} title={name}>
        {name}
      </span>
      {isCustomerInTrash && <span className={classes.quiet}>{t('sales.inTrash')}</span>}
    </div>
  );
}

/** What it came to, a return below zero, and how it was paid. */
export function TotalCell({ row }: Props) {
  const { kind, totalMinor, paymentMethod } = row;
  return (
    <div className={classes.amount}>
      <Money minor={kind === 'return' ? -Math.abs(totalMinor) : totalMinor} />
      {paymentMethod !== null && (
        <span className={`${classes.quiet} ${classes.cut}`}>{paymentMethod}</span>
      )}
    </div>
  );
}

/** Whether what stands on account is paid, and what of it is left. */
export function PaidCell({ row }: Props) {
  const { paidState, leftMinor } = row;
  if (paidState === 'counter') return null;
  return (
    <div className={classes.what}>
      <PaidBadge state={paidState} />
      {leftMinor > 0 && (
        <span className={classes.quiet}>
          <Money minor={leftMinor} />
        </span>
      )}
    </div>
  );
}
