import type { RawHandle } from '../../file/client.ts';
import { fillingTables, type PlannedTable, plannedTables } from '../../table-facts.ts';

/** No customers, products, sales or complaints at all; everything else hangs on one of these. */
export function isEmptyShop(raw: RawHandle): boolean {
  const any = fillingTables.map((table) => `SELECT 1 FROM ${table}`).join(' UNION ALL ');
  return raw.prepare(`${any} LIMIT 1`).get() === undefined;
}

export type LastIds = Readonly<Record<PlannedTable, number>>;

/** The highest id each table has ever given out. */
export function lastIds(raw: RawHandle): LastIds {
  const rows = raw.prepare('SELECT name, seq FROM sqlite_sequence').all() as {
    name: string;
    seq: number;
  }[];
  const found = new Map(rows.map(({ name, seq }) => [name, seq]));
  return Object.fromEntries(plannedTables.map((name) => [name, found.get(name) ?? 0])) as Record<
    PlannedTable,
    number
  >;
}

/**
 * A text that differs as soon as a user's row has changed: every change is journalled in a batch,
 * and batches, like every table here, never give out an id twice.
 */
export function shopState(raw: RawHandle): string {
  const rows = raw.prepare('SELECT name, seq FROM sqlite_sequence ORDER BY name').all();
  const settings = raw
    .prepare(
      `SELECT key, value FROM settings WHERE key IN ('currency', 'country', 'language', 'timeZone',
         'businessHours', 'holidays', 'serviceLevels', 'authorityMinor') ORDER BY key`,
    )
    .all();
  return JSON.stringify([rows, settings]);
}
