import { createHash } from 'node:crypto';
import type { RawHandle } from '#db/file/client.ts';
import { dumpedTables } from '#db/table-facts.ts';

/**
 * SHA-256 over every row of the owner's tables, each with all columns, by its key. Two shops with the same hash hold the same data.
 */
export function logicalDumpHash(raw: RawHandle): string {
  const hash = createHash('sha256');
  for (const table of dumpedTables) {
    hash.update(`${table}\n`);
    for (const row of raw.prepare(`SELECT * FROM ${table} ORDER BY 1`).raw().iterate()) {
      hash.update(`${JSON.stringify(row)}\n`);
    }
  }
  return hash.digest('hex');
}
