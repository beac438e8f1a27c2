import { afterEach, beforeEach, expect, it } from 'vitest';
import { type ImportShop, openImportShop, sourceIn } from '#tests/support/shop/import-fixtures.ts';

let shop: ImportShop;
beforeEach(async () => {
  shop = await openImportShop();
});
afterEach(() => shop.close());

const titles = 'Tanggal,Nota,Pelanggan,Total';
const plain = '2026-03-05,N1,Ayu,1000';
const quoted = '"2026-03-06,N2,""Bima, SE"",8000"';

async function draftOf(...lines: readonly string[]) {
  return shop.inspect(await shop.file('kasir.csv', `${lines.join('\n')}\n`));
}

function sales() {
  return shop.all('SELECT number, sold_on, total_minor / 100 AS total FROM sales ORDER BY number');
}

it('a row that is one quoted text is named for it, and comes in once it is split', async () => {
  const draft = await draftOf(titles, plain, quoted, plain.replace('N1', 'N3'));
  const before = await shop.check(draft);
  expect(before.counts).toMatchObject({ read: 3, added: 2, wrong: 1 });
  expect(before.problems).toMatchObject([
    { problem: 'row-in-quotes', column: null, rows: 1, outcome: 'wrong' },
  ]);
  const fix = { column: 0, from: '', problem: 'row-in-quotes' };
  const { id: sourceId } = sourceIn(draft);
  const split = await shop.configure(draft, { sourceId, fix: { ...fix, to: 'split' } });
  expect((await shop.check(split)).counts).toMatchObject({ added: 3, wrong: 0 });
  const back = await shop.configure(split, { sourceId, fix: { ...fix, to: null } });
  expect((await shop.check(back)).counts).toMatchObject({ added: 2, wrong: 1 });
  const again = await shop.configure(back, { sourceId, fix: { ...fix, to: 'split' } });
  await shop.commit(again);
  expect(sales()).toEqual([
    { number: 'N1', sold_on: '2026-03-05', total: 1_000 },
    { number: 'N2', sold_on: '2026-03-06', total: 8_000 },
    { number: 'N3', sold_on: '2026-03-05', total: 1_000 },
  ]);
  expect(shop.all("SELECT name FROM customers WHERE name LIKE 'Bima%'")).toEqual([
    { name: 'Bima, SE' },
  ]);
});

it.each([
  ['a name with a comma in a short row', '"Ayu, SE"'],
  ['a short row', 'Ayu'],
  ['a quote within the text that never closes', '"2026-03-06,N2,""Bima,8000"'],
])('%s is no such row', async (_, line) => {
  const { problems } = await shop.check(await draftOf(titles, plain, line));
  expect(problems).toHaveLength(1);
  expect(problems[0]?.problem).not.toBe('row-in-quotes');
});

it('a customer list takes a name with a comma as it is', async () => {
  const draft = await draftOf('Nama,HP', 'Ayu,081234500001', '"Bima, SE",', '"Citra Dewi"');
  const { report } = await shop.commit(draft);
  expect(report.counts).toMatchObject({ added: 3, wrong: 0 });
});
