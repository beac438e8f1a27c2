import { useTranslation } from 'react-i18next';
import { DateText, Money, PhoneText } from '#renderer/components/figures.tsx';
import { LayerSign } from '#renderer/components/sign/layer-sign.tsx';
import { StatusBadge } from '#renderer/components/sign/status-badge.tsx';
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

/** A day that has come stands out; its lateness is said on the customer's page. */
function ContactAgainOn({ day }: { readonly day: string }) {
  const { today } = useFormat();
  if (day > today) return <DateText iso={day} short />;
  return (
    <StatusBadge kind={day < today ? 'wrong' : 'due'}>
      <DateText iso={day} short />
    </StatusBadge>
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
    case 'contactAgain':
      return row.contactAgainOn === null ? null : <ContactAgainOn day={row.contactAgainOn} />;
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
