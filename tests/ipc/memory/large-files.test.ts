import { expect, it } from 'vitest';
import { runChild } from '#build/bench/child.ts';
import { tellFigure } from '#tests/support/figures.ts';
import { tempFolder } from '#tests/support/temp-folder.ts';

const isFull = process.env['LANGGAN_FULL'] === '1';
/** 20 MB of sale lines, and a gigabyte. */
const lines = isFull ? 12_600_000 : 250_000;
const rows = isFull ? 1_000_000 : 100_000;
/** So many times the memory at most for ten times the rows. */
const mostGrowth = 1.8;

it.skipIf(process.platform !== 'linux')(
  'a large file is read and stopped in bounded memory',
  async () => {
    const run = await runChild('run-large.ts', [tempFolder(), String(lines)]);
    const { megabytes, cancelMs, mainBlockedMs, peakRssMb } = run;
    // The control: what is measured is the process that reads.
    expect(peakRssMb).toBeGreaterThan(60);
    expect(peakRssMb).toBeLessThan(600);
    const rest = `cancelled in ${cancelMs} ms, main process away for ${mainBlockedMs} ms at most`;
    tellFigure('R11', `CSV of ${megabytes} MB: ${peakRssMb} MB; ${rest}`);
  },
);

it.skipIf(process.platform !== 'linux')(
  'a large workbook is written in bounded memory',
  async () => {
    const { peakRssMb } = await runChild('run-write.ts', [tempFolder(), String(rows)]);
    expect(peakRssMb).toBeGreaterThan(40);
    expect(peakRssMb).toBeLessThan(250);
    tellFigure('R11', `XLSX of ${rows} rows: ${peakRssMb} MB`);
  },
);

it.skipIf(process.platform !== 'linux')(
  'a reader that keeps all rows is found out: it takes more the more there are',
  async () => {
    const most = async (count: number, what: 'leave' | 'keep') =>
      (await runChild('run-read.ts', [tempFolder(), String(count), what])).peakRssMb;
    const [few, many] = [25_000, 250_000];
    const ours = (await most(many, 'leave')) / (await most(few, 'leave'));
    const keeping = (await most(many, 'keep')) / (await most(few, 'keep'));
    expect(ours).toBeLessThan(mostGrowth);
    expect(keeping).toBeGreaterThan(mostGrowth);
    const told = `ten times the rows, ${ours.toFixed(1)} times the memory`;
    tellFigure(
      'R11',
      `reading: ${told} (a reader that keeps them all: ${keeping.toFixed(1)} times)`,
    );
  },
);
