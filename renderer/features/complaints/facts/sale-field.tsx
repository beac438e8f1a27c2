import { Select } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { useFormat } from '#renderer/components/use-format.ts';
import { useQuery } from '#renderer/data/use-query.ts';
import type { SaleRow } from '#shared/contract/sales.ts';
import { type CustomerId, type SaleId, saleId } from '#shared/ids.ts';

const OFFERED = 30;
const NONE = 'none';

interface Props {
  readonly customerId: CustomerId | null;
  readonly value: SaleId | null;
  onChange(value: SaleId | null, sale: SaleRow | null): void;
}

/** One of the customer's last sales, newest first. */
export function SaleField({ customerId, value, onChange }: Props) {
  const { t } = useTranslation();
  const format = useFormat();
  const { data } = useQuery(
    'sales.ofCustomer',
    { customerId: customerId as CustomerId, limit: OFFERED },
    { enabled: customerId !== null },
  );
  const sales = data?.rows.filter(({ kind }) => kind === 'sale') ?? [];
  const textOf = (sale: SaleRow) => {
    const day = format.date(sale.soldOn, true);
    const amount = format.money(sale.totalMinor);
    const products = sale.products.join(', ');
    return products === ''
      ? t('complaint.new.saleLineShort', { day, amount })
      : t('complaint.new.saleLine', { day, amount, products });
  };
  const offered = [
    { value: NONE, label: t('complaint.new.saleNone') },
    ...sales.map((sale) => ({ value: String(sale.id), label: textOf(sale) })),
  ];
  const isListed = value === null || sales.some(({ id }) => id === value);
  const own = { value: String(value), label: t('complaint.sale.noNumber') };
  return (
    <Select
      label={t('complaint.new.sale')}
      disabled={customerId === null}
      placeholder={customerId === null ? t('complaint.new.saleFirst') : undefined}
      searchable={sales.length > 6}
      data={isListed ? offered : [...offered, own]}
      value={customerId === null ? null : value === null ? NONE : String(value)}
      onChange={(next) => {
        const id = next === null || next === NONE ? null : saleId.parse(Number(next));
        onChange(id, sales.find((sale) => sale.id === id) ?? null);
      }}
    />
  );
}
