import type { Output } from '#shared/contract/index.ts';
import { fewestForShares } from '#shared/contract/insights/coming-back.ts';
import { comparedDays } from '#shared/contract/insights/referrals.ts';
import { spentTold } from '#shared/domain/worth/referral-told.ts';
import type { ReportPart } from './part.ts';
import { majorOf } from './predicted-parts.ts';
import type { Words } from './words.ts';

export type Referrals = Output<'insights.referrals'>;

/** Which share of those who came was referred, where enough came. */
function shareSentence({ say, percent }: Words, { newcomers, months }: Referrals): string {
  const { referred, others, share, low, high } = newcomers;
  const count = referred + others;
  if (count < fewestForShares)
    return say('insights.referrals.few', { count, months, needs: fewestForShares });
  const range = { percent: percent(share), low: percent(low), high: percent(high) };
  return say('insights.referrals.finding', { count: months, ...range });
}

/** What those who were referred spend at first against the others, where it can be told. */
function spentSentence({ say, range }: Words, { worth }: Referrals): string {
  const told = spentTold(worth, fewestForShares);
  if ('fewer' in told)
    return say(`insights.referrals.worth.few.${told.fewer}`, {
      ...{ count: told.count, days: comparedDays, needs: fewestForShares },
    });
  const [one, other] = [range(worth.referred), range(worth.others)];
  const spent = say('insights.referrals.worth.spent', {
    ...{ days: comparedDays, mean: one.mean, low: one.low, high: one.high },
    ...{ other: other.mean, otherLow: other.low, otherHigh: other.high },
  });
  return `${spent} ${say(`insights.referrals.worth.${told.way}`)}`;
}

/** Whether customers bring customers; null where nobody is written down as brought by another. */
export function referralPart(words: Words, referrals: Referrals): ReportPart | null {
  const { say, number } = words;
  const { bringers, all } = referrals;
  if (all.brought === 0) return null;
  const major = majorOf(words);
  const called = (name: string) => (name === '' ? say('customers.noName') : name);
  const allOf =
    all.bringers === bringers.length
      ? say('insights.all')
      : say('insights.referrals.allOf', { count: all.bringers });
  return {
    question: say('insights.referrals.question'),
    finding: shareSentence(words, referrals),
    notes: [spentSentence(words, referrals)],
    charts: [
      {
        title: say('insights.referrals.plotted'),
        bars: bringers.map(({ name, count }) => ({
          ...{ name: called(name), value: count, text: number(count) },
          isMain: count === bringers[0]?.count,
        })),
      },
    ],
    tables: [
      {
        name: say('insights.report.sheet.referrals'),
        columns: [
          { title: say('insights.referrals.who'), type: 'text', width: 28 },
          { title: say('insights.referrals.brought'), type: 'integer' },
          { title: say('insights.referrals.revenue'), type: 'money' },
        ],
        rows: [
          ...bringers.map((one) => [called(one.name), one.count, major(one.revenueMinor)]),
          [allOf, all.brought, null],
        ],
      },
    ],
  };
}
