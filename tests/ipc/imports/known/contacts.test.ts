import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { sharedData } from '#tests/support/shared-data.ts';
import { type ImportShop, openImportShop } from '#tests/support/shop/import-fixtures.ts';

let shop: ImportShop;
beforeEach(async () => {
  shop = await openImportShop();
});
afterEach(() => shop.close());

const names = () =>
  shop.all<{ name: string }>('SELECT name FROM customers ORDER BY id').map(({ name }) => name);
const points = () =>
  shop
    .all<{ value: string }>('SELECT value FROM contact_points ORDER BY value')
    .map((one) => one.value);

it('a name left out beside its parts is made of them', async () => {
  const text =
    'Name,Given Name,Family Name,Phone 1 - Value\nAyu Lestari,Ayu,Lestari,081234500001\n,Bima,Sakti,081234500002\n';
  const { report } = await shop.import(await shop.file('kontak.csv', text));
  expect(report.counts.added).toBe(2);
  expect(names()).toEqual(['Ayu Lestari', 'Bima Sakti']);
});

const folder = sharedData('contacts/google_outlook');

describe.skipIf(folder === null)(
  'address books saved as CSV (skipped where ../shared/data is missing)',
  () => {
    it('of Outlook bring nobody but the person, with all of the numbers', async () => {
      await shop.import(`${folder}/outlook_desktop.csv`);
      expect(names()).toEqual(['Linus Torvalds']);
      expect(points()).toEqual([
        '+358400000003',
        '+35890000001',
        '+35890000002',
        'linus@example.com',
        'linus@work.example',
      ]);
      expect(shop.one('SELECT birthday_on FROM customers')).toBe('1969-12-28');
      expect(shop.one('SELECT count(*) FROM products')).toBe(0);
    });

    it('of Google join several values of one label, and skip the empty row', async () => {
      const { report } = await shop.import(
        `${folder}/google_contacts_min_multi_value_blank_row.csv`,
      );
      expect(report.counts).toMatchObject({ read: 3, added: 2, skipped: 1, wrong: 0 });
      expect(names().includes('Sam Okafor')).toBe(true);
      expect(points().filter((value) => value.startsWith('sam'))).toEqual([
        'sam2@example.com',
        'sam@example.com',
      ]);
    });
  },
);
