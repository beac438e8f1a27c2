import { ledgerOf, type PointFacts, sumsByKind } from './ledger.ts';
import type { PointRule } from './rule.ts';

/** What is written down next is the newest of its day. */
const next = Number.MAX_SAFE_INTEGER;

/** How many points somebody can spend on a day so that on no day since there are fewer than none. */
export function spendableOn(
  rules: readonly PointRule[],
  facts: PointFacts,
  { on, today }: { readonly on: string; readonly today: string },
): number {
  const coveredWith = (points: number) => {
    const planned = { id: next, on, kind: 'spent' as const, points: -points, saleId: null };
    const entries = points === 0 ? facts.entries : [...facts.entries, planned];
    return sumsByKind(ledgerOf(rules, { ...facts, entries }, today).lines).get('advanced') ?? 0;
  };
  const before = coveredWith(0);
  let least = 0;
  let most = ledgerOf(rules, facts, on).balance;
  while (least < most) {
    const middle = Math.ceil((least + most) / 2);
    if (coveredWith(middle) > before) most = middle - 1;
    else least = middle;
  }
  return least;
}
