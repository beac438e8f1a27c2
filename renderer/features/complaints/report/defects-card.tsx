import { Select } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Translate } from '#renderer/base/i18n.ts';
import { addressOf } from '#renderer/base/routes.ts';
import { BarChart } from '#renderer/components/chart/bar-chart.tsx';
import { DataTable } from '#renderer/components/chart/data-table.tsx';
import { useInk } from '#renderer/components/chart/ink.ts';
import { QuestionCard } from '#renderer/components/chart/question-card.tsx';
import { StatusBadge } from '#renderer/components/sign/status-badge.tsx';
import { type Format, useFormat } from '#renderer/components/use-format.ts';
import type { ComplaintFilter } from '#shared/contract/complaints-facts.ts';
import type { ComplaintReport } from '#shared/contract/complaints-report.ts';
import { addDays, addMonths } from '#shared/domain/calendar/dates.ts';
import { defectMarks, defectOptions, type Month, type Product } from './defects-chart.ts';
import { FEWEST_SOLD } from './fewest.ts';
import classes from './report.module.css';
import { RowsCount, useOpenRows } from './rows.tsx';

/** `2,1`: two figures where it is small. */
function rate(format: Format, value: number | null): string {
  if (value === null) return '–';
  return format.number(value, value !== 0 && value < 1 ? 2 : 1);
}

/** The newest month beyond its upper limit, of any product; with a few sold it is none. */
function newestOut(products: readonly Product[]): { product: Product; month: Month } | null {
  const out = products.flatMap((product) =>
    product.months
      .filter((month) => month.isOut && month.sold >= FEWEST_SOLD)
      .filter((month) => (month.per100 ?? 0) > (product.per100 ?? 0))
      .map((month) => ({ product, month })),
  );
  return out.sort((a, b) => (a.month.month < b.month.month ? 1 : -1))[0] ?? null;
}

/** How often a product was complained about, of how many sold. */
function fewText(t: Translate, format: Format, key: 'few' | 'choiceFew', one: Product): string {
  const sold = format.number(one.sold, 2);
  return t(`complaintReport.defects.${key}`, { product: one.product, count: one.defects, sold });
}

/** A product in the list to choose from, with its rate. */
function choiceText(t: Translate, format: Format, one: Product): string {
  if (one.sold < FEWEST_SOLD) return fewText(t, format, 'choiceFew', one);
  const per100 = rate(format, one.per100);
  return t('complaintReport.defects.choice', { product: one.product, per100 });
}

/** The answer in a sentence. */
export function defectsFinding(t: Translate, format: Format, products: readonly Product[]): string {
  const out = newestOut(products);
  const first = products[0];
  if (first === undefined) return t('complaintReport.defects.none');
  if (out === null) {
    if (first.per100 === null) {
      const from = format.month(first.months[0]?.month ?? '');
      const to = format.month(first.months.at(-1)?.month ?? '');
      return t('complaintReport.defects.unsold', { product: first.product, from, to });
    }
    if (first.sold < FEWEST_SOLD) return fewText(t, format, 'few', first);
    const per100 = rate(format, first.per100);
    return t('complaintReport.defects.usual', { product: first.product, per100 });
  }
  const { per100, upper } = out.month;
  // A month just beyond its limit would else read as if it stood on it.
  const isClose = rate(format, per100) === rate(format, upper);
  const figure = (value: number | null) =>
    isClose && value !== null ? format.number(value, 2) : rate(format, value);
  return t('complaintReport.defects.out', {
    product: out.product.product,
    month: format.month(out.month.month),
    per100: figure(per100),
    upper: figure(upper),
  });
}

/** Complaints of a product received in a month of the chart, up to the report's last day. */
function rowsOf(product: Product, month: string, to: string): Partial<ComplaintFilter> {
  const first = `${month}-01`;
  const last = addDays(addMonths(first, 1), -1);
  return {
    kinds: ['customer'],
    productId: product.productId,
    receivedFrom: first,
    receivedTo: last < to ? last : to,
  };
}

/** The figures of the table behind the chart: each column with its title, its cells and its sum. */
function useFigures(product: Product, to: string) {
  const { t } = useTranslation();
  const format = useFormat();
  return [
    {
      title: t('complaintReport.defects.sold'),
      cell: (month: Month) => format.number(month.sold, 2),
      sum: format.number(product.sold, 2),
    },
    {
      title: t('complaintReport.complaints'),
      cell: ({ month, defects, claims }: Month) => (
        <RowsCount
          count={defects - claims}
          text={format.number(defects - claims)}
          to={rowsOf(product, month, to)}
        />
      ),
      sum: format.number(product.defects - product.claims),
    },
    {
      title: t('complaintReport.defects.claims'),
      cell: ({ claims }: Month) => (
        <RowsCount count={claims} text={format.number(claims)} to={addressOf('guarantee')} />
      ),
      sum: format.number(product.claims),
    },
    {
      title: t('complaintReport.defects.per100'),
      cell: (month: Month) => rate(format, month.per100),
      sum: rate(format, product.per100),
    },
    {
      title: t('complaintReport.defects.limits'),
      cell: ({ lower, upper }: Month) =>
        upper === null ? '–' : `${rate(format, lower)}–${rate(format, upper)}`,
      sum: '',
    },
  ];
}

function DefectTable({ product, to }: { product: Product; to: string }) {
  const { t } = useTranslation();
  const format = useFormat();
  const figures = useFigures(product, to);
  return (
    <DataTable
      label={t('complaintReport.defects.question')}
      rows={product.months}
      keyOf={(month) => month.month}
      columns={[
        { title: t('complaintReport.month'), cell: (month) => format.month(month.month, true) },
        ...figures.map(({ title, cell }) => ({ title, cell, isNumber: true })),
        {
          title: t('complaintReport.defects.sign'),
          cell: (month) =>
            month.isOut && (
              <StatusBadge kind="due">{t('complaintReport.defects.isOut')}</StatusBadge>
            ),
        },
      ]}
      sums={[t('insights.all'), ...figures.map(({ sum }) => sum), '']}
    />
  );
}

function DefectBars({ product, to }: { product: Product; to: string }) {
  const { t } = useTranslation();
  const format = useFormat();
  const ink = useInk();
  const open = useOpenRows();
  const words = {
    upper: t('complaintReport.defects.upper'),
    centre: t('complaintReport.defects.centre'),
    month: (month: Month) => format.month(month.month, true),
    number: (value: number) => rate(format, value),
  };
  const tooltip = {
    callbacks: {
      label: (item: { dataIndex: number }) => {
        const month = product.months[item.dataIndex];
        if (month === undefined) return '';
        const per100 = rate(format, month.per100);
        const sold = format.number(month.sold, 2);
        return t('complaintReport.defects.tip', { per100, sold, count: month.defects });
      },
    },
  };
  const set = {
    data: product.months.map((month) => month.per100 ?? 0),
    backgroundColor: product.months.map((month) => (month.isOut ? ink.alert : ink.medium)),
    barPercentage: 0.7,
    categoryPercentage: 1,
    borderRadius: 2,
  };
  return (
    <BarChart
      label={t('complaintReport.defects.chartLabel', { product: product.product })}
      heightRem={12}
      ink={ink}
      data={{ labels: product.months.map(words.month), datasets: [set] }}
      options={{ ...defectOptions(product, words, ink), plugins: { tooltip: tooltip as never } }}
      marks={defectMarks(product, words)}
      onPick={(_set, index) => {
        const month = product.months[index];
        if (month !== undefined) open(rowsOf(product, month.month, to));
      }}
    />
  );
}

/** Which products fail more than chance explains: defects per 100 sold with a control chart's limits. */
export function DefectsCard({ report }: { readonly report: ComplaintReport }) {
  const { t } = useTranslation();
  const format = useFormat();
  const [chosen, setChosen] = useState<string | null>(null);
  const { defects: products } = report;
  const first = newestOut(products)?.product ?? products[0];
  const product = products.find((one) => String(one.productId) === chosen) ?? first;
  const months = product?.months ?? [];
  return (
    <QuestionCard
      question={t('complaintReport.defects.question')}
      finding={defectsFinding(t, format, products)}
      plotted={t('complaintReport.defects.plotted', {
        product: product?.product ?? '',
        from: format.month(months[0]?.month ?? report.to, true),
        to: format.month(report.to, true),
      })}
      fileName="langgan-cacat-per-100"
      {...(product === undefined
        ? {}
        : {
            table: <DefectTable product={product} to={report.to} />,
            foot: (
              <>
                <Select
                  size="xs"
                  aria-label={t('complaintReport.defects.choose')}
                  className={classes.product}
                  allowDeselect={false}
                  data={products.map((one) => ({
                    value: String(one.productId),
                    label: choiceText(t, format, one),
                  }))}
                  value={String(product.productId)}
                  onChange={setChosen}
                />
                <span className={classes.note}>{t('complaintReport.defects.note')}</span>
              </>
            ),
          })}
    >
      {product !== undefined && <DefectBars product={product} to={report.to} />}
    </QuestionCard>
  );
}
