import { useTranslation } from 'react-i18next';
import { CellLink, type DataColumn, DataTable } from '#renderer/components/chart/data-table.tsx';
import { Money } from '#renderer/components/figures.tsx';
import { LayerSign } from '#renderer/components/sign/layer-sign.tsx';
import { useFormat } from '#renderer/components/use-format.ts';
import { type LayerRow, type Pyramid, shareText } from './pyramid-chart.ts';
import { useWho } from './use-who.ts';

function useColumns(): DataColumn<LayerRow>[] {
  const { t } = useTranslation();
  const format = useFormat();
  const showWho = useWho();
  return [
    { title: t('layer.title'), cell: (row) => <LayerSign layer={row.layer} /> },
    {
      title: t('insights.peopleTitle'),
      isNumber: true,
      cell: (row) =>
        row.customers === 0 ? (
          format.number(row.customers)
        ) : (
          <CellLink onClick={() => showWho({ layers: [row.layer] })}>
            {format.number(row.customers)}
          </CellLink>
        ),
    },
    {
      title: t('insights.pyramid.customersHead'),
      isNumber: true,
      cell: (row) => shareText(format, row.customerShare),
    },
    {
      title: t('insights.pyramid.revenue'),
      isNumber: true,
      cell: (row) => <Money minor={row.revenueMinor} short />,
    },
    {
      title: t('insights.pyramid.revenueHead'),
      isNumber: true,
      cell: (row) => shareText(format, row.revenueShare),
    },
  ];
}

/** The pyramid's figures; each count opens the people behind it. */
export function PyramidTable({ pyramid }: { readonly pyramid: Pyramid }) {
  const { t } = useTranslation();
  const format = useFormat();
  const { layers, revenueMinor } = pyramid;
  const everybody = layers.reduce((sum, row) => sum + row.customers, 0);
  const hasCost = layers.some((row) => row.keepingCostMinor !== null);
  const cost = (row: LayerRow) => <Money minor={row.keepingCostMinor ?? 0} short />;
  const columns = useColumns();
  const costColumn = { title: t('insights.pyramid.cost'), isNumber: true, cell: cost };
  const costs = layers.reduce((sum, row) => sum + (row.keepingCostMinor ?? 0), 0);
  const sums = [
    t('insights.all'),
    format.number(everybody),
    '',
    <Money key="revenue" minor={revenueMinor} short />,
    '',
  ];
  return (
    <DataTable
      label={t('insights.pyramid.question')}
      rows={layers}
      keyOf={(row) => row.layer}
      columns={hasCost ? [...columns, costColumn] : columns}
      sums={hasCost ? [...sums, <Money key="costs" minor={costs} short />] : sums}
    />
  );
}
