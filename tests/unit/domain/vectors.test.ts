import { describe, expect, it } from 'vitest';
import { readDate } from '#shared/domain/calendar/dates.ts';
import type { ImportField } from '#shared/domain/columns/fields.ts';
import { matchHeader } from '#shared/domain/columns/synonyms.ts';
import { readDiscount } from '#shared/domain/text/discounts.ts';
import { type NumberStyle, readNumber } from '#shared/domain/text/numbers.ts';
import { readPhones, waLink } from '#shared/domain/text/phone.ts';
import { readSaleStatus } from '#shared/domain/vocabulary/sale-words.ts';

const HEADERS: readonly [ImportField | 'product', string][] = [
  [
    'customer.name',
    'nama, nama lengkap, nama pelanggan, nama customer, customer, pelanggan, pembeli, nama pembeli, nama penerima, nama toko, username (pembeli), name, full name',
  ],
  [
    'customer.phone',
    'no hp, no. hp, nomor hp, nomer hp, hp, no telp, no. telp, nomor telepon, telepon, telp, handphone, whatsapp, no wa, nomor wa, wa, phone, mobile',
  ],
  ['customer.email', 'email, e-mail, surel, alamat email'],
  ['customer.address', 'alamat, alamat lengkap, alamat pengiriman, alamat pesanan, address'],
  ['customer.city', 'kota, kabupaten, kota/kabupaten'],
  ['customer.province', 'provinsi'],
  ['customer.district', 'kecamatan, kelurahan'],
  ['customer.postalCode', 'kode pos'],
  [
    'sale.date',
    'tanggal, tgl, tgl transaksi, tanggal transaksi, tanggal pembelian, tanggal pesanan, waktu pesanan dibuat, tanggal faktur, order date, date',
  ],
  [
    'sale.number',
    'no. pesanan, nomor pesanan, no pesanan, no faktur, nomor faktur, no nota, no transaksi, invoice, order id',
  ],
  ['product.name', 'nama produk, produk, nama barang, barang, item'],
  ['product.sku', 'sku, sku induk, nomor referensi sku, kode barang'],
  ['line.quantity', 'jumlah, jml, qty, kuantitas, banyaknya, quantity'],
  ['line.unitPrice', 'harga, harga satuan, harga awal, harga setelah diskon, unit price'],
  ['line.amount', 'total, subtotal, jumlah harga, total harga, total harga produk, nominal'],
  ['sale.total', 'total, total pembayaran, grand total'],
  ['line.discount', 'diskon, potongan, diskon penjual'],
  ['sale.shipping', 'ongkir, ongkos kirim, biaya pengiriman'],
  ['sale.status', 'status, status pesanan'],
  ['sale.note', 'catatan, keterangan, ket, pesan'],
  ['customer.birthday', 'tgl lahir, tanggal lahir'],
  ['customer.gender', 'jenis kelamin, jk, l/p'],
  ['customer.source', 'sumber, asal'],
  ['customer.taxId', 'npwp'],
];

describe('header synonyms (section 1)', () => {
  const cases = HEADERS.flatMap(([field, list]) => list.split(', ').map((text) => [text, field]));
  it.each(cases)('%s may name %s, in small letters and in capitals', (header, field) => {
    for (const text of [header ?? '', (header ?? '').toUpperCase()]) {
      const exact = matchHeader(text).filter((match) => match.exact);
      expect(exact.map((match) => match.field)).toContain(field);
    }
  });

  it.each([
    ['variasi', []],
    ['nama variasi', []],
  ])(
    '%s is a variant, which is kept out rather than taken for something else',
    (header, fields) => {
      expect(matchHeader(header)).toEqual(fields);
    },
  );

  it.each([
    ['selesai', 'completed'],
    ['batal', 'cancelled'],
    ['retur', 'returned'],
    ['dikirim', 'processing'],
  ])('the status %s is %s', (text, status) => expect(readSaleStatus(text)).toBe(status));
});

describe('money (section 2)', () => {
  const cases: readonly [string | number | null, NumberStyle, number | null][] = [
    ['Rp 1.250.000,00', 'id', 1250000],
    ['Rp1.250.000', 'id', 1250000],
    ['Rp. 1.250.000,-', 'id', 1250000],
    ['IDR 1,250,000.00', 'en', 1250000],
    ['1250000', 'id', 1250000],
    ['1250000', 'en', 1250000],
    ['1250000', 'plain', 1250000],
    ['1.250.000,50', 'id', 1250000.5],
    ['150.000', 'id', 150000],
    ['1.250', 'id', 1250],
    ['150,000', 'en', 150000],
    ['12,5', 'id', 12.5],
    ['(150.000)', 'id', -150000],
    ['-Rp 150.000', 'id', -150000],
    ['150rb', 'id', 150000],
    ['150 ribu', 'en', 150000],
    ['1,5jt', 'id', 1500000],
    ['1.5 jt', 'id', 1500000],
    ['1,5jt', 'plain', 1500000],
    ['1.250.000\u00a0', 'id', 1250000],
    ['Rp\u00a01.250.000', 'id', 1250000],
    ['-', 'id', null],
    ['', 'id', null],
    [null, 'id', null],
    [1250000, 'id', 1250000],
    [1250000, 'en', 1250000],
  ];
  it.each(cases)('%j in a column of style %s is %s', (cell, style, value) => {
    const e4 = value === null ? null : value * 10_000;
    expect(readNumber(cell, style)).toMatchObject({ ok: true, e4 });
  });

  it('takes 12,5% for a share of something else, never for 12,5 of money', () => {
    expect(readNumber('12,5%', 'id')).toEqual({ ok: false, problem: 'percent' });
    expect(readDiscount('12,5%', 'id', 'money')).toMatchObject({
      discount: { e4: 125_000, isPercent: true },
    });
  });

  it('refuses abc in every style and never makes it 0', () => {
    for (const style of ['id', 'en', 'plain'] as const) {
      expect(readNumber('abc', style)).toEqual({ ok: false, problem: 'not-a-number' });
    }
  });
});

describe('dates (section 3)', () => {
  it.each([
    ['05/03/2026', '2026-03-05', null],
    ['5-3-26', '2026-03-05', null],
    ['05.03.2026', '2026-03-05', null],
    ['5 Maret 2026', '2026-03-05', null],
    ['5 Mar 2026', '2026-03-05', null],
    ['17 Agt 2025', '2025-08-17', null],
    ['17 Ags 2025', '2025-08-17', null],
    ['17 Agustus 2025', '2025-08-17', null],
    ['12 Mei 2025', '2025-05-12', null],
    ['1 Des 2025', '2025-12-01', null],
    ['29/09/2026 14:22', '2026-09-29', '14:22'],
    ['2026-03-05T00:00:00Z', '2026-03-05', '00:00'],
    [46086, '2026-03-05', null],
  ])('%s is %s at %s', (cell, date, time) => {
    expect(readDate(cell, { order: 'dmy' })).toEqual({ ok: true, date, time });
  });

  it('refuses 31/02/2026 as a day that does not exist', () => {
    expect(readDate('31/02/2026', { order: 'dmy' })).toEqual({
      ok: false,
      problem: 'impossible-date',
    });
  });

  it('reads 03/25/2026 month first and refuses it day first', () => {
    expect(readDate('03/25/2026', { order: 'mdy' })).toMatchObject({ date: '2026-03-25' });
    expect(readDate('03/25/2026', { order: 'dmy' })).toMatchObject({ problem: 'impossible-date' });
  });
});

describe('phones (section 4)', () => {
  it.each([
    ['081234567890'],
    ['6281234567890'],
    ['+62 812-3456-7890'],
    ['(0812) 3456 7890'],
    ['81234567890'],
    [81234567890],
  ])('%s is +6281234567890', (cell) => {
    expect(readPhones(cell, 'ID')).toEqual({ phones: ['+6281234567890'], problem: null });
  });

  it('reads a Jakarta landline', () => {
    expect(readPhones('021-5551234', 'ID')).toEqual({ phones: ['+62215551234'], problem: null });
  });

  it('names a number that a spreadsheet damaged and gives nothing out', () => {
    expect(readPhones('6.28123E+12', 'ID')).toEqual({ phones: [], problem: 'damaged' });
  });

  it('reads two numbers of one cell', () => {
    expect(readPhones('081255501180 / 085755501190', 'ID').phones).toEqual([
      '+6281255501180',
      '+6285755501190',
    ]);
  });

  it.each(['******78', 'A****i', '0812xxxx / 0857xxxx'])('%s is masked', (cell) => {
    expect(readPhones(cell, 'ID')).toEqual({ phones: [], problem: 'masked' });
  });

  it('links to WhatsApp by digits with the country code', () => {
    expect(waLink('+6281234567890')).toBe('https://wa.me/6281234567890');
    expect(waLink('+62811', 'a & b')).toBe('https://wa.me/62811?text=a%20%26%20b');
  });
});
