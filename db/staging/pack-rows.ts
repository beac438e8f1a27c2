import { mkdirSync } from 'node:fs';
import { dirname } from 'node:path';
import Sqlite, { type Database } from 'better-sqlite3';
import { entryKinds, type PackEntry } from '#shared/domain/books/pack-entries.ts';
import { applyKey, keysFor } from '../file/protection.ts';

const ground = `
CREATE TABLE entries (
  entity TEXT NOT NULL,
  entity_id INTEGER NOT NULL,
  day TEXT NOT NULL,
  label TEXT NOT NULL,
  amount_minor INTEGER NOT NULL,
  owed_minor INTEGER NOT NULL,
  content_hash TEXT NOT NULL,
  PRIMARY KEY (entity, entity_id)
) STRICT, WITHOUT ROWID;
`;

const pageEntries = 500;

/**
 * The rows a pack is made from, in a database of their own beside the shop's until the pack is kept: a
 * period may have more of them than fit into memory. Protected as the shop is; disposable.
 */
export class PackRows {
  readonly path: string;
  readonly #raw: Database;

  constructor(path: string) {
    mkdirSync(dirname(path), { recursive: true });
    this.path = path;
    this.#raw = new Sqlite(path);
    const [key] = keysFor(path);
    if (key !== undefined) applyKey(this.#raw, key);
    this.#raw.pragma('journal_mode = OFF');
    this.#raw.pragma('synchronous = OFF');
    this.#raw.pragma('trusted_schema = OFF');
    this.#raw.exec(ground);
  }

  add(entries: readonly PackEntry[]): void {
    const insert = this.#raw.prepare(
      `INSERT INTO entries VALUES (:entity, :id, :day, :label, :amountMinor, :owedMinor, :contentHash)`,
    );
    this.#raw.transaction(() => {
      for (const entry of entries) insert.run(entry);
    })();
  }

  /** By kind and id, page by page. */
  async *pages(): AsyncGenerator<readonly PackEntry[]> {
    const page = this.#raw.prepare(
      `SELECT entity, entity_id AS id, day, label, amount_minor AS amountMinor,
         owed_minor AS owedMinor, content_hash AS contentHash
       FROM entries WHERE entity = ? AND entity_id > ? ORDER BY entity_id LIMIT ${pageEntries}`,
    );
    for (const entity of entryKinds)
      for (let after = 0; ; ) {
        const rows = page.all(entity, after) as PackEntry[];
        yield rows;
        const last = rows.at(-1);
        if (rows.length < pageEntries || last === undefined) break;
        after = last.id;
      }
  }

  close(): void {
    this.#raw.close();
  }
}
