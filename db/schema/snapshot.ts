import { createHash } from 'node:crypto';
import type { RawHandle } from '../file/client.ts';
import { migrations } from '../migrations/index.ts';

/** What the migrations are and what they make: a shipped one that is changed shows. */
export interface SchemaSnapshot {
  readonly migrations: readonly { readonly name: string; readonly sha256: string }[];
  readonly objects: Readonly<Record<string, string>>;
}

/** The schema of an open database, without the tables that FTS5 keeps for itself. */
export function readSchema(raw: RawHandle): SchemaSnapshot {
  const rows = raw
    .prepare(
      `SELECT type || ' ' || name, sql FROM sqlite_schema
       WHERE sql IS NOT NULL AND name NOT GLOB 'customer_words_*' AND name NOT GLOB 'customer_parts_*'
         AND name NOT GLOB 'complaint_words_*'
       ORDER BY 1`,
    )
    .raw()
    .all() as [string, string][];
  return {
    migrations: migrations.map(({ name, sql }) => ({
      name,
      sha256: createHash('sha256').update(sql).digest('hex'),
    })),
    objects: Object.fromEntries(rows),
  };
}
