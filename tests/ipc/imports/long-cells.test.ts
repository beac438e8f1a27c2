import { Worker } from 'node:worker_threads';
import { expect, it } from 'vitest';
import type { RowCounts } from '#shared/contract/imports.ts';

const length = 900_000;
/** No step takes seconds; one that looks at every pair of characters takes hours. */
const watchdogMs = 60_000;

function long(start: string, middle: string, end: string): string {
  return `${start}${middle.repeat(length / middle.length)}${end}`;
}

/** For each column the text that a careless pattern of it would never be done with. */
const columns: readonly (readonly [string, string, string])[] = [
  ['Tanggal', '05/03/2026', long('05/03/2026 10:00', ' ', 'x')],
  ['Jam', '10:00', long('10:00', ' ', 'x')],
  ['No Nota', 'N1', long('', 'A1', '!')],
  ['Pelanggan', 'Ayu', long('Ayu, ', 'S. ', '!')],
  ['No HP', '081234500001', long('0812', ' ', 'x')],
  ['Email', 'ayu@contoh.test', long('a@', '.', '@')],
  ['Total', '30000', long('Rp ', '0.', 'x')],
  ['Diskon', '0', long('10', ' %', 'x')],
  ['Status', 'selesai', long('', 'batal belum ', '!')],
  ['Kota', 'Bogor', long('', 'Bo', '*')],
  ['Label', 'lama', long('* ', ' *', '!')],
];

function fileOf(): string {
  const usual = columns.map(([, value]) => value);
  const rows = columns.map(([, , text], at) => usual.with(at, text));
  return [columns.map(([title]) => title), usual, ...rows].map((row) => row.join(';')).join('\n');
}

async function imported(text: string): Promise<{ phase: string; counts?: RowCounts }> {
  const worker = new Worker(new URL('../../support/shop/long-import.ts', import.meta.url), {
    workerData: { text },
  });
  let last: { phase: string; counts?: RowCounts } = { phase: 'none' };
  const dog = setTimeout(() => void worker.terminate(), watchdogMs);
  await new Promise((resolve, reject) => {
    worker.on('message', (message: typeof last) => {
      last = message;
      dog.refresh();
    });
    worker.on('error', reject);
    worker.on('exit', resolve);
  });
  clearTimeout(dog);
  return last;
}

it('takes a file with a cell of 900 kB in every column, row by row', async () => {
  const { phase, counts } = await imported(fileOf());
  expect(phase).toBe('done');
  expect(counts?.read).toBe(columns.length + 1);
}, 300_000);
