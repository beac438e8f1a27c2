import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openWorkbook } from '#electron/services/imports/files/open-workbook.ts';
import { readAll } from '../read-all.ts';

let folder = '';
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'html-'));
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

function page(html: string | Buffer): string {
  const path = join(folder, 'laporan.xls');
  writeFileSync(path, html);
  return path;
}

describe('A web page that a till calls .xls', () => {
  it('gives its table, loosely written as it is', async () => {
    const { rows } = await readAll(
      page(
        '<meta charset=utf-8><style>td > b { color: red }</style><TABLE border=1><tr><th colspan="2">Nama\n  lengkap<th>Total' +
          '<tr><td rowspan=2>Siti &amp; Ayu<br>Kopi<td>0812<td>Rp&nbsp;1.250.000</td></tr><!-- <td>no</td> -->' +
          '<tr><td>&#66;udi</td><td>a < b</td></tr><tr></tr></table>',
      ),
    );
    expect(rows).toEqual([
      ['Nama lengkap', null, 'Total'],
      ['Siti & Ayu\nKopi', '0812', 'Rp 1.250.000'],
      [null, 'Budi', 'a < b'],
      [],
    ]);
  });

  it('gives each table a sheet, also one within another', async () => {
    const path = page('<table><tr><td>luar<table><tr><td>dalam</table></td><td>2</table>');
    const book = await openWorkbook(path);
    expect(book.format).toBe('html');
    expect(book.sheets).toHaveLength(2);
    expect((await readAll(path, 0)).rows).toEqual([['luar', '2']]);
    expect((await readAll(path, 1)).rows).toEqual([['dalam']]);
  });

  it.each([
    ['windows-1252', Buffer.from('<table><tr><td>Caf\xe9</table>', 'latin1')],
    ['utf-16le', Buffer.from('\ufeff<table><tr><td>Café</table>', 'utf16le')],
    [
      'what it says itself',
      Buffer.from('<html><meta charset="windows-1251"><table><tr><td>Caf\xfd</table>', 'latin1'),
    ],
  ])('reads letters in %s', async (name, bytes) => {
    const { rows } = await readAll(page(bytes));
    expect(rows).toEqual([[name === 'what it says itself' ? 'Cafэ' : 'Café']]);
  });

  it('is told from a text with tabs', async () => {
    const book = await openWorkbook(page('Nama\tHP\nSiti\t0812\n'));
    expect(book).toMatchObject({ format: 'csv', text: { separator: '\t' } });
    await book.close();
  });
});
