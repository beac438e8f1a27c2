import type { RawHandle } from '../../file/client.ts';

/** What counts up as rows of the owner's are written, changed, taken back or brought in. */
const counters = ['batches', 'imports', 'journal', 'removals', 'sales'];
const prefix = 'report:';
/** Of all reports and the days they were made for, so many are kept. */
const mostKept = 24;

/**
 * Changes with everything that is done to the shop's rows: a report made at another version is out of date.
 * To be asked for before the report is made.
 */
export function dataVersion(raw: RawHandle): string {
  const names = counters.map((name) => `'${name}'`).join(', ');
  const rows = raw
    .prepare(`SELECT name || seq FROM sqlite_sequence WHERE name IN (${names}) ORDER BY name`)
    .pluck()
    .all();
  return rows.join(' ');
}

/** A report that was made of the same rows before; null: there is none. */
export function keptReport(raw: RawHandle, key: string): unknown {
  const text = raw
    .prepare('SELECT value FROM derived_state WHERE key = ?')
    .pluck()
    .get(prefix + key);
  if (typeof text !== 'string') return null;
  const kept = JSON.parse(text) as { version: string; report: unknown };
  return kept.version === dataVersion(raw) ? kept.report : null;
}

/** Keeps a report until the rows change, and lets those go that are out of date; in the caller's transaction. */
export function keepReport(
  raw: RawHandle,
  key: string,
  { version, report }: { version: string; report: unknown },
): void {
  const current = JSON.stringify(version);
  raw
    .prepare(
      `DELETE FROM derived_state WHERE key LIKE '${prefix}%' AND (json_extract(value, '$.version') <>
         json_extract(?, '$') OR key NOT IN (SELECT key FROM derived_state
         WHERE key LIKE '${prefix}%' ORDER BY rowid DESC LIMIT ${mostKept - 1}))`,
    )
    .run(current);
  raw
    .prepare('INSERT OR REPLACE INTO derived_state (key, value) VALUES (?, ?)')
    .run(prefix + key, JSON.stringify({ version, report }));
}
