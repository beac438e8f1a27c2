import type { RawHandle } from '#db/file/client.ts';

const instant = /\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z/g;

/** Every table of a shop but the inner ones of the search index, which has a check of its own. */
function tablesOf(raw: RawHandle): readonly string[] {
  return raw
    .prepare(
      `SELECT name FROM pragma_table_list
       WHERE schema = 'main' AND type = 'table' AND name NOT LIKE 'sqlite_%' ORDER BY name`,
    )
    .pluck()
    .all() as string[];
}

/**
 * Every row of every table, as one line of text each, with the instants masked: they are all that
 * two runs of the same work may differ in. Reads inside one transaction, so that nothing changes
 * between two tables, and lets SQLite check its structure, references and search index first.
 */
export function wholeDump(raw: RawHandle): Readonly<Record<string, readonly string[]>> {
  const faults = [raw.pragma('integrity_check'), raw.pragma('foreign_key_check')];
  if (JSON.stringify(faults) !== '[[{"integrity_check":"ok"}],[]]')
    throw new Error(JSON.stringify(faults));
  const read = raw.transaction(() =>
    tablesOf(raw).map((table) => {
      const rows = raw.prepare(`SELECT * FROM "${table}"`).raw().all();
      const lines = rows.map((row) => JSON.stringify(row).replaceAll(instant, '*'));
      return [table, lines.sort()] as const;
    }),
  );
  return Object.fromEntries(read());
}
