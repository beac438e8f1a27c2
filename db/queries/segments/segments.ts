import { sql } from 'kysely';
import type { RawHandle, ReadHandle } from '../../file/client.ts';
import { deleteRow, insertRow, updateRow } from '../../history/journal.ts';
import { idList } from '../customers/id-list.ts';

/** A segment as it is stored; `definition` is JSON. */
export interface SegmentRow {
  readonly id: number;
  readonly name: string;
  readonly definition: string;
}

/** Every segment by its name. */
export function listSegments(db: ReadHandle): Promise<SegmentRow[]> {
  return db
    .selectFrom('segments')
    .select(['id', 'name', 'definition'])
    .orderBy(sql`name COLLATE NOCASE`)
    .orderBy('id')
    .execute();
}

/** One segment; null: there is none. */
export async function readSegment(db: ReadHandle, id: number): Promise<SegmentRow | null> {
  const row = await db
    .selectFrom('segments')
    .select(['id', 'name', 'definition'])
    .where('id', '=', id)
    .executeTakeFirst();
  return row ?? null;
}

/** Whether another segment has this name. */
export async function isNameTaken(
  db: ReadHandle,
  name: string,
  but: number | null,
): Promise<boolean> {
  const found = await sql<{ id: number }>`SELECT id FROM segments
    WHERE name = ${name} COLLATE NOCASE AND id IS NOT ${but} LIMIT 1`.execute(db);
  return found.rows.length > 0;
}

/** What is written of a segment. */
interface Written {
  readonly name: string;
  readonly definition: string;
}

/** Returns the id of the new segment. */
export function insertSegment(
  raw: RawHandle,
  batchId: number,
  { name, definition, at }: Written & { readonly at: string },
): number {
  return insertRow(raw, batchId, 'segments', { name, definition, created_at: at });
}

export function updateSegment(
  raw: RawHandle,
  batchId: number,
  id: number,
  { name, definition }: Written,
): void {
  updateRow(raw, batchId, { table: 'segments', id }, { name, definition });
}

export function removeSegment(raw: RawHandle, batchId: number, id: number): void {
  deleteRow(raw, batchId, { table: 'segments', id });
}

/** What products are called now: one that was merged goes by the one it became; who is gone is not named. */
export async function productNames(
  db: ReadHandle,
  ids: readonly number[],
): Promise<Map<number, string>> {
  if (ids.length === 0) return new Map();
  const found = await sql<{ id: number; name: string }>`
    WITH RECURSIVE same (id, now) AS (SELECT value, value FROM json_each(${JSON.stringify(ids)})
      UNION SELECT same.id, p.merged_into FROM same JOIN products p ON p.id = same.now
        WHERE p.merged_into IS NOT NULL)
    SELECT same.id, p.name FROM same JOIN products p ON p.id = same.now
    WHERE p.merged_into IS NULL`.execute(db);
  return new Map(found.rows.map(({ id, name }) => [id, name]));
}

/** What imports are called: their files and when they were done; one that was undone is not named. */
export async function importNames(
  db: ReadHandle,
  ids: readonly number[],
): Promise<Map<number, string>> {
  if (ids.length === 0) return new Map();
  const found = await sql<{ id: number; name: string }>`
    SELECT i.id, coalesce((SELECT group_concat(DISTINCT s.file_name) FROM import_sources s
      WHERE s.import_id = i.id), '') AS name
    FROM imports i WHERE i.status = 'done' AND i.id IN ${idList(ids)}`.execute(db);
  return new Map(found.rows.map(({ id, name }) => [id, name.replaceAll(',', ', ')]));
}

interface Choice {
  readonly value: string;
  readonly count: number;
}

const mostChoices = 200;

/** How customers came to the shop, in the owner's words, most used first. */
export async function sourcesInUse(db: ReadHandle): Promise<Choice[]> {
  const found = await sql<Choice>`SELECT source AS value, count(*) AS count FROM customers
    WHERE source IS NOT NULL AND source <> '' AND deleted_at IS NULL
    GROUP BY source ORDER BY count DESC, source LIMIT ${mostChoices}`.execute(db);
  return found.rows;
}

/** Where sales were made, such as a marketplace, with how many customers bought there. */
export async function channelsInUse(db: ReadHandle): Promise<Choice[]> {
  const found =
    await sql<Choice>`SELECT channel AS value, count(DISTINCT customer_id) AS count FROM sales
    WHERE channel IS NOT NULL AND channel <> '' AND deleted_at IS NULL AND is_purchase = 1
      AND customer_id IS NOT NULL
    GROUP BY channel ORDER BY count DESC, channel LIMIT ${mostChoices}`.execute(db);
  return found.rows;
}

/** Categories of products, with how many products each has. */
export async function categoriesInUse(db: ReadHandle): Promise<Choice[]> {
  const found = await sql<Choice>`SELECT category AS value, count(*) AS count FROM products
    WHERE category IS NOT NULL AND category <> '' AND deleted_at IS NULL
    GROUP BY category ORDER BY count DESC, category LIMIT ${mostChoices}`.execute(db);
  return found.rows;
}

/** Imports that stand and brought customers, the newest first. */
export async function importsInUse(
  db: ReadHandle,
): Promise<{ id: number; name: string; count: number }[]> {
  const found = await sql<{ id: number; count: number }>`
    SELECT i.id, count(c.id) AS count FROM imports i JOIN customers c ON c.import_id = i.id
    WHERE i.status = 'done' AND c.deleted_at IS NULL
    GROUP BY i.id ORDER BY i.id DESC LIMIT ${mostChoices}`.execute(db);
  const names = await importNames(
    db,
    found.rows.map(({ id }) => id),
  );
  return found.rows.map(({ id, count }) => ({ id, name: names.get(id) ?? '', count }));
}
