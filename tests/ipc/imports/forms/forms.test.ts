import { utils, write } from '@e965/xlsx';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { addsUp, type ImportShop, openImportShop } from '#tests/support/shop/import-fixtures.ts';

let shop: ImportShop;
beforeEach(async () => {
  shop = await openImportShop();
});
afterEach(() => shop.close());

const till = [
  ['No Nota', 'Tanggal', 'Nama Pelanggan', 'Nama Barang', 'Qty', 'Harga Satuan'],
  ['1', { t: 'n', v: 46_086, z: 'dd/mm/yyyy' }, 'Ani', 'Kopi', 2, 15_000],
  ['2', { t: 'n', v: 46_087, z: 'dd/mm/yyyy' }, 'Budi', 'Teh', 1, 8_000],
];

/** The same till, saved in that form and called what it likes. */
function tillAs(form: 'xlsx' | 'biff8' | 'biff5' | 'xlsb'): Buffer {
  const book = utils.book_new();
  utils.book_append_sheet(book, utils.aoa_to_sheet(till), 'Penjualan');
  return write(book, { bookType: form, type: 'buffer' }) as Buffer;
}

const page = `<table>${till
  .map((row) => {
    const cells = row.map((cell) =>
      typeof cell === 'object' ? `${cell.v === 46_086 ? '05' : '06'}/03/2026` : `${cell}`,
    );
    return `<tr><td>${cells.join('</td><td>')}</td></tr>`;
  })
  .join('')}</table>`;

function sales() {
  return shop.all(
    `SELECT number, sold_on AS day, total_minor / 100 AS total, c.name FROM sales s
     JOIN customers c ON c.id = s.customer_id ORDER BY s.id`,
  );
}

describe('The sales of a till', () => {
  it.each([
    ['xlsx', 'xlsx', () => tillAs('xlsx')],
    ['xls', 'xls', () => tillAs('biff8')],
    ['xls of 1995', 'xls', () => tillAs('biff5')],
    ['xlsb', 'xlsb', () => tillAs('xlsb')],
    ['a web page called .xls', 'html', () => Buffer.from(page)],
  ])('come in the same from %s', async (_, format, make) => {
    const path = await shop.file('kasir.xls', make());
    const draft = await shop.inspect(path);
    expect(draft.refused).toEqual([]);
    expect(draft.sources).toMatchObject([{ format, rows: 2 }]);
    const { report } = await shop.commit(draft);
    expect(addsUp(report)).toBe(true);
    expect(sales()).toEqual([
      { number: '1', day: '2026-03-05', total: 30_000, name: 'Ani' },
      { number: '2', day: '2026-03-06', total: 8_000, name: 'Budi' },
    ]);
  });
});
