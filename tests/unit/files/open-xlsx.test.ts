import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openWorkbook } from '#electron/services/imports/files/open-workbook.ts';
import {
  formatKind,
  percentToText,
  serialToText,
} from '#electron/services/imports/files/xlsx-dates.ts';
import { sharedData } from '../../support/shared-data.ts';
import { MAIN, makeXlsx, workbookXml, type XlsxPlan } from '../../support/shop/make-xlsx.ts';
import { readAll, reasonOf } from './read-all.ts';

let folder = '';
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'xlsx-'));
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

async function rowsOf(plan: XlsxPlan) {
  return readAll(makeXlsx(join(folder, 'plan.xlsx'), plan));
}

describe('Reading a workbook', () => {
  it('gives every kind of cell as what it is', async () => {
    const { rows } = await rowsOf({
      strings:
        '<si><t>Siti</t></si><si><r><t>Ra</t></r><r><t>hayu</t></r><rPh sb="0" eb="1"><t>x</t></rPh></si>',
      rows:
        '<row><c t="s"><v>0</v></c><c t="s"><v>1</v></c><c><v>-1.5E+3</v></c><c t="b"><v>1</v></c>' +
        '<c t="e"><v>#N/A</v></c><c t="str"><f>A1&amp;"x"</f><v>Sitix</v></c><c t="inlineStr"><is><r><t>a</t></r>' +
        '<r><t xml:space="preserve"> b</t></r><rPh sb="0" eb="1"><t>no</t></rPh></is></c><c t="d"><v>2025-03-05T14:22:00</v></c>' +
        '<c><f>1/0</f></c><c t="inlineStr"><is><t>_x0041__x005F_x000D_&#10;<![CDATA[<&>]]></t></is></c></row>',
    });
    expect(rows).toEqual([
      [
        'Siti',
        'Rahayu',
        -1500,
        true,
        '#N/A',
        'Sitix',
        'a b',
        '2025-03-05T14:22:00',
        null,
        'A_x000D_\n<&>',
      ],
    ]);
  });

  it('numbers rows and columns as the workbook does, told or untold', async () => {
    const { rows, numbers } = await rowsOf({
      rows: '<row r="3"><c r="C3"><v>1</v></c><c><v>2</v></c><c r="F3"/></row><row/><row r="9"><c><v>3</v></c></row><row><c><v>4</v></c></row>',
    });
    expect(rows).toEqual([[null, null, 1, 2], [], [3], [4]]);
    expect(numbers).toEqual([3, 4, 9, 10]);
  });

  it('follows absolute targets, prefixes and the strict namespace', async () => {
    const strict = 'http://purl.oclc.org/ooxml/spreadsheetml/main';
    const { rows } = await rowsOf({
      sheetTarget: '/xl/worksheets/sheet1.xml',
      sheet: `\ufeff<?xml version="1.0"?><!-- c --><x:worksheet xmlns:x="${strict}" xmlns="urn:other"><x:sheetData><x:row><x:c><x:v>7</x:v></x:c><c><v>8</v></c></x:row></x:sheetData></x:worksheet>`,
    });
    expect(rows).toEqual([[7]]);
    const wide = `<worksheet xmlns="${MAIN}"><sheetData><row><c><v>5</v></c></row></sheetData></worksheet>`;
    expect((await rowsOf({ sheet: Buffer.from(`\ufeff${wide}`, 'utf16le') })).rows).toEqual([[5]]);
  });

  it('lists sheets in their order with the hidden ones, and leaves charts out', async () => {
    const path = makeXlsx(join(folder, 'sheets.xlsx'), {
      workbook: workbookXml(
        '<sheet name="A &amp; B" sheetId="1" r:id="rId1"/><sheet name="Chart" sheetId="2" r:id="rId4"/><sheet name="__proto__" sheetId="3" state="veryHidden" r:id="rId1"/>',
        '<workbookPr date1904="1"/>',
      ),
      styles: '<cellXfs><xf numFmtId="14"/></cellXfs>',
      rows: '<row><c s="0"><v>0</v></c><c t="inlineStr"><is><t>__proto__</t></is></c></row>',
    });
    const book = await openWorkbook(path);
    expect(book.sheets).toEqual([
      { index: 0, name: 'A & B', hidden: false },
      { index: 1, name: '__proto__', hidden: true },
    ]);
    expect(book.date1904).toBe(true);
    await book.close();
    expect((await readAll(path, 1)).rows).toEqual([['1904-01-01', '__proto__']]);
  });

  it('turns numbers into dates by their formats, built-in or their own', async () => {
    const ids = [14, 22, 20, 46, 170, 171, 172, 0];
    const { rows } = await rowsOf({
      styles:
        '<numFmts><numFmt numFmtId="170" formatCode="[$-421]dd\\ mmmm\\ yyyy;@"/><numFmt numFmtId="171" formatCode="[Red]&quot;day&quot; #,##0"/><numFmt numFmtId="172" formatCode="[h]:mm"/></numFmts>' +
        `<cellStyleXfs><xf numFmtId="14"/></cellStyleXfs><cellXfs>${ids.map((id) => `<xf numFmtId="${id}"/>`).join('')}</cellXfs>`,
      rows: `<row>${[45000, 45000.598611111, 0.75, 1.25, 45000.9999999, 45000, 2.5, 45000].map((value, at) => `<c s="${at}"><v>${value}</v></c>`).join('')}</row>`,
    });
    expect(rows).toEqual([
      [
        '2023-03-15',
        '2023-03-15T14:22:00',
        '18:00:00',
        '30:00:00',
        '2023-03-16',
        45000,
        '60:00:00',
        45000,
      ],
    ]);
  });

  it('stops at once when it is told to', async () => {
    const path = makeXlsx(join(folder, 'abort.xlsx'), {
      rows: '<row><c><v>1</v></c></row>'.repeat(20_000),
    });
    const book = await openWorkbook(path);
    const stop = new AbortController();
    let batches = 0;
    const reading = (async () => {
      for await (const _ of book.rows(0, { signal: stop.signal })) {
        batches += 1;
        stop.abort();
      }
    })();
    expect(await reasonOf(reading)).toBe('CANCELLED');
    expect(batches).toBe(1);
    await book.close();
    await book.close();
    expect(await reasonOf(openWorkbook(path, { signal: stop.signal }))).toBe('CANCELLED');
  });

  it('reports its progress up to the whole', async () => {
    const path = makeXlsx(join(folder, 'progress.xlsx'), {
      rows: '<row><c><v>1</v></c></row>'.repeat(9_000),
    });
    const book = await openWorkbook(path);
    const told: number[] = [];
    for await (const batch of book.rows(0, { onProgress: (done, all) => told.push(done / all) })) {
      expect(batch.rows.length).toBeLessThanOrEqual(512);
    }
    await book.close();
    expect(told.at(-1)).toBe(1);
  });
});

describe('Day numbers', () => {
  it.each([
    [1, '1900-01-01'],
    [59, '1900-02-28'],
    [60, '1900-02-29'],
    [61, '1900-03-01'],
    [0, 0],
    [-1, -1],
    [2958465, '9999-12-31'],
    [2958466, 2958466],
    [0.5, '12:00:00'],
    [36526.25, '2000-01-01T06:00:00'],
  ])('%s of the 1900 system is %s', (serial, text) => {
    expect(serialToText(serial, 'date', false)).toBe(text);
  });

  it.each([
    [0.1, '10%'],
    [0.125, '12.5%'],
    [0.07, '7%'],
    [-0.05, '-5%'],
    [1, '100%'],
    [0, '0%'],
    [1e-30, 1e-30],
  ])('%s in a cell of percent is shown as %s', (value, text) => {
    expect(percentToText(value)).toBe(text);
  });

  it.each([
    ['yyyy-mm-dd', 'date'],
    ['mm:ss', 'time'],
    ['mmm', 'date'],
    ['h:mm AM/PM', 'time'],
    ['[ss].00', 'elapsed'],
    ['General', 'number'],
    ['0.00E+00', 'number'],
    ['"Rp"#,##0', 'number'],
    ['[Red]0;[Blue]"d"0', 'number'],
    ['_-* #,##0_d', 'number'],
    ['\\d0', 'number'],
    ['[$-F800]dddd, mmmm dd', 'date'],
    ['@', 'number'],
    ['0%', 'percent'],
    ['#,##0.00 %', 'percent'],
    ['0"%"', 'number'],
    ['0\\%', 'number'],
  ])('the format %s makes a %s', (code, kind) => {
    expect(formatKind(code)).toBe(kind);
  });
});

describe('Real workbooks (skipped where the shared data is missing)', () => {
  const retail = sharedData('retail/OnlineRetail_40000_inlineStr.xlsx');
  it.skipIf(retail === null)('40,000 retail lines and their header are read', async () => {
    const { rows } = await readAll(retail ?? '');
    expect(rows).toHaveLength(40_001);
    expect(rows.every((row) => row.length >= 7)).toBe(true);
  });

  const both = ['1900', '1904'].map((year) => sharedData(`torture/sheetjs/1904/${year}.xlsx`));
  it.skipIf(both.includes(null))(
    'the same numbers are other days from 1900 and from 1904',
    async () => {
      const [first, second] = await Promise.all(both.map((path) => readAll(path ?? '')));
      const numbers = [1, 11, 111, 1111, 11111];
      expect(first?.rows.map(([number]) => number)).toEqual(numbers);
      expect(second?.rows.map(([number]) => number)).toEqual(numbers);
      const days = (rows: typeof first) => rows?.rows.map((row) => row[1]);
      expect(days(first)).toEqual([
        '1900-01-01',
        '1900-01-11',
        '1900-04-20',
        '1903-01-15',
        '1930-06-02',
      ]);
      expect(days(second)).toEqual([
        '1904-01-02',
        '1904-01-12',
        '1904-04-21',
        '1907-01-16',
        '1934-06-03',
      ]);
    },
  );

  const rk = sharedData('torture/sheetjs/RkNumber.xlsx');
  it.skipIf(rk === null)('its numbers equal the expected CSV', async () => {
    const expected = readFileSync(
      sharedData('torture/sheetjs/expected_csv/RkNumber.xls.0.csv') ?? '',
      'utf8',
    );
    const { rows } = await readAll(rk ?? '');
    const read = rows.map((row) => row.map(Number));
    expect(read).toEqual(
      expected
        .trim()
        .split(/\r?\n/)
        .map((line) => line.split(',').map(Number)),
    );
  });

  const names = [
    'AutoFilter.xlsx',
    'BlankSheetTypes.xlsm',
    'DataTypesFormats.xlsx',
    'ErrorTypes.xlsx',
    'LONumbers-2010.xlsx',
    'LONumbers.xlsx',
    'NumberFormatCondition.xlsm',
    'author_snowman.xlsx',
    'Attendance.xlsx',
  ];
  it.each(names)('every sheet of %s is read to its end', async (name) => {
    const path = sharedData(`torture/sheetjs/${name}`);
    if (path === null) return;
    const book = await openWorkbook(path);
    let cells = 0;
    for (const sheet of book.sheets) {
      for await (const batch of book.rows(sheet.index)) cells += batch.rows.flat().length;
    }
    await book.close();
    const isBlank = /BlankSheet|snowman/.test(name);
    expect(cells > 0).toBe(!isBlank);
  });

  it.each([
    ['1900.slk', 'sylk'],
    ['1900.xml', 'xml'],
  ])('%s is named as %s', async (name, detail) => {
    const path = sharedData(`torture/sheetjs/1904/${name}`);
    if (path === null) return;
    await expect(openWorkbook(path)).rejects.toMatchObject({
      error: { reason: 'unsupported', detail },
    });
  });
});
