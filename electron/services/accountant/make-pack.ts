import { createHash } from 'node:crypto';
import { mkdir, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { inSnapshot } from '#db/file/transaction.ts';
import { periodFigures } from '#db/queries/accountant/figures.ts';
import { readSettings } from '#db/queries/settings.ts';
import type { PackRows } from '#db/staging/pack-rows.ts';
import type { PeriodFigures } from '#shared/contract/accountant/pack.ts';
import type { ShopSettings } from '#shared/contract/settings.ts';
import { type Period, periodName } from '#shared/domain/books/period.ts';
import { AppFailure } from '#shared/errors.ts';
import type { TaskContext } from '../../context.ts';
import { shownBy } from '../exports/area-columns.ts';
import { writeFileAtomically } from '../exports/files/atomic-file.ts';
import type { WriteOptions } from '../exports/files/table.ts';
import { writeCsv } from '../exports/files/write-csv.ts';
import { writeXlsx } from '../exports/files/write-xlsx.ts';
import { breathe } from '../imports/draft-store.ts';
import { journalText } from './files/journal.ts';
import { fileWord, hashFile, makeFolder, type PackFile } from './files/pack-folder.ts';
import { summaryPdf } from './files/summary-pdf.ts';
import { changesSince, lastOther, takeRows } from './keep-pack.ts';
import type { ChangedEntry, PackSource } from './pack.ts';
import { changeRow } from './periods.ts';
import { controlSheet, type HashedSheet } from './sheets/control-sheet.ts';
import { packSheets } from './sheets/pack-sheets.ts';
import type { PackSheet } from './sheets/sheet.ts';
import { shopTemplates } from './templates/shop-templates.ts';
import type { Template } from './templates/template.ts';
import { type WrittenTemplate, writeTemplate } from './templates/write-template.ts';

export interface PackRequest {
  readonly period: Period;
  readonly files: {
    readonly excel: boolean;
    readonly csv: boolean;
    readonly pdf: boolean;
    readonly journal: boolean;
  };
  /** Ids of the templates to be written. */
  readonly templates: readonly string[];
}

/** What was made. `hash` is of all files: two packs that say the same have the same one. */
export interface MadePack {
  readonly path: string;
  readonly files: readonly PackFile[];
  readonly hash: string;
  readonly figures: PeriodFigures;
  readonly templates: readonly WrittenTemplate[];
}

/** Counts rows over all files, so that progress goes on from one to the next. */
function progressOf(ctx: TaskContext, total: number): () => WriteOptions {
  let before = 0;
  let done = 0;
  return () => {
    before += done;
    done = 0;
    return {
      signal: ctx.signal,
      onProgress: (rows) => {
        done = rows;
        ctx.progress('exporting', Math.min(before + done, total), total);
      },
    };
  };
}

/** Work on one pack: where it goes and what it is made from. */
interface PackWork {
  readonly source: PackSource;
  readonly request: PackRequest;
  readonly base: string;
  /** Options of the next file. */
  readonly next: () => WriteOptions;
}

function nameOf(base: string, sheet: PackSheet): string {
  return `${base}-${fileWord(sheet.name, 'data')}.csv`;
}

/** A pack whose parts do not add up is never handed out. */
function requireSums(sheet: PackSheet): void {
  for (const { title, minor, expectedMinor } of sheet.counted().sums)
    if (minor !== expectedMinor)
      throw new Error(`${sheet.name}, ${title}: ${minor} instead of ${expectedMinor}`);
}

/** Writes every sheet as exact CSV, whose hash the control sheet says, and holds it to its sums. */
async function writeExact(folder: string, work: PackWork): Promise<HashedSheet[]> {
  await mkdir(folder);
  const sheets: HashedSheet[] = [];
  for (const sheet of packSheets(work.source)) {
    const path = join(folder, nameOf(work.base, sheet));
    await writeCsv(path, sheet.columns, sheet.cells(), { ...work.next(), profile: 'exact' });
    requireSums(sheet);
    sheets.push({ sheet, hash: await hashFile(path) });
  }
  return sheets;
}

async function writeWorkbook(
  folder: string,
  work: PackWork,
  sheets: readonly HashedSheet[],
): Promise<void> {
  const { source, base } = work;
  const control = controlSheet(source, sheets);
  const all = sheets.map(({ sheet }) => ({
    name: sheet.name,
    columns: sheet.columns,
    rows: sheet.cells(),
  }));
  const options = { ...work.next(), currency: source.settings.currency };
  await writeXlsx(join(folder, `${base}.xlsx`), [...all, control], options);
}

/** For people who open them: separator and decimals as their spreadsheets have them. */
async function writeSpreadsheetCsv(
  folder: string,
  work: PackWork,
  sheets: readonly HashedSheet[],
): Promise<void> {
  const { source, base } = work;
  const { decimalMark: settled } = source.settings.books;
  const isIndonesian = source.shown.language === 'id';
  const hasComma = settled === 'language' ? isIndonesian : settled === 'comma';
  const separator = isIndonesian || hasComma ? ';' : ',';
  await mkdir(folder);
  for (const { sheet } of sheets) {
    const options = { ...work.next(), separator, decimalMark: hasComma ? ',' : '.' } as const;
    const path = join(folder, nameOf(base, sheet));
    await writeCsv(path, sheet.columns, sheet.cells(), { ...options, profile: 'spreadsheet' });
  }
}

/** Letters that are gathered before they are written. */
const chunkLetters = 65_536;

/** An entry at a time would be a write each. */
async function* bytesOf(
  texts: AsyncIterable<string>,
  { onProgress }: WriteOptions,
): AsyncGenerator<Buffer> {
  let [gathered, count] = ['', 0];
  for await (const text of texts) {
    gathered += text;
    count += 1;
    if (gathered.length < chunkLetters) continue;
    yield Buffer.from(gathered, 'utf8');
    gathered = '';
    onProgress?.(count);
  }
  yield Buffer.from(gathered, 'utf8');
}

async function* once(bytes: Buffer): AsyncGenerator<Buffer> {
  yield bytes;
}

async function fillPack(
  folder: string,
  work: PackWork,
  templates: readonly Template[],
): Promise<WrittenTemplate[]> {
  const { source, request, base, next } = work;
  const { excel, csv, pdf, journal } = request.files;
  const exact = join(folder, 'csv-exact');
  const sheets = await writeExact(exact, work);
  if (excel) await writeWorkbook(folder, work, sheets);
  if (csv) await writeSpreadsheetCsv(join(folder, 'csv'), work, sheets);
  else await rm(exact, { recursive: true });
  if (pdf) {
    const path = join(folder, `${base}.pdf`);
    await writeFileAtomically(path, once(summaryPdf(source)), next().signal);
  }
  if (journal) {
    const path = join(folder, `${base}.journal`);
    const options = next();
    await writeFileAtomically(path, bytesOf(journalText(source), options), options.signal);
  }
  const written: WrittenTemplate[] = [];
  for (const template of templates)
    written.push(await writeTemplate(template, source, { folder, base }, next()));
  return written;
}

async function chosenTemplates(ctx: TaskContext, ids: readonly string[]): Promise<Template[]> {
  const { templates } = await shopTemplates(ctx.shop.paths.folder);
  return ids.map((id) => {
    const found = templates.find((one) => one.id === id);
    if (found === undefined) throw new AppFailure({ code: 'NOT_FOUND', entity: 'template' });
    return found;
  });
}

function hashOf(files: readonly PackFile[]): string {
  const hash = createHash('sha256');
  for (const { name, sha256 } of files) hash.update(`${sha256}  ${name}\n`);
  return hash.digest('hex');
}

/** Where a pack goes, and the rows that are to be kept of it. */
interface PackTarget {
  readonly path: string;
  readonly unfinished: string;
  readonly rows: PackRows;
}

async function* rowsOfChanges(
  changes: AsyncIterable<Parameters<typeof changeRow>[0]>,
): AsyncGenerator<ChangedEntry> {
  for await (const change of changes) yield changeRow(change);
}

/** Reads the period once for what is kept of it, and what the files are made from. */
async function sourceOf(
  ctx: TaskContext,
  { period, files: { excel, csv, journal }, templates }: PackRequest,
  settings: ShopSettings,
  rows: PackRows,
): Promise<{ source: PackSource; next: () => WriteOptions }> {
  const { db } = ctx.open();
  const figures = await periodFigures(db, period);
  await breathe(ctx.signal);
  const size = figures.lines + figures.received.count + 1;
  const passes = 2 + [excel, csv, journal, ...templates].filter(Boolean).length;
  const next = progressOf(ctx, size * passes);
  const { onProgress } = next();
  await takeRows(db, period, rows, async (read) => {
    onProgress?.(Math.min(read, size));
    await breathe(ctx.signal);
  });
  const since = await lastOther(db, period, rows);
  await breathe(ctx.signal);
  const { appVersion } = ctx.shop;
  const changes = () => rowsOfChanges(changesSince(db, since, rows));
  const shown = shownBy(settings);
  return { source: { db, period, figures, settings, shown, appVersion, changes }, next };
}

/**
 * Writes a period's pack into a folder of its own inside the one that was chosen, all of it from one state
 * of the books. The same books give the same bytes, whenever and wherever they are written. However many
 * rows there are, it holds a page of them at a time.
 */
export async function makePack(
  ctx: TaskContext,
  request: PackRequest,
  { path: folder, unfinished, rows }: PackTarget,
): Promise<MadePack> {
  const { raw, db } = ctx.open();
  const templates = await chosenTemplates(ctx, request.templates);
  return inSnapshot(raw, async () => {
    const { settings } = await readSettings(db);
    const shopWord = fileWord(settings.shopName, settings.language === 'id' ? 'toko' : 'shop');
    const base = `${shopWord}-${periodName(request.period)}`;
    // A place that takes nothing says so before anything is read.
    const { path, files, filled } = await makeFolder(
      { folder, base, unfinished },
      async (inside) => {
        const { source, next } = await sourceOf(ctx, request, settings, rows);
        const written = await fillPack(inside, { source, request, base, next }, templates);
        return { figures: source.figures, written };
      },
      ctx.signal,
    );
    return { path, files, hash: hashOf(files), figures: filled.figures, templates: filled.written };
  });
}
