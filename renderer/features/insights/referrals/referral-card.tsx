import { useTranslation } from 'react-i18next';
import type { Translate } from '#renderer/base/i18n.ts';
import { DataTable } from '#renderer/components/chart/data-table.tsx';
import { LabelledBars } from '#renderer/components/chart/labelled-bars.tsx';
import { QuestionCard } from '#renderer/components/chart/question-card.tsx';
import { rangeWords } from '#renderer/components/predicted/predicted-words.ts';
import { type Format, useFormat } from '#renderer/components/use-format.ts';
import { useQuery } from '#renderer/data/use-query.ts';
import type { Output } from '#shared/contract/index.ts';
import { fewestForShares } from '#shared/contract/insights/coming-back.ts';
import { comparedDays } from '#shared/contract/insights/referrals.ts';
import { spentTold } from '#shared/domain/worth/referral-told.ts';
import { WhoCell } from '../cells.tsx';
import { shareWords } from '../coming-back/words.ts';
import { SeeWho } from '../see-who.tsx';
import { useLookedFrom } from '../use-looked-from.ts';

type Referrals = Output<'insights.referrals'>;

/** The answer in a sentence: which share of those who came was referred, where enough came. */
export function referralFinding(t: Translate, format: Format, data: Referrals): string {
  const { newcomers, all, months } = data;
  if (all.brought === 0) return t('insights.referrals.nobody');
  const count = newcomers.referred + newcomers.others;
  if (count < fewestForShares)
    return t('insights.referrals.few', { count, months, needs: fewestForShares });
  return t('insights.referrals.finding', { count: months, ...shareWords(format, newcomers) });
}

/** What those who were referred spend against the others, where it can be told. */
export function referralWorth(t: Translate, format: Format, { worth }: Referrals): string {
  const told = spentTold(worth, fewestForShares);
  if ('fewer' in told)
    return t(`insights.referrals.worth.few.${told.fewer}`, {
      ...{ count: told.count, days: comparedDays, needs: fewestForShares },
    });
  const [one, other] = [rangeWords(format, worth.referred), rangeWords(format, worth.others)];
  return `${t('insights.referrals.worth.spent', {
    ...{ days: comparedDays, mean: one.mean, low: one.low, high: one.high },
    ...{ other: other.mean, otherLow: other.low, otherHigh: other.high },
  })} ${t(`insights.referrals.worth.${told.way}`)}`;
}

function Bringers({ data }: { readonly data: Referrals }) {
  const { t } = useTranslation();
  const format = useFormat();
  const called = (name: string) => (name === '' ? t('customers.noName') : name);
  return (
    <DataTable
      label={t('insights.referrals.question')}
      rows={data.bringers}
      keyOf={(row) => String(row.id)}
      columns={[
        { title: t('insights.referrals.who'), cell: (row) => called(row.name) },
        {
          title: t('insights.referrals.brought'),
          isNumber: true,
          cell: (row) => (
            <WhoCell count={row.count} filter={{ referredBy: row.id, only: 'bought' }} />
          ),
        },
        {
          title: t('insights.referrals.revenue'),
          isNumber: true,
          cell: (row) => format.money(row.revenueMinor),
        },
      ]}
      sums={
        data.all.bringers === data.bringers.length
          ? [t('insights.all'), format.number(data.all.brought), '']
          : [
              t('insights.referrals.allOf', { count: data.all.bringers }),
              format.number(data.all.brought),
              '',
            ]
      }
    />
  );
}

/** The way to those who came, apart: referred, and not. */
function Newcomers({ newcomers }: Pick<Referrals, 'newcomers'>) {
  const { t } = useTranslation();
  const { from, to, referred, others } = newcomers;
  const came = { firstFrom: from, firstTo: to };
  return (
    <>
      <SeeWho
        count={referred}
        filter={{ ...came, referral: 'referred' }}
        text={t('insights.referrals.seeReferred', { count: referred })}
      />
      <SeeWho
        count={others}
        filter={{ ...came, referral: 'notReferred' }}
        text={t('insights.referrals.seeOthers', { count: others })}
      />
    </>
  );
}

/** The way to those who are compared by what they spent at first. */
function Compared({ worth }: Pick<Referrals, 'worth'>) {
  const { t } = useTranslation();
  const { from, to, referred, others } = worth;
  const came = { firstFrom: from, firstTo: to };
  return (
    <>
      <SeeWho
        count={referred.customers}
        filter={{ ...came, referral: 'referred' }}
        text={t('insights.referrals.seeCompared', { count: referred.customers })}
      />
      <SeeWho
        count={others.customers}
        filter={{ ...came, referral: 'notReferred' }}
        text={t('insights.referrals.seeComparedOthers', { count: others.customers })}
      />
    </>
  );
}

/** Whether customers bring customers: how many, what those are worth, and who brings most. */
export function ReferralCard() {
  const { t } = useTranslation();
  const format = useFormat();
  const { on } = useLookedFrom();
  const { data } = useQuery('insights.referrals', { on }, { keepPrevious: true });
  if (data === undefined) return null;
  const question = t('insights.referrals.question');
  const finding = referralFinding(t, format, data);
  if (data.all.brought === 0)
    return (
      <QuestionCard question={question} finding={finding}>
        <p>{t('insights.referrals.how')}</p>
      </QuestionCard>
    );
  const { bringers, newcomers, worth } = data;
  return (
    <QuestionCard
      question={question}
      finding={finding}
      plotted={`${referralWorth(t, format, data)} ${t('insights.referrals.plotted')}`}
      fileName="langgan-ajakan"
      table={<Bringers data={data} />}
      foot={
        <>
          <Newcomers newcomers={newcomers} />
          <Compared worth={worth} />
        </>
      }
    >
      <LabelledBars
        label={t('insights.referrals.chartLabel')}
        bars={bringers.map(({ name, count }) => ({
          name: name === '' ? t('customers.noName') : name,
          value: count,
          text: format.number(count),
          isMain: count === bringers[0]?.count,
        }))}
      />
    </QuestionCard>
  );
}
