import { useTranslation } from 'react-i18next';
import { Card } from '#renderer/components/card.tsx';
import { type DataColumn, DataTable } from '#renderer/components/chart/data-table.tsx';
import { Money } from '#renderer/components/figures.tsx';
import { StatusBadge } from '#renderer/components/sign/status-badge.tsx';
import { useFormat } from '#renderer/components/use-format.ts';
import { useSettings } from '#renderer/data/settings.ts';
import type { RecapMonth } from '#shared/contract/accountant/pack.ts';
import classes from './accountant.module.css';

function useColumns(): DataColumn<RecapMonth>[] {
  const { t } = useTranslation();
  const format = useFormat();
  const money = (title: string, of: (row: RecapMonth) => number): DataColumn<RecapMonth> => ({
    title,
    isNumber: true,
    cell: (row) => <Money minor={of(row)} short />,
  });
  return [
    { title: t('accountant.recap.month'), cell: ({ month }) => format.month(month, true) },
    money(t('accountant.recap.turnover'), (row) => row.turnoverMinor),
    money(t('accountant.recap.taxable'), (row) => row.taxableMinor),
    money(t('accountant.recap.tax'), (row) => row.taxMinor),
  ];
}

/** How far the year's turnover is, and what of it is taxed, as an estimate. */
export function RecapCard({ months }: { readonly months: readonly RecapMonth[] }) {
  const { t } = useTranslation();
  const format = useFormat();
  const { thresholdMinor, ceilingMinor } = useSettings().settings.books.recap;
  const columns = useColumns();
  const last = months.at(-1);
  if (last === undefined) return null;
  const year = last.month.slice(0, 4);
  const its = months.filter(({ month }) => month.startsWith(year));
  const tax = its.reduce((sum, { taxMinor }) => sum + taxMinor, 0);
  const left = thresholdMinor - last.cumulativeMinor;
  const month = format.month(last.month);
  const amount = format.money(last.cumulativeMinor, { short: true });
  return (
    <Card title={t('accountant.recap.title', { year, amount, month })}>
      <p>
        {left > 0
          ? t('accountant.recap.left', { amount: format.money(left) })
          : t('accountant.recap.passed', { amount: format.computed(tax), month })}
      </p>
      {last.isAboveCeiling && (
        <StatusBadge kind="due">
          {t('accountant.recap.ceiling', { amount: format.money(ceilingMinor, { short: true }) })}
        </StatusBadge>
      )}
      <DataTable
        label={t('accountant.recap.title', { year, amount, month })}
        rows={its}
        keyOf={(row) => row.month}
        columns={columns}
      />
      <p className={classes.note}>{t('accountant.recap.note')}</p>
    </Card>
  );
}
