import { useTranslation } from 'react-i18next';
import type { Translate } from '#renderer/base/i18n.ts';
import { type DataColumn, DataTable } from '#renderer/components/chart/data-table.tsx';
import { LabelledBars } from '#renderer/components/chart/labelled-bars.tsx';
import { QuestionCard } from '#renderer/components/chart/question-card.tsx';
import { type Format, useFormat } from '#renderer/components/use-format.ts';
import { textOfDays } from '#shared/contract/days.ts';
import { fewestForShares } from '#shared/contract/insights/coming-back.ts';
import { WhoCell } from '../cells.tsx';
import { SeeWho } from '../see-who.tsx';
import { type ComingBack, shareWords } from './words.ts';

type Repeat = ComingBack['repeat'][number];

/** The answer in a sentence, or why there is none yet. */
export function repeatFinding(t: Translate, format: Format, { repeat, months }: ComingBack) {
  const [latest] = repeat;
  if (latest === undefined) return t('insights.comingBack.tooShort', { count: 2 * months });
  if (latest.base < fewestForShares)
    return t('insights.comingBack.repeat.few', { count: latest.base, needs: fewestForShares });
  return t('insights.comingBack.repeat.finding', { ...shareWords(format, latest), count: months });
}

function useColumns(): DataColumn<Repeat>[] {
  const { t } = useTranslation();
  const format = useFormat();
  return [
    {
      title: t('insights.comingBack.repeat.time'),
      cell: ({ from, to }) =>
        t('insights.window', { from: format.date(from, true), to: format.date(to, true) }),
    },
    {
      title: t('insights.comingBack.repeat.base'),
      isNumber: true,
      cell: ({ base, before }) => (
        <WhoCell count={base} filter={{ boughtIn: [textOfDays(before)] }} />
      ),
    },
    {
      title: t('insights.comingBack.repeat.back'),
      isNumber: true,
      cell: ({ back, before, ...now }) => (
        <WhoCell count={back} filter={{ boughtIn: [textOfDays(before), textOfDays(now)] }} />
      ),
    },
    {
      title: t('insights.comingBack.share'),
      isNumber: true,
      cell: (row) => t('insights.comingBack.shareRange', shareWords(format, row)),
    },
  ];
}

/** Whether those who bought in one year buy in the next one. */
export function RepeatCard({ data }: { readonly data: ComingBack }) {
  const { t } = useTranslation();
  const format = useFormat();
  const columns = useColumns();
  const { repeat, gone, months } = data;
  const [latest] = repeat;
  const title = t('insights.comingBack.repeat.question');
  const common = { question: title, finding: repeatFinding(t, format, data) };
  if (latest === undefined) return <QuestionCard {...common}>{null}</QuestionCard>;
  const before = latest.base - latest.back;
  return (
    <QuestionCard
      {...common}
      plotted={t('insights.comingBack.repeat.plotted', { count: months })}
      fileName="langgan-beli-lagi"
      table={<DataTable label={title} rows={repeat} keyOf={(row) => row.from} columns={columns} />}
      foot={
        gone !== null && (
          <SeeWho
            count={before}
            text={t('insights.comingBack.repeat.who', { count: before })}
            filter={{ lastFrom: gone.from, lastTo: gone.to }}
          />
        )
      }
    >
      <LabelledBars
        label={t('insights.comingBack.repeat.chartLabel')}
        bars={[...repeat].reverse().map((row) => ({
          name: t('insights.comingBack.repeat.until', { date: format.date(row.to, true) }),
          value: row.share,
          text: format.percent(row.share),
          beside: t('insights.comingBack.ofWhom', { back: row.back, count: row.base }),
          isMain: row === latest,
        }))}
      />
    </QuestionCard>
  );
}
