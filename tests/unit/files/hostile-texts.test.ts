import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { tellFigure } from '#tests/support/figures.ts';
import { drain, reasonOf } from './read-all.ts';

let folder = '';
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'hostile-texts-'));
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const bytes = (...values: number[]) => Buffer.from(values);
const mb = 2 ** 20;

/** Each file that is no table of texts, or one that would take all memory, and the reason it must fail with. */
const cases: readonly (readonly [string, string, () => Buffer | string])[] = [
  ['a quote that never closes over 40 MB', 'hostile', () => `a,b\n1,"${'x,\n'.repeat(12 * mb)}`],
  ['a row of 30 million commas', 'hostile', () => `a,b\n${','.repeat(30_000_000)}`],
  ['a row of 30 million semicolons', 'hostile', () => `a;b\n${';'.repeat(30_000_000)}`],
  ['a row of 3,000 tabs', 'hostile', () => `a\tb\n${'\t'.repeat(3000)}\n`],
  ['one line of 40 MB without an end', 'hostile', () => 'x'.repeat(40 * mb)],
  ['a header of 5,000 columns', 'hostile', () => `${'a,'.repeat(5000)}b\n1\n`],
  ['a quote that is never closed', 'damaged', () => 'a,b\n1,"2\n3,4\n'],
  ['nothing', 'empty', () => ''],
  ['only a byte order mark', 'empty', () => '\ufeff'],
  ['only line ends', 'empty', () => '\r\n\r\n\n'],
  ['a Windows program', 'unsupported', () => Buffer.concat([Buffer.from('MZ'), Buffer.alloc(600)])],
  [
    'a Linux program',
    'unsupported',
    () => Buffer.concat([bytes(0x7f, 0x45, 0x4c, 0x46), Buffer.alloc(600)]),
  ],
  [
    'a SQLite file',
    'unsupported',
    () => Buffer.concat([Buffer.from('SQLite format 3\0'), Buffer.alloc(4080)]),
  ],
  [
    'a JPEG',
    'unsupported',
    () => Buffer.concat([bytes(0xff, 0xd8, 0xff, 0xe0), Buffer.alloc(200)]),
  ],
  ['a GIF', 'unsupported', () => Buffer.concat([Buffer.from('GIF89a'), Buffer.alloc(200)])],
  ['a gzip', 'unsupported', () => Buffer.concat([bytes(0x1f, 0x8b, 8, 0), Buffer.alloc(200)])],
  [
    'a RAR',
    'unsupported',
    () => Buffer.concat([Buffer.from('Rar!'), bytes(0x1a, 7, 1, 0), Buffer.alloc(99)]),
  ],
  [
    'a 7-Zip',
    'unsupported',
    () => Buffer.concat([Buffer.from('7z'), bytes(0xbc, 0xaf, 0x27, 0x1c), Buffer.alloc(99)]),
  ],
  ['a PDF', 'unsupported', () => '%PDF-1.7\n1 0 obj\n'],
  ['a web page without a table', 'unsupported', () => '<!DOCTYPE html><html><p>1</p></html>'],
  [
    'a page that calls itself a workbook',
    'unsupported',
    () => '<html xmlns:x="urn:schemas-microsoft-com:office:excel"><table></table></html>',
  ],
  [
    'an old workbook cut short',
    'truncated',
    () => bytes(0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1),
  ],
  ['zeros', 'unsupported', () => Buffer.alloc(5000)],
  [
    'a zip of nothing',
    'unsupported',
    () => Buffer.concat([Buffer.from('PK'), bytes(5, 6), Buffer.alloc(18)]),
  ],
  [
    'a zip cut after its first bytes',
    'truncated',
    () => Buffer.concat([Buffer.from('PK'), bytes(3, 4), Buffer.alloc(60)]),
  ],
];

describe('a file that is no table, or a hostile one', () => {
  let refused = 0;
  afterAll(() =>
    tellFigure('S1', `${refused} of ${cases.length} hostile texts and other files refused`),
  );

  it.each(cases)('%s is refused as %s', async (_, reason, make) => {
    const path = join(folder, 'list.csv');
    writeFileSync(path, make());
    const before = process.memoryUsage.rss();
    expect(await reasonOf(drain(path))).toBe(reason);
    expect((process.memoryUsage.rss() - before) / mb).toBeLessThan(256);
    rmSync(path);
    refused += 1;
  });

  it('but a table is read: the control', async () => {
    const path = join(folder, 'list.csv');
    writeFileSync(path, 'Nama,Kota\nSiti,Sleman\n');
    expect(await drain(path)).toBe(2);
  });
});
