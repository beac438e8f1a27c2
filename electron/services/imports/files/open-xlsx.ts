import { badFile } from '#shared/errors.ts';
import { stopIfAborted } from './file-chunks.ts';
import { isOpenDocument, openOds } from './ods/open-ods.ts';
import type { OpenOptions, ReadOptions, RowBatch, Workbook } from './workbook.ts';
import { openXlsb } from './xlsb/open-xlsb.ts';
import type { NumberKind } from './xlsx-dates.ts';
import { findWorkbook, readPackage, readSmallPart, type XlsxPackage } from './xlsx-package.ts';
import { type SheetContext, SheetListener } from './xlsx-sheet.ts';
import { SharedStrings, StringsListener } from './xlsx-strings.ts';
import { StylesListener } from './xlsx-styles.ts';
import { SPREADSHEET_NAMESPACES } from './xml-listener.ts';
import { readXml } from './xml-reader.ts';
import { XmlScanner } from './xml-scanner.ts';
import { openZip, type ZipParts } from './zip-parts.ts';

/** Bytes of a sheet between two handings-out: rows with wide gaps are far larger than their XML. */
const STEP_BYTES = 4_096;

async function readKinds(
  zip: ZipParts,
  part: string | null,
  signal: AbortSignal | undefined,
): Promise<readonly NumberKind[] | null> {
  if (part === null) return null;
  const styles = new StylesListener();
  const root = { name: 'styleSheet', namespaces: SPREADSHEET_NAMESPACES };
  await readXml(readSmallPart(zip, part, signal), root, styles);
  return styles.kinds;
}

async function readStrings(
  zip: ZipParts,
  part: string | null,
  signal: AbortSignal | undefined,
): Promise<SharedStrings> {
  const strings = new SharedStrings();
  if (part === null) return strings;
  const root = { name: 'sst', namespaces: SPREADSHEET_NAMESPACES };
  const scanner = new XmlScanner(root, new StringsListener(strings));
  for await (const bytes of zip.read(part, signal)) scanner.feed(bytes);
  scanner.finish();
  return strings;
}

async function* readRows(
  zip: ZipParts,
  part: string,
  loadContext: (signal: AbortSignal | undefined) => Promise<SheetContext>,
  options: ReadOptions,
): AsyncGenerator<RowBatch> {
  stopIfAborted(options.signal);
  const listener = new SheetListener(await loadContext(options.signal));
  const { batches } = listener.rows;
  const reader = new XmlScanner(
    { name: 'worksheet', namespaces: SPREADSHEET_NAMESPACES },
    listener,
  );
  const total = zip.size(part);
  let done = 0;
  for await (const bytes of zip.read(part, options.signal)) {
    for (let at = 0; at < bytes.length; at += STEP_BYTES) {
      reader.feed(bytes.subarray(at, at + STEP_BYTES));
      for (const batch of batches.takeFull()) {
        yield batch;
        stopIfAborted(options.signal);
      }
    }
    done += bytes.length;
    options.onProgress?.(done, total);
  }
  reader.finish();
  yield* batches.takeRest();
}

function bindWorkbook(zip: ZipParts, book: XlsxPackage): Workbook {
  let context: SheetContext | null = null;
  async function loadContext(signal: AbortSignal | undefined): Promise<SheetContext> {
    context ??= {
      kinds: await readKinds(zip, book.stylesPart, signal),
      strings: await readStrings(zip, book.stringsPart, signal),
      date1904: book.date1904,
    };
    return context;
  }
  return {
    format: 'xlsx',
    sheets: book.sheets.map(({ index, name, hidden }) => ({ index, name, hidden })),
    text: null,
    date1904: book.date1904,
    rows(sheetIndex, options = {}) {
      const sheet = book.sheets[sheetIndex];
      if (sheet === undefined) throw badFile('damaged', 'no such sheet');
      return readRows(zip, sheet.part, loadContext, options);
    },
    async close() {
      context = null;
      zip.close();
    },
  };
}

/** Opens a workbook in a zip, by what the zip holds; strings and styles are read with the first sheet that is asked for. */
export async function openZippedBook(path: string, options: OpenOptions): Promise<Workbook> {
  const zip = await openZip(path);
  const { signal } = options;
  try {
    if (isOpenDocument(zip)) return await openOds(zip, signal);
    const part = await findWorkbook(zip, signal);
    if (part.endsWith('.bin')) return await openXlsb(zip, part, signal);
    return bindWorkbook(zip, await readPackage(zip, part, signal));
  } catch (error) {
    zip.close();
    throw error;
  }
}
