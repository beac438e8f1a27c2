import { addDays, addMonths, daysBetween } from './calendar/dates.ts';

/** How long a guarantee runs: whole calendar months, then days. */
export interface GuaranteeLength {
  readonly months: number;
  readonly days: number;
}

/** Days before its end from which a guarantee counts as ending soon. */
export const endingSoonDays = 30;

/**
 * The last day covered of a thing sold on an ISO day: the day of the sale is not counted, so twelve
 * months from 3 Sep 2025 cover the whole of 3 Sep 2026, and seven days the whole of 10 Sep 2025;
 * where the last month has no such day, its last day (31 Jan + 1 month: 28 Feb). Months come before
 * days. Source: Regulation (EEC, Euratom) No 1182/71, Article 3(1) and 3(2)(c); the German Civil
 * Code §§ 187–188 reckons alike. A shop that counts the day of the sale is a day shorter: of the two
 * readings this is the buyer's.
 */
export function guaranteeEnd(soldOn: string, length: GuaranteeLength): string {
  return addDays(addMonths(soldOn, length.months), length.days);
}

/**
 * Of a product's policies the one for a sale on that day: the latest `appliesFrom` that is not after
 * it; `null` applies to every sale and comes last. Null where none applies.
 */
export function policyFor<P extends { readonly appliesFrom: string | null }>(
  policies: readonly P[],
  soldOn: string,
): P | null {
  let best: P | null = null;
  for (const policy of policies) {
    const from = policy.appliesFrom ?? '';
    if (from <= soldOn && (best === null || from >= (best.appliesFrom ?? ''))) best = policy;
  }
  return best;
}

/** The last day covered by whichever policy applies, and the policy; null where there is none. */
export function coverOf<P extends GuaranteeLength & { readonly appliesFrom: string | null }>(
  policies: readonly P[],
  soldOn: string,
): { readonly endsOn: string; readonly policy: P } | null {
  const policy = policyFor(policies, soldOn);
  return policy === null ? null : { endsOn: guaranteeEnd(soldOn, policy), policy };
}

/**
 * The first service day on or after a day. Services fall due every so many months counted from the
 * sale (not from the service before, so a clamped month end never drifts: 31 Jan, 28 Feb, 31 Mar),
 * for as long as the thing is in use.
 */
export function nextService(soldOn: string, everyMonths: number, onOrAfter: string): string {
  const first = addMonths(soldOn, everyMonths);
  if (first >= onOrAfter) return first;
  const months =
    (Number(onOrAfter.slice(0, 4)) - Number(soldOn.slice(0, 4))) * 12 +
    Number(onOrAfter.slice(5, 7)) -
    Number(soldOn.slice(5, 7));
  const times = Math.max(1, Math.floor(months / everyMonths));
  const due = addMonths(soldOn, times * everyMonths);
  return due >= onOrAfter ? due : addMonths(soldOn, (times + 1) * everyMonths);
}

/** Days of sale, both ends included. */
export interface SoldRange {
  readonly from: string;
  readonly to: string;
}

/** Three days wider than a clamped month end can shift: what it finds is reckoned exactly after. */
const clampSlack = 3;

/** Sales whose guarantee may end from one day to another; a few days too wide on both sides. */
export function soldRangeEnding(length: GuaranteeLength, from: string, to: string): SoldRange {
  const back = (iso: string) => addMonths(addDays(iso, -length.days), -length.months);
  return { from: addDays(back(from), -clampSlack), to: addDays(back(to), clampSlack) };
}

export type GuaranteeStanding = 'none' | 'covered' | 'ends-soon' | 'over';

/** How a guarantee stands by its days left (0: today is the last day; null: there is none). */
export function standingOf(daysLeft: number | null): GuaranteeStanding {
  if (daysLeft === null) return 'none';
  if (daysLeft < 0) return 'over';
  return daysLeft <= endingSoonDays ? 'ends-soon' : 'covered';
}

export type ClaimVerdict = 'covered' | 'expired' | 'excluded' | 'goodwill';
export type ClaimRemedy = 'repair' | 'replace' | 'refund' | 'none';

/** Why a claim cannot be written down like that; null: it can. */
export type ClaimRefusal = 'no-guarantee' | 'guarantee-over' | 'guarantee-runs' | 'remedy-refused';

/**
 * Checks a claim's verdict against the days: `covered` needs a guarantee that runs on that day,
 * `expired` one that does not (or none); whoever is refused gets no remedy (giving one is `goodwill`).
 */
export function refusalOf(claim: {
  readonly verdict: ClaimVerdict;
  readonly remedy: ClaimRemedy;
  readonly endsOn: string | null;
  readonly on: string;
}): ClaimRefusal | null {
  const { verdict, remedy, endsOn, on } = claim;
  const isCovered = endsOn !== null && daysBetween(on, endsOn) >= 0;
  if (verdict === 'covered' && endsOn === null) return 'no-guarantee';
  if (verdict === 'covered' && !isCovered) return 'guarantee-over';
  if (verdict === 'expired' && isCovered) return 'guarantee-runs';
  if ((verdict === 'expired' || verdict === 'excluded') && remedy !== 'none')
    return 'remedy-refused';
  return null;
}

/** The verdict that the days alone propose. */
export function proposedVerdict(daysLeft: number | null): ClaimVerdict {
  const standing = standingOf(daysLeft);
  return standing === 'covered' || standing === 'ends-soon' ? 'covered' : 'expired';
}
