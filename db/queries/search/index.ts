import { nameKey } from '#shared/domain/text/names.ts';
import { phoneSearchDigits } from '#shared/domain/text/phone.ts';
import type { RawHandle } from '../../file/client.ts';

/** What of a customer can be found: the name, e-mails, city, tags, note, and phone digits. */
export interface FoundBy {
  readonly name: string;
  /** E.164. */
  readonly phones: readonly string[];
  readonly words: readonly string[];
}

/**
 * The text both search tables are made from: ` ratna kusumawardani sleman 81255500137`. Words are
 * folded as the search words are (see `nameKey`), phones lose the home country's code, and the
 * space in front lets ` rat` find the beginning of any word.
 */
export function searchText(found: FoundBy): string {
  const words = [found.name, ...found.words].map(nameKey).filter((word) => word !== '');
  const phones = found.phones.map((phone) => phoneSearchDigits(phone));
  return ` ${[...words, ...phones].join(' ')}`;
}

const read = `
SELECT c.id, c.name, c.note, f.name_key, f.search_text,
  (SELECT group_concat(value, char(10)) FROM contact_points WHERE customer_id = c.id AND kind = 'phone') AS phones,
  (SELECT group_concat(value, char(10)) FROM contact_points WHERE customer_id = c.id AND kind <> 'phone') AS others,
  (SELECT group_concat(value, char(10)) FROM customer_identifiers WHERE customer_id = c.id) AS codes,
  (SELECT json_group_array(id) FROM customers m WHERE m.merged_into = c.id) AS merged,
  (SELECT group_concat(tag, char(10)) FROM customer_tags WHERE customer_id = c.id) AS tags,
  (SELECT group_concat(concat_ws(' ', street, district, city), char(10)) FROM addresses WHERE customer_id = c.id) AS places
FROM customers c JOIN customer_figures f ON f.customer_id = c.id
WHERE c.deleted_at IS NULL`;

interface Row {
  id: number;
  name: string;
  note: string | null;
  name_key: string;
  search_text: string;
  phones: string | null;
  others: string | null;
  codes: string | null;
  /** The records merged into it, as JSON. */
  merged: string;
  tags: string | null;
  places: string | null;
}

function lines(text: string | null): string[] {
  return text === null ? [] : text.split('\n').filter((line) => line !== '');
}

interface Text {
  readonly id: number;
  readonly key: string;
  readonly text: string;
}

/** By what somebody is found still: the names, phones and codes that were merged away, where others took their place. */
function foundByMerged(raw: RawHandle, ids: string): Omit<FoundBy, 'name'> {
  const whose = 'IN (SELECT value FROM json_each(@ids))';
  const phones = raw
    .prepare(
      `SELECT value FROM contact_points WHERE customer_id ${whose} AND kind = 'phone' ORDER BY id`,
    )
    .pluck()
    .all({ ids }) as string[];
  const words = raw
    .prepare(
      `SELECT name FROM customers WHERE id ${whose}
       UNION ALL SELECT value FROM contact_points WHERE customer_id ${whose} AND kind <> 'phone'
       UNION ALL SELECT value FROM customer_identifiers WHERE customer_id ${whose}`,
    )
    .pluck()
    .all({ ids }) as string[];
  return { phones, words };
}

/** What of these rows is not as it should be. */
function changedTexts(raw: RawHandle, rows: readonly Row[]): Text[] {
  const texts = rows.map((row) => {
    const merged = row.merged === '[]' ? null : foundByMerged(raw, row.merged);
    const words = [row.others, row.tags, row.places, row.codes].flatMap(lines);
    return {
      id: row.id,
      key: nameKey(row.name),
      text: searchText({
        name: row.name,
        phones: [...lines(row.phones), ...(merged?.phones ?? [])],
        words: [...words, ...(merged?.words ?? []), row.note ?? ''],
      }),
    };
  });
  return texts.filter(
    ({ key, text }, at) => text !== rows[at]?.search_text || key !== rows[at]?.name_key,
  );
}

/** Writes what differs; answers how many rows did. */
function write(raw: RawHandle, rows: readonly Row[]): number {
  const changed = changedTexts(raw, rows);
  const update = raw.prepare(
    'UPDATE customer_figures SET name_key = ?, search_text = ? WHERE customer_id = ?',
  );
  const ids = changed.map(({ id }) => id);
  changeSearched(raw, ids, () => {
    for (const { id, key, text } of changed) update.run(key, text, id);
  });
  return changed.length;
}

const oldKey = 'searchOld';

/** Whether the search texts were made by a version that left out what this one finds by. */
export function isSearchOld(raw: RawHandle): boolean {
  return raw.prepare('SELECT 1 FROM derived_state WHERE key = ?').get(oldKey) !== undefined;
}

/** Makes every search text anew, in the caller's transaction. */
export function renewSearch(raw: RawHandle): void {
  indexAll(raw);
  raw.prepare('DELETE FROM derived_state WHERE key = ?').run(oldKey);
}

const deferKey = 'searchDeferred';
const fewestForRebuild = 1000;
/** Building both tables anew costs a fifth as much a row as following each change. */
const rebuildShare = 5;

/**
 * From here to `rebuildSearch` the search tables do not follow changes: for work on many customers
 * at once. Till then a search misses what is new; what is gone it never shows.
 */
export function deferSearch(raw: RawHandle): void {
  raw
    .prepare('INSERT OR IGNORE INTO derived_state (key, value) VALUES (?, ?)')
    .run(deferKey, 'until rebuildSearch');
}

/** Whether the search tables wait for `rebuildSearch`. */
export function isSearchDeferred(raw: RawHandle): boolean {
  return raw.prepare('SELECT 1 FROM derived_state WHERE key = ?').get(deferKey) !== undefined;
}

function stopDeferring(raw: RawHandle): void {
  raw.prepare('DELETE FROM derived_state WHERE key = ?').run(deferKey);
}

const tables = ['customer_words', 'customer_parts'] as const;
const which = `FROM customer_figures WHERE search_text <> ''
  AND customer_id IN (SELECT value FROM json_each(?))`;

/**
 * Changes or deletes rows of `customer_figures` with the search tables following all at once: one
 * row after the other, by trigger, each would flush the index (5 ms a row).
 */
export function changeSearched(raw: RawHandle, ids: readonly number[], change: () => void): void {
  if (ids.length === 0 || isSearchDeferred(raw)) {
    change();
    return;
  }
  const list = JSON.stringify(ids);
  deferSearch(raw);
  for (const table of tables)
    raw
      .prepare(
        `INSERT INTO ${table} (${table}, rowid, search_text)
         SELECT 'delete', customer_id, search_text ${which}`,
      )
      .run(list);
  change();
  for (const table of tables)
    raw
      .prepare(`INSERT INTO ${table} (rowid, search_text) SELECT customer_id, search_text ${which}`)
      .run(list);
  stopDeferring(raw);
}

/** Whether so many customers change that deferring the search tables and building them anew is quicker. */
export function isRebuildQuicker(raw: RawHandle, changes: number): boolean {
  if (changes < fewestForRebuild) return false;
  const all = Number(raw.prepare('SELECT count(*) FROM customer_figures').pluck().get());
  return changes * rebuildShare > all;
}

/** Builds both search tables from the search texts and lets them follow changes again. */
export function rebuildSearch(raw: RawHandle): void {
  for (const table of tables) raw.exec(`INSERT INTO ${table} (${table}) VALUES ('rebuild')`);
  stopDeferring(raw);
}

const pageSize = 2000;

function indexAll(raw: RawHandle): void {
  const page = raw.prepare(`${read} AND c.id > ? ORDER BY c.id LIMIT ${pageSize}`);
  let isDeferred = false;
  let changed = 0;
  let rows = page.all(0) as Row[];
  while (rows.length > 0) {
    changed += write(raw, rows);
    if (!isDeferred && isRebuildQuicker(raw, changed)) {
      deferSearch(raw);
      isDeferred = true;
    }
    rows = page.all(rows.at(-1)?.id ?? 0) as Row[];
  }
  if (isDeferred) rebuildSearch(raw);
}

/**
 * Writes the search text of the given customers (all when null), in the caller's transaction. Their
 * rows in `customer_figures` must be there already; the search tables follow by trigger.
 */
export function indexCustomers(raw: RawHandle, customerIds: readonly number[] | null): void {
  if (customerIds === null) {
    indexAll(raw);
    return;
  }
  const some = raw.prepare(`${read} AND c.id IN (SELECT value FROM json_each(?))`);
  for (let start = 0; start < customerIds.length; start += pageSize)
    write(raw, some.all(JSON.stringify(customerIds.slice(start, start + pageSize))) as Row[]);
}
