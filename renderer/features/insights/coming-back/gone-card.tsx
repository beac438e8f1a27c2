import { useTranslation } from 'react-i18next';
import type { Translate } from '#renderer/base/i18n.ts';
import { DataTable } from '#renderer/components/chart/data-table.tsx';
import { LabelledBars } from '#renderer/components/chart/labelled-bars.tsx';
import { QuestionCard } from '#renderer/components/chart/question-card.tsx';
import { type Format, useFormat } from '#renderer/components/use-format.ts';
import type { CustomerFilter } from '#shared/contract/customers.ts';
import { textOfDays } from '#shared/contract/days.ts';
import { fewestForShares } from '#shared/contract/insights/coming-back.ts';
import { WhoCell } from '../cells.tsx';
import classes from '../insights.module.css';
import { SeeWho } from '../see-who.tsx';
import type { ComingBack } from './words.ts';

/** The answer in a sentence: a range, because nobody says that they have left. */
export function goneFinding(t: Translate, format: Format, { gone, months }: ComingBack): string {
  if (gone === null) return t('insights.comingBack.tooShort', { count: 2 * months });
  if (gone.base < fewestForShares)
    return t('insights.comingBack.gone.few', { count: gone.base, needs: fewestForShares });
  return t('insights.comingBack.gone.finding', {
    low: format.percent(gone.low),
    high: format.percent(gone.high),
  });
}

type Gone = NonNullable<ComingBack['gone']>;

const counted = ['base', 'silent', 'seen', 'returned'] as const;
type Counted = (typeof counted)[number];

/** Who each of the counts is about. */
function whoOf({ now, earlier, ...before }: Gone): Record<Counted, Partial<CustomerFilter>> {
  const [then, later, first] = [textOfDays(before), textOfDays(now), textOfDays(earlier)];
  return {
    base: { boughtIn: [then] },
    silent: { boughtIn: [then], notBoughtIn: [later] },
    seen: { boughtIn: [first], notBoughtIn: [then] },
    returned: { boughtIn: [first, later], notBoughtIn: [then] },
  };
}

function Table(gone: Gone) {
  const { t } = useTranslation();
  const who = whoOf(gone);
  return (
    <DataTable
      label={t('insights.comingBack.gone.question')}
      rows={counted}
      keyOf={(row) => row}
      columns={[
        {
          title: t('insights.comingBack.gone.who'),
          cell: (row) => t(`insights.comingBack.gone.${row}`),
        },
        {
          title: t('insights.comingBack.customers'),
          isNumber: true,
          cell: (row) => <WhoCell count={gone[row]} filter={who[row]} />,
        },
      ]}
    />
  );
}

/** Where the two ends of the range come from. */
function Notes({ gone, months }: { readonly gone: Gone; readonly months: number }) {
  const { t } = useTranslation();
  const { silent, seen, returned } = gone;
  return (
    <ul className={classes.notes}>
      <li>{t('insights.comingBack.gone.most', { count: silent, months })}</li>
      <li>
        {seen === 0
          ? t('insights.comingBack.gone.unseen')
          : t('insights.comingBack.gone.least', { count: seen, returned })}
      </li>
    </ul>
  );
}

/** How many have left: between what is certain and what is possible. */
export function GoneCard({ data }: { readonly data: ComingBack }) {
  const { t } = useTranslation();
  const format = useFormat();
  const { gone, months } = data;
  const question = t('insights.comingBack.gone.question');
  const common = { question, finding: goneFinding(t, format, data) };
  if (gone === null || gone.base < fewestForShares)
    return <QuestionCard {...common}>{null}</QuestionCard>;
  const { base, silent, from, to } = gone;
  const bars = (['low', 'high'] as const).map((end) => ({
    name: t(`insights.comingBack.gone.${end}`),
    value: gone[end],
    text: format.percent(gone[end]),
    isMain: false,
  }));
  return (
    <QuestionCard
      {...common}
      plotted={t('insights.comingBack.gone.plotted', {
        count: base,
        from: format.date(from),
        to: format.date(to),
      })}
      fileName="langgan-pergi"
      table={<Table {...gone} />}
      foot={
        <>
          <SeeWho count={silent} filter={{ lastFrom: from, lastTo: to }} />
          <Notes gone={gone} months={months} />
        </>
      }
    >
      <LabelledBars label={t('insights.comingBack.gone.chartLabel')} bars={bars} />
    </QuestionCard>
  );
}
