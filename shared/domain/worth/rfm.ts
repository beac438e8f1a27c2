import type { RfmGroup } from '../vocabulary/segments.ts';

/** How one customer bought in the window. */
export interface Buyer {
  readonly id: number;
  /** Days from the last purchase to the day that is counted to. */
  readonly silentDays: number;
  /** Days bought on in the window, at least one. */
  readonly purchaseDays: number;
  /** Money of the window, minor units. */
  readonly moneyMinor: number;
  /** Bought on one day in all, whatever lies before the window. */
  readonly isFirst: boolean;
}

/** A buyer with three scores from 1 to 5, the best 5, each independent of the others. */
export interface ScoredBuyer extends Buyer {
  readonly recency: number;
  readonly frequency: number;
  readonly money: number;
  readonly group: RfmGroup;
}

/** Of fewer customers a fifth is a handful, and says nothing. */
export const fewestForScores = 25;
const levels = 5;

/**
 * Scores from 1 to 5: 1 + ⌊5 · (how many are strictly lower) / n⌋. Equal values get equal scores, so that
 * where most are equal some scores stay empty.
 */
export function scoresOf(values: readonly number[]): number[] {
  const sorted = Float64Array.from(values).sort();
  const lower = new Map<number, number>();
  for (const [index, value] of sorted.entries()) if (!lower.has(value)) lower.set(value, index);
  return values.map((value) => 1 + Math.floor((levels * (lower.get(value) ?? 0)) / values.length));
}

type Scores = Pick<ScoredBuyer, 'recency' | 'frequency' | 'money'>;

/** Which group the scores make; the first rule that holds, and each customer has one. */
export function groupOf({ recency, frequency, money }: Scores, isFirst: boolean): RfmGroup {
  if (recency >= 3) {
    if (recency >= 4 && frequency >= 4 && money >= 4) return 'champions';
    if (frequency >= 4) return 'loyal';
    return isFirst ? 'new' : 'promising';
  }
  if (frequency >= 4 && money >= 4) return 'cannotLose';
  return frequency >= 3 || money >= 4 ? 'atRisk' : 'asleep';
}

/** Why there are no scores: too few bought, or all of them last on the same day. */
export type NoScores = 'few' | 'alike';

/** Scores everybody and puts each in a group; or says why not. */
export function scoreBuyers(buyers: readonly Buyer[]): readonly ScoredBuyer[] | NoScores {
  if (buyers.length < fewestForScores) return 'few';
  const first = buyers[0]?.silentDays;
  if (buyers.every(({ silentDays }) => silentDays === first)) return 'alike';
  const recency = scoresOf(buyers.map(({ silentDays }) => -silentDays));
  const frequency = scoresOf(buyers.map(({ purchaseDays }) => purchaseDays));
  const money = scoresOf(buyers.map(({ moneyMinor }) => moneyMinor));
  return buyers.map((buyer, index) => {
    const scores = {
      recency: recency[index] ?? 1,
      frequency: frequency[index] ?? 1,
      money: money[index] ?? 1,
    };
    return { ...buyer, ...scores, group: groupOf(scores, buyer.isFirst) };
  });
}
