import { setImmediate } from 'node:timers/promises';
import { badFile } from '#shared/errors.ts';
import { beat } from '../../../../tasks/pulse.ts';
import { readChunks, stopIfAborted } from '../file-chunks.ts';
import type { OpenedFile } from '../open-csv.ts';
import type { OpenOptions, ReadOptions, RowBatch, Workbook } from '../workbook.ts';
import { type BiffBook, readBiffBook } from './biff-book.ts';
import { RECORD, Records } from './biff-records.ts';
import { BiffSheetCells } from './biff-sheet.ts';
import { readWorkbookStream } from './compound-file.ts';

/** It is read into memory as a whole: a larger one is to be saved as .xlsx first. */
const MAX_BYTES = 31_457_280;
/** Bytes between two signs of life. */
const STEP_BYTES = 262_144;
const COMPOUND = 0xd0;

async function readWhole(file: OpenedFile, signal: AbortSignal | undefined): Promise<Buffer> {
  if (file.size > MAX_BYTES) throw badFile('unsupported', 'xls');
  const chunks: Buffer[] = [];
  for await (const chunk of readChunks(file.handle, 0, signal)) chunks.push(chunk);
  const data = Buffer.concat(chunks);
  if (data.length !== file.size) throw badFile('changed-on-disk');
  return data;
}

async function* readRows(
  { data, book, at }: { readonly data: Buffer; readonly book: BiffBook; readonly at: number },
  options: ReadOptions,
): AsyncGenerator<RowBatch> {
  stopIfAborted(options.signal);
  const records = new Records(data, at);
  const cells = new BiffSheetCells(book);
  const total = data.length - at;
  let told = at;
  let depth = 0;
  do {
    if (!records.next()) throw badFile('truncated', 'a sheet ends too early');
    if (records.type === RECORD.eof) depth -= 1;
    else if (records.bof() !== null) depth += 1;
    else if (depth === 1) cells.hear(records);
    if (records.start - told < STEP_BYTES) continue;
    told = records.start;
    beat();
    options.onProgress?.(told - at, total);
    await setImmediate();
    stopIfAborted(options.signal);
  } while (depth > 0);
  for (const batch of cells.finish().batches.takeRest()) {
    beat();
    yield batch;
    stopIfAborted(options.signal);
  }
  options.onProgress?.(total, total);
}

/** Opens a workbook from before Excel 2007 (.xls), in its compound file or as bare records. */
export async function openXls(file: OpenedFile, options: OpenOptions): Promise<Workbook> {
  const whole = await readWhole(file, options.signal);
  const data = file.start[0] === COMPOUND ? readWorkbookStream(whole) : whole;
  const book = readBiffBook(data);
  await file.handle.close();
  return {
    format: 'xls',
    sheets: book.sheets.map(({ index, name, hidden }) => ({ index, name, hidden })),
    text: null,
    date1904: book.date1904,
    rows(sheetIndex, readOptions = {}) {
      const sheet = book.sheets[sheetIndex];
      if (sheet === undefined) throw badFile('damaged', 'no such sheet');
      return readRows({ data, book, at: sheet.at }, readOptions);
    },
    async close() {
      // Its bytes are in memory, which goes with this object.
    },
  };
}
