import { useTranslation } from 'react-i18next';
import type { Translate } from '#renderer/base/i18n.ts';
import { CellLink, type DataColumn, DataTable } from '#renderer/components/chart/data-table.tsx';
import { LabelledBars } from '#renderer/components/chart/labelled-bars.tsx';
import { QuestionCard } from '#renderer/components/chart/question-card.tsx';
import { type Format, useFormat } from '#renderer/components/use-format.ts';
import { fewestForShares } from '#shared/contract/insights/coming-back.ts';
import { soonMonths } from '#shared/domain/worth/retention/cohorts.ts';
import { WhoCell } from '../cells.tsx';
import classes from '../insights.module.css';
import { SeeWho } from '../see-who.tsx';
import { useIsThen } from '../use-looked-from.ts';
import { useWho } from '../use-who.ts';
import { type ComingBack, shareWords } from './words.ts';

type Cohort = ComingBack['cohorts']['rows'][number];

/** The answer in a sentence: the part of the new customers that comes back soon, or that they are too few. */
export function cohortFinding(t: Translate, format: Format, { cohorts }: ComingBack): string {
  const { soon } = cohorts;
  const count = soon?.customers ?? 0;
  if (soon === null || count < fewestForShares)
    return t('insights.comingBack.cohorts.few', { count, needs: fewestForShares });
  return t('insights.comingBack.cohorts.finding', shareWords(format, soon));
}

/** First purchases of all who could be followed so many months. */
function followedSpan(rows: readonly Cohort[], months: number) {
  const last = rows.findLast(({ back }) => (back[months - 1] ?? null) !== null);
  return { firstFrom: rows[0]?.from ?? null, firstTo: last?.to ?? null };
}

/** The new customers that the sentence is about, and those of them who came back. */
function Followed({ soon, rows }: ComingBack['cohorts']) {
  const { t } = useTranslation();
  if (soon === null) return null;
  const span = followedSpan(rows, soonMonths);
  const backMonths = Array.from({ length: soonMonths }, (_, index) => index + 1);
  const { customers, back } = soon;
  return (
    <>
      <SeeWho
        count={back}
        filter={{ ...span, backMonths }}
        text={t('insights.comingBack.cohorts.whoBack', { count: back })}
      />
      <SeeWho
        count={customers}
        filter={span}
        text={t('insights.comingBack.cohorts.whoNew', { count: customers })}
      />
    </>
  );
}

function useColumns(months: number): DataColumn<Cohort>[] {
  const { t } = useTranslation();
  const format = useFormat();
  const showWho = useWho();
  const isThen = useIsThen();
  const followed = Array.from(
    { length: months },
    (_, index): DataColumn<Cohort> => ({
      title: t('insights.comingBack.cohorts.after', { month: index + 1 }),
      isNumber: true,
      cell: ({ back, customers, from, to }) => {
        const count = back[index] ?? null;
        if (count === null) return '';
        return (
          <WhoCell
            count={count}
            text={format.percent(count / customers)}
            filter={{ firstFrom: from, firstTo: to, backMonths: [index + 1] }}
          />
        );
      },
    }),
  );
  return [
    {
      title: t('insights.comingBack.cohorts.first'),
      cell: (row) => {
        const month = format.month(row.from.slice(0, 7), true);
        if (isThen) return month;
        const open = () => showWho({ firstFrom: row.from, firstTo: row.to });
        return <CellLink onClick={open}>{month}</CellLink>;
      },
    },
    {
      title: t('insights.comingBack.customers'),
      isNumber: true,
      cell: (row) => format.number(row.customers),
    },
    ...followed,
  ];
}

function Table({ cohorts }: ComingBack) {
  const { t } = useTranslation();
  const format = useFormat();
  const { rows, average } = cohorts;
  const all = rows.reduce((sum, one) => sum + one.customers, 0);
  return (
    <DataTable
      label={t('insights.comingBack.cohorts.question')}
      rows={rows}
      keyOf={(row) => row.from}
      columns={useColumns(average.length)}
      sums={[
        t('insights.comingBack.cohorts.all'),
        format.number(all),
        ...average.map((one, index) =>
          one === null ? (
            ''
          ) : (
            <WhoCell
              key={String(index)}
              count={one.back}
              text={format.percent(one.share)}
              filter={{ ...followedSpan(rows, index + 1), backMonths: [index + 1] }}
            />
          ),
        ),
      ]}
    />
  );
}

/** Whether new customers come back: retention by the month of their first purchase. */
export function CohortCard({ data }: { readonly data: ComingBack }) {
  const { t } = useTranslation();
  const format = useFormat();
  const { soon, rows, average } = data.cohorts;
  const isFew = soon === null || soon.customers < fewestForShares;
  const bars = average.flatMap((one, index) =>
    one === null
      ? []
      : [
          {
            name: t('insights.comingBack.cohorts.after', { month: index + 1 }),
            value: one.share,
            text: format.percent(one.share),
            beside: t('insights.comingBack.ofWhom', { back: one.back, count: one.customers }),
            isMain: false,
          },
        ],
  );
  return (
    <QuestionCard
      question={t('insights.comingBack.cohorts.question')}
      finding={cohortFinding(t, format, data)}
      {...(isFew
        ? {}
        : {
            plotted: t('insights.comingBack.cohorts.plotted', {
              back: soon.back,
              count: soon.customers,
            }),
          })}
      fileName="langgan-kembali"
      {...(rows.length === 0 ? {} : { table: <Table {...data} /> })}
      foot={
        rows.length > 0 && (
          <>
            <Followed {...data.cohorts} />
            <ul className={classes.notes}>
              <li>{t('insights.comingBack.cohorts.read')}</li>
              <li>{t('insights.comingBack.cohorts.empty')}</li>
            </ul>
          </>
        )
      }
    >
      {bars.length > 0 && (
        <LabelledBars label={t('insights.comingBack.cohorts.chartLabel')} bars={bars} />
      )}
    </QuestionCard>
  );
}
