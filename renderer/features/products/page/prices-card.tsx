import { useTranslation } from 'react-i18next';
import { BarChart } from '#renderer/components/chart/bar-chart.tsx';
import { DataTable } from '#renderer/components/chart/data-table.tsx';
import { useInk } from '#renderer/components/chart/ink.ts';
import { QuestionCard } from '#renderer/components/chart/question-card.tsx';
import { useFormat } from '#renderer/components/use-format.ts';
import type { Output } from '#shared/contract/index.ts';
import { useQuantity } from '../use-quantity.ts';
import { pricesMarks, pricesOptions } from './prices-chart.ts';

type Months = Output<'products.history'>['months'];

/** As many bars as can be told apart. */
const MOST_BARS = 24;

const BARS = {
  barPercentage: 0.9,
  categoryPercentage: 0.7,
  borderRadius: 2,
  maxBarThickness: 56,
} as const;

/** What became of the price, in a sentence. */
function useFinding(): (months: Months) => string {
  const { t } = useTranslation();
  const format = useFormat();
  return (months) => {
    const [first] = months;
    const last = months.at(-1);
    if (first === undefined || last === undefined) return t('products.prices.none');
    const after = format.computed(last.averageMinor);
    const month = format.month(last.month);
    if (months.length === 1) return t('products.prices.one', { price: after, month });
    const before = format.computed(first.averageMinor);
    const words = { before, after, first: format.month(first.month), last: month };
    if (before === after || first.averageMinor === 0) return t('products.prices.same', words);
    const share = last.averageMinor / first.averageMinor - 1;
    const percent = format.percent(Math.abs(share), Math.abs(share) < 0.1 ? 1 : 0);
    return t(share > 0 ? 'products.prices.up' : 'products.prices.down', { ...words, percent });
  };
}

interface Props {
  readonly months: Months;
  readonly unit: string | null;
}

function PricesTable({ months, unit }: Props) {
  const { t } = useTranslation();
  const format = useFormat();
  const quantityOf = useQuantity();
  const amount = (key: 'averageMinor' | 'lowMinor' | 'highMinor', title: string) => ({
    title,
    isNumber: true,
    cell: (row: Months[number]) => format.computed(row[key]),
  });
  return (
    <DataTable
      label={t('products.prices.question')}
      rows={months.toReversed()}
      keyOf={({ month }) => month}
      columns={[
        { title: t('products.prices.month'), cell: ({ month }) => format.month(month, true) },
        {
          title: t('products.prices.sold'),
          isNumber: true,
          cell: ({ soldE4 }) => quantityOf(soldE4, unit),
        },
        amount('averageMinor', t('products.prices.average')),
        amount('lowMinor', t('products.prices.low')),
        amount('highMinor', t('products.prices.high')),
      ]}
    />
  );
}

/** What it was really sold for, month by month. */
export function PricesCard({ months, unit }: Props) {
  const { t } = useTranslation();
  const format = useFormat();
  const ink = useInk();
  const findingOf = useFinding();
  const shown = months.slice(-MOST_BARS);
  // Of what is drawn: nobody looks for a month that is not there.
  const finding = findingOf(shown);
  if (months.length === 0)
    return (
      <QuestionCard question={t('products.prices.question')} finding={finding}>
        {null}
      </QuestionCard>
    );
  return (
    <QuestionCard
      question={t('products.prices.question')}
      finding={finding}
      plotted={
        shown.length < months.length
          ? t('products.prices.cut', { count: shown.length })
          : t('products.prices.plotted')
      }
      fileName="langgan-harga-barang"
      table={<PricesTable months={months} unit={unit} />}
    >
      <BarChart
        label={t('products.prices.chartLabel')}
        heightRem={10}
        ink={ink}
        data={{
          labels: shown.map(({ month }) => format.month(month, true)),
          datasets: [
            {
              data: shown.map(({ averageMinor }) => averageMinor),
              backgroundColor: ink.top,
              ...BARS,
            },
          ],
        }}
        options={pricesOptions(Math.max(...shown.map(({ averageMinor }) => averageMinor)), ink)}
        marks={pricesMarks(
          shown.map(({ averageMinor }) => format.money(averageMinor, { short: true })),
        )}
      />
    </QuestionCard>
  );
}
