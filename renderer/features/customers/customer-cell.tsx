import { useTranslation } from 'react-i18next';
import { DateText, Money, PhoneText } from '#renderer/components/figures.tsx';
import { LayerSign } from '#renderer/components/layer-sign.tsx';
import { useFormat } from '#renderer/components/use-format.ts';
import type { CustomerRow } from '#shared/contract/customers.ts';
import type { ColumnName } from './columns.ts';
import classes from './customer-table.module.css';

interface Props {
  readonly column: ColumnName;
  readonly row: CustomerRow;
}

function LastPurchase({ on }: { readonly on: string | null }) {
  const { t } = useTranslation();
  const format = useFormat();
  if (on === null) return <span className={classes.quiet}>{t('customers.never')}</span>;
  return (
    <span className={classes.last}>
      <DateText iso={on} short />
      <span className={classes.quiet}>{format.ago(on)}</span>
    </span>
  );
}

/** One customer's value in one column. */
export function CustomerCell({ column, row }: Props) {
  const { t } = useTranslation();
  const format = useFormat();
  switch (column) {
    case 'name':
      return row.name === '' ? (
        <span className={classes.quiet}>{t('customers.noName')}</span>
      ) : (
        <b title={row.name}>{row.name}</b>
      );
    case 'phone':
      return row.phone === null ? null : <PhoneText e164={row.phone} />;
    case 'city':
      return <span title={row.city ?? ''}>{row.city}</span>;
    case 'layer':
      return <LayerSign layer={row.layer} />;
    case 'lastPurchase':
      return <LastPurchase on={row.lastPurchaseOn} />;
    case 'purchases':
      return format.number(row.purchases);
    case 'activeRevenue':
      return <Money minor={row.activeRevenueMinor} />;
    case 'revenue':
      return <Money minor={row.revenueMinor} />;
    case 'clv':
      if (row.clvMinor !== null) return format.computed(row.clvMinor);
      return <span className={classes.quiet}>{t('customers.noSale')}</span>;
    default:
      return column satisfies never;
  }
}
