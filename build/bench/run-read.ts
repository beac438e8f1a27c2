import { join } from 'node:path';
import { performance } from 'node:perf_hooks';
import { openWorkbook } from '#electron/services/imports/files/open-workbook.ts';
import { peakMemoryMb } from './process-use.ts';
import { writeSaleLines } from './sale-lines.ts';

/**
 * A large file read from end to end by the app's own reader, and the most memory that takes: each row let
 * go of, or, as a reader would that knows no better, all of them kept. `run-read.ts FOLDER LINES leave|keep`.
 */
const [folder = '', lines = '250000', what = 'leave'] = process.argv.slice(2);
const file = join(folder, 'read.csv');
await writeSaleLines(file, { lines: Number(lines), customers: 20_000, products: 500 });
const begin = performance.now();
const book = await openWorkbook(file);
const kept: unknown[] = [];
let rows = 0;
for await (const batch of book.rows(0)) {
  rows += batch.rows.length;
  if (what === 'keep') kept.push(batch);
}
await book.close();
console.log(
  JSON.stringify({
    ...{ ms: performance.now() - begin, peakRssMb: peakMemoryMb(process.pid) },
    ...{ rows, kept: kept.length },
  }),
);
