export const entryKinds = ['sales', 'payments', 'compensations'] as const;
export type EntryKind = (typeof entryKinds)[number];

/** A row of a period, its lines or parts with it, as a pack keeps it. Money is minor units. */
export interface PackEntry {
  readonly entity: EntryKind;
  readonly id: number;
  readonly day: string;
  readonly label: string;
  /** Of a sale its revenue, of the others their amount. */
  readonly amountMinor: number;
  /** What it adds to what is owed, or takes off. */
  readonly owedMinor: number;
  /** Two rows that say the same have the same one. */
  readonly contentHash: string;
}

/** What a pack has of a row, and what the books have of it now. */
export interface EntryChange {
  readonly kind: 'new' | 'changed' | 'gone';
  readonly entity: EntryKind;
  readonly id: number;
  readonly was: PackEntry | null;
  readonly is: PackEntry | null;
}

/** What entries come to: what was sold, and what of it is owed. */
export interface EntrySums {
  readonly revenueMinor: number;
  readonly owedMinor: number;
}

export type ContentPart = string | number | null | readonly ContentPart[];

/** Everything that a pack shows of a row, in one text that no other row's can be taken for. */
export function contentText(entity: EntryKind, parts: readonly ContentPart[]): string {
  return JSON.stringify([entity, ...parts]);
}

function keyOf({ entity, id }: PackEntry): string {
  return `${entity} ${id}`;
}

function changeOf(was: PackEntry | null, is: PackEntry | null): EntryChange | null {
  const { entity, id } = is ?? was ?? { entity: 'sales', id: 0 };
  if (was === null) return { kind: 'new', entity, id, was, is };
  if (is === null) return { kind: 'gone', entity, id, was, is };
  return was.contentHash === is.contentHash ? null : { kind: 'changed', entity, id, was, is };
}

/** The rows that are not as they were: by what they are, then by id. */
export function compareEntries(
  then: readonly PackEntry[],
  now: readonly PackEntry[],
): EntryChange[] {
  const before = new Map(then.map((entry) => [keyOf(entry), entry]));
  const after = new Set(now.map(keyOf));
  const kept = now.map((is) => changeOf(before.get(keyOf(is)) ?? null, is));
  const gone = then.filter((was) => !after.has(keyOf(was))).map((was) => changeOf(was, null));
  return [...kept, ...gone]
    .filter((change) => change !== null)
    .sort((a, b) => entryKinds.indexOf(a.entity) - entryKinds.indexOf(b.entity) || a.id - b.id);
}

/** What entries come to together. */
export function sumEntries(entries: readonly PackEntry[]): EntrySums {
  let [revenueMinor, owedMinor] = [0, 0];
  for (const entry of entries) {
    if (entry.entity === 'sales') revenueMinor += entry.amountMinor;
    owedMinor += entry.owedMinor;
  }
  return { revenueMinor, owedMinor };
}

/** What changes add to the sums of a pack, so that they become those of the books. */
export function sumChanges(changes: readonly EntryChange[]): EntrySums {
  const [is, was] = [
    sumEntries(changes.flatMap((change) => change.is ?? [])),
    sumEntries(changes.flatMap((change) => change.was ?? [])),
  ];
  return {
    revenueMinor: is.revenueMinor - was.revenueMinor,
    owedMinor: is.owedMinor - was.owedMinor,
  };
}
