import { addDays, addMonths } from '../calendar/dates.ts';
import { endingWithin, ledgerOf, type PointFacts } from './ledger.ts';
import { type PointRule, ruleOn } from './rule.ts';

/** A level and what reaches it. */
export interface TierStep {
  readonly id: number;
  readonly reachedBy: 'points' | 'money';
  readonly atLeast: number;
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

/** The highest level that is reached. Tiers are in the order of what reaches them. */
export function tierOf(
  tiers: readonly TierStep[],
  year: { readonly points: number; readonly minor: number },
): number | null {
  const reached = tiers.filter(
    ({ reachedBy, atLeast }) => (reachedBy === 'points' ? year.points : year.minor) >= atLeast,
  );
  return reached.at(-1)?.id ?? null;
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
