import type { TextEncoding } from '#shared/contract/imports-draft.ts';
import { badFile } from '#shared/errors.ts';
import type { SourceFile } from '../sealed/source-file.ts';
import { BlankParser, GuardedParser } from './csv-parser.ts';
import { CHUNK_BYTES, readChunks, stopIfAborted } from './file-chunks.ts';
import { RowBatches } from './row-batches.ts';
import { sniffSeparator } from './separator.ts';
import { detectEncoding, markLength, toUtf8 } from './text-encoding.ts';
import type { OpenOptions, ReadOptions, RowBatch, Workbook } from './workbook.ts';

/** An open file and what it looked like when it was opened. */
export interface OpenedFile {
  readonly handle: SourceFile;
  readonly size: number;
  readonly modifiedMs: number;
  readonly start: Buffer;
}

interface CsvShape {
  readonly encoding: TextEncoding;
  readonly separator: string;
  readonly bytesBefore: number;
  /** Bytes, as UTF-8, of the `sep=` line. */
  readonly skip: number;
}

async function decodeSample(file: OpenedFile, encoding: TextEncoding, bytesBefore: number) {
  const isWhole = file.size <= CHUNK_BYTES;
  async function* sample(): AsyncGenerator<Buffer> {
    yield file.start.subarray(bytesBefore);
  }
  let text = '';
  try {
    for await (const part of toUtf8(sample(), encoding)) text += part.toString('utf8');
  } catch (error) {
    // A sample may end within a character; the whole file is checked when it is read.
    if (isWhole || text === '') throw error;
  }
  return { text, isWhole };
}

async function findShape(file: OpenedFile, options: OpenOptions): Promise<CsvShape> {
  const encoding =
    options.encoding ?? (await detectEncoding(readChunks(file.handle, 0, options.signal)));
  const bytesBefore = markLength(file.start, encoding);
  const { text, isWhole } = await decodeSample(file, encoding, bytesBefore);
  if (isWhole && text.trim() === '') throw badFile('empty');
  const sniffed = sniffSeparator(text, isWhole);
  return {
    encoding,
    separator: options.separator ?? sniffed.separator,
    bytesBefore,
    skip: Buffer.byteLength(text.slice(0, sniffed.skip), 'utf8'),
  };
}

async function refuseChanged(file: OpenedFile): Promise<void> {
  const now = await file.handle.stat();
  if (now.size !== file.size || now.mtimeMs !== file.modifiedMs) throw badFile('changed-on-disk');
}

/** Gives every record its number, blanks emptied. */
function collect(batches: RowBatches): (record: string[], rowNumber: number) => void {
  return (record, rowNumber) => {
    batches.add(rowNumber, record.every((cell) => cell === '') ? [] : record);
  };
}

async function* readRows(
  file: OpenedFile,
  shape: CsvShape,
  options: ReadOptions,
): AsyncGenerator<RowBatch> {
  await refuseChanged(file);
  const batches = new RowBatches();
  const sink = collect(batches);
  const parser =
    shape.separator === ' ' ? new BlankParser(sink) : new GuardedParser(shape.separator, sink);
  let done = shape.bytesBefore;
  async function* counted(): AsyncGenerator<Buffer> {
    for await (const chunk of readChunks(file.handle, shape.bytesBefore, options.signal)) {
      done += chunk.length;
      yield chunk;
    }
  }
  let skip = shape.skip;
  for await (const bytes of toUtf8(counted(), shape.encoding)) {
    parser.feed(skip === 0 ? bytes : bytes.subarray(skip));
    skip = Math.max(0, skip - bytes.length);
    for (const batch of batches.takeFull()) {
      yield batch;
      stopIfAborted(options.signal);
    }
    options.onProgress?.(done, file.size);
  }
  parser.finish();
  await refuseChanged(file);
  yield* batches.takeRest();
}

/** Opens a text of separated columns; its one sheet is named after nothing, so the caller names it. */
export async function openCsv(file: OpenedFile, options: OpenOptions): Promise<Workbook> {
  const shape = await findShape(file, options);
  let isOpen = true;
  return {
    format: 'csv',
    sheets: [{ index: 0, name: '', hidden: false }],
    text: { encoding: shape.encoding, separator: shape.separator },
    date1904: false,
    rows(sheetIndex, readOptions = {}) {
      if (sheetIndex !== 0) throw new RangeError('a text file has one sheet');
      return readRows(file, shape, readOptions);
    },
    async close() {
      if (isOpen) {
        isOpen = false;
        await file.handle.close();
      }
    },
  };
}
