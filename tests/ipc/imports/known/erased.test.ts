import { randomBytes } from 'node:crypto';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { inTransaction } from '#db/file/transaction.ts';
import { erasePerson } from '#db/queries/privacy/erase.ts';
import { addCustomer } from '#tests/support/shop/build-shop.ts';
import { type ImportShop, openImportShop } from '#tests/support/shop/import-fixtures.ts';

const at = '2026-06-15T05:00:00.000Z';
const list = [
  'Kode Pelanggan;Nama;No HP;Email',
  'P1;Siti Aminah;0812-3456-7890;siti@toko.id',
  'P2;Budi;0812-0000-0002;',
];
const sold = [
  'No Nota;Tanggal;Nama;No HP;Barang;Jumlah;Harga',
  'N1;01/06/2026;Siti Aminah;081234567890;Kopi;2;10.000',
  'N2;02/06/2026;Budi;081200000002;Kopi;1;10.000',
];
const later = [...sold, 'N3;10/06/2026;Siti Aminah;+62 812 3456 7890;Teh;1;5.000'];

let shop: ImportShop;
beforeEach(async () => {
  shop = await openImportShop();
});
afterEach(() => shop.close());

const text = (lines: readonly string[]) => `${lines.join('\n')}\n`;

/** Brings in the list and what was sold, and erases the first of them. */
async function shopWithoutSiti(before: () => void = () => undefined): Promise<void> {
  await shop.import(await shop.file('list.csv', text(list)));
  await shop.import(await shop.file('sold.csv', text(sold)));
  before();
  const { raw } = shop.connection;
  const salt = randomBytes(16).toString('hex');
  const erasing = { customerId: 1, at, salt, mark: 'ab'.repeat(32), isAgain: false };
  await inTransaction(raw, async () =>
    erasePerson(raw, { ...erasing, calls: (number) => `Orang ${number}` }),
  );
}

const names = () => shop.all<{ name: string }>('SELECT name FROM customers ORDER BY id');
const sales = () =>
  shop
    .all<{ number: string; customer_id: number | null }>(
      'SELECT number, customer_id FROM sales ORDER BY id',
    )
    .map((sale) => [sale.number, sale.customer_id]);
const erased = (report: { problems: readonly { problem: string; rows: number }[] }) =>
  report.problems
    .filter(({ problem }) => problem === 'erased-person')
    .reduce((sum, { rows }) => sum + rows, 0);

it('a file brings nobody back who was erased, by phone, e-mail or code, and keeps no word of them', async () => {
  await shopWithoutSiti();
  const lines = [...list, 'P3;S. Aminah;;SITI@toko.id', 'P1;Siti;;', 'P4;Rina;0812-0000-0004;'];
  const { report } = await shop.import(await shop.file('again.csv', text(lines)));
  expect(report.counts).toMatchObject({ read: 5, added: 1, unchanged: 1, skipped: 3 });
  expect(erased(report)).toBe(3);
  expect(names().map(({ name }) => name)).toEqual(['Orang 1', 'Budi', 'Rina']);
  expect(shop.all('SELECT * FROM import_rows WHERE cells IS NOT NULL')).toEqual([]);
  expect(JSON.stringify(report)).not.toMatch(/siti|3456/i);
});

it('nor by what only a record that was merged into theirs knew', async () => {
  await shopWithoutSiti(() => {
    const { raw } = shop.connection;
    const merged = addCustomer(raw, { name: 'Bu Siti', phones: ['+6281299990000'] });
    raw.prepare('UPDATE customers SET merged_into = 1 WHERE id = ?').run(merged);
  });
  const lines = ['Nama;No HP', 'Siti dua;0812-9999-0000'];
  const { report } = await shop.import(await shop.file('other.csv', text(lines)));
  expect(erased(report)).toBe(1);
  expect(names().map(({ name }) => name)).toEqual(['Orang 1', 'Budi']);
});

it('what was sold to them stands once, and what is new counts without a customer', async () => {
  await shopWithoutSiti();
  const { report } = await shop.import(await shop.file('later.csv', text(later)));
  expect(report.sales).toMatchObject({ added: 1, updated: 0 });
  expect(report.salesWithoutCustomer).toBe(1);
  expect(erased(report)).toBe(2);
  expect(sales()).toEqual([
    ['N1', 1],
    ['N2', 2],
    ['N3', null],
  ]);
  const again = await shop.import(await shop.file('later-again.csv', text(later)));
  expect(again.report.sales).toMatchObject({ added: 0, updated: 0 });
});

it('they are taken in again where a person says so, without their old sales a second time', async () => {
  await shopWithoutSiti();
  const draft = await shop.inspect(await shop.file('later.csv', text(later)));
  const report = await shop.check(draft);
  const group = report.problems.find(({ problem }) => problem === 'erased-person');
  expect(group?.value).toBeNull();
  const fix = { column: group?.column ?? -1, from: '', to: null, problem: 'erased-person' };
  const told = await shop.configure(draft, {
    sourceId: group?.sourceId ?? 0,
    fix: { ...fix, stands: true },
  });
  const done = await shop.commit(told);
  expect(erased(done.report)).toBe(0);
  expect(names().map(({ name }) => name)).toEqual(['Orang 1', 'Budi', 'Siti Aminah']);
  expect(sales()).toEqual([
    ['N1', 1],
    ['N2', 2],
    ['N3', 3],
  ]);
});

it('whoever has the same phone and is there is taken for themselves', async () => {
  await shopWithoutSiti();
  const { raw } = shop.connection;
  raw.exec(`INSERT INTO contact_points (customer_id, kind, value, match_key, position)
    VALUES (2, 'phone', '+6281234567890', '6281234567890', 2)`);
  const { report } = await shop.import(await shop.file('later.csv', text(later)));
  expect(erased(report)).toBe(0);
  expect(sales().at(-1)).toEqual(['N3', 2]);
});
