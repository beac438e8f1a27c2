import { useTranslation } from 'react-i18next';
import type { Translate } from '#renderer/base/i18n.ts';
import { type Column, Columns } from '#renderer/components/chart/columns.tsx';
import { DataTable } from '#renderer/components/chart/data-table.tsx';
import { QuestionCard } from '#renderer/components/chart/question-card.tsx';
import { rangeWords } from '#renderer/components/predicted/predicted-words.ts';
import { type Format, useFormat } from '#renderer/components/use-format.ts';
import { SalesCell } from '../cells.tsx';
import classes from '../insights.module.css';
import { compactAmount } from '../worth-chart.ts';
import type { Forecast, MadeForecast } from './words.ts';

type Unit = 'weeks' | 'months';

interface Props {
  readonly unit: Unit;
  readonly forecast: Forecast;
}

const BY_MONTH = ['seasonalNaive', 'additive', 'multiplicative'] as const;

/** The answer in a sentence: what comes with its range, or what it takes to say. */
export function forecastFinding(t: Translate, format: Format, { unit, forecast }: Props): string {
  if (forecast.kind === 'thin') {
    const { has, needs } = forecast;
    if (has >= needs) return t('insights.time.forecast.nothing');
    return t(`insights.time.forecast.${unit}.few`, { count: has, needs });
  }
  const count = forecast.steps.length;
  return t(`insights.time.forecast.${unit}.finding`, {
    count,
    ...rangeWords(format, forecast.total),
  });
}

/** Whether counting with Lebaran came nearer than every calendar month did, and how much; null: it is not used. */
function overCalendar({ method, tried }: MadeForecast) {
  if (method !== 'lebaran' && method !== 'lebaranSeasons') return null;
  const own = tried.find((one) => one.method === method)?.wape;
  const others = tried.filter((one) => BY_MONTH.some((name) => name === one.method));
  const other = Math.min(...others.map(({ wape }) => wape));
  return own === undefined || others.length === 0 || own >= other ? null : { own, other };
}

/** In plain words: how it was chosen, how far off it was, and how that compares with guessing. */
function noteWords(t: Translate, format: Format, unit: Unit, forecast: MadeForecast): string[] {
  const { method, why, tried, origins } = forecast;
  const own = tried.find((one) => one.method === method);
  const name = t(`insights.time.method.${method}`);
  const notes = [t(`insights.time.forecast.why.${why}`, { method: name })];
  if (own !== undefined) {
    notes.push(
      t(`insights.time.forecast.${unit}.off`, {
        count: origins,
        percent: format.percent(own.wape),
      }),
    );
  }
  const over = overCalendar(forecast);
  if (over !== null)
    notes.push(
      t('insights.time.forecast.lebaran', {
        own: format.percent(over.own),
        other: format.percent(over.other),
      }),
    );
  const list = tried
    .map((one) => `${t(`insights.time.method.${one.method}`)} ${format.percent(one.wape)}`)
    .join(', ');
  return [...notes, t('insights.time.forecast.tried', { list })];
}

function useName(unit: Unit) {
  const format = useFormat();
  return ({ from }: { readonly from: string }) =>
    unit === 'weeks' ? format.date(from, true) : format.month(from.slice(0, 7), true);
}

function Table({ unit, forecast }: { readonly unit: Unit; readonly forecast: MadeForecast }) {
  const { t } = useTranslation();
  const format = useFormat();
  const { before, steps, total } = forecast;
  const name = useName(unit);
  const rows = [
    ...before.map((one) => ({ ...one, text: format.money(one.minor), expected: '' })),
    ...steps.map((one) => ({
      ...one,
      text: '',
      expected: t('insights.time.range', rangeWords(format, one)),
    })),
  ];
  return (
    <DataTable
      label={t(`insights.time.forecast.${unit}.question`)}
      rows={rows}
      keyOf={(row) => row.from}
      columns={[
        { title: t(`insights.time.forecast.${unit}.begins`), cell: (row) => name(row) },
        {
          title: t('insights.time.forecast.sold'),
          isNumber: true,
          cell: ({ text, from, to }) =>
            text === '' ? '' : <SalesCell text={text} filter={{ soldFrom: from, soldTo: to }} />,
        },
        {
          title: t('insights.time.forecast.expected'),
          isNumber: true,
          cell: (row) => row.expected,
        },
      ]}
      sums={[
        t('insights.time.forecast.together'),
        '',
        t('insights.time.range', rangeWords(format, total)),
      ]}
    />
  );
}

/** What the shop will sell next, by the method that came nearest on its own past. */
export function ForecastCard({ unit, forecast }: Props) {
  const { t } = useTranslation();
  const format = useFormat();
  const name = useName(unit);
  const question = t(`insights.time.forecast.${unit}.question`);
  const common = { question, finding: forecastFinding(t, format, { unit, forecast }) };
  if (forecast.kind === 'thin') return <QuestionCard {...common}>{null}</QuestionCard>;
  const columns: Column[] = [
    ...forecast.before.map((one) => ({
      name: name(one),
      value: one.minor,
      look: 'plain' as const,
    })),
    ...forecast.steps.map((one) => ({
      name: name(one),
      value: one.mean,
      range: { low: one.low, high: one.high },
      look: 'main' as const,
    })),
  ];
  return (
    <QuestionCard
      {...common}
      plotted={t(`insights.time.forecast.${unit}.plotted`)}
      fileName={`langgan-perkiraan-${unit}`}
      table={<Table unit={unit} forecast={forecast} />}
      foot={
        <ul className={classes.notes}>
          {noteWords(t, format, unit, forecast).map((sentence) => (
            <li key={sentence}>{sentence}</li>
          ))}
        </ul>
      }
    >
      <Columns
        label={t(`insights.time.forecast.${unit}.chartLabel`)}
        number={(value) => compactAmount(value, format)}
        columns={columns}
      />
    </QuestionCard>
  );
}
