import { afterEach, beforeEach, expect, it } from 'vitest';
import { type ImportShop, openImportShop } from '#tests/support/shop/import-fixtures.ts';

let shop: ImportShop;
beforeEach(async () => {
  shop = await openImportShop({ settings: { timeZone: 'Asia/Makassar' } });
});
afterEach(() => shop.close());

const other = ({ problem }: { readonly problem: string }) => problem === 'other-zone';

it('a till that writes UTC: sales fall on the day that the shop’s clock shows, and that is said', async () => {
  const text = [
    'Order ID,Created at,Customer,Total',
    'A1,2026-01-01T16:30:00Z,Ayu,1000',
    'A2,2026-01-01T15:30:00Z,Bima,2000',
    'A3,2026-01-01T23:59:00+08:00,Citra,3000',
    'A4,2026-01-01T00:00:00Z,Dewi,4000',
  ].join('\n');
  const draft = await shop.inspect(await shop.file('till.csv', text));
  const column = draft.sources[0]?.columns[1];
  expect(column?.read.slice(0, 2)).toEqual(['2026-01-02 00:30', '2026-01-01 23:30']);

  const report = await shop.check(draft);
  const found = report.problems.filter(other).map(({ header, rows, outcome }) => {
    return { header, rows, outcome };
  });
  expect(found).toEqual([{ header: 'Created at', rows: 2, outcome: 'added' }]);

  await shop.commit(draft);
  expect(
    shop.all('SELECT sold_on AS day, substr(sold_at, 12) AS time FROM sales ORDER BY number'),
  ).toEqual([
    { day: '2026-01-02', time: '00:30' },
    { day: '2026-01-01', time: '23:30' },
    { day: '2026-01-01', time: '23:59' },
    { day: '2026-01-01', time: '00:00' },
  ]);
});

it('a birthday that a program wrote as midnight of its own zone is the day that was meant', async () => {
  const text = 'Nama,No HP,Tanggal Lahir\nAyu,081234500001,1990-05-03T16:00:00.000Z';
  const { report } = await shop.import(await shop.file('people.csv', text));
  expect(shop.one('SELECT birthday_on FROM customers')).toBe('1990-05-04');
  expect(report.problems.filter(other)).toMatchObject([{ header: 'Tanggal Lahir', rows: 1 }]);
});

it('a contact of another clock is noted at the moment that it was', async () => {
  const text = [
    'Nama,No HP,Tanggal Kontak,Catatan Kontak,Saluran',
    'Ayu,081234500001,2026-02-01T17:10:00Z,Tanya harga,WhatsApp',
  ].join('\n');
  await shop.import(await shop.file('contacts.csv', text));
  const found = shop.all('SELECT happened_at AS at FROM interactions');
  expect(found).toEqual([{ at: '2026-02-01T17:10:00.000Z' }]);
});
