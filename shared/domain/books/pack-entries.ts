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

/** Rows page by page, by kind and then by id: what two such streams tell can be held side by side. */
export type EntryPages = AsyncIterable<readonly PackEntry[]>;

function changeOf(was: PackEntry | null, is: PackEntry | null): EntryChange | null {
  const { entity, id } = is ?? was ?? { entity: 'sales', id: 0 };
  if (was === null) return { kind: 'new', entity, id, was, is };
  if (is === null) return { kind: 'gone', entity, id, was, is };
  return was.contentHash === is.contentHash ? null : { kind: 'changed', entity, id, was, is };
}

/** Walks pages row by row. */
class EntryCursor {
  readonly #pages: AsyncIterator<readonly PackEntry[]>;
  #page: readonly PackEntry[] = [];
  #at = 0;

  constructor(pages: EntryPages) {
    this.#pages = pages[Symbol.asyncIterator]();
  }

  /** The row it stands at; null: at the end. A page that was walked through is let go of. */
  async row(): Promise<PackEntry | null> {
    while (this.#at === this.#page.length) {
      const step = await this.#pages.next();
      if (step.done === true) return null;
      [this.#page, this.#at] = [step.value, 0];
    }
    return this.#page[this.#at] ?? null;
  }

  advance(): void {
    this.#at += 1;
  }

  async close(): Promise<void> {
    await this.#pages.return?.();
  }
}

/** Which of two rows comes first, below zero the one; a stream at its end has nothing more to say. */
function order(one: PackEntry | null, other: PackEntry | null): number {
  if (one === null || other === null) return other === null ? -1 : 1;
  const kinds = entryKinds.indexOf(one.entity) - entryKinds.indexOf(other.entity);
  return kinds === 0 ? one.id - other.id : kinds;
}

/** The rows that are not as they were: by what they are, then by id. Holds a page of each at most. */
export async function* compareEntries(
  then: EntryPages,
  now: EntryPages,
): AsyncGenerator<EntryChange> {
  const [before, after] = [new EntryCursor(then), new EntryCursor(now)];
  try {
    for (;;) {
      const [was, is] = [await before.row(), await after.row()];
      if (was === null && is === null) return;
      const first = order(was, is);
      const change = changeOf(first <= 0 ? was : null, first >= 0 ? is : null);
      if (first <= 0) before.advance();
      if (first >= 0) after.advance();
      if (change !== null) yield change;
    }
  } finally {
    await before.close();
    await after.close();
  }
}

function addEntry(
  sums: { revenueMinor: number; owedMinor: number },
  entry: PackEntry | null,
  sign: 1 | -1,
) {
  if (entry === null) return;
  if (entry.entity === 'sales') sums.revenueMinor += sign * entry.amountMinor;
  sums.owedMinor += sign * entry.owedMinor;
}

/** What changes add to the sums of a pack, so that they become those of the books, and the first of them. */
export async function tellChanges(
  changes: AsyncIterable<EntryChange>,
  limit: number,
): Promise<{
  readonly since: EntrySums & { readonly changes: number };
  readonly rows: readonly EntryChange[];
}> {
  const since = { revenueMinor: 0, owedMinor: 0, changes: 0 };
  const rows: EntryChange[] = [];
  for await (const change of changes) {
    since.changes += 1;
    addEntry(since, change.is, 1);
    addEntry(since, change.was, -1);
    if (rows.length < limit) rows.push(change);
  }
  return { since, rows };
}
