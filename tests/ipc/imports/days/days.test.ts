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
import { makeXlsx } from '#tests/support/shop/make-xlsx.ts';

let shop: ImportShop;
beforeEach(async () => {
  shop = await openImportShop();
});
afterEach(() => shop.close());

/** A workbook with these rows: text in place, numbers bare; `d` before a number gives it the format of a day. */
function workbook(...rows: readonly (readonly (string | number)[])[]): string {
  const cell = (value: string | number): string => {
    if (typeof value === 'number') return `<c><v>${value}</v></c>`;
    if (/^d\d+$/.test(value)) return `<c s="1"><v>${value.slice(1)}</v></c>`;
    return `<c t="inlineStr"><is><t>${value}</t></is></c>`;
  };
  mkdirSync(join(shop.folder, 'from'), { recursive: true });
  return makeXlsx(join(shop.folder, 'from', 'buku.xlsx'), {
    rows: rows.map((row) => `<row>${row.map(cell).join('')}</row>`).join(''),
    styles: '<cellXfs count="2"><xf numFmtId="0"/><xf numFmtId="14"/></cellXfs>',
  });
}

function textOf(...lines: readonly string[]): string {
  return `${lines.join('\n')}\n`;
}

function problems({ problems: groups }: ImportReport): unknown[] {
  return groups.map(({ problem, value, rows, outcome }) => [problem, value, rows, outcome]);
}

function soldOn(): unknown[] {
  return shop
    .all<{ sold_on: string }>('SELECT sold_on FROM sales ORDER BY 1')
    .map((s) => s.sold_on);
}

const titles = 'Tanggal;No Nota;Pelanggan;Total';
const march = Array.from(
  { length: 24 },
  (_, index) => `2026-03-${String(index + 1).padStart(2, '0')};N${index};Ayu;1000`,
);

describe('a day without its month and year', () => {
  it('is no sale in January 1900, whether it is a number, a text or a workbook’s day', async () => {
    const path = workbook(
      ['Penjualan Maret 2026'],
      ['Tgl', 'Nama', 'Barang', 'Jml', 'Harga', 'Jumlah'],
      [5, 'Ayu', 'Kopi', 2, 15000, 30000],
      ['d6', 'Bima', 'Teh', 1, 8000, 8000],
      ['17', 'Citra', 'Gula', 1, 9000, 9000],
      [46086, 'Dodi', 'Susu', 1, 7000, 7000],
    );
    const { report } = await shop.import(path);
    expect(addsUp(report)).toBe(true);
    expect(report.counts).toMatchObject({ read: 4, added: 1, wrong: 3 });
    expect(report.problems.map(({ problem }) => problem)).toEqual([
      'day-without-month',
      'day-without-month',
      'day-without-month',
    ]);
    expect(soldOn()).toEqual(['2026-03-05']);
  });

  it('is one of the month that a person tells for all of them', async () => {
    const path = workbook(
      ['Penjualan Februari 2026'],
      ['Tgl', 'Nama', 'Barang', 'Jml', 'Harga', 'Jumlah'],
      [5, 'Ayu', 'Kopi', 2, 15000, 30000],
      ['d6', 'Bima', 'Teh', 1, 8000, 8000],
      ['17', 'Citra', 'Gula', 1, 9000, 9000],
      [30, 'Dodi', 'Susu', 1, 7000, 7000],
    );
    const draft = await shop.inspect(path);
    const source = sourceIn(draft);
    const { index } = columnIn(source, 'Tgl');
    const fix = { column: index, from: '', to: '2026-02', problem: 'day-without-month' };
    const told = await shop.configure(draft, {
      sourceId: source.id,
      fix: { ...fix, stands: true },
    });
    const { report } = await shop.commit(told);
    expect(soldOn()).toEqual(['2026-02-05', '2026-02-06', '2026-02-17']);
    expect(problems(report)).toEqual([['day-without-month', '30', 1, 'wrong']]);
  });

  it('is none of another number either: a year, a code, a count', async () => {
    const path = workbook(['Tanggal', 'Nama', 'Total'], [2026, 'Ayu', 30000], [503, 'Bima', 8000]);
    const draft = await shop.inspect(path);
    const { id } = sourceIn(draft);
    const { report } = await shop.commit(
      await shop.configure(draft, { sourceId: id, fields: { 0: 'sale.date' } }),
    );
    expect(report.counts).toMatchObject({ added: 0, wrong: 2 });
    expect(problems(report)).toEqual([
      ['not-a-date', '2026', 1, 'wrong'],
      ['not-a-date', '503', 1, 'wrong'],
    ]);
  });
});

describe('a day that can hardly be meant', () => {
  it.each([
    ['before there were such files', '5/3/1926', 'date-too-early', '1926-03-05'],
    ['far from all others', '2006-03-07', 'date-far-off', '2006-03-07'],
    ['a year and more from the rest of a month', '2024-03-07', 'date-far-off', '2024-03-07'],
    ['in the future', '2126-03-07', 'date-in-future', '2126-03-07'],
  ])('is asked about: %s', async (_, value, problem, day) => {
    const text = textOf(titles, ...march, `${value};N99;Bima;5000`);
    const draft = await shop.inspect(await shop.file('kasir.csv', text));
    const source = sourceIn(draft);
    const asked = await shop.check(draft);
    expect(asked.counts).toMatchObject({ read: 25, added: 24, wrong: 1 });
    expect(problems(asked)).toEqual([[problem, value, 1, 'wrong']]);
    const { index } = columnIn(source, 'Tanggal');
    const right = { column: index, from: value, to: value, problem, stands: true };
    const standing = await shop.configure(draft, { sourceId: source.id, fix: right });
    const { report } = await shop.commit(standing);
    expect(report.counts).toMatchObject({ added: 25, wrong: 0 });
    expect(soldOn()).toContain(day);
    expect(report.afterToday).toBe(problem === 'date-in-future' ? 1 : 0);
  });

  it('may be put right, or let stand with all others like it, and be asked about again', async () => {
    const text = textOf(
      titles,
      '2026-03-05;N1;Ayu;1000',
      '2127-03-05;N2;Ayu;2000',
      '2128-03-05;N3;Ayu;4000',
    );
    const draft = await shop.inspect(await shop.file('kasir.csv', text));
    const source = sourceIn(draft);
    const fix = { column: columnIn(source, 'Tanggal').index, problem: 'date-in-future' };
    const all = { ...fix, from: '', to: '', stands: true };
    const standing = await shop.configure(draft, { sourceId: source.id, fix: all });
    expect((await shop.check(standing)).counts).toMatchObject({ added: 3, wrong: 0 });
    const back = await shop.configure(draft, {
      sourceId: source.id,
      fix: { ...fix, from: '', to: null },
    });
    expect((await shop.check(back)).counts).toMatchObject({ added: 1, wrong: 2 });
    const mended = await shop.configure(draft, {
      sourceId: source.id,
      fix: { column: fix.column, from: '2127-03-05', to: '2026-03-06' },
    });
    const { report } = await shop.commit(mended);
    expect(report.counts).toMatchObject({ added: 2, wrong: 1 });
    expect(soldOn()).toEqual(['2026-03-05', '2026-03-06']);
  });

  it('taken in though it lies ahead, it is worth nothing yet', async () => {
    const text = textOf(titles, ...march, '2126-03-07;N99;Ayu;5000');
    const draft = await shop.inspect(await shop.file('kasir.csv', text));
    const source = sourceIn(draft);
    const fix = { column: 0, from: '', to: '', problem: 'date-in-future', stands: true };
    await shop.commit(await shop.configure(draft, { sourceId: source.id, fix }));
    expect(
      shop.all(
        'SELECT purchases, revenue_minor AS minor, last_purchase_on AS last FROM customer_figures',
      ),
    ).toEqual([{ purchases: 24, minor: 2_400_000, last: '2026-03-24' }]);
  });

  it('is nothing strange in a shop that sells since long or seldom', async () => {
    const text = textOf(
      titles,
      '1985-03-05;N1;Ayu;1000',
      '2001-03-05;N2;Ayu;1000',
      '2012-03-05;N3;Ayu;1000',
      '2026-03-05;N4;Ayu;1000',
    );
    const { report } = await shop.import(await shop.file('buku.csv', text));
    expect(report.counts).toMatchObject({ added: 4, wrong: 0 });
    expect(report.problems).toEqual([]);
  });

  it('is asked about in contacts too, where none may lie ahead', async () => {
    const list = 'Tanggal Kontak;Nama;No HP;Catatan Kontak';
    const rows = march.map((row, at) => `${row.slice(0, 10)};Ayu;081234567890;telepon ${at}`);
    const text = textOf(
      list,
      ...rows,
      '1926-03-05;Ayu;081234567890;lama',
      '2126-03-05;Ayu;081234567890;nanti',
      '2006-03-05;Ayu;081234567890;jauh',
    );
    const draft = await shop.inspect(await shop.file('kontak.csv', text));
    const source = sourceIn(draft);
    expect(source.brings).toContain('contacts');
    const ahead = { column: 0, from: '', to: '', problem: 'date-in-future', stands: true };
    const report = await shop.check(
      await shop.configure(draft, { sourceId: source.id, fix: ahead }),
    );
    expect(report.counts).toMatchObject({ wrong: 3 });
    expect(report.problems.map(({ problem }) => problem).sort()).toEqual([
      'date-far-off',
      'date-in-future',
      'date-too-early',
    ]);
  });
});

describe('a birthday', () => {
  it('is left out and said where nobody was born then, and of the last century where two digits say so', async () => {
    const text = textOf(
      'Nama;No HP;Tanggal Lahir',
      'Ayu;081234500001;17/08/1990',
      'Bima;081234500002;17/08/45',
      'Citra;081234500003;17/08/2030',
      'Dodi;081234500004;17/08/1890',
    );
    const { report } = await shop.import(await shop.file('pelanggan.csv', text));
    expect(problems(report)).toEqual([
      ['birthday-not-likely', '17/08/2030', 1, 'added'],
      ['birthday-not-likely', '17/08/1890', 1, 'added'],
    ]);
    expect(shop.all('SELECT name, birthday_on AS born FROM customers ORDER BY id')).toEqual([
      { name: 'Ayu', born: '1990-08-17' },
      { name: 'Bima', born: '1945-08-17' },
      { name: 'Citra', born: null },
      { name: 'Dodi', born: null },
    ]);
  });
});
