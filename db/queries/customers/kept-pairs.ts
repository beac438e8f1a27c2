import { readDerived, writeDerived } from '../../derived-state.ts';
import type { RawHandle } from '../../file/client.ts';

/** Tables that tell who somebody is, and of the customers' own row what does. */
const telling = ['contact_points', 'customer_identifiers', 'addresses'];
const facts = [
  'name',
  'name_key',
  'gender',
  'birthday_on',
  'tax_id',
  'deleted_at',
  'erased_at',
  'merged_into',
];
const key = 'samePeople';
/** Counts up as two are held against each other in another way: what was found before is looked for again. */
const way = 2;

/** Which rows about people something was found in. To be asked for before they are read. */
export interface PeopleVersion {
  /** What moves as whole imports, removals and erasures come and go. */
  readonly moved: string;
  /** The last change that was recorded. */
  readonly journal: number;
}

export function peopleVersion(raw: RawHandle): PeopleVersion {
  const one = (text: string) => raw.prepare(text).pluck().get();
  const moved = [
    "SELECT seq FROM sqlite_sequence WHERE name = 'imports'",
    "SELECT count(*) FROM imports WHERE status = 'undone'",
    "SELECT seq FROM sqlite_sequence WHERE name = 'removals'",
    'SELECT count(*) FROM erasures',
  ].map((text) => one(text) ?? 0);
  const journal = one("SELECT seq FROM sqlite_sequence WHERE name = 'journal'");
  return { moved: [way, ...moved].join(' '), journal: Number(journal ?? 0) };
}

/** Whether nothing has been written since that tells who somebody is: a sale, a note, a mark do not. */
function holds(raw: RawHandle, then: PeopleVersion): boolean {
  if (then.moved !== peopleVersion(raw).moved) return false;
  const differs = facts.map((name) => `before ->> '$.${name}' IS NOT after ->> '$.${name}'`);
  const changed = raw
    .prepare(
      `SELECT 1 FROM journal WHERE id > ? AND (
         entity IN (${telling.map((table) => `'${table}'`).join(', ')})
         OR (entity = 'customers' AND (${differs.join(' OR ')}))) LIMIT 1`,
    )
    .get(then.journal);
  return changed === undefined;
}

/** What was found in the same rows before; null: nothing, or they have changed. */
export function keptPairs(raw: RawHandle): unknown {
  const text = readDerived(raw, key);
  if (text === null) return null;
  const { version, pairs } = JSON.parse(text) as { version: PeopleVersion; pairs: unknown };
  return holds(raw, version) ? pairs : null;
}

/** Keeps what was found until somebody's record changes; in the caller's transaction. */
export function keepPairs(raw: RawHandle, version: PeopleVersion, pairs: unknown): void {
  writeDerived(raw, key, JSON.stringify({ version, pairs }));
}

/** Everybody whom an import brought and who is there. */
export function customersBroughtBy(raw: RawHandle, importId: number): ReadonlySet<number> {
  const ids = raw
    .prepare('SELECT id FROM customers WHERE import_id = ? AND deleted_at IS NULL')
    .pluck()
    .all(importId);
  return new Set(ids as number[]);
}
