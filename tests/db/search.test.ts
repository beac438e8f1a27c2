import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { findEverywhere } from '#db/queries/search/find.ts';
import { indexCustomers } from '#db/queries/search/index.ts';
import { addCustomer, addLine, addSale, finishShop } from '#tests/support/shop/build-shop.ts';
import { type TempDatabase, tempDatabase } from '#tests/support/shop/temp-database.ts';

async function shopOf(...people: Parameters<typeof addCustomer>[1][]): Promise<TempDatabase> {
  const shop = await tempDatabase();
  for (const person of people) addCustomer(shop.raw, person);
  finishShop(shop.raw);
  return shop;
}

async function found({ db }: TempDatabase, text: string) {
  const { customers } = await findEverywhere(db, { text, limit: 20 });
  return customers.map((row) => row.name);
}

const people = [
  { name: 'Ratna Kusumawardani', phones: ['+6281255500137'], emails: ['ratna.k@gmail.com'] },
  { name: 'Bpk. H. Budi Santoso', phones: ['+622746655123'], city: 'Sleman', note: 'suka teh' },
  { name: 'Élodie Müller', phones: ['+4915112345678'], tags: ['grosir'] },
  { name: '', phones: ['+6281377708123'] },
];

describe('search', () => {
  it.each([
    ['+62 812-5550-0137', 'Ratna Kusumawardani'],
    ['081255500137', 'Ratna Kusumawardani'],
    ['62812 5550 0137', 'Ratna Kusumawardani'],
    ['0812', 'Ratna Kusumawardani'],
    ['08125', 'Ratna Kusumawardani'],
    ['0137', 'Ratna Kusumawardani'],
    ['5550', 'Ratna Kusumawardani'],
    ['0812 5550 0138', 'Ratna Kusumawardani'],
    ['8123', '+6281377708123'],
    ['(0274) 6655-123', 'Bpk. H. Budi Santoso'],
    ['+49 151', 'Élodie Müller'],
    ['rat', 'Ratna Kusumawardani'],
    ['wardani', 'Ratna Kusumawardani'],
    ['kusuma rat', 'Ratna Kusumawardani'],
    ['RATNA', 'Ratna Kusumawardani'],
    ['ratna.k@gmail.com', 'Ratna Kusumawardani'],
    ['santoso sleman', 'Bpk. H. Budi Santoso'],
    ['teh', 'Bpk. H. Budi Santoso'],
    ['elodie muller', 'Élodie Müller'],
    ['grosir', 'Élodie Müller'],
  ])('%s finds %s', async (text, name) => {
    expect(await found(await shopOf(...people), text)).toContain(name);
  });

  it.each(['rtana', 'ratma', 'ratnaa', 'kusumwardani', 'kusumawradani', 'budi santso', 'sanotso'])(
    'one typing error is forgiven, and said: %s',
    async (text) => {
      const { db } = await shopOf(...people);
      const { customers } = await findEverywhere(db, { text, limit: 5 });
      expect(customers).toHaveLength(1);
      expect(customers[0]?.isFuzzy).toBe(true);
    },
  );

  it('a number that ends so is found beside those that begin so', async () => {
    const shop = await shopOf(
      { name: 'Begins', phones: ['+628123000001'] },
      { name: 'Ends', phones: ['+628570008123'] },
      { name: 'Neither', phones: ['+628570008124'] },
    );
    expect((await found(shop, '8123')).sort()).toEqual(['Begins', 'Ends']);
  });

  it('finds nobody for what nobody has, and nothing for nothing', async () => {
    const shop = await shopOf(...people);
    for (const text of ['zzzzqqq', 'xx', '', '   ', '-', '0', '99999999999'])
      expect(await found(shop, text)).toEqual([]);
  });

  it('those in the trash are not found', async () => {
    const shop = await shopOf({ name: 'Ratna', deletedAt: '2026-01-01T00:00:00.000Z' });
    expect(await found(shop, 'ratna')).toEqual([]);
  });

  it('a new name replaces the former one', async () => {
    const shop = await shopOf({ name: 'Ratna' });
    shop.raw.exec("UPDATE customers SET name = 'Dewi'");
    indexCustomers(shop.raw, [1]);
    expect(await found(shop, 'ratna')).toEqual([]);
    expect(await found(shop, 'dewi')).toEqual(['Dewi']);
  });

  it('thousands indexed at once are found as one by one', async () => {
    const shop = await tempDatabase();
    for (let count = 0; count < 2500; count += 1)
      addCustomer(shop.raw, {
        name: `Pelanggan ${count}`,
        phones: [`+62812${10_000_000 + count}`],
      });
    finishShop(shop.raw);
    expect(await found(shop, 'pelanggan 2417')).toEqual(['Pelanggan 2417']);
    expect(await found(shop, '081210002417')).toEqual(['Pelanggan 2417']);
    shop.raw.exec("UPDATE customers SET name = 'Dewi' WHERE id = 3");
    indexCustomers(shop.raw, [3]);
    expect(await found(shop, 'dewi')).toEqual(['Dewi']);
    expect(shop.raw.pragma('integrity_check', { simple: true })).toBe('ok');
  });

  it('sales by the beginning of their number in any case, products by name and code', async () => {
    const { raw, db } = await tempDatabase();
    const sale = addSale(raw, {
      customerId: null,
      soldOn: '2026-01-01',
      revenueMinor: 5,
      number: 'INV-0042',
    });
    addLine(raw, sale, 'Kopi Susu Gula Aren', 5);
    raw.exec("UPDATE products SET sku = 'KP-001'");
    for (const text of ['INV-00', 'inv-0042'])
      expect((await findEverywhere(db, { text, limit: 5 })).sales).toMatchObject([{ id: sale }]);
    for (const text of ['gula', 'kp-0'])
      expect((await findEverywhere(db, { text, limit: 5 })).products).toMatchObject([{ id: 1 }]);
  });

  it('no text whatever upsets it', async () => {
    const shop = await shopOf(...people, { name: 'ก็ ที่ नमस्ते 𝒜𝒷𝒸 ß ﷺ' });
    const wild = fc.oneof(
      fc.string({ maxLength: 40, unit: 'grapheme' }),
      fc.string({ maxLength: 40, unit: 'binary' }),
      fc.string({
        maxLength: 20,
        unit: fc.constantFrom(
          '"',
          '*',
          '(',
          ')',
          '-',
          '^',
          ':',
          'N',
          'O',
          'T',
          ' ',
          'ก',
          '็',
          '0',
          '+',
        ),
      }),
    );
    await fc.assert(
      fc.asyncProperty(wild, async (text) => {
        await findEverywhere(shop.db, { text, limit: 5 });
      }),
      { numRuns: 600, examples: [['ก็'], ['नमस्ते'], ['𝒜𝒷𝒸𝒹'], ['a"b'], ['\0'], ['ที่ที่']] },
    );
  });
});
