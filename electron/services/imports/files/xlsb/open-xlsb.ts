import { badFile } from '#shared/errors.ts';
import { stopIfAborted } from '../file-chunks.ts';
import type { ReadOptions, RowBatch, Workbook } from '../workbook.ts';
import { builtInKind, formatKind, type NumberKind } from '../xlsx-dates.ts';
import {
  MAX_SHEET_NAME,
  MAX_SHEETS,
  type PackagedSheet,
  readRelations,
  readSmallPart,
  type XlsxPackage,
} from '../xlsx-package.ts';
import type { SheetContext } from '../xlsx-sheet.ts';
import { SharedStrings } from '../xlsx-strings.ts';
import type { ZipParts } from '../zip-parts.ts';
import { RECORD, RecordCutter, readRecords } from './xlsb-records.ts';
import { XlsbSheet } from './xlsb-sheet.ts';

const MAX_FORMATS = 65_536;

async function readKinds(
  zip: ZipParts,
  part: string | null,
  signal: AbortSignal | undefined,
): Promise<readonly NumberKind[] | null> {
  if (part === null) return null;
  const codes = new Map<number, string>();
  const kinds: NumberKind[] = [];
  let isInCells = false;
  const cutter = new RecordCutter((type, content) => {
    if (type === RECORD.beginCellFormats) isInCells = true;
    else if (type === RECORD.endCellFormats) isInCells = false;
    else if (type === RECORD.format) codes.set(content.u16(0), content.text(2).text);
    else if (type === RECORD.cellFormat && isInCells) {
      const code = codes.get(content.u16(2));
      kinds.push(code === undefined ? builtInKind(content.u16(2)) : formatKind(code));
    }
    if (kinds.length > MAX_FORMATS || codes.size > MAX_FORMATS)
      throw badFile('hostile', 'over 65,536 cell formats');
  });
  for await (const bytes of readSmallPart(zip, part, signal)) cutter.feed(bytes);
  cutter.finish();
  return kinds;
}

async function readStrings(
  zip: ZipParts,
  part: string | null,
  signal: AbortSignal | undefined,
): Promise<SharedStrings> {
  const strings = new SharedStrings();
  if (part === null) return strings;
  const hear: Parameters<typeof readRecords>[2] = (type, content) => {
    if (type === RECORD.string) strings.add(content.text(1).text);
  };
  await readRecords(zip, part, hear, signal);
  return strings;
}

/** What lies where in a binary workbook (.xlsb), whose main part is given. */
async function readXlsbPackage(
  zip: ZipParts,
  part: string,
  signal: AbortSignal | undefined,
): Promise<XlsxPackage> {
  const relations = await readRelations(zip, part, signal);
  const sheets: PackagedSheet[] = [];
  let date1904 = false;
  const hear: Parameters<typeof readRecords>[2] = (type, content) => {
    if (type === RECORD.bookOptions) date1904 = (content.u32(0) & 1) !== 0;
    if (type !== RECORD.sheet) return;
    const id = content.text(8);
    const { text: name } = content.text(id.end);
    const relation = relations.get(id.text);
    if (relation === undefined) throw badFile('damaged', 'a sheet has no part');
    if (relation.kind !== 'worksheet') return;
    if (name.length > MAX_SHEET_NAME)
      throw badFile('hostile', 'a sheet name over 1,024 characters');
    if (sheets.length >= MAX_SHEETS) throw badFile('hostile', 'over 5,000 sheets');
    if (!zip.has(relation.target)) throw badFile('damaged', 'the part of a sheet is missing');
    const hidden = content.u32(0) !== 0;
    sheets.push({ index: sheets.length, name, hidden, part: relation.target });
  };
  await readRecords(zip, part, hear, signal);
  if (sheets.length === 0) throw badFile('no-rows', 'no sheet');
  const target = (kind: string) =>
    [...relations.values()].find((relation) => relation.kind === kind)?.target ?? null;
  return { sheets, date1904, stylesPart: target('styles'), stringsPart: target('sharedStrings') };
}

async function* readRows(
  zip: ZipParts,
  part: string,
  context: SheetContext,
  options: ReadOptions,
): AsyncGenerator<RowBatch> {
  const sheet = new XlsbSheet(context);
  const cutter = new RecordCutter((type, content) => sheet.hear(type, content));
  const { batches } = sheet.rows;
  const total = zip.size(part);
  let done = 0;
  for await (const bytes of zip.read(part, options.signal)) {
    cutter.feed(bytes);
    for (const batch of batches.takeFull()) {
      yield batch;
      stopIfAborted(options.signal);
    }
    done += bytes.length;
    options.onProgress?.(done, total);
  }
  cutter.finish();
  sheet.finish();
  yield* batches.takeRest();
}

/** Reads a binary workbook in an open zip, which is closed with it. */
export async function openXlsb(
  zip: ZipParts,
  mainPart: string,
  signal: AbortSignal | undefined,
): Promise<Workbook> {
  const book = await readXlsbPackage(zip, mainPart, signal);
  let context: SheetContext | null = null;
  async function* rows(part: string, options: ReadOptions): AsyncGenerator<RowBatch> {
    stopIfAborted(options.signal);
    context ??= {
      kinds: await readKinds(zip, book.stylesPart, options.signal),
      strings: await readStrings(zip, book.stringsPart, options.signal),
      date1904: book.date1904,
    };
    yield* readRows(zip, part, context, options);
  }
  return {
    format: 'xlsb',
    sheets: book.sheets.map(({ index, name, hidden }) => ({ index, name, hidden })),
    text: null,
    date1904: book.date1904,
    rows(sheetIndex, options = {}) {
      const sheet = book.sheets[sheetIndex];
      if (sheet === undefined) throw badFile('damaged', 'no such sheet');
      return rows(sheet.part, options);
    },
    async close() {
      zip.close();
    },
  };
}
