import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import {
  addFormulaGuard,
  stripFormulaGuard,
} from '#electron/services/exports/files/formula-guard.ts';
import type { ExportColumn } from '#electron/services/exports/files/table.ts';
import { writeCsv } from '#electron/services/exports/files/write-csv.ts';
import { writeXlsx } from '#electron/services/exports/files/write-xlsx.ts';
import { moneyFormat } from '#electron/services/exports/files/xlsx-parts.ts';
import { openWorkbook } from '#electron/services/imports/files/open-workbook.ts';
import { formatKind } from '#electron/services/imports/files/xlsx-dates.ts';
import type { Cell } from '#shared/domain/cell.ts';
import { tellFigure } from '#tests/support/figures.ts';
import { sharedData } from '../../support/shared-data.ts';
import { errorOf, readAll, reasonOf } from './read-all.ts';

let folder = '';
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'write-'));
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const tables = process.env['LANGGAN_FULL'] === '1' ? 10_000 : 1000;
const COLUMNS: ExportColumn[] = [
  { title: 'Nama', type: 'text' },
  { title: 'HP', type: 'phone' },
  { title: 'Jumlah', type: 'integer' },
  { title: 'Berat', type: 'decimal' },
  { title: 'Total', type: 'money' },
  { title: 'Tanggal', type: 'date' },
];
const TITLES = COLUMNS.map(({ title }) => title);
const nasty = fc.string({ unit: 'binary', maxLength: 12 });
const pieces = fc.constantFrom(
  '_x000D_',
  '_',
  'x0041_',
  '\r',
  '\n',
  '\t',
  ' ',
  '"',
  ',',
  ';',
  '=',
  '+',
  '-',
  '@',
  "'",
  '<',
  '&',
  ']]>',
  '\ud800',
  '\u0001',
  '\ufeff',
  '😀',
  'Siti',
  '0812',
  '＝',
);
const text = fc.oneof(
  nasty,
  fc.array(pieces, { maxLength: 6 }).map((list) => list.join('')),
);
const date = fc
  .tuple(fc.integer({ min: -25_508 * 86_400, max: 253_402_300_799 }), fc.boolean())
  .map(([seconds, isDay]) => new Date(seconds * 1000).toISOString().slice(0, isDay ? 10 : 19))
  .map((iso) => iso.replace('T00:00:00', ''));
const row = fc.tuple(
  text,
  text,
  fc.integer(),
  fc.double({ noNaN: true, noDefaultInfinity: true }),
  fc.integer(),
  date,
);
const orNull = <T extends Cell>(cells: T[]) =>
  cells.map((cell) => (cell === '' ? null : Object.is(cell, -0) ? 0 : cell));

describe('Writing a workbook', () => {
  it('gives every cell back as it was, whatever it holds', async () => {
    const path = join(folder, 'round.xlsx');
    await fc.assert(
      fc.asyncProperty(fc.array(row, { minLength: 1, maxLength: 20 }), async (rows) => {
        await writeXlsx(path, [{ name: 'Data', columns: COLUMNS, rows }], { currency: 'IDR' });
        const read = await readAll(path);
        expect(read.rows).toEqual([TITLES, ...rows.map(orNull)]);
      }),
      { numRuns: 150 },
    );
  });

  it('is the same bytes for the same content and holds no formula', async () => {
    const sheets = () => [
      { name: 'a/b', columns: COLUMNS, rows: [['=1+1', '+62812', 1, 1.5, 15000, '2025-03-05']] },
    ];
    const [first, second] = [join(folder, '1.xlsx'), join(folder, '2.xlsx')];
    const told = await writeXlsx(first, sheets(), { currency: 'IDR' });
    await writeXlsx(second, sheets(), { currency: 'IDR' });
    expect(readFileSync(first)).toEqual(readFileSync(second));
    expect(told).toEqual({ rows: 1, bytes: readFileSync(first).length });
    expect((await readAll(first)).rows[1]).toEqual(['=1+1', '+62812', 1, 1.5, 15000, '2025-03-05']);
  });

  it('goes on in a next sheet where one is full, its header repeated', async () => {
    const path = join(folder, 'many.xlsx');
    async function* rows(): AsyncGenerator<Cell[]> {
      for (let at = 0; at < 7; at += 1) yield [at];
    }
    const columns: ExportColumn[] = [{ title: 'N', type: 'integer' }];
    const sheets = [
      { name: 'Data', columns, rows: rows() },
      { name: 'data', columns, rows: [[1], [2], [3]] },
    ];
    const told = await writeXlsx(path, sheets, { currency: 'IDR', maxSheetRows: 3 });
    expect(told.rows).toBe(10);
    const book = await openWorkbook(path);
    expect(book.sheets.map(({ name }) => name)).toEqual([
      'Data',
      'Data (2)',
      'Data (3)',
      'data (4)',
    ]);
    await book.close();
    expect((await readAll(path, 2)).rows).toEqual([['N'], [6]]);
    expect((await readAll(path, 3)).rows).toEqual([['N'], [1], [2], [3]]);
  });

  it('leaves nothing and keeps the former file when it is stopped or fails', async () => {
    const path = join(folder, 'kept.xlsx');
    await writeXlsx(path, [{ name: 'A', columns: COLUMNS, rows: [] }], { currency: 'IDR' });
    const before = readFileSync(path);
    const stop = new AbortController();
    let isClosed = false;
    function* endless(): Generator<Cell[]> {
      try {
        for (let at = 0; ; at += 1) {
          if (at === 5_000) stop.abort();
          yield [`Siti ${at}`];
        }
      } finally {
        isClosed = true;
      }
    }
    const sheet = { name: 'A', columns: COLUMNS, rows: endless() };
    expect(await reasonOf(writeXlsx(path, [sheet], { currency: 'IDR', signal: stop.signal }))).toBe(
      'CANCELLED',
    );
    expect(isClosed).toBe(true);
    const long = [{ name: 'A', columns: COLUMNS, rows: [['x'.repeat(32_768)]] }];
    expect(await errorOf(writeXlsx(path, long, { currency: 'IDR' }))).toMatchObject({
      code: 'VALIDATION',
    });
    const broken = {
      name: 'A',
      columns: COLUMNS,
      rows: (function* () {
        yield ['a'];
        throw new RangeError('source');
      })(),
    };
    await expect(writeXlsx(path, [broken], { currency: 'IDR' })).rejects.toThrow('source');
    await expect(
      writeXlsx(join(folder, 'no', 'where.xlsx'), long, { currency: 'IDR' }),
    ).rejects.toThrow('BAD_FILE');
    expect(readFileSync(path)).toEqual(before);
    expect(readdirSync(folder).filter((name) => name.endsWith('.partial'))).toEqual([]);
  });

  it('shows rupiah without sen, others with their own decimals, all of them as numbers', () => {
    expect(['IDR', 'USD', 'JPY'].map(moneyFormat)).toEqual([
      '[$Rp-421]\\ #,##0',
      '[$USD]\\ #,##0.00',
      '[$JPY]\\ #,##0',
    ]);
    expect(['IDR', 'USD', 'JPY'].map((code) => formatKind(moneyFormat(code)))).toEqual([
      'number',
      'number',
      'number',
    ]);
  });
});

const wellFormed = text.map((value) => value.toWellFormed().replaceAll('\0', ''));
const csvRow = fc.tuple(
  fc.constant('k'),
  wellFormed,
  fc.integer(),
  fc.double({ noNaN: true, noDefaultInfinity: true }),
  fc.integer(),
  date,
);

describe('Writing CSV', () => {
  it.each([
    ['exact', ','],
    ['exact', ';'],
    ['spreadsheet', ','],
    ['spreadsheet', '\t'],
  ] as const)('in the %s profile with %j gives every text back', async (profile, separator) => {
    const path = join(folder, 'round.csv');
    await fc.assert(
      fc.asyncProperty(fc.array(csvRow, { minLength: 1, maxLength: 20 }), async (rows) => {
        await writeCsv(path, COLUMNS, rows, { profile, separator });
        const read = await readAll(path, 0, { separator });
        const strip = (cell: Cell, at: number) =>
          profile === 'spreadsheet' && at < 2 ? stripFormulaGuard(String(cell)) : cell;
        expect(read.rows.slice(1).map((cells) => cells.map(strip))).toEqual(
          rows.map((cells) => cells.map(String)),
        );
        expect(read.text?.encoding).toBe('utf-8');
      }),
      { numRuns: 100 },
    );
  });

  it('guards texts by their column and never a number', async () => {
    const path = join(folder, 'guard.csv');
    const rows = [
      ['=1+1', '+62812', -5, -1.5, -100, '2025-03-05'],
      ['-', '@x', '=2', '\t=3', null, '=NOW()'],
    ];
    await writeCsv(path, COLUMNS, rows, {
      profile: 'spreadsheet',
      decimalMark: ',',
      separator: ';',
    });
    expect(readFileSync(path, 'utf8')).toBe(
      `\ufeff${TITLES.join(';')}\r\n'=1+1;'+62812;-5;-1,5;-100;2025-03-05\r\n'-;'@x;'=2;'\t=3;;'=NOW()\r\n`,
    );
    await writeCsv(path, COLUMNS, rows.slice(0, 1), { profile: 'exact' });
    expect(readFileSync(path, 'utf8')).toBe(
      `${TITLES.join(',')}\r\n=1+1,+62812,-5,-1.5,-100,2025-03-05\r\n`,
    );
  });

  it('makes no formula of any text and no other number of any number, in any table', async () => {
    const path = join(folder, 'any.csv');
    let formulas = 0;
    const run = (profile: 'spreadsheet' | 'exact', numRuns: number) =>
      fc.assert(
        fc.asyncProperty(fc.array(csvRow, { minLength: 1, maxLength: 4 }), async (rows) => {
          await writeCsv(path, COLUMNS, rows, { profile, separator: ',' });
          const read = (await readAll(path, 0, { separator: ',' })).rows.slice(1);
          const texts = read.flatMap((cells) => cells.slice(0, 2).map(String));
          formulas += texts.filter((cell) => /^[=+\-@\t\r\n＝＋－＠]/.test(cell)).length;
          const numbers = (cells: readonly Cell[]) =>
            cells.slice(2, 5).map((cell) => Number(cell) + 0);
          expect(read.map(numbers)).toEqual(rows.map(numbers));
        }),
        { numRuns },
      );
    await run('spreadsheet', tables);
    expect(formulas).toBe(0);
    // The control: as they are, many of these texts are formulas.
    await run('exact', 50);
    expect(formulas).toBeGreaterThan(5);
    tellFigure(
      'S3',
      `${tables} tables: 0 formulas, 0 altered numbers (${formulas} formulas in 50 unguarded)`,
    );
  });

  it('strips exactly the guard it added', () => {
    fc.assert(fc.property(text, (value) => stripFormulaGuard(addFormulaGuard(value)) === value));
    expect(["'=1", "''=1", "'Siti", "O'=1", "'", ''].map(stripFormulaGuard)).toEqual([
      '=1',
      "'=1",
      "'Siti",
      "O'=1",
      "'",
      '',
    ]);
  });

  const payloads = sharedData('torture/csv_injection/payloads.csv');
  it.skipIf(payloads === null)(
    'makes every known payload harmless and gives it back (needs shared data)',
    async () => {
      const values = (await readAll(payloads ?? '')).rows.slice(1).map((cells) => [cells[1] ?? '']);
      const path = join(folder, 'payloads.csv');
      await writeCsv(path, COLUMNS.slice(0, 1), values, { profile: 'spreadsheet' });
      const written = (await readAll(path, 0, { separator: ',' })).rows
        .slice(1)
        .map(([cell]) => String(cell));
      expect(written.filter((cell) => /^[=+\-@\t\r\n＝＋－＠]/.test(cell))).toEqual([]);
      expect(written.map(stripFormulaGuard)).toEqual(values.map(([cell]) => cell));
    },
  );

  it('leaves nothing when it is stopped', async () => {
    const stop = new AbortController();
    const path = join(folder, 'stopped.csv');
    function* endless(): Generator<Cell[]> {
      for (let at = 0; ; at += 1) {
        if (at === 5_000) stop.abort();
        yield ['Siti'];
      }
    }
    const writing = writeCsv(path, COLUMNS, endless(), { profile: 'exact', signal: stop.signal });
    expect(await reasonOf(writing)).toBe('CANCELLED');
    expect(readdirSync(folder).filter((name) => name.startsWith('stopped'))).toEqual([]);
  });
});
