import { Worker } from 'node:worker_threads';
import { expect, it } from 'vitest';
import type { LongCell } from '#tests/support/long-cells.ts';

/** A cell that one record of a text file may just hold. */
const length = 1_000_000;
/** One look that is linear takes a second at most; one at every pair of characters takes hours. */
const watchdogMs = 30_000;

const nasty: readonly (readonly [string, string, string])[] = [
  ['', 'A1', '!'],
  ['', 'a-', '!'],
  ['', 'a@b.c:::', '!'],
  ['a@', '.', '@'],
  ['0812', ' ', 'x'],
  ['0812 ', '(', '1'],
  ['0812 ', 'a.', '1'],
  ['', '08123456789 , ', 'x'],
  ['10:00', ' ', 'x'],
  ['05/03/2026 10:00', ' ', 'x'],
  ['5', ' \n', 'Maret'],
  ['', '1', ''],
  ['Rp ', '0.', 'x'],
  ['10', ' %', 'x'],
  ['', ' ', 'x'],
  ['A', ' *', '!'],
  ['', 'batal belum ', '!'],
  ['Ayu, ', 'S. ', '!'],
  ['', 'tgl ', 'x'],
  ['', 'aB', '_'],
];

/** Looks at long cells in a thread of its own, which is ended where a look does not end itself. */
async function lastLook(cells: readonly LongCell[]): Promise<string> {
  const worker = new Worker(new URL('../../../support/long-cells.ts', import.meta.url), {
    workerData: { cells, length },
  });
  let last = 'none';
  const dog = setTimeout(() => void worker.terminate(), watchdogMs);
  await new Promise((resolve, reject) => {
    worker.on('message', (message: string) => {
      last = message;
      dog.refresh();
    });
    worker.on('error', reject);
    worker.on('exit', resolve);
  });
  clearTimeout(dog);
  return last;
}

it('looks once at a cell of a million characters, whatever its shape', async () => {
  const cells = nasty.map(([start, middle, end]) => ({ start, middle, end }));
  expect(await lastLook(cells)).toBe('all looked at');
}, 600_000);
