import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import type { Cell } from '#shared/domain/cell.ts';
import { findHeaderRow, titlesOf } from '#shared/domain/columns/header-row.ts';
import { headerKey } from '#shared/domain/columns/headers.ts';
import { sharedData } from '#tests/support/shared-data.ts';

const HEADER: Cell[] = ['No. Nota', 'Tgl', 'Nama Pelanggan', 'No HP', 'Total'];
const BODY: Cell[][] = Array.from({ length: 12 }, (_, i) => [
  ...[`000${i}`, '03/04/2026', 'Bu Wulan', '081234567890', 'Rp 490.000'],
]);
const cdnow = sharedData('cdnow/CDNOW_sample.txt');

describe('the header row', () => {
  it.each<[string, Cell[][], number]>([
    ['the first row', [], 0],
    ['under title lines', [['Laporan Penjualan'], ['Periode: April 2026'], []], 3],
    [
      'under a merged title and blank rows',
      [['Toko Sekar Pagi', null, null, null, null], [null, null], [], ['']],
      4,
    ],
    [
      'under lines with a name and a value',
      [['Outlet', 'Pusat'], ['Tanggal cetak', '14/04/2026'], []],
      3,
    ],
    ['under a row of groups', [[null, null, 'Pelanggan', null, 'Nilai']], 1],
  ])('is found as %s', (_, above, index) => {
    expect(findHeaderRow([...above, HEADER, ...BODY])).toEqual({ index, confidence: 'sure' });
  });

  it('is found by standing over values where its words are unknown', () => {
    const rows: Cell[][] = [['Foo', 'Bar', 'Baz'], ...BODY.map((row) => row.slice(0, 3))];
    expect(findHeaderRow(rows)).toEqual({ index: 0, confidence: 'likely' });
  });

  it.each<[string, Cell[]]>([
    ['stars after them', ['Nama*', 'No HP*', 'Kota']],
    ['stars before them', ['*Customer', '*Invoice Date', '*Total']],
    ['two stars', ['Nama **', '** No HP', 'Kota**']],
    ['a star in brackets', ['Nama (*)', 'No HP (*)', 'Kota']],
    ['a word', ['Nama (wajib)', 'No HP (wajib diisi)', 'Kota (opsional)']],
    ['a word in English', ['Customer (required)', 'Phone [mandatory]', 'City (optional)']],
  ])('is found where titles that must be filled in have %s', (_, titles) => {
    const rows: Cell[][] = [
      titles,
      ['Ayu', '081234500001', 'Bogor'],
      ['B***', '******02', 'Depok'],
    ];
    expect(findHeaderRow(rows)).toEqual({ index: 0, confidence: 'sure' });
  });

  it('is missing where a name is hidden by stars in the very first row', () => {
    const rows: Cell[][] = [
      ['A****i', '******78', 'SLEMAN'],
      ['B****s', '******79', 'BANTUL'],
    ];
    expect(findHeaderRow(rows).index).toBeNull();
  });

  it('is found without any row below', () => {
    expect(findHeaderRow([HEADER])).toEqual({ index: 0, confidence: 'sure' });
  });

  it('is missing where the first row holds values', () => {
    expect(findHeaderRow(BODY).index).toBeNull();
    expect(findHeaderRow([]).index).toBeNull();
  });

  it.skipIf(cdnow === null)(
    'is missing in five numeric columns (skipped without shared data)',
    () => {
      const lines = readFileSync(cdnow ?? '', 'utf8')
        .split('\n')
        .slice(0, 60);
      const rows = lines.map((line) => line.trim().split(/\s+/));
      expect(findHeaderRow(rows)).toEqual({ index: null, confidence: 'sure' });
    },
  );
});

describe('titles in several rows', () => {
  const body: Cell[][] = [
    [1, '05/03/2026', 'Ayu', '081234500001', 'Kopi', 2],
    [2, '16/03/2026', 'Bima', '081234500002', 'Teh', 1],
  ];
  const groups: Cell[] = ['No', 'Tanggal', 'Pelanggan', null, 'Barang', null];
  const parts: Cell[] = [null, null, 'Nama', 'No HP', 'Nama', 'Qty'];
  const single: Cell[] = ['No', 'Tgl', 'Nama', 'No HP', 'Barang', 'Qty'];

  it.each<[string, Cell[][], readonly Cell[]]>([
    [
      'groups over their parts',
      [groups, parts],
      ['No', 'Tanggal', 'Pelanggan Nama', 'Pelanggan No HP', 'Barang Nama', 'Barang Qty'],
    ],
    ['columns that are numbered', [single, ['(1)', '(2)', '(3)', '(4)', '(5)', '(6)']], single],
    ['columns that are numbered bare', [single, [1, 2, 3, 4, 5, 6]], single],
    [
      'what must be filled in, and how',
      [single, [null, 'Wajib diisi', 'Wajib', 'Format 08xxx', 'Opsional', 'contoh: 2']],
      single,
    ],
  ])('are taken together: %s', (_, rows, titles) => {
    const above: Cell[][] = [['Laporan Penjualan'], []];
    const found = findHeaderRow([...above, ...rows, ...body]);
    expect(found).toEqual({ index: above.length + rows.length - 1, confidence: 'sure' });
    const joined = [...above, ...rows].reduce<readonly Cell[] | null>(titlesOf, null);
    expect(joined).toEqual(titles);
  });

  it.each<[string, Cell[]]>([
    ['data of words', [3, '17/03/2026', 'Nama', 'No HP', 'Barang', 4]],
    ['the titles again', single],
    ['few cells of data', [null, null, 'Ayu', null, 'Kopi', null]],
    ['a customer called by a title', [null, null, 'Pelanggan', null, null, null]],
  ])('are one row before %s', (_, row) => {
    expect(findHeaderRow([single, row, ...body]).index).toBe(0);
    expect(titlesOf(single, row)).toBe(row);
  });
});

describe('header keys', () => {
  it.each([
    ['No. HP', 'no hp'],
    ['InvoiceNo', 'invoice no'],
    ['CustomerID', 'customer id'],
    ['id_invoice', 'id invoice'],
    ['Harga Jual (IDR)', 'harga jual'],
    ['Phone 1 - Value', 'phone'],
    ['L/P', 'l p'],
    ['Rp', 'rp'],
    ['Nama*', 'nama'],
    ['*Invoice Date (dd/mm/yyyy)', 'invoice date'],
    ['Tanggal (wajib diisi)', 'tanggal'],
  ])('%s is %s', (header, key) => expect(headerKey(header)).toBe(key));
});
