import { describe, expect, it } from 'vitest';
import type { Cell } from '#shared/domain/cell.ts';
import type { ImportField } from '#shared/domain/columns/fields.ts';
import { guessColumns } from '#shared/domain/columns/guess.ts';
import { summariesOf } from '#tests/support/column-evidence.ts';

const SHOP = { country: 'ID', currency: 'IDR' };

function guess(titles: string, rows: readonly (readonly Cell[])[], context: object = {}) {
  const names = titles.split(';');
  return guessColumns(names, summariesOf(names.length, rows), { ...SHOP, ...context });
}

function told(titles: string, rows: readonly (readonly Cell[])[], context: object = {}) {
  return guess(titles, rows, context).map(({ field, confidence }) => `${field} ${confidence}`);
}

function reasons(titles: string, rows: readonly (readonly Cell[])[]) {
  return guess(titles, rows).map(({ field, because }) => `${field} ${because}`);
}

describe('a count is never money for sure', () => {
  it.each<[string, string, Cell[][], string[]]>([
    [
      'three pieces are no amount',
      'Nota;Tanggal;total_barang;total_pembelian',
      [['1', '2026-03-05', 3, 45_000]],
      ['line.quantity likely', 'sale.total sure'],
    ],
    [
      'a total of three is doubted',
      'Nota;Tanggal;Pelanggan;Total Bayar',
      [['1', '2026-03-05', 'Ayu', 3]],
      ['customer.name sure', 'sale.total check'],
    ],
    [
      'a price of two is doubted',
      'Tanggal;Barang;Qty;Harga',
      [['2026-03-05', 'Kopi', 1, 2]],
      ['line.quantity sure', 'line.unitPrice check'],
    ],
    [
      'forty thousand pieces are doubted',
      'Tanggal;Barang;Qty;Harga',
      [['2026-03-05', 'Kopi', 45_000, 45_000]],
      ['line.quantity check', 'line.unitPrice sure'],
    ],
  ])('%s', (_, titles, rows, last) => expect(told(titles, rows).slice(-2)).toEqual(last));

  it('small prices are prices in a shop of dollars', () => {
    const rows = [['2026-03-05', 'Coffee', 1, 2.5]];
    expect(told('Date;Item;Qty;Price', rows, { currency: 'USD' }).at(-1)).toBe(
      'line.unitPrice sure',
    );
  });

  it('nothing of a line is sure where quantity × price is mostly not the amount', () => {
    const titles = 'Tanggal;Barang;Qty;Harga Satuan;Subtotal';
    const good = ['2026-03-05', 'Kopi', 2, 15_000, 30_000];
    const bad = ['2026-03-05', 'Teh', 2, 8_000, 45_000];
    expect(told(titles, [good, good, bad]).slice(2)).toEqual([
      ...['line.quantity sure', 'line.unitPrice sure', 'line.amount sure'],
    ]);
    expect(told(titles, [good, bad, bad]).slice(2)).toEqual([
      ...['line.quantity check', 'line.unitPrice check', 'line.amount check'],
    ]);
    const less = [...good.slice(0, 4), 10, 27_000];
    expect(told(titles.replace(';Subtotal', ';Diskon;Subtotal'), [less, less]).at(-1)).toBe(
      'line.amount sure',
    );
  });
});

describe('of several sums the one that was paid counts', () => {
  const day = '2026-03-05';
  const fields = (titles: string, rows: readonly (readonly Cell[])[]): string =>
    guess(titles, rows)
      .map(({ field }) => field.replace(/^.*\./, ''))
      .join(' ');

  it.each<[string, string, Cell[][], string]>([
    [
      'three pieces beside it are none',
      'Tanggal;Total;Jumlah',
      [[day, 3, 45_000]],
      'date ignore total',
    ],
    [
      'what a discount in money comes off is none',
      'Tanggal;Subtotal;Diskon;Total',
      [[day, 30_000, 3_000, 27_000]],
      'date ignore discount total',
    ],
    [
      'what a discount in percent comes off is none',
      'Tanggal;Barang;Qty;Harga;Subtotal;Disc %;Total',
      [[day, 'Kopi', 2, 15_000, 30_000, 10, 27_000]],
      'date name quantity unitPrice ignore discount amount',
    ],
    [
      'without any discount both are one, and the first stands',
      'Tanggal;Subtotal;Diskon;Grand Total',
      [[day, 30_000, 0, 30_000]],
      'date amount discount total',
    ],
  ])('%s', (_, titles, rows, expected) => expect(fields(titles, rows)).toBe(expected));
});

describe('columns without any title', () => {
  const phones = ['081234500001', '081234500002'];
  it.each<[string, Cell[][], string]>([
    [
      'who bought stands beside the phone number',
      [
        ['05/03/2026', 'Ayu', phones[0] ?? '', 'Kopi', 2, 15_000, 30_000],
        ['06/03/2026', 'Bima', phones[1] ?? '', 'Teh', 1, 8_000, 8_000],
      ],
      'sale.date customer.name customer.phone product.name line.quantity',
    ],
    [
      'who bought stands before what was bought',
      [['05/03/2026', 'Ayu', 'Kopi', 2, 15_000, 30_000]],
      'sale.date customer.name product.name line.quantity',
    ],
    [
      'people are told by how they are called, places are not',
      [
        ['bogor', 'Bpk Bima', phones[0] ?? ''],
        ['depok', 'Ayu Lestari', phones[1] ?? ''],
      ],
      'ignore customer.name customer.phone',
    ],
    ['one word beside nothing tells nothing', [['Ayu', 'Bogor', 3]], 'ignore ignore ignore'],
  ])('%s', (_, rows, expected) => {
    const found = guess(';'.repeat((rows[0]?.length ?? 1) - 1), rows);
    expect(found.map(({ field }) => field).join(' ')).toMatch(new RegExp(`^${expected}`));
    expect(found.every(({ confidence }) => confidence !== 'sure')).toBe(true);
  });
});

it('an id that no row shares is the sale’s where a row is a sale, and no counter is', () => {
  const rows = [
    ['1', '2026-03-05', 45_000],
    ['2', '2026-03-06', 8_000],
  ];
  expect(guess('id;Tanggal;Total Bayar', rows)[0]?.field).toBe('sale.number');
  expect(guess('No;Tanggal;Total Bayar', rows)[0]?.field).toBe('ignore');
  const lines = rows.map((row) => [...row, 'Kopi']);
  expect(guess('id;Tanggal;Total Bayar;Barang', lines)[0]?.field).toBe('ignore');
});

describe('quantity × price', () => {
  it('tells columns of unknown titles, and of none', () => {
    const rows = [
      ['2026-03-05', 'Kopi', '2', '15000', '30000'],
      ['2026-03-06', 'Teh', '1', '8000', '8000'],
    ];
    const fields = [...['line.quantity', 'line.unitPrice', 'line.amount']];
    expect(guess('Tanggal;Barang;A;B;C', rows).slice(2)).toEqual(
      fields.map((field) => ({ field, confidence: 'likely', because: 'arithmetic' })),
    );
    expect(
      guess(';;;;', rows)
        .map((one) => one.field)
        .slice(2),
    ).toEqual(fields);
  });

  it('tells which of two columns of one name is which', () => {
    const rows = [
      ['2026-03-05', 'Kopi', 200, 150, 30_000],
      ['2026-03-06', 'Teh', 100, 250, 25_000],
    ];
    expect(told('Tanggal;Barang;Jumlah;Harga;Total', rows).slice(2)).toEqual([
      ...['line.quantity likely', 'line.unitPrice sure', 'line.amount likely'],
    ]);
  });

  it('proves nothing by pieces of one', () => {
    const rows = [['2026-03-05', 'Kopi', 1, 15_000, 15_000]];
    expect(reasons('Tanggal;Barang;A;B;C', rows).slice(2)).toEqual([
      ...['ignore unknown', 'ignore unknown', 'ignore unknown'],
    ]);
  });

  it('tells an amount that stands once for all items of a sale', () => {
    const titles = 'Order ID;Date;Item;Qty;Price;Subtotal';
    const rows = [
      ['1', '2026-03-05', 'Kopi', 2, 15_000, 38_000],
      ['1', '2026-03-05', 'Teh', 1, 8_000, null],
      ['2', '2026-03-06', 'Teh', 2, 8_000, 16_000],
    ];
    expect(reasons(titles, rows).at(-1)).toBe('ignore already-counted');
    const apart = rows.map((row) => (row[5] === null ? [...row.slice(0, 5), 8_000] : row));
    expect(guess(titles, apart).at(-1)?.field).toBe('line.amount');
  });
});

describe('what is left out says why', () => {
  const day = '2026-03-05';
  it.each<[string, string, Cell[][], string]>([
    [
      'another column gives it',
      'Tanggal;Grand Total;Total Bayar',
      [[day, 9_000, 9_000]],
      'ignore other-column',
    ],
    ['nothing else goes with it', 'Nama;Status', [['Ayu', 'aktif']], 'ignore other-kind'],
    [
      'its values are none',
      'Tanggal;Total;Voucher',
      [[day, 9_000, '4 lembar']],
      'ignore values-disagree',
    ],
    ['it is somebody', 'Tanggal;Total;Sales', [[day, 9_000, 'Dina']], 'ignore values-disagree'],
    ['nothing keeps it', 'Tanggal;Total;Kasir', [[day, 9_000, 'Dina']], 'ignore not-ours'],
    ['nobody knows it', 'Tanggal;Total;Xyz', [[day, 9_000, 'q']], 'ignore unknown'],
    ['it sums up', 'Nama;Terakhir Belanja;Total Belanja', [['Ayu', day, 9_000]], 'ignore recap'],
    [
      'it comes again',
      'Barang;Harga;Qty;Barang;Harga;Qty',
      [['K', 1_000, 2, 'T', 900, 1]],
      'ignore repeated',
    ],
    [
      'the amounts are without it',
      'Tanggal;Barang;Harga Setelah Diskon;Qty;Total Diskon',
      [[day, 'Kopi', 9_000, 1, 500]],
      'ignore already-counted',
    ],
    [
      'it stands in another table',
      'Tanggal;Total;;Barang',
      [
        [day, 9_000, null, 'Kopi'],
        [null, null, null, 'Teh'],
      ],
      'ignore other-table',
    ],
  ])('%s', (_, titles, rows, told) => expect(reasons(titles, rows).at(-1)).toBe(told));

  it('another column never gives it where no column does', () => {
    const titles = 'Nama;Status;Is Primary Mobile;Region;Keterangan Lain';
    const rows = [['Ayu', 'aktif', '1', 'x', 'y']];
    for (const { field, because } of guess(titles, rows)) {
      expect([field, because]).not.toEqual(['ignore', 'other-column']);
    }
  });

  it('a spacing column parts no table of one length', () => {
    const rows = Array.from({ length: 5 }, () => [day, 9_000, null, 'Kopi']);
    expect(guess('Tanggal;Total;;Barang', rows).at(-1)?.field).toBe('product.name');
  });
});

describe('what a person chose', () => {
  const titles = 'Tanggal;Total Bayar;Grand Total';
  const rows = [['2026-03-05', 9_000, 9_500]];
  const fields = (chosen: [number, ImportField][]): string[] =>
    guess(titles, rows, { chosen: new Map(chosen) }).map((one) => one.field);

  it('is given to no other column, and what becomes free goes to the next', () => {
    expect(fields([])).toEqual(['sale.date', 'ignore', 'sale.total']);
    expect(fields([[1, 'sale.total']])).toEqual(['sale.date', 'ignore', 'ignore']);
    expect(fields([[2, 'ignore']])).toEqual(['sale.date', 'sale.total', 'ignore']);
  });
});
