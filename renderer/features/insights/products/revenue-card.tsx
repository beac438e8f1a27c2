import { useTranslation } from 'react-i18next';
import { Link } from 'wouter';
import type { Translate } from '#renderer/base/i18n.ts';
import { lists } from '#renderer/base/lists.ts';
import { addressOf } from '#renderer/base/routes.ts';
import { type DataColumn, DataTable } from '#renderer/components/chart/data-table.tsx';
import { LabelledBars } from '#renderer/components/chart/labelled-bars.tsx';
import { QuestionCard } from '#renderer/components/chart/question-card.tsx';
import { type Format, useFormat } from '#renderer/components/use-format.ts';
import { SalesCell } from '../cells.tsx';
import classes from '../insights.module.css';
import { SeeSales } from '../see-sales.tsx';
import type { Products } from './words.ts';

type Row = Products['rows'][number];

const BARS = 10;

function positiveOf({ classes: { A, B, C } }: Products): number {
  return A.minor + B.minor + C.minor;
}

/** The answer in a sentence: how few products bring most of the revenue. */
export function revenueFinding(t: Translate, format: Format, data: Products): string {
  const { A, B, C } = data.classes;
  const all = A.products + B.products + C.products;
  if (all === 0) return t('insights.products.revenue.none');
  return t('insights.products.revenue.finding', {
    count: A.products,
    all,
    percent: format.percent(A.minor / positiveOf(data)),
  });
}

function useColumns({ from, through }: Products): DataColumn<Row>[] {
  const { t } = useTranslation();
  const format = useFormat();
  return [
    {
      title: t('insights.products.product'),
      cell: ({ id, name, isInTrash }) =>
        isInTrash ? (
          t('insights.products.inTrash', { name })
        ) : (
          <Link href={addressOf({ product: id })}>{name}</Link>
        ),
    },
    { title: t('insights.products.class'), cell: ({ abc }) => abc ?? '' },
    {
      title: t('insights.products.sales'),
      isNumber: true,
      cell: ({ id, sales }) => (
        <Link
          href={lists.sales.showing({ productId: id, soldFrom: from, soldTo: through })}
          aria-label={t('insights.products.seeSales', { count: sales })}
        >
          {format.number(sales)}
        </Link>
      ),
    },
    {
      title: t('insights.products.revenueTitle'),
      isNumber: true,
      cell: ({ minor }) => format.money(minor),
    },
    {
      title: t('insights.products.share'),
      isNumber: true,
      cell: ({ share }) => (share === null ? '' : format.percent(share, 1)),
    },
  ];
}

function Notes({ data }: { readonly data: Products }) {
  const { t } = useTranslation();
  const format = useFormat();
  const { classes: abc, apart, unnamedMinor, rows, all } = data;
  return (
    <ul className={classes.notes}>
      <li>
        {t('insights.products.revenue.classes', {
          a: abc.A.products,
          b: abc.B.products,
          c: abc.C.products,
        })}
      </li>
      {apart.products > 0 && (
        <li>
          {t('insights.products.revenue.apart', {
            count: apart.products,
            amount: format.money(apart.minor),
          })}
        </li>
      )}
      {unnamedMinor !== 0 && (
        <li>
          {t('insights.products.revenue.unnamed', { amount: format.money(unnamedMinor) })}{' '}
          <SalesCell
            text={t('insights.sales')}
            filter={{ lines: 'unnamed', soldFrom: data.from, soldTo: data.through }}
          />
        </li>
      )}
      {rows.length < all && (
        <li>{t('insights.products.revenue.cut', { count: rows.length, all })}</li>
      )}
    </ul>
  );
}

/** Which products bring the revenue: Pareto's classes. */
export function RevenueCard({ data }: { readonly data: Products }) {
  const { t } = useTranslation();
  const format = useFormat();
  const { rows, from, through } = data;
  const columns = useColumns(data);
  const question = t('insights.products.revenue.question');
  const common = { question, finding: revenueFinding(t, format, data) };
  if (rows.length === 0) return <QuestionCard {...common}>{null}</QuestionCard>;
  const bars = rows
    .filter(({ abc }) => abc !== null)
    .slice(0, BARS)
    .map(({ name, minor, share, abc }) => ({
      name,
      value: share ?? 0,
      text: format.percent(share ?? 0, 1),
      beside: format.money(minor, { short: true }),
      isMain: abc === 'A',
    }));
  return (
    <QuestionCard
      {...common}
      plotted={t('insights.products.revenue.plotted', {
        from: format.date(from, true),
        to: format.date(through, true),
        amount: format.money(positiveOf(data)),
      })}
      fileName="langgan-barang"
      table={
        <DataTable label={question} rows={rows} keyOf={({ id }) => String(id)} columns={columns} />
      }
      foot={
        <>
          <SeeSales from={from} to={through} />
          <Notes data={data} />
        </>
      }
    >
      <LabelledBars label={t('insights.products.revenue.chartLabel')} bars={bars} />
    </QuestionCard>
  );
}
