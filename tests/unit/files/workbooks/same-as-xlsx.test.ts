import { spawnSync } from 'node:child_process';
import { copyFileSync, mkdirSync, mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { sharedData } from '#tests/support/shared-data.ts';
import { type BookSheet, readBook } from './read-book.ts';
import { FORMS, shopCells, writeBook } from './written-books.ts';

let folder = '';
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'books-'));
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

describe('The same cells, written by another program', () => {
  it.each(FORMS)('come out of %s as they are', async (form) => {
    const sheets = await readBook(writeBook(folder, form));
    const isOfOneSheet = /biff[24]/.test(form);
    const said = JSON.stringify(shopCells);
    // Before Excel 97 the writer knows ASCII only.
    const expected = /biff[245]/.test(form) ? said.replace(/[^\x20-\x7e]/g, '_') : said;
    expect(JSON.stringify(sheets[0]?.rows)).toBe(expected);
    expect(sheets.length).toBe(isOfOneSheet ? 1 : 2);
    if (!isOfOneSheet) expect(sheets.map(({ isHidden }) => isHidden)).toEqual([false, true]);
  });
});

const PAIRS = [
  ['1904/1900', ['xls', 'biff5', 'xlsb', 'ods']],
  ['1904/1904', ['xls', 'biff5', 'xlsb', 'ods']],
  ['AutoFilter', ['xls', 'xlsb', 'ods']],
  ['BlankSheetTypes', ['xls', 'xlsb']],
  ['ErrorTypes', ['xls', 'xlsb']],
  ['LONumbers-2010', ['xls']],
  ['NumberFormatCondition', ['xls', 'xlsb']],
  ['RkNumber', ['xls', 'xlsb']],
  ['author_snowman', ['xls', 'xlsb', 'ods']],
] as const;
const files = PAIRS.flatMap(([name, forms]) => forms.map((form) => [name, form] as const));

/** Whoever wrote the sheet of OpenDocument gave its tabs other names, and no hidden ones. */
function cellsOf(sheets: readonly BookSheet[]): unknown {
  return sheets.map(({ rows }) => rows);
}

describe('A real workbook in several forms (skipped where the shared data is missing)', () => {
  const at = (name: string) =>
    sharedData(`torture/sheetjs/${name}.xlsx`) ?? sharedData(`torture/sheetjs/${name}.xlsm`);

  it.skipIf(at('1904/1900') === null).each(files)('%s.%s is the same', async (name, form) => {
    const [expected, read] = [
      await readBook(at(name) ?? ''),
      await readBook(sharedData(`torture/sheetjs/${name}.${form}`) ?? ''),
    ];
    if (form === 'ods') expect(cellsOf(read)).toEqual(cellsOf(expected));
    else expect(read).toEqual(expected);
  });
});

const hasOffice = spawnSync('soffice', ['--version']).status === 0;
if (!hasOffice)
  console.warn('LibreOffice is not here: what it writes as .xls and .ods is not read');

const originals = ['torture/sheetjs', 'torture/sheetjs/1904', 'import-cases'].flatMap((under) => {
  const path = sharedData(under);
  const names = path === null ? [] : readdirSync(path).filter((name) => name.endsWith('.xlsx'));
  return names.map((name) => join(path ?? '', name));
});

function convert(to: string): void {
  const home = join(folder, 'home');
  const args = [`-env:UserInstallation=file://${home}`, '--headless', '--convert-to', to];
  const names = readdirSync(join(folder, 'in')).map((name) => join(folder, 'in', name));
  spawnSync('soffice', [...args, '--outdir', join(folder, to), ...names], { timeout: 150_000 });
}

/** Days before March 1900 are other ones in LibreOffice, and it writes what it has not counted as 0. */
const OTHERWISE: Readonly<Record<string, readonly string[]>> = {
  xls: ['1900', '1904', 'LONumbers'],
  ods: ['1900', 'LONumbers', 'LONumbers-2010'],
};

describe.skipIf(!hasOffice || originals.length === 0)('LibreOffice', () => {
  beforeAll(() => {
    mkdirSync(join(folder, 'in'));
    for (const path of originals) copyFileSync(path, join(folder, 'in', basename(path)));
    for (const to of ['xlsx', 'xls', 'ods']) convert(to);
  });

  it.each(['xls', 'ods'])(
    'writes each real workbook as .%s, which is read the same',
    async (to) => {
      const names = originals.map((path) => basename(path, '.xlsx'));
      const compared = names.filter((name) => !OTHERWISE[to]?.includes(name));
      expect(compared.length).toBeGreaterThan(20);
      for (const name of compared) {
        const [expected, read] = [
          await readBook(join(folder, 'xlsx', `${name}.xlsx`)),
          await readBook(join(folder, to, `${name}.${to}`)),
        ];
        expect(read, `${name}.${to}`).toEqual(expected);
      }
    },
  );
});
