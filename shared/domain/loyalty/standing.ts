import { addDays, addMonths } from '../calendar/dates.ts';
import type { TierMeasure } from '../vocabulary/loyalty.ts';
import { endingWithin, ledgerOf, type PointFacts } from './ledger.ts';
import { type PointRule, ruleOn } from './rule.ts';

/** A level and what reaches it. */
export interface TierStep {
  readonly id: number;
  readonly reachedBy: TierMeasure;
  readonly atLeast: number;
}

/** What somebody earned and spent within the months that count for a level. */
export interface TierYear {
  readonly points: number;
  readonly minor: number;
}

/** Within how many months what was earned or spent counts for a level. */
const tierMonths = 12;

/** How somebody stands on a day. */
export interface Standing {
  readonly points: number;
  /** How many run out within the days in which it is said, and when the first do. */
  readonly ending: number;
  readonly endOn: string | null;
  readonly tierId: number | null;
  /** Within the last twelve months: points given less those taken back, and what was paid less what came back. */
  readonly yearPoints: number;
  readonly yearMinor: number;
}

/** From which day on sales have to be known to say how somebody stands on a day. */
export function knownFrom(rules: readonly PointRule[], today: string): string {
  const year = addMonths(today, -tierMonths);
  return [year, rules[0]?.fromOn ?? today].sort()[0] ?? year;
}

function missingTo({ reachedBy, atLeast }: TierStep, year: TierYear): number {
  return atLeast - (reachedBy === 'points' ? year.points : year.minor);
}

/** The highest level that is reached. Tiers are in the order of what reaches them. */
export function tierOf(tiers: readonly TierStep[], year: TierYear): number | null {
  return tiers.findLast((tier) => missingTo(tier, year) <= 0)?.id ?? null;
}

/** The level after the highest that is reached, and how much of its measure is missing; null: there is none. */
export function tierAfter<T extends TierStep>(
  tiers: readonly T[],
  year: TierYear,
): { readonly tier: T; readonly missing: number } | null {
  const tier = tiers[tiers.findLastIndex((one) => missingTo(one, year) <= 0) + 1];
  return tier === undefined ? null : { tier, missing: missingTo(tier, year) };
}

/** How somebody stands on a day, from what moved their points. */
export function standingOf(
  { rules, tiers }: { readonly rules: readonly PointRule[]; readonly tiers: readonly TierStep[] },
  facts: PointFacts,
  today: string,
): Standing {
  const ledger = ledgerOf(rules, facts, today);
  const since = addMonths(today, -tierMonths);
  const isInYear = ({ on }: { readonly on: string }) => on > since && on <= today;
  const yearPoints = ledger.lines
    .filter((line) => isInYear(line) && (line.kind === 'earned' || line.kind === 'returned'))
    .reduce((sum, { points }) => sum + points, 0);
  const yearMinor = facts.sales
    .filter(isInYear)
    .reduce((sum, { kind, paidMinor }) => sum + (kind === 'sale' ? paidMinor : -paidMinor), 0);
  const remindDays = ruleOn(rules, today)?.remindDays ?? 0;
  const { points: ending, firstOn: endOn } = endingWithin(ledger, addDays(today, remindDays));
  return {
    ...{ points: ledger.balance, ending, endOn, yearPoints, yearMinor },
    tierId: tierOf(tiers, { points: yearPoints, minor: yearMinor }),
  };
}
