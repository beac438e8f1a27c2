import type { ShopSettings } from '#shared/contract/settings.ts';
import { roundedRange } from '#shared/domain/worth/prediction/words.ts';
import { fewestForBands } from '#shared/domain/worth/worth-bands.ts';
import type { WorthReport } from './part.ts';
import {
  bestPart,
  type Predicted,
  predictedPart,
  predictedSentence,
  thinSentence,
  type Worth,
} from './predicted-parts.ts';
import { type Referrals, referralPart } from './referral-part.ts';
import type { Words } from './words.ts';
import { formulaPart, spreadPart, topPart } from './worth-parts.ts';

/** What the report is made of. */
export interface ReportFacts {
  readonly settings: Pick<ShopSettings, 'shopName' | 'marginPercent' | 'keepingCostMinor'>;
  readonly predicted: Predicted;
  readonly worth: Worth;
  readonly referrals: Referrals;
  /** The day that it is made on. */
  readonly today: string;
}

/** What is estimated, each with its range: nothing of it is a fact. */
function estimatedSentences(words: Words, predicted: Predicted): string[] {
  const { say, number } = words;
  const { total, customers } = predicted;
  if (total === null) return [say('insights.report.estimatedNone')];
  const { mean, low, high } = roundedRange(total.purchases);
  const { buyersSoon } = total;
  const soon = {
    count: Math.round(buyersSoon.mean),
    low: Math.round(buyersSoon.low),
    high: Math.round(buyersSoon.high),
  };
  return [
    `${predictedSentence(words, predicted)}.`,
    say('insights.report.purchases', {
      ...{ mean: number(mean), low: number(low), high: number(high) },
    }),
    say('insights.predicted.buyersSoon', { ...soon, all: customers }),
    say('insights.report.ranges'),
  ];
}

/** What there is too little of to say. */
function unsaidSentences(words: Words, facts: ReportFacts): string[] {
  const { predicted, worth, referrals, settings } = facts;
  const { say } = words;
  const thin = thinSentence(words, predicted);
  const unsaid = [
    ...(thin === null ? [] : [`${thin}.`]),
    ...(worth.customers < fewestForBands
      ? [say('insights.worth.fewHint', { count: fewestForBands })]
      : []),
    ...(referrals.all.brought === 0 ? [`${say('insights.referrals.nobody')}.`] : []),
    ...(settings.marginPercent === null ? [say('insights.report.noMargin')] : []),
    ...(settings.keepingCostMinor === null ? [say('insights.report.noKeeping')] : []),
  ];
  return unsaid.length > 0 ? unsaid : [say('insights.report.unsaidNone')];
}

function coverSentence(words: Words, { predicted }: ReportFacts): string {
  const { customers, historicMinor } = predicted;
  if (customers === 0) return words.say('insights.predicted.thin.nobody');
  const amount = words.money(historicMinor);
  return words.say('insights.report.cover', { count: customers, amount });
}

/** *Worth of our customers*: the cards of the worth tab, to be kept. */
export function worthReport(words: Words, facts: ReportFacts): WorthReport {
  const { say, day } = words;
  const { predicted, worth, referrals, settings, today } = facts;
  const { firstOn, through } = predicted;
  const best = bestPart(words, predicted);
  const spread = spreadPart(words, worth);
  const referred = referralPart(words, referrals);
  return {
    title: say('insights.report.title'),
    shopName: settings.shopName,
    finding: coverSentence(words, facts),
    facts: [
      ...(firstOn === null
        ? []
        : [say('insights.report.period', { from: day(firstOn), to: day(through) })]),
      say('insights.report.through', { date: day(through) }),
      say('insights.report.made', { date: day(today) }),
    ],
    estimated: estimatedSentences(words, predicted),
    unsaid: unsaidSentences(words, facts),
    parts: [
      predictedPart(words, predicted, worth),
      ...(best === null ? [] : [best]),
      ...(best === null && worth.top.length > 0 ? [topPart(words, worth)] : []),
      ...(spread === null ? [] : [spread]),
      ...(referred === null ? [] : [referred]),
      formulaPart(words, worth),
    ],
  };
}
