import type { PlannedValue } from '#db/table-facts.ts';

type Values = Readonly<Record<string, PlannedValue>>;

/** Only the keys that differ; null: none does. */
export function difference(
  before: Values,
  after: Values,
): { before: Record<string, PlannedValue>; after: Record<string, PlannedValue> } | null {
  const changed = Object.keys(after).filter((key) => before[key] !== after[key]);
  if (changed.length === 0) return null;
  const pick = (from: Values) => Object.fromEntries(changed.map((key) => [key, from[key] ?? null]));
  return { before: pick(before), after: pick(after) };
}
