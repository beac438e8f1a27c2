import { afterEach, beforeEach, expect, it } from 'vitest';
import type { Draft } from '#shared/contract/imports-draft.ts';
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

const HEAD = 'Tgl;Nota;Siapa;Uang Masuk;Tlp';
const ROW = '13/04/2026;N1;Ayu;30000;081234500001';

/** Imports a file whose columns a person has chosen: nobody could have guessed them. */
async function teach(): Promise<void> {
  const draft = await shop.inspect(await shop.file('satu.csv', `${HEAD}\n${ROW}\n`));
  const chosen = await shop.configure(draft, {
    sourceId: sourceIn(draft).id,
    fields: { 2: 'customer.name', 3: 'sale.total' },
  });
  await shop.commit(chosen);
}

function fieldsOf(draft: Draft): [string, string, string][] {
  return sourceIn(draft).columns.map(({ header, field, confidence }) => [
    header,
    field,
    confidence,
  ]);
}

it('one new column, and another order, do not forget the rest', async () => {
  await teach();
  const text = 'Nota;Tgl;Kota;Siapa;Tlp;Uang Masuk\nN2;14/04/2026;Bogor;Bima;081234500002;8000\n';
  const draft = await shop.inspect(await shop.file('dua.csv', text));
  expect(fieldsOf(draft)).toEqual([
    ['Nota', 'sale.number', 'remembered'],
    ['Tgl', 'sale.date', 'remembered'],
    ['Kota', 'customer.city', 'sure'],
    ['Siapa', 'customer.name', 'remembered'],
    ['Tlp', 'customer.phone', 'remembered'],
    ['Uang Masuk', 'sale.total', 'remembered'],
  ]);
  const { report } = await shop.commit(draft);
  expect([report.money.exact, report.sales.added, report.customers.added]).toEqual(['8000', 1, 1]);
});

it('a new column never takes a field that a remembered one has', async () => {
  await teach();
  const text = `${HEAD};Total\n14/04/2026;N2;Bima;8000;081234500002;9000\n`;
  const draft = await shop.inspect(await shop.file('dua.csv', text));
  const source = sourceIn(draft);
  expect(columnIn(source, 'Uang Masuk')).toMatchObject({ field: 'sale.total' });
  expect(columnIn(source, 'Total').field === 'sale.total').toBe(false);
});

it('a file of other titles is guessed, whatever few of them it shares', async () => {
  await teach();
  const text = 'Tgl;Nota;Barang;Qty;Harga;Siapa\n14/04/2026;N2;Kopi;1;8000;Bima\n';
  const draft = await shop.inspect(await shop.file('lain.csv', text));
  expect(fieldsOf(draft).filter(([, , confidence]) => confidence === 'remembered')).toEqual([]);
});

it('what a person says of the new layout is remembered for it, and the former stays', async () => {
  await teach();
  const text = `${HEAD};Xyz\n14/04/2026;N2;Bima;8000;081234500002;antar\n`;
  const draft = await shop.inspect(await shop.file('dua.csv', text));
  const noted = await shop.configure(draft, {
    sourceId: sourceIn(draft).id,
    fields: { 5: 'sale.note' },
  });
  await shop.commit(noted);
  const again = await shop.inspect(await shop.file('tiga.csv', text));
  expect(columnIn(sourceIn(again), 'Xyz')).toMatchObject({
    field: 'sale.note',
    confidence: 'remembered',
  });
  expect(shop.one('SELECT count(*) FROM import_layouts')).toBe(2);
});
