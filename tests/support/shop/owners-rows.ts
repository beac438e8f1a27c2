import type { RawHandle } from '#db/file/client.ts';
import { dumpedTables } from '#db/table-facts.ts';

/** Every row of the owner's tables: what the logical dump is made of, for a difference that can be read. */
export function ownersRows(raw: RawHandle): Readonly<Record<string, readonly string[]>> {
  return Object.fromEntries(
    dumpedTables.map((table) => [
      table,
      raw
        .prepare(`SELECT * FROM ${table} ORDER BY 1`)
        .all()
        .map((row) => JSON.stringify(row)),
    ]),
  );
}
