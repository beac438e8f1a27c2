import { badFile } from '#shared/errors.ts';
import { stopIfAborted } from '../file-chunks.ts';
import type { ReadOptions, RowBatch, Workbook } from '../workbook.ts';
import { readSmallPart } from '../xlsx-package.ts';
import { XmlScanner } from '../xml-scanner.ts';
import type { ZipParts } from '../zip-parts.ts';
import { OdsSheet } from './ods-sheet.ts';
import { OdsOutline } from './ods-styles.ts';

const CONTENT = 'content.xml';
const MANIFEST = 'meta-inf/manifest.xml';
const STEP_BYTES = 4_096;
const NAMESPACES = ['urn:oasis:names:tc:opendocument:xmlns:office:1.0'];

/** Whether a zip is a document of LibreOffice or OpenOffice, of whatever kind. */
export function isOpenDocument(zip: ZipParts): boolean {
  return zip.has(MANIFEST) && !zip.has('[Content_Types].xml');
}

async function isEncrypted(zip: ZipParts, signal: AbortSignal | undefined): Promise<boolean> {
  let text = '';
  for await (const bytes of readSmallPart(zip, MANIFEST, signal)) text += bytes.toString('latin1');
  return text.includes('encryption-data');
}

async function readOutline(zip: ZipParts, signal: AbortSignal | undefined): Promise<OdsOutline> {
  const outline = new OdsOutline();
  const parts = [
    ['styles.xml', 'document-styles'],
    [CONTENT, 'document-content'],
  ] as const;
  for (const [part, name] of parts) {
    if (part !== CONTENT && !zip.has(part)) continue;
    const scanner = new XmlScanner({ name, namespaces: NAMESPACES }, outline);
    for await (const bytes of zip.read(part, signal)) scanner.feed(bytes);
    scanner.finish();
  }
  return outline;
}

async function* readRows(
  zip: ZipParts,
  outline: OdsOutline,
  wanted: number,
  options: ReadOptions,
): AsyncGenerator<RowBatch> {
  stopIfAborted(options.signal);
  const sheet = new OdsSheet(outline, wanted);
  const { batches } = sheet.rows;
  const scanner = new XmlScanner({ name: 'document-content', namespaces: NAMESPACES }, sheet);
  const total = zip.size(CONTENT);
  let done = 0;
  for await (const bytes of zip.read(CONTENT, options.signal)) {
    for (let at = 0; at < bytes.length && !sheet.isDone; at += STEP_BYTES) {
      scanner.feed(bytes.subarray(at, at + STEP_BYTES));
      for (const batch of batches.takeFull()) {
        yield batch;
        stopIfAborted(options.signal);
      }
    }
    done += bytes.length;
    if (sheet.isDone) break;
    options.onProgress?.(done, total);
  }
  // What is behind the sheet was read to its end when the workbook was opened.
  if (!sheet.isDone) scanner.finish();
  yield* batches.takeRest();
  options.onProgress?.(total, total);
}

/** Reads a sheet of LibreOffice or OpenOffice (.ods) in an open zip, which is closed with it. */
export async function openOds(zip: ZipParts, signal: AbortSignal | undefined): Promise<Workbook> {
  if (await isEncrypted(zip, signal)) throw badFile('password');
  const outline = await readOutline(zip, signal);
  if (!outline.isSpreadsheet) throw badFile('unsupported', 'office document');
  if (outline.sheets.length === 0) throw badFile('no-rows', 'no sheet');
  return {
    format: 'ods',
    sheets: outline.sheets,
    text: null,
    date1904: outline.firstDay === '1904-01-01',
    rows(sheetIndex, options = {}) {
      if (outline.sheets[sheetIndex] === undefined) throw badFile('damaged', 'no such sheet');
      return readRows(zip, outline, sheetIndex, options);
    },
    async close() {
      zip.close();
    },
  };
}
