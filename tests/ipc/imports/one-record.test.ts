import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { ImportReport } from '#shared/contract/imports.ts';
import {
  addsUp,
  columnIn,
  type ImportShop,
  openImportShop,
  sourceIn,
} from '#tests/support/shop/import-fixtures.ts';
import { MAIN, makeXlsx } from '#tests/support/shop/make-xlsx.ts';

let shop: ImportShop;
beforeEach(async () => {
  shop = await openImportShop();
});
afterEach(() => shop.close());

async function importText(name: string, ...lines: readonly string[]): Promise<ImportReport> {
  const { report } = await shop.import(await shop.file(name, `${lines.join('\n')}\n`));
  expect(addsUp(report)).toBe(true);
  return report;
}

function problems({ problems: groups }: ImportReport): unknown[] {
  return groups.map(({ problem, value, rows, outcome }) => [problem, value, rows, outcome]);
}

/** Everybody with the phones they are reached by. */
function people(): unknown[] {
  return shop
    .all<{ name: string; phones: string | null }>(
      `SELECT name, (SELECT group_concat(value) FROM contact_points p
         WHERE p.customer_id = c.id AND kind = 'phone') AS phones FROM customers c ORDER BY id`,
    )
    .map(({ name, phones }) => [name, phones]);
}

describe('a code with .0 behind it', () => {
  it('is the same customer, product and sale as the code without', async () => {
    const titles = 'InvoiceNo,InvoiceDate,CustomerID,StockCode,Amount';
    await importText('a.csv', titles, '536365.0,2026-01-02,17850.0,85123.0,1000');
    const again = await importText('b.csv', titles, '536365,2026-01-02,17850,85123,1000');
    expect(again.counts).toMatchObject({ added: 0, unchanged: 1 });
    const more = await importText('c.csv', titles, '536370,2026-02-02,17850,85123,500');
    expect([more.customers.added, more.products.added, more.sales.added]).toEqual([0, 0, 1]);
    expect(shop.all('SELECT value FROM customer_identifiers')).toEqual([{ value: '17850' }]);
  });

  it('is found where a former version has kept it so', async () => {
    const titles = 'InvoiceNo,InvoiceDate,CustomerID,StockCode,Amount';
    await importText('a.csv', titles, '536365,2026-01-02,17850,85123,1000');
    shop.connection.raw.exec(
      `UPDATE customer_identifiers SET value = value || '.0';
       UPDATE products SET sku = sku || '.0';
       UPDATE sales SET number = '536365.0', match_key = 'n|536365.0|2026-01-02'`,
    );
    const again = await importText('b.csv', titles, '536365.0,2026-01-02,17850.0,85123.0,1000');
    expect([again.customers.added, again.products.added, again.sales.added]).toEqual([0, 0, 0]);
  });

  it('stays where the column has decimals of its own, and a phone loses it', async () => {
    await importText('a.csv', 'Nama,No HP,Kode Pos', 'Ayu,81234500001.0,16111.0');
    expect(people()).toEqual([['Ayu', '+6281234500001']]);
    expect(shop.all('SELECT postal_code AS code FROM addresses')).toEqual([{ code: '16111' }]);
    await importText(
      'b.csv',
      'Kode Barang,Nama Barang',
      '10.0,Sabun versi 10.0',
      '10.5,Sabun versi 10.5',
      '11.0,Sabun versi 11.0',
    );
    expect(shop.all('SELECT sku FROM products ORDER BY id')).toEqual([
      { sku: '10.0' },
      { sku: '10.5' },
      { sku: '11.0' },
    ]);
  });
});

describe('a phone that cannot be read', () => {
  it('is kept as it is written, in the note, once', async () => {
    const lines = [
      'Nama,No HP,Catatan',
      'Ayu,084512345678,suka kopi',
      'Bima,081234500003 / 0845,',
      'Citra,tanya Bu RT,',
    ];
    const report = await importText('a.csv', ...lines);
    expect(report.problems.map(({ problem, outcome }) => [problem, outcome])).toEqual([
      ['phone-unread', 'added'],
      ['phone-unread', 'added'],
      ['phone-unread', 'added'],
    ]);
    const notes = () => shop.all('SELECT name, note FROM customers ORDER BY id');
    const expected = [
      { name: 'Ayu', note: 'suka kopi\nNo HP: 084512345678' },
      { name: 'Bima', note: 'No HP: 081234500003 / 0845' },
      { name: 'Citra', note: 'No HP: tanya Bu RT' },
    ];
    expect(notes()).toEqual(expected);
    expect(people()[1]).toEqual(['Bima', '+6281234500003']);
    const again = await importText('a.csv', ...lines);
    expect(again.counts).toMatchObject({ added: 0, updated: 0, unchanged: 3 });
    expect(notes()).toEqual(expected);
  });

  it('joins what is noted already, and is wrong where it is all that a row says', async () => {
    await importText('a.csv', 'Nama,Catatan', 'Ayu,langganan lama');
    const report = await importText('b.csv', 'Nama,No HP', 'Ayu,084512345678', ',084500000000');
    expect(shop.one('SELECT note FROM customers')).toBe('langganan lama\nNo HP: 084512345678');
    expect(report.counts).toMatchObject({ updated: 1, wrong: 1 });
    expect(problems(report)).toContainEqual(['not-a-phone', '084500000000', 1, 'wrong']);
  });
});

describe('a row below a customer, with nothing but a phone or an e-mail', () => {
  it('is more of that customer where the file numbers its customers and not this row', async () => {
    const report = await importText(
      'kontak.csv',
      'ID,First Name,Last Name,ID (Email IDs),Email ID (Email IDs),ID (Contact Numbers),Number (Contact Numbers)',
      'Ayu-Toko,Ayu,Contoh,e1,ayu@contoh.test,p1,081234500001',
      ',,,e2,ayu2@contoh.test,p2,0217001234',
      ',,,,,p3,0217001235',
      'Bima-Toko,Bima,Contoh,e3,bima@contoh.test,p4,081234500002',
    );
    expect(people()).toEqual([
      ['Ayu Contoh', '+6281234500001,+62217001234,+62217001235'],
      ['Bima Contoh', '+6281234500002'],
    ]);
    expect(report.customers.added).toBe(2);
    expect(report.problems).toEqual([]);
  });

  it('is a customer of its own where nothing says so, and a person is told and may say otherwise', async () => {
    const text = 'Nama,No HP\nAyu,081234500001\n,081234500002\nBima,081234500003\n';
    const draft = await shop.inspect(await shop.file('hp.csv', text));
    const source = sourceIn(draft);
    const asked = await shop.check(draft);
    expect(asked.customers.added).toBe(3);
    expect(problems(asked)).toEqual([['row-without-name', null, 1, 'added']]);
    const { index } = columnIn(source, 'Nama');
    const fix = { column: index, from: '', to: null, problem: 'row-without-name', stands: true };
    await shop.commit(await shop.configure(draft, { sourceId: source.id, fix }));
    expect(people()).toEqual([
      ['Ayu', '+6281234500001,+6281234500002'],
      ['Bima', '+6281234500003'],
    ]);
  });

  it('never takes a number away from somebody else, nor a row that says more', async () => {
    const report = await importText(
      'a.csv',
      'ID,Nama,No HP,Kota',
      '1,Ayu,081234500001,Bogor',
      '2,Bima,081234500002,Bogor',
      ',,081234500001,',
      ',,081234500009,Depok',
      '3,Citra,Lestari,081234500003,Bogor',
      ',,081234500010,',
    );
    expect(people()).toEqual([
      ['Ayu', '+6281234500001'],
      ['Bima', '+6281234500002'],
      ['', '+6281234500009'],
      ['', '+6281234500010'],
    ]);
    expect(problems(report)).toEqual([
      ['keys-disagree', '+6281234500001', 1, 'unchanged'],
      ['row-too-wide', null, 1, 'wrong'],
    ]);
  });
});

describe('a row that a workbook hides', () => {
  it('comes in, and that it was hidden is said; a hidden sheet stays out', async () => {
    mkdirSync(join(shop.folder, 'from'), { recursive: true });
    const cells = (...texts: readonly string[]) =>
      texts.map((text) => `<c t="inlineStr"><is><t>${text}</t></is></c>`).join('');
    const path = makeXlsx(join(shop.folder, 'from', 'a.xlsx'), {
      rows: `<row>${cells('Nama', 'No HP')}</row>
        <row>${cells('Ayu', '081234500001')}</row>
        <row hidden="1">${cells('Bima', '081234500002')}</row>
        <row ht="0" customHeight="1">${cells('Citra', '081234500003')}</row>
        <row hidden="0">${cells('Dodi', '081234500004')}</row>
        <row hidden="true">${cells('', '')}</row>`,
    });
    const draft = await shop.inspect(path);
    const report = await shop.check(draft);
    expect(report.counts).toMatchObject({ read: 4, added: 4 });
    expect(problems(report)).toEqual([['hidden-row', null, 2, 'added']]);
    const rows = await shop.rows(draft, { sourceId: sourceIn(draft).id, problem: 'hidden-row' });
    expect(rows.map(({ cells: [name] }) => name)).toEqual(['Bima', 'Citra']);
  });
});

describe('a column that a workbook hides', () => {
  it('is named where it comes in, and not where it is nothing', async () => {
    mkdirSync(join(shop.folder, 'from'), { recursive: true });
    const row = (...texts: readonly string[]) =>
      `<row>${texts.map((text) => `<c t="inlineStr"><is><t>${text}</t></is></c>`).join('')}</row>`;
    const path = makeXlsx(join(shop.folder, 'from', 'a.xlsx'), {
      sheet: `<worksheet xmlns="${MAIN}"><cols><col min="1" max="1" hidden="0"/>
        <col min="2" max="3" hidden="1"/><col min="5" max="16384" hidden="1"/></cols><sheetData>
        ${row('Nama', 'No HP', 'Xyz', 'Kota')}${row('Ayu', '081234500001', 'x', 'Bogor')}
        </sheetData></worksheet>`,
    });
    const { report } = await shop.import(path);
    expect(report.notTaken.hiddenColumns).toMatchObject([{ index: 1, header: 'No HP' }]);
    expect(report.notTaken.columns).toMatchObject([{ index: 2, header: 'Xyz', filled: 1 }]);
  });
});

describe('several things side by side in one row', () => {
  const titles =
    'No Pesanan,Tanggal,Nama Pelanggan,Ongkir,Nama Barang,Harga,Jumlah,Subtotal,Nama Barang,Harga,Jumlah,Subtotal,Nama Barang,Harga,Jumlah,Subtotal';
  const wide = [
    'P1,2026-01-02,Ayu,9000,Kopi,15000,2,30000,Teh,8000,1,8000,Gula,3000,3,9000',
    'P2,2026-01-03,Bima,9000,Kopi,15000,1,15000,,,,,,,,',
    'P3,2026-01-04,Citra,9000,,,,,Teh,8000,2,16000,,,,',
  ];

  function sales(): unknown[] {
    return shop
      .all<Record<string, unknown>>(
        `SELECT number, total_minor / 100 AS total, shipping_minor / 100 AS shipping,
           (SELECT group_concat(p.name) FROM sale_lines l JOIN products p ON p.id = l.product_id
            WHERE l.sale_id = s.id) AS things FROM sales s ORDER BY id`,
      )
      .map(({ number, total, shipping, things }) => [number, total, shipping, things]);
  }

  it('are all taken, as lines of one sale', async () => {
    const report = await importText('a.csv', titles, ...wide);
    expect(report.counts).toMatchObject({ read: 3, added: 3 });
    expect(report.lines.added).toBe(5);
    expect(report.money.exact).toBe('78000');
    expect(sales()).toEqual([
      ['P1', 47_000, 9_000, 'Kopi,Teh,Gula'],
      ['P2', 15_000, 9_000, 'Kopi'],
      ['P3', 16_000, 9_000, 'Teh'],
    ]);
    const again = await importText('a.csv', titles, ...wide);
    expect(again.counts).toMatchObject({ added: 0, updated: 0, unchanged: 3 });
  });

  it('are not each worth what the whole row is', async () => {
    const report = await importText(
      'a.csv',
      'No;Tgl;Pembeli;Barang 1;Qty 1;Harga 1;Barang 2;Qty 2;Harga 2;Diskon;Total',
      '1;05/03/2026;Ayu;Kopi;2;15.000;Teh;1;8.000;1.000;37.000',
      '2;16/03/2026;Bima;Kopi;1;15.000;;;;0;15.000',
    );
    expect(report.sales.added).toBe(2);
    expect(sales().map((sale) => (sale as unknown[])[1])).toEqual([37_000, 15_000]);
  });

  it('are one sale without a number or a buyer too, and none where one of them is wrong', async () => {
    const report = await importText(
      'a.csv',
      'Tanggal,Barang 1,Harga 1,Qty 1,Barang 2,Harga 2,Qty 2',
      '2026-01-02,Kopi,15000,2,Teh,8000,1',
      '2026-01-02,Kopi,15000,1,Teh,delapan,1',
    );
    expect(report.counts).toMatchObject({ read: 2, added: 1, wrong: 1 });
    expect(sales()).toEqual([[null, 38_000, 0, 'Kopi,Teh']]);
  });
});

describe('a thing below a sale that names no sale itself', () => {
  const titles = 'No Nota,Tanggal,Pelanggan,No HP,Barang,Qty,Harga';
  const orders = [
    'N1,2026-01-05,Ayu,081234500001,Kopi,2,15000',
    ',,,,Teh,1,8000',
    ',,,,Gula,3,3000',
    'N2,2026-01-06,Bima,081234500002,Kopi,1,15000',
    ',,,,Teh,2,8000',
  ];

  function sold(): unknown[] {
    return shop.all(
      `SELECT number, total_minor / 100 AS total,
         (SELECT count(*) FROM sale_lines l WHERE l.sale_id = s.id) AS lines FROM sales s ORDER BY id`,
    );
  }

  it('is a line of that sale, and that is said', async () => {
    const report = await importText('a.csv', titles, ...orders);
    expect(sold()).toEqual([
      { number: 'N1', total: 47_000, lines: 3 },
      { number: 'N2', total: 31_000, lines: 2 },
    ]);
    expect(problems(report)).toEqual([['line-of-above', null, 3, 'added']]);
    const again = await importText('a.csv', titles, ...orders);
    expect(again.counts).toMatchObject({ added: 0, updated: 0, unchanged: 5 });
  });

  it('is none of the sale before a row that could not be taken, nor a sum without a word', async () => {
    const [first = '', second = '', third = ''] = orders;
    const report = await importText(
      'a.csv',
      titles,
      first,
      'N2,besok,Bima,081234500002,Kopi,1,15000',
      second,
      'N4,2026-01-08,Dodi,081234500004,Kopi,1,15000',
      'N3,2026-01-07,Citra,081234500003,Kopi,1,15000,x',
      third,
      'N5,2026-01-08,Eka,081234500005,Kopi,1,15000',
      ',,,,,,53000',
    );
    expect(report.counts).toMatchObject({ added: 3, wrong: 5 });
    expect(sold()).toEqual([
      { number: 'N1', total: 30_000, lines: 1 },
      { number: 'N4', total: 15_000, lines: 1 },
      { number: 'N5', total: 15_000, lines: 1 },
    ]);
  });
});
