import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { RawHandle } from '#db/file/client.ts';
import { newestVersion } from '#db/file/migrate.ts';
import { inSnapshot } from '#db/file/transaction.ts';
import {
  carriedColumns,
  carriedRows,
  countCarried,
  lastIdOf,
} from '#db/queries/exports/carried.ts';
import { readSettings } from '#db/queries/settings.ts';
import { type CarriedTable, carriedTables } from '#db/table-facts.ts';
import type { Output, Parsed } from '#shared/contract/index.ts';
import type { TaskContext } from '../../../context.ts';
import type { ChosenFolder } from '../../../tasks/prepared.ts';
import { fileWord, hashFile, makeFolder } from '../../accountant/files/pack-folder.ts';
import { writeCsv } from '../files/write-csv.ts';
import { type ManifestTable, manifestFile, manifestText, tableFile } from './manifest.ts';
import { readmeText } from './readme.ts';
import { writeCalendarFile } from './write-calendar.ts';
import { writeCards } from './write-cards.ts';

async function writeTable(
  folder: string,
  raw: RawHandle,
  table: CarriedTable,
  options: { readonly signal: AbortSignal; readonly onProgress: (rows: number) => void },
): Promise<ManifestTable> {
  const path = join(folder, tableFile(table));
  const columns = carriedColumns(raw, table).map(({ name }) => name);
  const lastId = lastIdOf(raw, table);
  const { rows } = await writeCsv(
    path,
    columns.map((title) => ({ title, type: 'text' })),
    carriedRows(raw, table),
    { ...options, profile: 'exact', quotesEmpty: true },
  );
  return { table, columns, rows, sha256: await hashFile(path, options.signal), lastId };
}

/** Writes every table; progress goes on from one to the next. */
async function writeTables(ctx: TaskContext, folder: string): Promise<ManifestTable[]> {
  const { raw } = ctx.open();
  const total = carriedTables.reduce((sum, table) => sum + countCarried(raw, table), 0);
  await mkdir(join(folder, 'csv'));
  const written: ManifestTable[] = [];
  let done = 0;
  for (const table of carriedTables) {
    const { signal } = ctx;
    const onProgress = (rows: number) => ctx.progress('exporting', done + rows, total);
    const one = await writeTable(folder, raw, table, { signal, onProgress });
    done += one.rows;
    written.push(one);
  }
  return written;
}

/** Writes the folder's files. Returns its tables and how much is in the files for phones. */
async function fillFolder(ctx: TaskContext, folder: string) {
  const { db } = ctx.open();
  const { signal, clock } = ctx;
  const { appVersion } = ctx.shop;
  const { settings } = await readSettings(db);
  const [today, at] = [clock.today(), clock.instant()];
  const tables = await writeTables(ctx, folder);
  const cards = await writeCards(folder, db, { signal });
  const events = await writeCalendarFile(folder, { db, settings, today, at }, signal);
  await writeFile(join(folder, 'README.txt'), readmeText({ settings, today, appVersion, tables }));
  const manifest = { schemaVersion: newestVersion, appVersion, madeAt: at, tables };
  await writeFile(join(folder, manifestFile), manifestText(manifest));
  return { tables, cards, events };
}

/**
 * Writes all the shop holds into a new folder, from one state of it: exact CSV that makes the same shop
 * again, cards and a calendar for a phone, and what explains them. It stands there whole or not at all.
 */
export async function exportEverything(
  ctx: TaskContext,
  _input: Parsed<'exports.everything'>,
  { path: folder, unfinished }: ChosenFolder,
): Promise<Output<'exports.everything'>> {
  const { db, raw } = ctx.open();
  return inSnapshot(raw, async () => {
    const { settings } = await readSettings(db);
    const shopWord = fileWord(settings.shopName, settings.language === 'id' ? 'toko' : 'shop');
    const place = { folder, base: `${shopWord}-${ctx.clock.today()}`, unfinished };
    const made = await makeFolder(place, (inside) => fillFolder(ctx, inside), ctx.signal);
    const { tables, cards, events } = made.filled;
    const rowsOf = (name: CarriedTable) => tables.find(({ table }) => table === name)?.rows ?? 0;
    return {
      path: made.path,
      files: made.files.length + 1,
      customers: rowsOf('customers'),
      sales: rowsOf('sales'),
      rows: tables.reduce((sum, { rows }) => sum + rows, 0),
      cards,
      events,
    };
  });
}
