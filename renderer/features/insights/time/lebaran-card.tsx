import { useTranslation } from 'react-i18next';
import { Link } from 'wouter';
import type { Translate } from '#renderer/base/i18n.ts';
import { lists } from '#renderer/base/lists.ts';
import { DataTable } from '#renderer/components/chart/data-table.tsx';
import { LabelledBars } from '#renderer/components/chart/labelled-bars.tsx';
import { QuestionCard } from '#renderer/components/chart/question-card.tsx';
import { type Format, useFormat } from '#renderer/components/use-format.ts';
import { addDays } from '#shared/domain/calendar/dates.ts';
import { ramadanDays } from '#shared/domain/calendar/lebaran.ts';
import type { Time } from './words.ts';

type Year = NonNullable<Time['lebaran']>[number];

function ratioOf({ minor, usualMinor }: Year): number {
  return usualMinor > 0 ? minor / usualMinor : 0;
}

/** The answer in a sentence: how the month before Lebaran stands to an ordinary one, from year to year. */
export function lebaranFinding(t: Translate, format: Format, years: readonly Year[]): string {
  const ratios = years.map(ratioOf);
  const [low, high] = [Math.min(...ratios), Math.max(...ratios)];
  if (years.length === 0) return t('insights.time.lebaran.none');
  const said = { low: format.percent(low), high: format.percent(high) };
  if (years.length === 1) return t('insights.time.lebaran.one', said);
  const kind = low > 1 ? 'more' : high < 1 ? 'less' : 'mixed';
  return t(`insights.time.lebaran.${kind}`, { ...said, count: years.length });
}

interface Props {
  readonly years: readonly Year[];
}

function Table({ years }: Props) {
  const { t } = useTranslation();
  const format = useFormat();
  return (
    <DataTable
      label={t('insights.time.lebaran.question')}
      rows={years}
      keyOf={(row) => row.on}
      columns={[
        {
          title: t('insights.time.month.lebaran'),
          cell: ({ on }) => (
            <Link
              href={lists.sales.showing({
                soldFrom: addDays(on, -ramadanDays),
                soldTo: addDays(on, -1),
              })}
            >
              {format.date(on)}
            </Link>
          ),
        },
        {
          title: t('insights.time.lebaran.before'),
          isNumber: true,
          cell: (row) => format.money(row.minor),
        },
        {
          title: t('insights.time.lebaran.usual'),
          isNumber: true,
          cell: (row) => format.computed(row.usualMinor),
        },
      ]}
    />
  );
}

/** What the month before Lebaran brings, beside ordinary weeks. */
export function LebaranCard({ years }: Props) {
  const { t } = useTranslation();
  const format = useFormat();
  const question = t('insights.time.lebaran.question');
  const common = { question, finding: lebaranFinding(t, format, years) };
  if (years.length === 0) return <QuestionCard {...common}>{null}</QuestionCard>;
  return (
    <QuestionCard
      {...common}
      plotted={t('insights.time.lebaran.plotted', { count: ramadanDays })}
      fileName="langgan-lebaran"
      table={<Table years={years} />}
      foot={<span>{t('insights.time.lebaran.how')}</span>}
    >
      <LabelledBars
        label={t('insights.time.lebaran.chartLabel')}
        bars={years.map((year) => ({
          name: format.date(year.on),
          value: ratioOf(year),
          text: format.percent(ratioOf(year)),
          isMain: true,
        }))}
      />
    </QuestionCard>
  );
}
