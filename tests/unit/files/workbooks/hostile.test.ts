import { mkdtempSync, rmSync, truncateSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { tellFigure } from '#tests/support/figures.ts';
import { drain, reasonOf } from '../read-all.ts';
import { makeOds, type OdsPlan, odsCell, odsRow, odsText } from './small-ods.ts';
import {
  biff,
  compound,
  double,
  eof,
  letters,
  long,
  makeXls,
  record,
  words,
  xf,
} from './small-xls.ts';

let folder = '';
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'hostile-'));
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

type Made = (path: string) => void;

const number = record(0x203, words(0, 0, 0), double(5));
const sheet =
  (...cells: Buffer[]): Made =>
  (path) =>
    makeXls(path, cells);
const book =
  (...records: Buffer[]): Made =>
  (path) =>
    makeXls(path, [number], [xf, ...records]);
const raw =
  (bytes: () => Buffer): Made =>
  (path) =>
    writeFileSync(path, bytes());
const broken = (change: (bytes: Buffer) => Buffer): Made =>
  raw(() => change(compound(biff([number]))));
const set = (at: number, value: number): Made =>
  broken((bytes) => {
    bytes.writeUInt32LE(value, at);
    return bytes;
  });
const ods =
  (plan: OdsPlan): Made =>
  (path) =>
    makeOds(path, plan);
const filled = (rows: string): Made => ods({ rows });
const repeated = (of: string, times: string) => ` table:number-${of}-repeated="${times}"`;
const cellTimes = (times: string) =>
  odsText('x').replace('<table:table-cell', `<table:table-cell${repeated('columns', times)}`);

/** Each hostile or damaged file and the reason that it must fail with. */
const CASES: readonly (readonly [string, string, Made])[] = [
  ['an old workbook locked with a password', 'password', book(record(0x2f, Buffer.alloc(54)))],
  ['a sheet that ends in the middle', 'truncated', raw(() => biff([number]).subarray(0, -8))],
  ['a record that is cut off', 'truncated', raw(() => biff([number]).subarray(0, -1))],
  ['a list of sheets that ends in the middle', 'truncated', raw(() => biff([]).subarray(0, 60))],
  ['a compound file cut after its head', 'truncated', broken((bytes) => bytes.subarray(0, 600))],
  ['a compound file cut in its workbook', 'truncated', broken((bytes) => bytes.subarray(0, 2_600))],
  [
    'sectors that follow each other in a ring',
    'damaged',
    raw(() => compound(biff([number]), { loop: true, claimed: 4_000_000_000 })),
  ],
  [
    'a workbook smaller than it says',
    'truncated',
    raw(() => compound(biff([number]), { claimed: 9_000 })),
  ],
  [
    'a list of streams without end',
    'damaged',
    broken((bytes) => {
      bytes.writeUInt32LE(1, 512 + 4);
      return bytes;
    }),
  ],
  ['tables of a million sectors', 'truncated', set(44, 1_000_000)],
  ['a first table beyond the end', 'truncated', set(76, 4_000_000)],
  [
    'sectors of two bytes',
    'damaged',
    broken((bytes) => {
      bytes.writeUInt16LE(1, 30);
      return bytes;
    }),
  ],
  [
    'a letter of Word',
    'unsupported',
    raw(() => compound(Buffer.alloc(5_000), { name: 'WordDocument' })),
  ],
  [
    'an encrypted package',
    'password',
    raw(() => compound(Buffer.alloc(5_000), { name: 'EncryptedPackage' })),
  ],
  ['a stream that is no workbook', 'damaged', raw(() => compound(Buffer.alloc(5_000)))],
  [
    'a workbook of several sheets of 1992',
    'unsupported',
    raw(() => Buffer.concat([record(0x409, words(0x400, 0x100, 0)), eof])),
  ],
  [
    'a sheet that is not where it should be',
    'damaged',
    raw(() => {
      const bytes = biff([number]);
      bytes.writeUInt32LE(bytes.length - 4, bytes.indexOf(Buffer.from([0x85, 0])) + 4);
      return bytes;
    }),
  ],
  [
    'a sheet beyond the end',
    'damaged',
    raw(() => {
      const bytes = biff([number]);
      bytes.writeUInt32LE(4_000_000, bytes.indexOf(Buffer.from([0x85, 0])) + 4);
      return bytes;
    }),
  ],
  [
    'no sheet at all',
    'no-rows',
    raw(() => Buffer.concat([record(0x809, words(0x600, 5, 0, 0)), eof])),
  ],
  [
    '5,001 sheets',
    'hostile',
    book(...Array.from({ length: 5_001 }, () => record(0x85, long(0), [0, 0, 1, 0, 65]))),
  ],
  ['a text index that is not there', 'damaged', sheet(record(0xfd, words(0, 0, 0), long(7)))],
  ['a list of texts cut off', 'damaged', book(record(0xfc, long(9), long(9), letters('a')))],
  ['four billion texts', 'damaged', book(record(0xfc, long(0xffffffff), long(0xffffffff)))],
  ['a text longer than its record', 'damaged', sheet(record(0x204, words(0, 0, 0, 500), [0, 65]))],
  [
    'a text of 40,000 characters',
    'too-large',
    sheet(
      record(0x204, words(0, 0, 0, 40_000), [0], Buffer.alloc(8_000, 65)),
      ...Array.from({ length: 4 }, () => record(0x3c, [0], Buffer.alloc(8_000, 65))),
    ),
  ],
  ['a cell format that is not there', 'damaged', sheet(record(0x203, words(0, 0, 99), double(5)))],
  ['a number that is none', 'damaged', sheet(record(0x203, words(0, 0, 0), double(Number.NaN)))],
  [
    'a number without end',
    'damaged',
    sheet(record(0x203, words(0, 0, 0), double(Number.POSITIVE_INFINITY))),
  ],
  ['a number cut off', 'damaged', sheet(record(0x203, words(0, 0, 0), [1, 2]))],
  [
    'a cell beyond column XFD',
    'too-many-columns',
    sheet(record(0x203, words(0, 20_000, 0), double(5))),
  ],
  ['an error of an unknown kind', 'damaged', sheet(record(0x205, words(0, 0, 0), [99, 1]))],
  [
    'a result of an unknown kind',
    'damaged',
    sheet(record(0x06, words(0, 0, 0), [9, 0, 0, 0, 0, 0, 255, 255], words(0))),
  ],
  ['a text without its formula', 'damaged', sheet(record(0x207, letters('x')))],
  [
    'letters of an unknown code page',
    'encoding',
    raw(() =>
      Buffer.concat([
        record(0x809, words(0x500, 0x10, 0, 0)),
        record(0x42, words(4_711)),
        record(0x204, words(0, 0, 0, 1), [200]),
        eof,
      ]),
    ),
  ],
  [
    '30 MiB of an old workbook',
    'unsupported',
    (path) => {
      makeXls(path, [number]);
      truncateSync(path, 31_457_281);
    },
  ],
  [
    'a page of 30 MiB',
    'unsupported',
    (path) => {
      writeFileSync(path, '<html><table>');
      truncateSync(path, 31_457_281);
    },
  ],
  [
    'a page without a table',
    'unsupported',
    raw(() => Buffer.from('<html><body>Halo</body></html>')),
  ],
  [
    'a page with a tag cut off',
    'truncated',
    raw(() => Buffer.from('<table><tr><td>1</td></tr><tr><td')),
  ],
  [
    'a page that spans a billion cells',
    'too-large',
    raw(() =>
      Buffer.from(
        `<table>${'<tr><td colspan="1000" rowspan="1000">x'.repeat(16)}${'<tr>'.repeat(1_100)}</table>`.repeat(
          2,
        ),
      ),
    ),
  ],
  [
    'a page of 17,000 columns',
    'too-many-columns',
    raw(() => Buffer.from(`<table><tr>${'<td colspan="1000">x'.repeat(17)}</table>`)),
  ],
  [
    'a page with 40,000 characters in a cell',
    'too-large',
    raw(() => Buffer.from(`<table><tr><td>${'x'.repeat(40_000)}</table>`)),
  ],
  [
    'a sheet of OpenDocument under a password',
    'password',
    ods({ manifest: '<m><manifest:encryption-data/></m>' }),
  ],
  [
    'a text of OpenDocument',
    'unsupported',
    ods({
      content:
        '<office:document-content xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0"/>',
    }),
  ],
  ['a DTD in OpenDocument', 'hostile', ods({ content: '<!DOCTYPE x><x/>' })],
  ['OpenDocument without its content', 'damaged', ods({ without: ['content.xml'] })],
  ['OpenDocument without a sheet', 'no-rows', ods({ sheets: '<table:nothing/>' })],
  [
    'a row a million times',
    'too-large',
    filled(odsRow(odsText('x').repeat(20), repeated('rows', '1048570'))),
  ],
  ['a row too often', 'too-large', filled(odsRow(odsText('x'), repeated('rows', '1048577')))],
  ['a cell a million times', 'too-many-columns', filled(odsRow(cellTimes('1048576')))],
  ['a row minus one times', 'damaged', filled(odsRow(odsText('x'), repeated('rows', '-1')))],
  ['a cell half a time', 'damaged', filled(odsRow(cellTimes('0.5')))],
  ['blanks of a billion', 'too-large', filled(odsRow(odsText('<text:s text:c="1000000000"/>')))],
  ['a broken number in OpenDocument', 'damaged', filled(odsRow(odsCell('float', '12abc')))],
  [
    'a number beyond all bounds in OpenDocument',
    'damaged',
    filled(odsRow(odsCell('float', '1e999'))),
  ],
  ['a broken date in OpenDocument', 'damaged', filled(odsRow(odsCell('date', 'kemarin')))],
  ['a broken time in OpenDocument', 'damaged', filled(odsRow(odsCell('time', '14:22')))],
  ['a cell type nobody knows', 'damaged', filled(odsRow(odsCell('money', '1')))],
  [
    'a sheet name of a million characters',
    'hostile',
    ods({ sheets: `<table:table table:name="${'n'.repeat(1_000_000)}"/>` }),
  ],
  [
    '100 MiB of blanks in OpenDocument',
    'hostile',
    (path) => {
      makeOds(path, { rows: ' '.repeat(100 * 2 ** 20) });
    },
  ],
  [
    'content larger than declared',
    'hostile',
    ods({
      rows: odsRow(odsText('x')).repeat(100),
      change: (part) => (part.name === 'content.xml' ? { ...part, declaredSize: 300 } : part),
    }),
  ],
];

describe('A hostile or damaged file', () => {
  let refused = 0;
  afterAll(() =>
    tellFigure(
      'S1',
      `${refused} of ${CASES.length} hostile .xls, .ods and web pages refused as told`,
    ),
  );

  it.each(CASES)('%s is refused as %s', async (name, reason, make) => {
    const path = join(folder, `${CASES.findIndex(([other]) => other === name)}`);
    make(path);
    const before = process.memoryUsage.rss();
    expect(await reasonOf(drain(path))).toBe(reason);
    expect((process.memoryUsage.rss() - before) / 2 ** 20).toBeLessThan(256);
    rmSync(path);
    refused += 1;
  });
});
