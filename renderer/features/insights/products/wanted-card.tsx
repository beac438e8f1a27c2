import { Skeleton } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { Link } from 'wouter';
import type { Translate } from '#renderer/base/i18n.ts';
import { addressOf } from '#renderer/base/routes.ts';
import { CellLink, type DataColumn, DataTable } from '#renderer/components/chart/data-table.tsx';
import { LabelledBars } from '#renderer/components/chart/labelled-bars.tsx';
import { QuestionCard } from '#renderer/components/chart/question-card.tsx';
import { ErrorState } from '#renderer/components/error-state.tsx';
import { nothingWords, reasonWords, trialWords } from '#renderer/components/next/next-words.ts';
import { useFormat } from '#renderer/components/use-format.ts';
import { useQuery } from '#renderer/data/use-query.ts';
import type { CustomerFilter } from '#shared/contract/customers.ts';
import type { Output } from '#shared/contract/index.ts';
import classes from '../insights.module.css';
import { SeeWho } from '../see-who.tsx';
import { useIsThen, useLookedFrom } from '../use-looked-from.ts';
import { useWho } from '../use-who.ts';

type Wanted = Output<'insights.nextProducts'>;
type Row = Wanted['rows'][number];

const BARS = 10;

/** The answer in a sentence: what most might want and why, or why nothing is suggested. */
export function wantedFinding(t: Translate, wanted: Wanted): string {
  const nothing = nothingWords(t, wanted);
  if (nothing !== null) return nothing;
  const [first] = wanted.rows;
  if (first === undefined) return t('insights.next.nobody');
  return t('insights.next.finding', { count: first.customers, to: first.to.name });
}

function whoOf({ to, sources }: Row): Partial<CustomerFilter> {
  return { bought: sources.map(Number), neverBought: Number(to.id) };
}

function useColumns(): DataColumn<Row>[] {
  const { t } = useTranslation();
  const format = useFormat();
  const showWho = useWho();
  const isThen = useIsThen();
  return [
    {
      title: t('insights.products.product'),
      cell: ({ to }) => <Link href={addressOf({ product: to.id })}>{to.name}</Link>,
    },
    { title: t('insights.next.kind'), cell: ({ reason }) => t(`insights.next.${reason.kind}`) },
    { title: t('insights.next.why'), cell: ({ reason }) => reasonWords(t, reason) },
    {
      title: t('insights.next.customers'),
      isNumber: true,
      cell: (row) => {
        const count = format.number(row.customers);
        return isThen ? count : <CellLink onClick={() => showWho(whoOf(row))}>{count}</CellLink>;
      },
    },
  ];
}

/** Whom the first is suggested to and why, and what it all rests on. */
function Foot({ wanted, first }: { readonly wanted: Wanted; readonly first: Row }) {
  const { t } = useTranslation();
  const format = useFormat();
  const { rows, all } = wanted;
  return (
    <>
      <SeeWho
        count={first.customers}
        filter={whoOf(first)}
        text={t('insights.next.who', { count: first.customers, to: first.to.name })}
      />
      <ul className={classes.notes}>
        <li>{reasonWords(t, first.reason)}</li>
        <li>{trialWords(t, format, wanted)}</li>
        <li>{t('insights.next.how')}</li>
        {rows.length < all && <li>{t('insights.next.cut', { count: rows.length, all })}</li>}
      </ul>
    </>
  );
}

function Card({ wanted }: { readonly wanted: Wanted }) {
  const { t } = useTranslation();
  const format = useFormat();
  const columns = useColumns();
  const { rows, from, through } = wanted;
  const question = t('insights.next.question');
  const common = { question, finding: wantedFinding(t, wanted) };
  const [first] = rows;
  if (first === undefined) return <QuestionCard {...common}>{null}</QuestionCard>;
  const bars = rows.slice(0, BARS).map(({ to, customers }, index) => ({
    name: to.name,
    value: customers,
    text: format.number(customers),
    isMain: index === 0,
  }));
  return (
    <QuestionCard
      {...common}
      plotted={t('insights.next.plotted', {
        from: format.date(from, true),
        to: format.date(through, true),
      })}
      fileName="langgan-berikutnya"
      table={
        <DataTable
          label={question}
          rows={rows}
          keyOf={({ to }) => String(to.id)}
          columns={columns}
        />
      }
      foot={<Foot wanted={wanted} first={first} />}
    >
      <LabelledBars label={t('insights.next.chartLabel')} bars={bars} />
    </QuestionCard>
  );
}

/** Who might want what they have never bought. Made apart: the tab does not wait for it. */
export function WantedCard() {
  const { on } = useLookedFrom();
  const asked = useQuery('insights.nextProducts', { on }, { keepPrevious: true });
  const { data, error, refetch } = asked;
  if (data !== undefined) return <Card wanted={data} />;
  if (error !== null) return <ErrorState error={error.error} onRetry={() => void refetch()} />;
  return <Skeleton h="18rem" radius="lg" aria-busy="true" />;
}
