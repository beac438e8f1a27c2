import { useTranslation } from 'react-i18next';
import type { Translate } from '#renderer/base/i18n.ts';
import { DataTable } from '#renderer/components/chart/data-table.tsx';
import { LabelledBars } from '#renderer/components/chart/labelled-bars.tsx';
import { QuestionCard } from '#renderer/components/chart/question-card.tsx';
import { useFormat } from '#renderer/components/use-format.ts';
import { textOfDays } from '#shared/contract/days.ts';
import { WhoCell } from '../cells.tsx';
import { SeeWho } from '../see-who.tsx';
import type { ComingBack } from './words.ts';

/** The quarter that lies a year back. */
const aYearBack = 3;

/** The answer in a sentence: how many bought, against a year before where the history has one. */
export function activeFinding(t: Translate, { active, months }: ComingBack): string {
  const count = active.now;
  const then = active.before[aYearBack]?.customers;
  if (then === undefined) return t('insights.comingBack.active.alone', { count, months });
  const more = count - then;
  if (more === 0) return t('insights.comingBack.active.same', { count, months });
  const way = more > 0 ? 'more' : 'fewer';
  return t(`insights.comingBack.active.${way}`, { count, months, by: Math.abs(more) });
}

/** How many customers buy at all: those active on the day looked from, and on days before. */
export function ActiveCard({ data }: { readonly data: ComingBack }) {
  const { t } = useTranslation();
  const format = useFormat();
  const { active, months, through } = data;
  const now = { from: active.from, on: through, customers: active.now };
  const rows = [...active.before].reverse().concat(now);
  const title = t('insights.comingBack.active.question');
  return (
    <QuestionCard
      question={title}
      finding={activeFinding(t, data)}
      plotted={t('insights.comingBack.active.plotted', { count: months })}
      fileName="langgan-pelanggan-aktif"
      table={
        <DataTable
          label={title}
          rows={rows}
          keyOf={(row) => row.on}
          columns={[
            { title: t('insights.comingBack.upTo'), cell: (row) => format.date(row.on) },
            {
              title: t('insights.comingBack.customers'),
              isNumber: true,
              cell: (row) => (
                <WhoCell
                  count={row.customers}
                  filter={{ boughtIn: [textOfDays({ from: row.from, to: row.on })] }}
                />
              ),
            },
          ]}
        />
      }
      foot={<SeeWho count={active.now} filter={{ layers: ['top', 'large', 'medium', 'small'] }} />}
    >
      <LabelledBars
        label={t('insights.comingBack.active.chartLabel')}
        bars={rows.map((row) => ({
          name: format.date(row.on, true),
          value: row.customers,
          text: format.number(row.customers),
          isMain: row.on === through,
        }))}
      />
    </QuestionCard>
  );
}
