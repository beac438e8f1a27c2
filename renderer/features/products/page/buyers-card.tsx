import { useTranslation } from 'react-i18next';
import { Link } from 'wouter';
import { addressOf } from '#renderer/base/routes.ts';
import { Card } from '#renderer/components/card.tsx';
import { DataTable } from '#renderer/components/chart/data-table.tsx';
import { ErrorState } from '#renderer/components/error-state.tsx';
import { useFormat } from '#renderer/components/use-format.ts';
import { useQuery } from '#renderer/data/use-query.ts';
import type { Output } from '#shared/contract/index.ts';
import type { ProductId } from '#shared/ids.ts';
import { useQuantity } from '../use-quantity.ts';
import classes from './product-page.module.css';

type Buyer = Output<'products.buyers'>['buyers'][number];

const SHOWN = 10;

function Who({ buyer }: { readonly buyer: Buyer }) {
  const { t } = useTranslation();
  const { customerId, isInTrash } = buyer;
  const name = buyer.name === '' ? t('customers.noName') : buyer.name;
  if (isInTrash) return t('products.buyers.inTrash', { name });
  return <Link href={addressOf({ customer: customerId })}>{name}</Link>;
}

interface TableProps {
  readonly buyers: readonly Buyer[];
  readonly unit: string | null;
}

function BuyersTable({ buyers, unit }: TableProps) {
  const { t } = useTranslation();
  const format = useFormat();
  const quantityOf = useQuantity();
  return (
    <DataTable
      label={t('products.buyers.title')}
      rows={buyers}
      keyOf={({ customerId }) => String(customerId)}
      columns={[
        { title: t('products.buyers.customer'), cell: (row) => <Who buyer={row} /> },
        {
          title: t('products.buyers.sales'),
          isNumber: true,
          cell: ({ sales }) => format.number(sales),
        },
        {
          title: t('products.buyers.quantity'),
          isNumber: true,
          cell: ({ quantityE4 }) => quantityOf(quantityE4, unit),
        },
        {
          title: t('products.buyers.revenue'),
          isNumber: true,
          cell: ({ revenueMinor }) => format.money(revenueMinor),
        },
        {
          title: t('products.buyers.last'),
          cell: ({ lastSoldOn }) => (lastSoldOn === null ? '–' : format.date(lastSoldOn, true)),
        },
      ]}
    />
  );
}

interface Props {
  readonly id: ProductId;
  readonly unit: string | null;
}

/** Who buys it, the best first, and what nobody is named for. */
export function BuyersCard({ id, unit }: Props) {
  const { t } = useTranslation();
  const format = useFormat();
  const quantityOf = useQuantity();
  const { data, error, refetch } = useQuery('products.buyers', { id, limit: SHOWN });
  if (error !== null) return <ErrorState error={error.error} onRetry={() => void refetch()} />;
  if (data === undefined) return null;
  const { buyers, count, nameless } = data;
  const rest = count - buyers.length;
  const { sales, quantityE4, revenueMinor } = nameless;
  return (
    <Card title={t('products.buyers.title')} count={format.number(count)}>
      {buyers.length === 0 ? (
        <p className={classes.quiet}>{t('products.buyers.nobody')}</p>
      ) : (
        <BuyersTable buyers={buyers} unit={unit} />
      )}
      {rest > 0 && <p className={classes.note}>{t('products.buyers.more', { count: rest })}</p>}
      {(sales > 0 || revenueMinor !== 0) && (
        <p className={classes.note}>
          {t('products.buyers.nameless', {
            count: sales,
            revenue: format.money(revenueMinor),
            quantity: quantityOf(quantityE4, unit),
          })}
        </p>
      )}
    </Card>
  );
}
