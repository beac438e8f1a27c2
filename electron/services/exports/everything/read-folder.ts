import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { lstat } from 'node:fs/promises';
import { join } from 'node:path';
import { CsvError, parse } from 'csv-parse';
import type { RawHandle } from '#db/file/client.ts';
import {
  bringOrder,
  brokenTable,
  carriedInsert,
  isHistorySound,
  isRefusedValue,
  keepLastId,
} from '#db/queries/exports/bring.ts';
import { type CarriedColumn, carriedColumns } from '#db/queries/exports/carried.ts';
import { carriedTables } from '#db/table-facts.ts';
import { badExport, badFile } from '#shared/errors.ts';
import { stopIfAborted } from '../files/atomic-file.ts';
import { type Manifest, type ManifestTable, tableFile } from './manifest.ts';

/** Bytes that one row may have: a file that is not ours must not fill the memory. */
const maxRowBytes = 64 * 1024 ** 2;
const progressRows = 1_000;

/** What is given to read a folder with. */
export interface FolderReading {
  readonly folder: string;
  readonly manifest: Manifest;
  readonly signal: AbortSignal;
  onRows(done: number, total: number): void;
}

interface CsvRecord {
  readonly record: readonly (string | null)[];
  readonly info: { readonly lines: number };
}

const wholeNumber = /^-?\d{1,19}$/;

/** A cell as its column has it; fails where a number is none. */
function boundOf(cell: string | null, { isNumber }: CarriedColumn): string | bigint | null {
  if (cell === null || !isNumber) return cell;
  if (!wholeNumber.test(cell)) throw new RangeError('no whole number');
  return BigInt(cell);
}

async function requireFile(folder: string, name: string): Promise<string> {
  const path = join(folder, name);
  const found = await lstat(path).catch(() => null);
  if (found?.isFile() !== true) throw badExport('missing', name);
  return path;
}

/** The columns of a file as the tables have them; what is unknown is named. */
function knownColumns(raw: RawHandle, { table, columns }: ManifestTable): CarriedColumn[] {
  const known = new Map(carriedColumns(raw, table).map((column) => [column.name, column]));
  return columns.map((name) => {
    const column = known.get(name);
    if (column === undefined) throw badExport('column', tableFile(table), name);
    return column;
  });
}

/** Whether a failure is the line's own: its shape, a number that is none, a value the table refuses. */
function isOfLine(error: unknown): boolean {
  return error instanceof CsvError || error instanceof RangeError || isRefusedValue(error);
}

async function* recordsOf(path: string, hash: ReturnType<typeof createHash>) {
  const parser = parse({
    info: true,
    max_record_size: maxRowBytes,
    cast: (value, { quoting }) => (value === '' && !quoting ? null : value),
  });
  const file = createReadStream(path);
  file.on('data', (chunk) => hash.update(chunk));
  file.on('error', (error) => parser.destroy(badFile('unreadable', error.name)));
  try {
    yield* file.pipe(parser) as AsyncIterable<CsvRecord>;
  } finally {
    file.destroy();
    parser.destroy();
  }
}

/** Reads one file into its table while it is hashed. Fails with `BAD_EXPORT`, and the line where it is known. */
async function readTable(
  raw: RawHandle,
  entry: ManifestTable,
  reading: Pick<FolderReading, 'folder' | 'signal'> & { onRows(done: number): void },
): Promise<void> {
  const name = tableFile(entry.table);
  const path = await requireFile(reading.folder, name);
  const columns = knownColumns(raw, entry);
  const insert = carriedInsert(raw, entry.table, entry.columns);
  const hash = createHash('sha256');
  let rows = -1;
  let line = 1;
  try {
    for await (const { record, info } of recordsOf(path, hash)) {
      if (rows < 0) {
        if (record.join() !== entry.columns.join()) throw badExport('changed', name);
      } else insert(record.map((cell, at) => boundOf(cell, columns[at] as CarriedColumn)));
      rows += 1;
      line = info.lines + 1;
      if (rows % progressRows !== 0) continue;
      stopIfAborted(reading.signal);
      reading.onRows(rows);
    }
  } catch (error) {
    if (isOfLine(error)) throw badExport('line', name, String(line));
    throw error;
  }
  if (rows !== entry.rows || hash.digest('hex') !== entry.sha256) throw badExport('changed', name);
  if (entry.lastId !== null) keepLastId(raw, entry.table, entry.lastId);
}

/** Every table that the folder's version has is there once, and none besides. */
function requireTables(raw: RawHandle, { tables }: Manifest): void {
  const names = tables.map(({ table }) => table);
  const unknown = names.find((name, at) => {
    const isDerived = !(carriedTables as readonly string[]).includes(name);
    return isDerived || carriedColumns(raw, name).length === 0 || names.indexOf(name) !== at;
  });
  if (unknown !== undefined) throw badExport('table', tableFile(unknown));
  const missing = carriedTables.find(
    (table) => carriedColumns(raw, table).length > 0 && !names.includes(table),
  );
  if (missing !== undefined) throw badExport('missing', tableFile(missing));
}

/** Reads a whole folder into the empty tables of the version that wrote it, in the caller's transaction. */
export async function readFolder(raw: RawHandle, reading: FolderReading): Promise<void> {
  const { manifest, folder, signal } = reading;
  requireTables(raw, manifest);
  const total = manifest.tables.reduce((sum, { rows }) => sum + rows, 0);
  let done = 0;
  for (const entry of bringOrder(manifest.tables)) {
    const onRows = (rows: number) => reading.onRows(done + rows, total);
    await readTable(raw, entry, { folder, signal, onRows });
    done += entry.rows;
  }
}

/** Fails where the files do not belong together: a row points to none, or the history cannot be taken back. */
export function requireWhole(raw: RawHandle): void {
  const broken = brokenTable(raw);
  if (broken !== null) throw badExport('changed', tableFile(broken));
  if (!isHistorySound(raw)) throw badExport('changed', tableFile('journal'));
}
