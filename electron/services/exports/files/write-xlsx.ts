import { Readable } from 'node:stream';
import { ZipFile } from 'yazl';
import { stopIfAborted, writeFileAtomically } from './atomic-file.ts';
import { RowCursor } from './row-cursor.ts';
import { takeSheetName } from './sheet-names.ts';
import type { ExportColumn, ExportSheet, WriteOptions, WrittenFile } from './table.ts';
import { cellXml, columnLetters, columnWidth, textCell } from './xlsx-cells.ts';
import {
  contentTypesXml,
  rootRelationsXml,
  STYLE,
  sheetStartXml,
  stylesXml,
  workbookRelationsXml,
  workbookXml,
} from './xlsx-parts.ts';

/** Rows of a sheet below its header. */
export const MAX_SHEET_ROWS = 1_048_575;
const BATCH_ROWS = 256;
/**
 * The same content gives the same bytes, whenever and wherever it is written: the zip's own clock has
 * no time zone, so a local time is the one that is fixed, of the zone the laptop is in by then;
 * the first day there is would be moved by a zip library that was loaded in another zone.
 */
function entry() {
  return {
    mtime: new Date(1980, 0, 3),
    mode: 0o100644,
    forceDosTimestamp: true,
    compressionLevel: 4,
  };
}

/** `currency` is an ISO 4217 code; it decides how the money columns look. */
export interface XlsxOptions extends WriteOptions {
  readonly currency: string;
  /** Rows a sheet takes before it goes on in the next; Excel's own limit where left out. */
  readonly maxSheetRows?: number;
}

interface Progress {
  rows: number;
}

async function* sheetChunks(
  columns: readonly ExportColumn[],
  cursor: RowCursor,
  options: XlsxOptions,
  progress: Progress,
): AsyncGenerator<Buffer> {
  const letters = columns.map((_, at) => columnLetters(at));
  const limit = options.maxSheetRows ?? MAX_SHEET_ROWS;
  const titles = columns.map(({ title }, at) =>
    title === '' ? '' : textCell(`${letters[at]}1`, title, STYLE.header, title),
  );
  yield Buffer.from(
    `${sheetStartXml(columns.map(columnWidth))}<row r="1">${titles.join('')}</row>`,
    'utf8',
  );
  let number = 1;
  while (number <= limit) {
    stopIfAborted(options.signal);
    const rows = await cursor.take(Math.min(BATCH_ROWS, limit - number + 1));
    if (rows.length === 0) break;
    let xml = '';
    for (const row of rows) {
      number += 1;
      xml += `<row r="${number}">`;
      for (let at = 0; at < row.length; at += 1) {
        const letter = letters[at] ?? columnLetters(at);
        xml += cellXml(`${letter}${number}`, row[at] ?? null, columns[at]);
      }
      xml += '</row>';
    }
    yield Buffer.from(xml, 'utf8');
    progress.rows += rows.length;
    options.onProgress?.(progress.rows);
  }
  const last = letters.at(-1);
  const filter = last === undefined ? '' : `<autoFilter ref="A1:${last}${number}"/>`;
  yield Buffer.from(`</sheetData>${filter}</worksheet>`, 'utf8');
}

/** Fills the zip sheet after sheet; the parts that list the sheets come last, when they are known. */
class WorkbookWriter {
  readonly #zip = new ZipFile();
  readonly #output = this.#zip.outputStream as Readable;
  readonly #names: string[] = [];
  readonly #taken = new Set<string>();
  readonly #options: XlsxOptions;
  readonly progress: Progress = { rows: 0 };
  #part: Readable | null = null;
  #isStopped = false;

  constructor(options: XlsxOptions) {
    this.#options = options;
    // Whoever reads the output hears of an error; this keeps one after the last read from being fatal.
    this.#output.on('error', () => undefined);
    this.#zip.on('error', (error: Error) => this.#output.destroy(error));
  }

  get output(): AsyncIterable<Uint8Array> {
    return this.#output;
  }

  /** Ends what is under way after the reader of the output has gone. */
  stop(): void {
    this.#isStopped = true;
    this.#part?.destroy();
  }

  async fill(sheets: readonly ExportSheet[]): Promise<void> {
    try {
      for (const sheet of sheets) await this.#addSheet(sheet);
      if (this.#isStopped) return;
      this.#add('xl/styles.xml', stylesXml(this.#options.currency));
      this.#add('xl/workbook.xml', workbookXml(this.#names));
      this.#add('xl/_rels/workbook.xml.rels', workbookRelationsXml(this.#names.length));
      this.#add('_rels/.rels', rootRelationsXml());
      this.#add('[Content_Types].xml', contentTypesXml(this.#names.length));
      this.#zip.end();
    } catch (error) {
      this.#output.destroy(error instanceof Error ? error : new Error(String(error)));
    }
  }

  async #addSheet(sheet: ExportSheet): Promise<void> {
    const cursor = new RowCursor(sheet.rows);
    try {
      do {
        this.#names.push(takeSheetName(sheet.name, this.#taken));
        await this.#pump(sheetChunks(sheet.columns, cursor, this.#options, this.progress));
      } while (!this.#isStopped && (await cursor.peek()) !== undefined);
    } finally {
      await cursor.close();
    }
  }

  async #pump(chunks: AsyncIterable<Buffer>): Promise<void> {
    if (this.#isStopped) return;
    const part = Readable.from(chunks, { objectMode: false, highWaterMark: 262_144 });
    this.#part = part;
    const closed = new Promise<void>((resolve, reject) => {
      part.once('error', reject);
      part.once('close', resolve);
    });
    this.#zip.addReadStream(part, `xl/worksheets/sheet${this.#names.length}.xml`, entry());
    await closed;
  }

  #add(name: string, xml: string): void {
    this.#zip.addBuffer(Buffer.from(xml, 'utf8'), name, entry());
  }
}

/**
 * Writes a workbook row by row, all or nothing: bold frozen header with a filter, typed cells, real
 * dates, phones as text, never a formula. Fails with `CANCELLED`, or `VALIDATION` for a text over
 * Excel's 32,767 characters.
 */
export async function writeXlsx(
  path: string,
  sheets: readonly ExportSheet[],
  options: XlsxOptions,
): Promise<WrittenFile> {
  const writer = new WorkbookWriter(options);
  const filled = writer.fill(sheets);
  try {
    const bytes = await writeFileAtomically(path, writer.output, options.signal);
    return { rows: writer.progress.rows, bytes };
  } finally {
    writer.stop();
    await filled;
  }
}
