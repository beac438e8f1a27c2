import { useTranslation } from 'react-i18next';
import { DateText, Money, PhoneText } from '#renderer/components/figures.tsx';
import { LayerSign } from '#renderer/components/sign/layer-sign.tsx';
import { StatusBadge } from '#renderer/components/sign/status-badge.tsx';
import { useFormat } from '#renderer/components/use-format.ts';
import type { CustomerRow } from '#shared/contract/customers.ts';
import classes from './cells.module.css';

interface Props {
  readonly row: CustomerRow;
}

export function NameCell({ row }: Props) {
  const { t } = useTranslation();
  if (row.name === '') return <span className={classes.quiet}>{t('customers.noName')}</span>;
  return <b title={row.name}>{row.name}</b>;
}

export function PhoneCell({ row }: Props) {
  return row.phone === null ? null : <PhoneText e164={row.phone} />;
}

export function CityCell({ row }: Props) {
  return <span title={row.city ?? ''}>{row.city}</span>;
}

export function LayerCell({ row }: Props) {
  return <LayerSign layer={row.layer} />;
}

export function LastPurchaseCell({ row }: Props) {
  const { t } = useTranslation();
  const format = useFormat();
  const on = row.lastPurchaseOn;
  if (on === null) {
    const never = t(row.revenueMinor === 0 ? 'customers.never' : 'customers.returnsOnly');
    return <span className={classes.quiet}>{never}</span>;
  }
  return (
    <span className={classes.last}>
      <DateText iso={on} short />
      <span className={classes.quiet}>{format.ago(on)}</span>
    </span>
  );
}

/** A day that has come stands out; its lateness is said on the customer's page. */
export function ContactAgainCell({ row }: Props) {
  const { today } = useFormat();
  const day = row.contactAgainOn;
  if (day === null) return null;
  if (day > today) return <DateText iso={day} short />;
  return (
    <StatusBadge kind={day < today ? 'wrong' : 'due'}>
      <DateText iso={day} short />
    </StatusBadge>
  );
}

export function PurchasesCell({ row }: Props) {
  const format = useFormat();
  return format.number(row.purchases);
}

export function ActiveRevenueCell({ row }: Props) {
  return <Money minor={row.activeRevenueMinor} />;
}

export function RevenueCell({ row }: Props) {
  return <Money minor={row.revenueMinor} />;
}

export function ClvCell({ row }: Props) {
  const { t } = useTranslation();
  const format = useFormat();
  if (row.clvMinor !== null) return format.computed(row.clvMinor);
  return <span className={classes.quiet}>{t('customers.noSale')}</span>;
}

export function PointsCell({ row }: Props) {
  const format = useFormat();
  return format.number(row.points);
}

export function TierCell({ row }: Props) {
  return <span title={row.tier ?? ''}>{row.tier}</span>;
}
