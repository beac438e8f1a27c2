import { TextDecoder } from 'node:util';
import { badFile } from '#shared/errors.ts';
import { beat } from '../../../../tasks/pulse.ts';
import { breathe } from '../../draft-store.ts';
import { readChunks, stopIfAborted } from '../file-chunks.ts';
import type { OpenedFile } from '../open-csv.ts';
import { RowBatches } from '../row-batches.ts';
import { detectEncoding, markLength, toUtf8 } from '../text-encoding.ts';
import type { OpenOptions, ReadOptions, RowBatch, Workbook } from '../workbook.ts';
import { type HtmlTable, HtmlTables } from './html-tables.ts';

/** It is read into memory as a whole: a larger one is to be saved as .xlsx first. */
const MAX_BYTES = 31_457_280;
const CHARSET = /<meta[^>]+charset\s*=\s*["']?\s*([\w-]{2,20})/i;

/** What the page says its letters are; null: nothing, or nothing that is known. */
function saidDecoder(start: Buffer): TextDecoder | null {
  const label = CHARSET.exec(start.toString('latin1'))?.[1];
  if (label === undefined || /^(utf-?8|iso-8859-1|us-ascii)$/i.test(label)) return null;
  try {
    return new TextDecoder(label, { fatal: true });
  } catch {
    return null;
  }
}

async function readText(file: OpenedFile, signal: AbortSignal | undefined): Promise<string> {
  const encoding = await detectEncoding(readChunks(file.handle, 0, signal));
  const chunks: Buffer[] = [];
  const said = encoding === 'windows-1252' ? saidDecoder(file.start) : null;
  const raw = readChunks(file.handle, markLength(file.start, encoding), signal);
  for await (const chunk of said === null ? toUtf8(raw, encoding) : raw) chunks.push(chunk);
  const bytes = Buffer.concat(chunks);
  try {
    return said === null ? bytes.toString('utf8') : said.decode(bytes);
  } catch {
    throw badFile('encoding', said?.encoding);
  }
}

async function* readRows(
  { rows }: HtmlTable,
  { signal, onProgress }: ReadOptions,
): AsyncGenerator<RowBatch> {
  stopIfAborted(signal);
  const batches = new RowBatches();
  for (const [index, row] of rows.entries()) {
    batches.add(index + 1, row.some((cell) => cell !== null) ? row : []);
    for (const batch of batches.takeFull()) {
      yield batch;
      stopIfAborted(signal);
      onProgress?.(index, rows.length);
    }
  }
  yield* batches.takeRest();
}

/** Opens the tables of a web page: what many tills write and call `.xls`. Each table is a sheet. */
export async function openHtml(file: OpenedFile, options: OpenOptions): Promise<Workbook> {
  if (file.size > MAX_BYTES) throw badFile('unsupported', 'html');
  const signal = options.signal ?? new AbortController().signal;
  const page = new HtmlTables(await readText(file, signal));
  for (let isMore = true; isMore; await breathe(signal)) isMore = page.step();
  beat();
  const tables = page.tables.filter(({ rows }) => rows.some((row) => row.length > 0));
  if (tables.length === 0) throw badFile('unsupported', 'html');
  await file.handle.close();
  return {
    format: 'html',
    sheets: tables.map((_, index) => ({ index, name: `${index + 1}`, hidden: false })),
    text: null,
    date1904: false,
    rows(sheetIndex, readOptions = {}) {
      const table = tables[sheetIndex];
      if (table === undefined) throw badFile('damaged', 'no such table');
      return readRows(table, readOptions);
    },
    async close() {
      // Its text is in memory, which goes with this object.
    },
  };
}
