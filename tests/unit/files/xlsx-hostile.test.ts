import { createCipheriv } from 'node:crypto';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openWorkbook } from '#electron/services/imports/files/open-workbook.ts';
import { tellFigure } from '#tests/support/figures.ts';
import { sharedData } from '../../support/shared-data.ts';
import {
  MAIN,
  makeXlsx,
  makeZip,
  workbookXml,
  type XlsxPlan,
} from '../../support/shop/make-xlsx.ts';
import { drain, readAll, reasonOf } from './read-all.ts';

let folder = '';
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'hostile-'));
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** Bytes that no zip makes smaller, the same in every run. */
function seededNoise(length: number): Buffer {
  return createCipheriv('aes-128-ctr', Buffer.alloc(16), Buffer.alloc(16)).update(
    Buffer.alloc(length),
  );
}

const SHEET = 'xl/worksheets/sheet1.xml';
const open = `<worksheet xmlns="${MAIN}"><sheetData>`;
const close = '</sheetData></worksheet>';
const noise = seededNoise(1_400_000);
const cell = (inner: string, attributes = '') => `<row><c${attributes}>${inner}</c></row>`;
const laughs = `<!DOCTYPE w [<!ENTITY a "ha"><!ENTITY b "&a;&a;&a;">]>${open}${cell('<v>1</v>')}${close}`;

/** Each hostile or damaged workbook and the reason that it must fail with. */
const CASES: readonly (readonly [string, string, XlsxPlan | (() => XlsxPlan)])[] = [
  [
    'a sheet larger than declared',
    'hostile',
    {
      rows: cell('<v>1</v>').repeat(1000),
      change: (part) => (part.name === SHEET ? { ...part, declaredSize: 500 } : part),
    },
  ],
  [
    'a sheet shorter than declared',
    'damaged',
    {
      rows: cell('<v>1</v>'),
      change: (part) => (part.name === SHEET ? { ...part, declaredSize: 9_000 } : part),
    },
  ],
  [
    'a sheet of 600 MiB by its own account',
    'too-large',
    {
      change: (part) => (part.name === SHEET ? { ...part, declaredSize: 600 * 2 ** 20 } : part),
    },
  ],
  [
    'parts of over 1 GiB together',
    'too-large',
    {
      extra: [1, 2, 3].map((at) => ({
        name: `xl/media/${at}`,
        content: noise,
        declaredSize: 400 * 2 ** 20,
      })),
    },
  ],
  [
    '100 MiB of blanks packed into a few bytes',
    'hostile',
    () => ({ rows: ' '.repeat(100 * 2 ** 20) }),
  ],
  ['20 MiB of blanks between two cells', 'hostile', () => ({ rows: ' '.repeat(20 * 2 ** 20) })],
  ['a tag that never ends', 'hostile', () => ({ rows: `<row a="${'x'.repeat(3 * 2 ** 20)}"/>` })],
  [
    '5,001 files in the zip',
    'hostile',
    () => ({
      extra: Array.from({ length: 5_001 }, (_, at) => ({ name: `x/${at}`, content: '' })),
    }),
  ],
  ['billion laughs in a sheet', 'hostile', { sheet: laughs }],
  ['a DTD in the list of sheets', 'hostile', { workbook: `<!DOCTYPE x>${workbookXml('')}` }],
  [
    'a DTD in the strings',
    'hostile',
    {
      change: (part) =>
        part.name.endsWith('Strings.xml') ? { ...part, content: '<!DOCTYPE x><sst/>' } : part,
    },
  ],
  ['tags nested 1,000 deep', 'hostile', { rows: '<a>'.repeat(1_000) }],
  [
    'a tag of 300 attributes',
    'hostile',
    {
      rows: `<row ${Array.from({ length: 300 }, (_, at) => `a${at}="1"`).join(' ')}/>`,
    },
  ],
  [
    'a sheet name of a million characters',
    'hostile',
    () => ({
      workbook: workbookXml(`<sheet name="${'n'.repeat(1_000_000)}" sheetId="1" r:id="rId1"/>`),
    }),
  ],
  [
    'a name that leads out of the zip',
    'hostile',
    { extra: [{ name: '../../evil', content: 'x' }] },
  ],
  ['a name from the root', 'hostile', { extra: [{ name: '/etc/passwd', content: 'x' }] }],
  ['the same part twice', 'damaged', { extra: [{ name: 'XL/Workbook.xml', content: 'x' }] }],
  ['no relationships', 'damaged', { without: ['_rels/.rels'] }],
  ['no list of sheets', 'damaged', { without: ['xl/workbook.xml'] }],
  ['no relationships of the sheets', 'damaged', { without: ['xl/_rels/workbook.xml.rels'] }],
  ['no sheet part', 'damaged', { without: [SHEET] }],
  ['no strings part', 'damaged', { without: ['xl/sharedStrings.xml'] }],
  ['no styles part', 'damaged', { without: ['xl/styles.xml'] }],
  [
    'a sheet without a relationship',
    'damaged',
    {
      workbook: workbookXml('<sheet name="A" sheetId="1" r:id="rId99"/>'),
    },
  ],
  ['no sheets at all', 'no-rows', { workbook: workbookXml('') }],
  [
    'a text index that is not there',
    'damaged',
    {
      strings: '<si><t>a</t></si>',
      rows: cell('<v>1</v>', ' t="s"'),
    },
  ],
  [
    'a negative text index',
    'damaged',
    { strings: '<si><t>a</t></si>', rows: cell('<v>-1</v>', ' t="s"') },
  ],
  ['an empty text index', 'damaged', { rows: cell('<v></v>', ' t="s"') }],
  ['a broken number', 'damaged', { rows: cell('<v>12abc</v>') }],
  ['a hexadecimal number', 'damaged', { rows: cell('<v>0x10</v>') }],
  ['a number beyond all bounds', 'damaged', { rows: cell('<v>1e999</v>') }],
  ['a broken truth value', 'damaged', { rows: cell('<v>2</v>', ' t="b"') }],
  ['a broken date', 'damaged', { rows: cell('<v>yesterday</v>', ' t="d"') }],
  ['a cell type nobody knows', 'damaged', { rows: cell('<v>1</v>', ' t="zz"') }],
  ['a cell format that is not there', 'damaged', { rows: cell('<v>1</v>', ' s="7"') }],
  ['a cell in a broken place', 'damaged', { rows: cell('<v>1</v>', ' r="1A"') }],
  [
    'the same cell twice',
    'damaged',
    { rows: '<row><c r="A1"><v>1</v></c><c r="A1"><v>2</v></c></row>' },
  ],
  ['the same row twice', 'damaged', { rows: '<row r="2"/><row r="2"/>' }],
  ['a row of no number', 'damaged', { rows: '<row r="x"/>' }],
  ['row 1,048,577', 'too-large', { rows: '<row r="1048577"/>' }],
  [
    '17,000 columns',
    'too-many-columns',
    { rows: `<row>${'<c><v>1</v></c>'.repeat(17_000)}</row>` },
  ],
  ['a cell beyond column XFD', 'too-many-columns', { rows: cell('<v>1</v>', ' r="XFE1"') }],
  [
    'thousands of rows as wide as can be',
    'too-large',
    () => ({
      rows: Array.from(
        { length: 9_000 },
        (_, at) => `<row><c r="XFD${at + 1}"><v>1</v></c></row>`,
      ).join(''),
    }),
  ],
  [
    'a cell of 40,000 characters',
    'too-large',
    () => ({
      rows: cell(`<is><t>${'x'.repeat(40_000)}</t></is>`, ' t="inlineStr"'),
    }),
  ],
  [
    'a shared text of 40,000 characters',
    'too-large',
    () => ({
      strings: `<si><t>${'x'.repeat(40_000)}</t></si>`,
      rows: cell('<v>0</v>', ' t="s"'),
    }),
  ],
  ['a sheet that stops in the middle', 'damaged', { sheet: `${open}<row><c>` }],
  ['an empty sheet part', 'damaged', { sheet: '' }],
  ['a sheet that is another part', 'damaged', { sheet: '<html xmlns="x"/>' }],
  ['tags that do not fit', 'damaged', { rows: '<row><c></row></c>' }],
  ['an entity nobody defined', 'damaged', { rows: cell('<v>&boom;</v>') }],
  ['a zero character', 'damaged', { rows: cell('<is><t>a\0</t></is>', ' t="inlineStr"') }],
  [
    'a reference to a zero character',
    'damaged',
    { rows: cell('<is><t>&#0;</t></is>', ' t="inlineStr"') },
  ],
  ['bytes that are not UTF-8', 'damaged', { sheet: Buffer.from(`${open}\xff${close}`, 'latin1') }],
  [
    'a wrong checksum',
    'damaged',
    {
      rows: cell('<v>1</v>'),
      change: (part) => (part.name === SHEET ? { ...part, checksum: 1 } : part),
    },
  ],
  [
    'a locked part',
    'password',
    {
      change: (part) => (part.name === SHEET ? { ...part, isEncrypted: true } : part),
    },
  ],
];

describe('A hostile or damaged workbook', () => {
  let refused = 0;
  afterAll(() =>
    tellFigure('S1', `${refused} of ${CASES.length} hostile workbooks refused as told`),
  );

  it.each(CASES)('%s is refused as %s', async (name, reason, plan) => {
    const path = join(folder, `${CASES.findIndex(([other]) => other === name)}.xlsx`);
    makeXlsx(path, typeof plan === 'function' ? plan() : plan);
    const before = process.memoryUsage.rss();
    expect(await reasonOf(drain(path))).toBe(reason);
    expect((process.memoryUsage.rss() - before) / 2 ** 20).toBeLessThan(256);
    rmSync(path);
    refused += 1;
  });

  it('is refused with flipped bytes, or read the same, but never fails otherwise', async () => {
    const path = join(folder, 'flip.xlsx');
    makeXlsx(path, {
      strings: '<si><t>Siti</t></si>',
      styles: '<cellXfs><xf numFmtId="14"/></cellXfs>',
      rows: '<row r="1"><c r="A1" t="s"><v>0</v></c><c r="B1" s="0"><v>45000</v></c></row>',
    });
    const good = readFileSync(path);
    const expected = [['Siti', '2023-03-15']];
    const reasons = new Map<string, number>();
    for (let at = 0; at < good.length; at += 3) {
      const bad = Buffer.from(good);
      bad[at] = (bad[at] ?? 0) ^ (1 << (at % 8));
      writeFileSync(path, bad);
      const outcome = await reasonOf(
        readAll(path).then(({ rows }) => {
          expect(rows.filter((row) => row.length > 0)).toEqual(expected);
          return Promise.reject(new Error('same'));
        }),
      ).catch((error: Error) => {
        if (error.message !== 'same' && !('syscall' in error)) throw error;
        return error.message;
      });
      reasons.set(outcome, (reasons.get(outcome) ?? 0) + 1);
    }
    expect(reasons.get('damaged')).toBeGreaterThan(50);
  });
});

describe('A file that is no workbook', () => {
  const start = (bytes: (number | string)[]) =>
    Buffer.concat(
      bytes.map((part) =>
        typeof part === 'string' ? Buffer.from(part, 'latin1') : Buffer.from([part]),
      ),
    );
  const ole = '\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1';
  it.each([
    [
      'a locked workbook',
      start([ole, 'x'.repeat(600), Buffer.from('EncryptedPackage', 'utf16le').toString('latin1')]),
      'password',
      undefined,
    ],
    [
      'the start of an old workbook',
      start([ole, '\0'.repeat(600)]),
      'truncated',
      'no list of streams',
    ],
    ['a PDF', start(['%PDF-1.7\n']), 'unsupported', 'pdf'],
    ['a picture', start(['\x89PNG\r\n\x1a\n']), 'unsupported', 'png'],
    ['a web page', start(['\n<HTML><table>']), 'unsupported', 'html'],
    ['random bytes', start(['\0\x01\x02abc\0\0\x05']), 'unsupported', 'binary'],
    ['nothing at all', start([]), 'empty', undefined],
    ['only blanks', start(['\r\n \n']), 'empty', undefined],
  ])('%s is refused whatever its name', async (_, bytes, reason, detail) => {
    const path = join(folder, 'any.xlsx');
    writeFileSync(path, bytes);
    const expected = { code: 'BAD_FILE', reason, ...(detail === undefined ? {} : { detail }) };
    await expect(readAll(path)).rejects.toMatchObject({ error: expected });
  });

  it('is told apart inside a zip', async () => {
    const path = makeZip(join(folder, 'o.zip'), [{ name: 'a.txt', content: 'x' }]);
    await expect(readAll(path)).rejects.toMatchObject({ error: { detail: 'zip' } });
    expect(await reasonOf(openWorkbook(join(folder, 'nowhere.xlsx')))).toBe('not-found');
    expect(await reasonOf(openWorkbook(folder))).toBe('unsupported');
  });

  const truncated = sharedData('retail/OnlineRetail_TRUNCATED_zip_1MiB.xlsx');
  it.skipIf(truncated === null)(
    'is called truncated where its end is missing (needs shared data)',
    async () => {
      expect(await reasonOf(openWorkbook(truncated ?? ''))).toBe('truncated');
    },
  );
});
