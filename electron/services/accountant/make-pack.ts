import { createHash } from 'node:crypto';
import { mkdir, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { inSnapshot } from '#db/file/transaction.ts';
import { periodFigures } from '#db/queries/accountant/figures.ts';
import { readSettings } from '#db/queries/settings.ts';
import type { PeriodFigures } from '#shared/contract/accountant/pack.ts';
import type { PackEntry } from '#shared/domain/books/pack-entries.ts';
import { type Period, periodName } from '#shared/domain/books/period.ts';
import { AppFailure } from '#shared/errors.ts';
import type { TaskContext } from '../../context.ts';
import { shownBy } from '../exports/area-columns.ts';
import { stopIfAborted, writeFileAtomically } from '../exports/files/atomic-file.ts';
import type { WriteOptions } from '../exports/files/table.ts';
import { writeCsv } from '../exports/files/write-csv.ts';
import { writeXlsx } from '../exports/files/write-xlsx.ts';
import { journalText } from './files/journal.ts';
import { fileWord, hashFile, makeFolder, type PackFile } from './files/pack-folder.ts';
import { summaryPdf } from './files/summary-pdf.ts';
import { readPeriodNow } from './keep-pack.ts';
import type { PackSource } from './pack.ts';
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
  /** The rows of the period that it was made from. */
  readonly entries: readonly PackEntry[];
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

async function* bytesOf(texts: AsyncIterable<string>): AsyncGenerator<Buffer> {
  for await (const text of texts) yield Buffer.from(text, 'utf8');
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
    await writeFileAtomically(path, bytesOf(journalText(source)), next().signal);
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

/**
 * Writes a period's pack into a folder of its own inside the one that was chosen, all of it from one state
 * of the books. The same books give the same bytes, whenever and wherever they are written.
 */
export async function makePack(
  ctx: TaskContext,
  request: PackRequest,
  folder: string,
): Promise<MadePack> {
  const { db, raw } = ctx.open();
  const templates = await chosenTemplates(ctx, request.templates);
  return inSnapshot(raw, async () => {
    const { settings } = await readSettings(db);
    const { period } = request;
    const { entries, changes: changed } = await readPeriodNow(db, period);
    const changes = changed.map(changeRow);
    const figures = await periodFigures(db, period);
    stopIfAborted(ctx.signal);
    const { appVersion } = ctx.shop;
    const source = { db, period, figures, settings, shown: shownBy(settings), appVersion, changes };
    const rows = figures.lines + figures.received.count + 1;
    const { excel, csv } = request.files;
    const passes = 1 + [excel, csv, ...templates].filter(Boolean).length;
    const shopWord = fileWord(settings.shopName, settings.language === 'id' ? 'toko' : 'shop');
    const base = `${shopWord}-${periodName(period)}`;
    const work = { source, request, base, next: progressOf(ctx, rows * passes) };
    let written: WrittenTemplate[] = [];
    const place = { folder, base, unfinished: join(folder, `.${base}-${ctx.ids.next()}.partial`) };
    const { path, files } = await makeFolder(place, async (unfinished) => {
      written = await fillPack(unfinished, work, templates);
    });
    return { path, files, hash: hashOf(files), figures, entries, templates: written };
  });
}
