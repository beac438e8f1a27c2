import Sqlite, { type Database, type Statement } from 'better-sqlite3';
import type { Cell } from '#shared/domain/cell.ts';
import { applyKey, keysFor } from '../file/protection.ts';

/** A draft's own database beside the shop's: rows as read, and what is planned for them. Disposable. */
export interface Staging {
  readonly raw: Database;
  readonly path: string;
  close(): void;
}

/** Up to some hundred rows as they stand in the file, with their 1-based numbers there. */
export interface RowBlock {
  readonly numbers: readonly number[];
  readonly rows: readonly (readonly Cell[])[];
  /** Numbers of the rows that the file hides. */
  readonly hidden: readonly number[];
}

const ground = `
CREATE TABLE IF NOT EXISTS blocks (
  source_id INTEGER NOT NULL,
  first_row INTEGER NOT NULL,
  last_row INTEGER NOT NULL,
  numbers TEXT NOT NULL,
  cells TEXT NOT NULL,
  hidden TEXT NOT NULL,
  PRIMARY KEY (source_id, first_row)
) STRICT, WITHOUT ROWID;
CREATE TABLE IF NOT EXISTS summaries (
  source_id INTEGER NOT NULL,
  position INTEGER NOT NULL,
  summary TEXT NOT NULL,
  PRIMARY KEY (source_id, position)
) STRICT, WITHOUT ROWID;
`;

/**
 * Opens (or starts) a draft's staging database. It is never synced, since what a power cut takes is
 * read again; the write-ahead log keeps it whole when the process is killed.
 */
export function openStaging(path: string): Staging {
  const raw = new Sqlite(path);
  const [key] = keysFor(path);
  if (key !== undefined) {
    applyKey(raw, key);
    // What SQLite puts into temporary files is not sealed.
    raw.pragma('temp_store = MEMORY');
  }
  raw.pragma('page_size = 16384');
  raw.pragma('journal_mode = WAL');
  raw.pragma('synchronous = OFF');
  raw.pragma('trusted_schema = OFF');
  raw.pragma('cache_size = -16384');
  raw.exec(ground);
  return { raw, path, close: () => raw.close() };
}

/** Starts a source's rows anew; the function returned takes them block by block, in order. */
export function writeBlocks(staging: Staging, sourceId: number): (block: RowBlock) => void {
  dropSourceRows(staging, sourceId);
  const insert = staging.raw.prepare('INSERT INTO blocks VALUES (?, ?, ?, ?, ?, ?)');
  return ({ numbers, rows, hidden }) => {
    const [first, last] = [numbers[0], numbers.at(-1)];
    if (first === undefined || last === undefined) return;
    // Most rows are numbered without gaps: two ends say it all.
    const isWhole = last - first + 1 === numbers.length;
    const listed = isWhole ? '' : JSON.stringify(numbers);
    insert.run(sourceId, first, last, listed, JSON.stringify(rows), JSON.stringify(hidden));
  };
}

/** Forgets a source's rows and what its columns look like. */
export function dropSourceRows(staging: Staging, sourceId: number): void {
  staging.raw.prepare('DELETE FROM blocks WHERE source_id = ?').run(sourceId);
  staging.raw.prepare('DELETE FROM summaries WHERE source_id = ?').run(sourceId);
}

/** Puts one source's rows in the place of another's. */
export function replaceSourceRows(staging: Staging, from: number, to: number): void {
  staging.raw.transaction(() => {
    dropSourceRows(staging, to);
    for (const table of ['blocks', 'summaries']) {
      // Not undone by itself: the transaction is, so the rows are not kept a second time for that.
      staging.raw
        .prepare(`UPDATE OR FAIL ${table} SET source_id = ? WHERE source_id = ?`)
        .run(to, from);
    }
  })();
}

interface StoredBlock {
  first_row: number;
  last_row: number;
  numbers: string;
  cells: string;
  hidden: string;
}

function blockOf(stored: StoredBlock): RowBlock {
  const rows = JSON.parse(stored.cells) as Cell[][];
  const numbers =
    stored.numbers === ''
      ? rows.map((_, index) => stored.first_row + index)
      : (JSON.parse(stored.numbers) as number[]);
  return { numbers, rows, hidden: JSON.parse(stored.hidden) as number[] };
}

/** A source's rows in order, one block at a time. */
export function* readBlocks(staging: Staging, sourceId: number): Generator<RowBlock> {
  const next: Statement = staging.raw.prepare(
    'SELECT * FROM blocks WHERE source_id = ? AND first_row > ? ORDER BY first_row LIMIT 1',
  );
  let after = 0;
  for (;;) {
    const stored = next.get(sourceId, after) as StoredBlock | undefined;
    if (stored === undefined) return;
    after = stored.first_row;
    yield blockOf(stored);
  }
}

/** The rows of the given numbers (ascending), each with its cells. */
export function readRows(
  staging: Staging,
  sourceId: number,
  rowNumbers: readonly number[],
): Map<number, readonly Cell[]> {
  const find = staging.raw.prepare(
    'SELECT * FROM blocks WHERE source_id = ? AND first_row <= ? ORDER BY first_row DESC LIMIT 1',
  );
  const found = new Map<number, readonly Cell[]>();
  let block: RowBlock | null = null;
  for (const row of rowNumbers) {
    if (block === null || row > (block.numbers.at(-1) ?? 0)) {
      const stored = find.get(sourceId, row) as StoredBlock | undefined;
      block = stored === undefined ? null : blockOf(stored);
    }
    const cells = block?.rows[block.numbers.indexOf(row)];
    if (cells !== undefined) found.set(row, cells);
  }
  return found;
}

/** Keeps what a source's columns look like, as JSON. */
export function writeSummaries(
  staging: Staging,
  sourceId: number,
  summaries: readonly unknown[],
): void {
  const insert = staging.raw.prepare('INSERT OR REPLACE INTO summaries VALUES (?, ?, ?)');
  staging.raw.transaction(() => {
    staging.raw.prepare('DELETE FROM summaries WHERE source_id = ?').run(sourceId);
    summaries.forEach((summary, position) => {
      insert.run(sourceId, position, JSON.stringify(summary));
    });
  })();
}

/** What `writeSummaries` kept, in the order of the columns. */
export function readSummaries(staging: Staging, sourceId: number): unknown[] {
  return staging.raw
    .prepare('SELECT summary FROM summaries WHERE source_id = ? ORDER BY position')
    .pluck()
    .all(sourceId)
    .map((text) => JSON.parse(String(text)) as unknown);
}
