import { nameKey } from '#shared/domain/text/names.ts';
import type { RawHandle } from '../../file/client.ts';
import { type Reference, referrersOf } from '../../table-facts.ts';
import { forgetLettersOfGone } from '../campaigns/printed.ts';
import { markRanksMoved } from '../figures/state.ts';
import { scrubDrafts } from '../sales/drafts.ts';
import { indexCustomers, isSearchDeferred, rebuildSearch } from '../search/index.ts';
import { keepKeys, keysOfPerson } from './erased-keys.ts';
import { markOf, mergedInto } from './erasures.ts';
import { type Identity, identityOf, scrubMentions } from './mentions.ts';
import {
  belongsBy,
  findPerson,
  forgetPerson,
  goingTables,
  personTables,
  stayingTables,
} from './person.ts';
import { emptied, emptyToldWords, emptyWords } from './words.ts';

/** Who is erased, and how what is left of them is called. */
export interface Erasing {
  readonly customerId: number;
  /** In the owner's language, without a name; by its number. */
  readonly calls: (number: number) => string;
  /** ISO instant. */
  readonly at: string;
  readonly salt: string;
  readonly mark: string;
  /** Of one that was erased before an older copy was taken back. */
  readonly isAgain: boolean;
}

/** Rows of the history that tell of the person: of each row, of what was theirs and is no more, and of its parts. */
function findHistory(raw: RawHandle): void {
  raw.exec(`DROP TABLE IF EXISTS temp.told;
    CREATE TEMP TABLE told (id INTEGER PRIMARY KEY, entity TEXT NOT NULL, batch_id INTEGER NOT NULL);
    INSERT OR IGNORE INTO told SELECT j.id, j.entity, j.batch_id FROM person p
      CROSS JOIN journal j ON j.entity = p.entity AND j.entity_id = p.id`);
  raw.exec(`INSERT OR IGNORE INTO told SELECT id, entity, batch_id FROM journal
    WHERE owner_id IN (SELECT id FROM person WHERE entity = 'customers')`);
  for (const table of personTables) for (const one of belongsBy(table)) findFormer(raw, one);
}

/** What was a part of something of theirs and went before: only the history still tells of it. */
function findFormer(raw: RawHandle, { from, column, to }: Reference): void {
  if (to === 'customers') return;
  const whose = `(SELECT id FROM person WHERE entity = '${to}')`;
  raw.exec(`INSERT OR IGNORE INTO told SELECT id, entity, batch_id FROM journal WHERE entity = '${from}'
    AND (before ->> '$.${column}' IN ${whose} OR after ->> '$.${column}' IN ${whose})`);
}

/**
 * What is told of rows that go, goes; of rows that stay the words go, so that what was done to them can
 * still be taken back. The steps that told of them are called by no name any more.
 */
function scrubHistory(raw: RawHandle): void {
  emptyToldWords(raw);
  const kept = stayingTables.filter((table) => table !== 'customers').map((table) => `'${table}'`);
  // What was merged cannot be taken apart any more: one of the two is nobody.
  raw.exec(`DELETE FROM journal WHERE id IN (SELECT id FROM told WHERE entity NOT IN (${kept}));
    DELETE FROM journal WHERE id IN (SELECT id FROM told)
      AND before ->> '$.customer_id' <> after ->> '$.customer_id';
    UPDATE batches SET label = '' WHERE import_id IS NULL AND id IN (SELECT batch_id FROM told);
    DROP TABLE temp.told`);
}

/** Whoever else refers to what goes does so no more. */
function letGo(raw: RawHandle): void {
  const gone = [...goingTables, 'customers' as const];
  for (const table of gone)
    for (const { from, column } of referrersOf(table)) {
      if (from === 'customer_figures' || isTheirs({ from, column, to: table })) continue;
      raw.exec(`UPDATE ${from} SET ${column} = NULL
        WHERE ${column} IN (SELECT id FROM person WHERE entity = '${table}')
          AND id NOT IN (SELECT id FROM person WHERE entity = '${from}')`);
    }
}

/** Whether a reference makes its row the person's, so that the row is among those found. */
function isTheirs({ from, column }: Reference): boolean {
  return belongsBy(from).some((one) => one.from === from && one.column === column);
}

function remove(raw: RawHandle): void {
  for (const table of goingTables)
    raw.exec(`DELETE FROM ${table} WHERE id IN (SELECT id FROM person WHERE entity = '${table}')`);
}

/** Whether anything of theirs stays that says which customer it was. */
function isHeld(raw: RawHandle): boolean {
  const entities = stayingTables.filter((table) => table !== 'customers').map((one) => `'${one}'`);
  const held = `SELECT 1 FROM person WHERE entity IN (${entities.join(', ')}) LIMIT 1`;
  return raw.prepare(held).get() !== undefined;
}

/** What is left of the customer: a number instead of a name. */
function unname(raw: RawHandle, { customerId, at }: Erasing, called: string): void {
  const columns = emptied(raw, 'customers').filter(({ column }) => !column.startsWith('name'));
  const sets = columns.map((one) => `${one.column} = ${one.empty}`).join(', ');
  raw
    .prepare(
      `UPDATE customers SET kind = 'person', name = ?, name_key = ?, erased_at = ?, ${sets} WHERE id = ?`,
    )
    .run(called, nameKey(called), at, customerId);
  indexCustomers(raw, [customerId]);
}

function recordErasure(
  raw: RawHandle,
  { customerId, salt, mark, at }: Erasing,
  number: number | null,
): number {
  const isFree =
    number !== null && raw.prepare('SELECT 1 FROM erasures WHERE id = ?').get(number) === undefined;
  const id = raw
    .prepare(
      `INSERT INTO erasures (id, customer_id, salt, mark, erased_at) VALUES (?, ?, ?, ?, ?)
       RETURNING id`,
    )
    .pluck()
    .get(isFree ? number : null, customerId, salt, mark, at);
  return Number(id);
}

/** The records that were merged into this one go, and none of them comes back with an older copy either. */
function eraseMerged(raw: RawHandle, erasing: Erasing): void {
  for (const record of mergedInto(raw, erasing.customerId)) {
    const mark = markOf(record, erasing.salt);
    recordErasure(raw, { ...erasing, customerId: record.id, mark }, null);
    raw.prepare('DELETE FROM customers WHERE id = ?').run(record.id);
  }
}

function recordEvent(raw: RawHandle, { at, isAgain }: Erasing, number: number): void {
  raw
    .prepare(
      `UPDATE privacy_events SET customer_id = NULL, erasure_id = ?
       WHERE customer_id IN (SELECT id FROM person WHERE entity = 'customers')`,
    )
    .run(number);
  raw
    .prepare('INSERT INTO privacy_events (at, kind, erasure_id) VALUES (?, ?, ?)')
    .run(at, isAgain ? 'erased-again' : 'erased', number);
}

/** What was erased. */
export interface Erased {
  readonly number: number;
  /** Whether sales or the like are left, under the number. */
  readonly isKept: boolean;
  /** By what the person was found in other places, for whoever goes on searching. */
  readonly identity: Identity;
}

/**
 * Erases somebody from the open transaction's database: every row about them, what the history, the
 * search and the imports hold of them; what the books need stays without a name. The number is the one
 * wanted, where it is free. What stands in the file's free room is not cleared here.
 */
export function erasePerson(
  raw: RawHandle,
  erasing: Erasing,
  wanted: number | null = null,
): Erased {
  const { customerId } = erasing;
  // All is held together at the end.
  raw.pragma('defer_foreign_keys = ON');
  findPerson(raw, customerId);
  const identity = identityOf(raw, customerId);
  const keys = keysOfPerson(raw, customerId);
  findHistory(raw);
  scrubHistory(raw);
  scrubMentions(raw, identity);
  scrubDrafts(raw, customerId, identity);
  letGo(raw);
  emptyWords(raw);
  remove(raw);
  forgetLettersOfGone(raw);
  const number = recordErasure(raw, erasing, wanted);
  keepKeys(raw, number, keys);
  eraseMerged(raw, erasing);
  const isKept = isHeld(raw);
  const called = erasing.calls(number);
  if (isKept) unname(raw, erasing, called);
  else raw.prepare('DELETE FROM customers WHERE id = ?').run(customerId);
  recordEvent(raw, erasing, number);
  forgetPerson(raw);
  markRanksMoved(raw);
  // Till then the search keeps words of whoever was changed with many others.
  if (isSearchDeferred(raw)) rebuildSearch(raw);
  return { number, isKept, identity };
}

/** Lets go of every old page of the file and of its log, and remembers that. False: somebody still reads the old ones. */
export function sweepFile(raw: RawHandle, at: string): boolean {
  raw.exec('VACUUM');
  const [log] = raw.pragma('wal_checkpoint(TRUNCATE)') as { busy: number }[];
  if (log?.busy !== 0) return false;
  raw.prepare('UPDATE erasures SET swept_at = ? WHERE swept_at IS NULL').run(at);
  return true;
}

/** Whether somebody was erased and the file's free room was not cleared since. */
export function isUnswept(raw: RawHandle): boolean {
  return raw.prepare('SELECT 1 FROM erasures WHERE swept_at IS NULL LIMIT 1').get() !== undefined;
}
