import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import type { Cell } from '#shared/domain/cell.ts';
import { guessColumns } from '#shared/domain/columns/guess.ts';
import { summariesOf } from '#tests/support/column-evidence.ts';
import { sharedData } from '#tests/support/shared-data.ts';

const SHOP = { country: 'ID', currency: 'IDR' };

function guess(headers: string, rows: readonly (readonly Cell[])[]) {
  const names = headers.split(';');
  return guessColumns(names, summariesOf(names.length, rows), SHOP);
}

function fields(headers: string, rows: readonly (readonly Cell[])[]): string[] {
  return guess(headers, rows).map((one) => one.field);
}

function ofFile(path: string): { headers: string; rows: string[][] } {
  const [headers = '', ...lines] = readFileSync(path, 'utf8').split(/\r?\n/);
  return { headers, rows: lines.map((line) => line.split(';')) };
}

const sales = sharedData('indonesia/penjualan.csv');
const customers = sharedData('indonesia/pelanggan.csv');
const products = sharedData('indonesia/barang.csv');

describe.skipIf(sales === null)('a pharmacy’s real files (skipped without shared data)', () => {
  it('map without any manual setting', () => {
    const expected = [
      'ignore ignore sale.number sale.date customer.externalId product.sku line.quantity product.unit line.unitPrice sale.currency ignore ignore',
      'customer.externalId customer.kind customer.name ignore ignore ignore customer.tag',
      'product.sku ignore product.name ignore ignore ignore ignore product.unit',
    ];
    const found = [sales, customers, products].map((path) => {
      const file = ofFile(path ?? '');
      return fields(file.headers, file.rows).join(' ');
    });
    expect(found).toEqual(expected);
  });
});

describe('known layouts', () => {
  it('map an international retail file', () => {
    const headers =
      'InvoiceNo;StockCode;Description;Quantity;InvoiceDate;UnitPrice;CustomerID;Country';
    const rows: Cell[][] = [
      ['536365', '85123A', 'WHITE HANGING HEART', 6, '2010-12-01T08:26:00', 2.55, 17850, 'France'],
      ['C536379', 'D', 'Discount', -1, '2010-12-01T09:41:00', 27.5, 14527, 'Norway'],
    ];
    expect(fields(headers, rows).join(' ')).toBe(
      'sale.number product.sku product.name line.quantity sale.date line.unitPrice customer.externalId ignore',
    );
  });

  it('map a marketplace export, prefer names that are not masked, and subtract no discount twice', () => {
    const headers =
      'No. Pesanan;Status Pesanan;No. Resi;Waktu Pesanan Dibuat;Nama Produk;Nomor Referensi SKU;' +
      'Harga Awal;Harga Setelah Diskon;Jumlah;Total Harga Produk;Total Diskon;Total Pembayaran;' +
      'Username (Pembeli);Nama Penerima;No. Telepon;Kota/Kabupaten';
    const row = (a: string, b: string): Cell[] => [
      ...[a, 'Selesai', 'JX1', '2026-04-03 10:22', 'Kopi', 'KG-1', '75.000', '70.000', '2'],
      ...['140.000', '10.000', '152.000', b, 'A****i', '******78', 'SLEMAN'],
    ];
    const found = guess(headers, [row('230401A', 'wulan_w'), row('230401B', 'bagas.p')]);
    expect(found.map((one) => one.field).join(' ')).toBe(
      'sale.number sale.status ignore sale.date product.name product.sku ignore line.unitPrice ' +
        'line.quantity line.amount ignore sale.total customer.name ignore customer.phone customer.city',
    );
    expect(found[14]).toMatchObject({ confidence: 'check', because: 'masked-values' });
  });

  it('map a till’s file with damaged phones, and leave the cashier out', () => {
    const headers = 'No. Nota;Tgl;Nama Pelanggan;No HP;Nama Barang;Jumlah;Total;Bayar;Ket;Kasir';
    const found = guess(headers, [
      [
        '0001',
        '03/04/2026',
        'Bu Wulan',
        '812555018',
        'Gayo',
        '2',
        'Rp 490.000,-',
        'TRF',
        'x',
        'Rini',
      ],
      [
        '0002',
        '05/04/2026',
        'CV. Timur',
        '6.28123E+12',
        'Robusta',
        '1',
        '115.000',
        'QRIS',
        null,
        'Joko',
      ],
    ]);
    expect(found.map((one) => `${one.field} ${one.confidence}`)).toEqual([
      'sale.number sure',
      'sale.date sure',
      'customer.name sure',
      'customer.phone check',
      'product.name sure',
      'line.quantity likely',
      'line.amount likely',
      'sale.paymentMethod sure',
      'sale.note sure',
      'ignore none',
    ]);
  });

  it('join the parts of a name only where no column holds the whole', () => {
    const rows: Cell[][] = [['Grace', 'Hopper', null, 'g@x.co', '+62 812 3456 7890']];
    const headers = 'First Name;Last Name;Name;E-mail 1 - Value;Phone 1 - Value';
    expect(fields(headers, rows)).toEqual([
      ...['customer.name', 'customer.name', 'ignore', 'customer.email', 'customer.phone'],
    ]);
    const whole: Cell[][] = [['Grace', 'Hopper', 'Grace Hopper', 'g@x.co', '081234567890']];
    expect(fields(headers, whole).slice(0, 3)).toEqual(['ignore', 'ignore', 'customer.name']);
  });
});

describe('headers that mean two things', () => {
  it.each([
    [
      'Nama Barang;Jumlah;Total',
      [['Kopi', '2', '30.000']],
      'product.name line.quantity line.amount',
    ],
    ['Nama Barang;Qty;Jumlah', [['Kopi', '2', '30.000']], 'product.name line.quantity line.amount'],
    ['Nama Barang;Jumlah', [['Kopi', 'Rp 30.000']], 'product.name line.amount'],
    ['Nama Barang;Jumlah', [['Kopi', 3]], 'product.name line.quantity'],
    [
      'Tanggal;Pelanggan;Jumlah',
      [['29/09/2026', 'Budi', '150.000']],
      'sale.date customer.name sale.total',
    ],
    ['Kode;SKU;Nama', [['1', 'A1', 'Kopi']], 'ignore product.sku product.name'],
    [
      'Nama;No HP;Catatan',
      [['Budi', '081234567890', 'x']],
      'customer.name customer.phone customer.note',
    ],
    ['No Nota;Qty;Catatan', [['1', 2, 'x']], 'sale.number line.quantity sale.note'],
    ['No Nota;Qty;Pelanggan', [['1', 2, 'C-001']], 'sale.number line.quantity customer.externalId'],
    ['Nama;Level', [['Budi', 'Gold']], 'customer.name customer.tag'],
  ])('%s with %j is %s', (headers, rows, expected) => {
    expect(fields(headers, rows).join(' ')).toBe(expected);
  });
});

describe('values against headers', () => {
  it('make a phone column with names unsure', () => {
    const found = guess('Nama;No HP', [
      ['Budi', 'Siti'],
      ['Ani', 'Joko'],
    ]);
    expect(found[1]).toEqual({
      field: 'customer.phone',
      confidence: 'check',
      because: 'values-disagree',
    });
  });

  it('name phones and e-mail addresses under headers nobody knows, and nothing else', () => {
    const found = guess('A;B;C;D', [
      ['081234567890', 'a@b.co', 'Budi', 12],
      ['081234567891', 'c@d.co', 'Ani', 13],
    ]);
    expect(found.map((one) => `${one.field} ${one.confidence}`)).toEqual([
      'customer.phone check',
      'customer.email check',
      'ignore none',
      'ignore none',
    ]);
  });

  it('give several phones, and one date only', () => {
    const rows = [['081234567890', '081234567891', '29/09/2026', '30/09/2026']];
    expect(fields('No HP;No WA;Tanggal;Tanggal Transaksi', rows)).toEqual([
      ...['customer.phone', 'customer.phone', 'ignore', 'sale.date'],
    ]);
  });
});
