import { copyFile, rm, stat } from 'node:fs/promises';
import { openConnection, type RawHandle } from '../file/client.ts';
import { dropCopy } from '../file/copy-beside.ts';
import { createAt, newestVersion, schemaVersion } from '../file/migrate.ts';
import { keysFor, liesOpen } from '../file/protection.ts';
import { storageReasonOf } from '../file/storage-error.ts';
import { keepLastId } from '../queries/exports/bring.ts';
import type { LogState } from './file-pages.ts';
import { openPages } from './file-pages.ts';
import { type Filled, type HistoryColumns, placeStrays, TableFill } from './fill.ts';
import { type Lost, LostRows } from './lost.ts';
import { type ModelTable, tablesAt } from './model.ts';
import { type OpenFile, openFile, readByPages } from './read-pages.ts';
import { readSealed } from './read-sealed.ts';
import { type Mended, mendReferences, type UnknownNames } from './references.ts';
import type { SalvageSource } from './source.ts';

/** A damaged file, where what can be read of it goes, and who hears how far it is. */
export interface SalvageRequest {
  readonly from: string;
  /** A fresh file; what lies there is dropped. */
  readonly to: string;
  /** Where a protected file is copied to be read: SQLite alone can open one, and it writes beside it. */
  readonly scratch: string;
  readonly names: UnknownNames;
  onRows(done: number, total: number): Promise<void>;
}

/** What became of the rows of one table. */
export interface SalvagedTable extends Lost {
  readonly table: string;
  readonly saved: number;
  /** Read, and not kept, since what they are part of is lost. */
  readonly left: number;
}

export interface Salvaged extends Omit<Mended, 'left'> {
  readonly version: number;
  readonly tables: readonly SalvagedTable[];
  /** Rows with a field left empty, or with letters lost. */
  readonly partial: number;
  readonly log: LogState;
  readonly pages: SalvageSource['pages'];
  /** It is read through its key, which shows less of it. */
  readonly isSealed: boolean;
}

interface Opened {
  readonly source: SalvageSource;
  readonly tables: readonly ModelTable[];
  readonly version: number;
  readonly isSealed: boolean;
}

function isKnownVersion(version: number | null): version is number {
  return version !== null && version >= 1 && version <= newestVersion;
}

/** The version that a file is of: what its first page says, where its tables agree with that. */
async function versionOf({ version, schema }: OpenFile): Promise<number> {
  const there = new Set(schema.filter(({ type }) => type === 'table').map(({ name }) => name));
  const stated = isKnownVersion(version) ? version : newestVersion;
  for (let tried = newestVersion; tried > stated; tried -= 1) {
    const now = new Set((await tablesAt(tried)).map(({ name }) => name));
    const before = new Set((await tablesAt(tried - 1)).map(({ name }) => name));
    if ([...now].some((name) => !before.has(name) && there.has(name))) return tried;
  }
  return stated;
}

async function openByPages(from: string): Promise<Opened | null> {
  const pages = openPages(from);
  if (pages === null) return null;
  const file = openFile(pages);
  const version = await versionOf(file);
  const tables = await tablesAt(version);
  return { source: readByPages(file, tables), tables, version, isSealed: false };
}

/** Null: its first page cannot be read, without which nothing of it can be. */
async function openSealed(from: string, scratch: string): Promise<Opened | null> {
  await dropCopy(scratch);
  await copyFile(from, scratch);
  const log = `${from}-wal`;
  if ((await stat(log).catch(() => null)) !== null) await copyFile(log, `${scratch}-wal`);
  try {
    // The first connection brings the log into the copy; those that follow only read.
    const first = openConnection(scratch);
    const stated = schemaVersion(first.raw);
    await first.close();
    const version = isKnownVersion(stated) ? stated : newestVersion;
    const source = readSealed(() => openConnection(scratch, { readonly: true }).raw);
    return { source, tables: await tablesAt(version), version, isSealed: true };
  } catch (error) {
    if (storageReasonOf(error, null) === 'corrupt') return null;
    throw error;
  }
}

function isSealedFile(path: string): boolean {
  return liesOpen(path) === false && keysFor(path).length > 0;
}

/** What is written is what was: a lock of a period is one of its rows, and would refuse the others. */
async function withoutLocks(raw: RawHandle, work: () => Promise<void>): Promise<void> {
  const rows = raw
    .prepare(
      "SELECT name, sql FROM sqlite_schema WHERE type = 'trigger' AND name LIKE '%\\_locked\\_%' ESCAPE '\\'",
    )
    .raw()
    .all() as [string, string][];
  for (const [name] of rows) raw.exec(`DROP TRIGGER ${name}`);
  await work();
  for (const [, sql] of rows) raw.exec(sql);
}

function historyColumns(tables: readonly ModelTable[]): HistoryColumns {
  return new Map(
    tables.map(({ name, columns }) => [name, new Set(columns.map((column) => column.name))]),
  );
}

const rowsAtOnce = 2000;

/** Puts every row that can be read into the fresh file, table by table; then those that no way leads to. */
async function fillAll(
  raw: RawHandle,
  { source, tables }: Opened,
  onRows: SalvageRequest['onRows'],
): Promise<readonly TableFill[]> {
  const history = historyColumns(tables);
  const fills = tables.map((table) => new TableFill(raw, table, history));
  let done = 0;
  const step = async () => {
    done += 1;
    if (done % rowsAtOnce === 0) await onRows(Math.min(done, source.steps), source.steps);
  };
  for (const fill of fills)
    for (const cell of source.rowsOf(fill.filled.table)) {
      fill.put(cell);
      await step();
    }
  const open = fills.filter(({ filled }) => !source.isWhole(filled.table));
  if (open.length > 0)
    for (const cells of source.strays()) {
      placeStrays(open, cells);
      await step();
    }
  return fills;
}

/** A change of which a part is lost cannot be taken back whole: it is not carried along. */
function dropTornChanges(
  raw: RawHandle,
  batches: ReadonlySet<number>,
): ReadonlyMap<string, number> {
  const list = JSON.stringify([...batches]);
  const drop = (table: string, column: string) =>
    raw
      .prepare(`DELETE FROM ${table} WHERE ${column} IN (SELECT value FROM json_each(?))`)
      .run(list).changes;
  return new Map([
    ['journal', drop('journal', 'batch_id')],
    ['batches', drop('batches', 'id')],
  ]);
}

function countOf(raw: RawHandle, table: string): number {
  return Number(raw.prepare(`SELECT count(*) FROM ${table}`).pluck().get());
}

async function fillFresh(raw: RawHandle, opened: Opened, request: SalvageRequest) {
  const { source, tables } = opened;
  const fills = await fillAll(raw, opened, request.onRows);
  const filled = new Map<string, Filled>(
    fills.map((fill) => [fill.filled.table.name, fill.filled]),
  );
  const lostRows = new LostRows(raw, source, tables);
  for (const table of tables) {
    const last = Math.max(source.lastIdOf(table) ?? 0, lostRows.highestOf(table));
    if (last > 0 && table.columns.some(({ isRowid }) => isRowid)) keepLastId(raw, table.name, last);
  }
  const lost = new Map(
    tables.map((table) => [table.name, lostRows.lostOf(table, filled.get(table.name))]),
  );
  const torn = dropTornChanges(raw, lostRows.tornBatches(filled.get('journal')));
  const { left, loosened, named } = mendReferences(raw, tables, request.names);
  const unknown: Readonly<Record<string, number>> = named;
  const counted = tables.map(
    ({ name }): SalvagedTable => ({
      table: name,
      saved: countOf(raw, name) - (unknown[name] ?? 0),
      ...(lost.get(name) ?? { lost: 0, isAtLeast: false }),
      left: (left.get(name) ?? 0) + (torn.get(name) ?? 0),
    }),
  );
  const partial = fills.reduce((sum, fill) => sum + fill.filled.partial, 0);
  return { tables: counted, partial, loosened, named };
}

/**
 * Reads what can be read of a damaged file into a fresh one of the same version, and says what was saved and
 * what was not. The damaged file is only read. Null: nothing of it can be read. What can be computed is not
 * carried along, and has to be computed again.
 */
export async function salvage(request: SalvageRequest): Promise<Salvaged | null> {
  const { from, to, scratch } = request;
  await dropCopy(to);
  const opened = isSealedFile(from) ? await openSealed(from, scratch) : await openByPages(from);
  if (opened === null) return null;
  const { source, version, isSealed } = opened;
  const fresh = openConnection(to, { isNew: true });
  const { raw } = fresh;
  try {
    createAt(raw, version);
    let counted: Awaited<ReturnType<typeof fillFresh>> | null = null;
    raw.exec('BEGIN IMMEDIATE');
    await withoutLocks(raw, async () => {
      counted = await fillFresh(raw, opened, request);
    });
    raw.exec('COMMIT');
    if (counted === null) return null;
    const { log, pages } = source;
    return { version, ...(counted as Awaited<ReturnType<typeof fillFresh>>), log, pages, isSealed };
  } finally {
    if (raw.inTransaction) raw.exec('ROLLBACK');
    await fresh.close();
    source.close();
    await rm(scratch, { force: true });
    await dropCopy(scratch);
  }
}
