import { useTranslation } from 'react-i18next';
import { Card } from '#renderer/components/card.tsx';
import { DataTable } from '#renderer/components/chart/data-table.tsx';
import { useFormat } from '#renderer/components/use-format.ts';
import type { Output } from '#shared/contract/index.ts';

type Set = Output<'products.history'>['set'];

/** Price and cost as they were written down, the newest first. */
export function SetPricesCard({ set }: { readonly set: Set }) {
  const { t } = useTranslation();
  const format = useFormat();
  const amount = (minor: number | null) =>
    minor === null ? t('products.page.none') : format.money(minor);
  return (
    <Card title={t('products.set.title')}>
      <DataTable
        label={t('products.set.title')}
        rows={set.map((one, index) => ({ ...one, index })).toReversed()}
        keyOf={({ index }) => String(index)}
        columns={[
          { title: t('products.set.since'), cell: ({ at }) => format.date(format.dayOf(at), true) },
          {
            title: t('products.set.price'),
            isNumber: true,
            cell: ({ priceMinor }) => amount(priceMinor),
          },
          {
            title: t('products.set.cost'),
            isNumber: true,
            cell: ({ costMinor }) => amount(costMinor),
          },
          { title: t('products.set.from'), cell: ({ isImported }) => (isImported ? '✓' : '') },
        ]}
      />
    </Card>
  );
}
