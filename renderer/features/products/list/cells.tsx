import { useTranslation } from 'react-i18next';
import { DateText, Money } from '#renderer/components/figures.tsx';
import { StatusBadge } from '#renderer/components/sign/status-badge.tsx';
import type { ProductRow } from '#shared/contract/products/list.ts';
import { useQuantity } from '../use-quantity.ts';
import classes from './cells.module.css';

interface Props {
  readonly row: ProductRow;
}

/** Its name, with its code and category below. */
export function NameCell({ row }: Props) {
  const { t } = useTranslation();
  const { name, sku, category, isActive } = row;
  const more = [sku, category].filter((part) => part !== null).join(', ');
  return (
    <div className={classes.name}>
      <span className={classes.first}>
        <b title={name}>{name}</b>
        {!isActive && <StatusBadge kind="waiting">{t('products.inactive')}</StatusBadge>}
      </span>
      <span className={classes.quiet} title={more}>
        {more}
      </span>
    </div>
  );
}

export function PriceCell({ row }: Props) {
  const { t } = useTranslation();
  if (row.priceMinor === null)
    return <span className={classes.quiet}>{t('products.noPrice')}</span>;
  return <Money minor={row.priceMinor} />;
}

export function CostCell({ row }: Props) {
  const { t } = useTranslation();
  if (row.costMinor === null) return <span className={classes.quiet}>{t('products.noCost')}</span>;
  return <Money minor={row.costMinor} />;
}

export function SoldCell({ row }: Props) {
  const quantityOf = useQuantity();
  return quantityOf(row.quantityE4, row.unit);
}

export function RevenueCell({ row }: Props) {
  return <Money minor={row.revenueMinor} />;
}

export function LastSoldCell({ row }: Props) {
  const { t } = useTranslation();
  if (row.lastSoldOn === null) return <span className={classes.quiet}>{t('products.never')}</span>;
  return <DateText iso={row.lastSoldOn} short />;
}
