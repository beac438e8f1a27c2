import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { type ImportShop, openImportShop } from '#tests/support/shop/import-fixtures.ts';

let shop: ImportShop;
beforeEach(async () => {
  shop = await openImportShop();
});
afterEach(() => shop.close());

const head = 'Tanggal,Nota,Pelanggan,No HP,Total';
let sales = 0;

/** A till's file of these customers and numbers, one sale each. */
function till(...who: readonly (readonly [string, string])[]): string {
  const rows = who.map(([name, phone]) => {
    sales += 1;
    return `2026-01-02,N${sales},${name},${phone},1000`;
  });
  return [head, ...rows].join('\n');
}

async function bring(text: string) {
  const { report, importId } = await shop.import(await shop.file(`till-${sales}.csv`, text));
  const said = report.problems.filter(({ problem }) => problem === 'taken-by-name');
  return { importId, report, said: said.map(({ value, rows, outcome }) => [value, rows, outcome]) };
}

/** Sales by who is said to have made them. */
const salesOf = () =>
  shop
    .all<{ name: string; phones: number; sales: number }>(
      `SELECT c.name, count(s.id) AS sales,
         (SELECT count(*) FROM contact_points p WHERE p.customer_id = c.id) AS phones
       FROM customers c LEFT JOIN sales s ON s.customer_id = c.id GROUP BY c.id ORDER BY c.id`,
    )
    .map(({ name, phones, sales: count }) => [name, phones, count]);

describe('a row without a number beside rows of the same whole name', () => {
  it.each([
    [
      'below',
      [
        ['Ayu Lestari', '081234500001'],
        ['ayu  lestari', ''],
        ['AYU LESTARI', ''],
      ],
      2,
    ],
    [
      'above',
      [
        ['Ayu Lestari', ''],
        ['Ayu Lestari', '081234500001'],
        ['Ayu Lestari', ''],
      ],
      1,
    ],
  ] as const)('%s them is of the same customer, and that is said', async (_, rows, said) => {
    const found = await bring(till(...rows));
    expect(salesOf()).toEqual([['Ayu Lestari', 1, 3]]);
    expect(found.said.reduce((sum, [, count]) => sum + Number(count), 0)).toBe(said);
    expect(found.report.customers.added).toBe(1);
  });

  it('is somebody else where the name is of one word, or of two people', async () => {
    const found = await bring(
      till(
        ['Ayu', '081234500001'],
        ['Ayu', ''],
        ['Bima Sakti', '081234500002'],
        ['Bima Sakti', '081234500003'],
        ['Bima Sakti', ''],
      ),
    );
    expect(found.said).toEqual([]);
    expect(salesOf()).toEqual([
      ['Ayu', 1, 1],
      ['Ayu', 0, 1],
      ['Bima Sakti', 1, 1],
      ['Bima Sakti', 1, 1],
      ['Bima Sakti', 0, 1],
    ]);
  });

  it('does not go by what stands before a name: Ibu Ayu has one word of her own', async () => {
    await bring(till(['Ibu Ayu', '081234500001'], ['Ibu Ayu', '']));
    expect(salesOf()).toHaveLength(2);
  });

  it('a number that another row has after all makes a second customer, not a second number', async () => {
    await bring(
      till(['Ayu Lestari', ''], ['Ayu Lestari', '081234500001'], ['Ayu Lestari', '081234500002']),
    );
    expect(salesOf()).toEqual([
      ['Ayu Lestari', 1, 2],
      ['Ayu Lestari', 1, 1],
    ]);
  });

  it('finds the one who is there, brings nobody when it comes again, and is taken back whole', async () => {
    await bring(till(['Ayu Lestari', '081234500001']));
    const later = await bring(till(['Ayu Lestari', '']));
    expect(later.said).toEqual([['Ayu Lestari', 1, 'added']]);
    expect(salesOf()).toEqual([['Ayu Lestari', 1, 2]]);
    await shop.undo(later.importId);
    expect(salesOf()).toEqual([['Ayu Lestari', 1, 1]]);
  });
});
