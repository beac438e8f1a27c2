import { join } from 'node:path';
import { performance } from 'node:perf_hooks';
import type { ExportColumn } from '#electron/services/exports/files/table.ts';
import { writeXlsx } from '#electron/services/exports/files/write-xlsx.ts';
import { peakMemoryMb } from './process-use.ts';

/** A workbook of so many rows, and the most memory that writing it takes. `run-write.ts FOLDER ROWS`. */
const [folder = '', count = '1000000'] = process.argv.slice(2);

function* rows(): Generator<(string | number)[]> {
  for (let at = 0; at < Number(count); at += 1)
    yield [`Pelanggan ${at}`, `+62812${at}`, at % 7, at / 8, at * 1000, '2026-03-05'];
}

const columns: readonly ExportColumn[] = [
  { title: 'Nama', type: 'text' },
  { title: 'HP', type: 'phone' },
  { title: 'Jumlah', type: 'integer' },
  { title: 'Berat', type: 'decimal' },
  { title: 'Total', type: 'money' },
  { title: 'Tanggal', type: 'date' },
];

const begin = performance.now();
await writeXlsx(join(folder, 'large.xlsx'), [{ name: 'Uji', columns, rows: rows() }], {
  currency: 'IDR',
});
console.log(
  JSON.stringify({ ms: performance.now() - begin, peakRssMb: peakMemoryMb(process.pid) }),
);
