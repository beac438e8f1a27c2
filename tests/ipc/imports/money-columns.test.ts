import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import {
  columnIn,
  type ImportShop,
  openImportShop,
  sourceIn,
} from '#tests/support/shop/import-fixtures.ts';

let shop: ImportShop;
beforeEach(async () => {
  shop = await openImportShop();
});
afterEach(() => shop.close());

async function inspectText(name: string, ...lines: readonly string[]) {
  return shop.inspect(await shop.file(name, `${lines.join('\n')}\n`));
}

const cash = ['Tanggal;Pelanggan;Uang Masuk', '25/03/2026;Ayu;30000', '26/03/2026;Bima;8000'];

describe('money that no title gives', () => {
  it('is asked for, blocks until answered, and is remembered', async () => {
    const draft = await inspectText('a.csv', ...cash);
    const source = sourceIn(draft);
    expect([draft.isReady, source.blockers]).toEqual([
      false,
      ['question-open', 'amount-column-missing'],
    ]);
    expect(columnIn(source, 'Uang Masuk').question).toMatchObject({
      kind: 'money-column',
      example: '30000',
    });
    const set = await shop.configure(draft, { sourceId: source.id, fields: { 2: 'sale.total' } });
    expect(set.isReady).toBe(true);
    const { report } = await shop.commit(set);
    expect([report.sales.added, report.money.exact]).toEqual([2, '38000']);
    const next = await inspectText('b.csv', ...cash.map((line) => line.replace('25/', '27/')));
    expect(next.isReady).toBe(true);
  });

  it('may be left out, and then the day must be too: a day alone is no sale', async () => {
    const draft = await inspectText('a.csv', ...cash);
    const sourceId = sourceIn(draft).id;
    const without = await shop.configure(draft, { sourceId, fields: { 2: 'ignore' } });
    expect(sourceIn(without).blockers).toEqual(['amount-column-missing']);
    const list = await shop.configure(without, { sourceId, fields: { 0: 'ignore' } });
    expect(list.isReady).toBe(true);
    const { report } = await shop.commit(list);
    expect([report.customers.added, report.sales.added]).toEqual([2, 0]);
    expect((await inspectText('b.csv', ...cash)).isReady).toBe(true);
  });

  it.each([
    ['nothing that looks like it', ['Tanggal;Pelanggan', '25/03/2026;Ayu']],
    ['only small numbers', ['Tanggal;Pelanggan;Kunjungan Ke', '25/03/2026;Ayu;3']],
  ])('but a day with %s is not ready either', async (_, lines) => {
    const source = sourceIn(await inspectText('a.csv', ...lines));
    expect(source.blockers).toEqual(['amount-column-missing']);
  });

  it('is asked for in a list of customers too', async () => {
    const draft = await inspectText('a.csv', 'Nama;No HP;Iuran', 'Ayu;081234500001;250.000');
    expect(columnIn(sourceIn(draft), 'Iuran').question?.kind).toBe('money-column');
  });

  it.each([
    ['years', 'Angkatan', '1998'],
    ['postal codes', 'Pos Kantor', '16117'],
    ['counters', 'Absen', '1001'],
    ['telephones', 'Xyz', '081234500009'],
  ])('is not what %s are', async (_, title, value) => {
    const draft = await inspectText('a.csv', `Nama;${title}`, `Ayu;${value}`);
    expect(draft.isReady).toBe(true);
  });

  it('is asked for where it would be left out with the further items of a row', async () => {
    const draft = await inspectText(
      'a.csv',
      'Tanggal;Pelanggan;Harga;Total;Harga;Total',
      '25/03/2026;Ayu;30000;30000;8000;8000',
    );
    const source = sourceIn(draft);
    expect(source.columns.map((column) => column.question?.kind ?? '')).toEqual([
      ...['', '', '', '', '', 'repeated-columns'],
    ]);
    const set = await shop.configure(draft, { sourceId: source.id, fields: { 5: 'ignore' } });
    expect(set.isReady).toBe(true);
  });
});

describe('a column that a person chose', () => {
  const lines = ['Tanggal;Total Bayar;Grand Total', '25/03/2026;9000;9500'];

  it('takes its field from another, which gets it back', async () => {
    const draft = await inspectText('a.csv', ...lines);
    const { id: sourceId } = sourceIn(draft);
    const fieldsOf = (of: typeof draft) =>
      sourceIn(of).columns.map(({ field, because }) => `${field} ${because}`);
    expect(fieldsOf(draft).slice(1)).toEqual([
      'ignore other-column',
      'sale.total header-and-values',
    ]);
    const moved = await shop.configure(draft, { sourceId, fields: { 1: 'sale.total' } });
    expect(fieldsOf(moved).slice(1)).toEqual(['sale.total chosen', 'ignore other-column']);
    const back = await shop.configure(moved, { sourceId, fields: { 1: 'ignore' } });
    expect(fieldsOf(back).slice(1)).toEqual(['ignore chosen', 'sale.total header-and-values']);
    const other = await shop.configure(back, { sourceId, fields: { 2: 'ignore' } });
    expect(fieldsOf(other).slice(1)).toEqual(['ignore chosen', 'ignore chosen']);
  });
});

it('sales keep the customers and products that a database names its own way', async () => {
  const draft = await inspectText(
    'db.csv',
    'penjualan_id;pelanggan_id;produk_id;jumlah;harga;created_at',
    '1;11;7;2;15000;2026-03-05 10:15:00',
    '2;12;8;1;8000;2026-03-06 10:15:00',
  );
  expect(draft.isReady).toBe(true);
  const { report } = await shop.commit(draft);
  expect(report).toMatchObject({
    customers: { added: 2 },
    products: { added: 2 },
    sales: { added: 2 },
    salesWithoutCustomer: 0,
    money: { exact: '38000' },
  });
});
