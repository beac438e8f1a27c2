import { beforeEach, describe, expect, it } from 'vitest';
import { addDays, addMonths } from '#shared/domain/calendar/dates.ts';
import type { CustomerId, ProductId } from '#shared/ids.ts';
import {
  addCustomer,
  addLine,
  addSale,
  finishShop,
  today as shopDay,
} from '#tests/support/shop/build-shop.ts';
import { type DirectShop, directShop } from '#tests/support/shop/direct-shop.ts';
import { drawFrom } from '#tests/support/shop/random-complaints.ts';

const people = 60;

interface Bought {
  readonly customer: number | null;
  readonly soldOn: string;
  readonly products: readonly string[];
}

let shop: DirectShop;
let sold: Bought[];

function sell(one: Bought): void {
  sold.push(one);
  const sale = addSale(shop.raw, {
    customerId: one.customer,
    soldOn: one.soldOn,
    revenueMinor: one.products.length * 1000,
  });
  for (const product of one.products) addLine(shop.raw, sale, product, 1000);
}

/** Tea goes with sugar in the till's sales; customers buy tea, and some take sugar in the last half year. */
function fill(takesSugar: number): void {
  const draw = drawFrom(5);
  for (let index = 1; index <= people; index += 1) addCustomer(shop.raw, { name: `C${index}` });
  for (let index = 0; index < 500; index += 1) {
    const products = new Set([`P${draw(8)}`, `P${draw(8)}`]);
    if (draw(4) === 0) {
      products.add('tea');
      if (draw(10) < 6) products.add('sugar');
    }
    sell({ customer: null, soldOn: addDays(shopDay, -draw(700)), products: [...products] });
  }
  for (let customer = 1; customer <= people; customer += 1) {
    const soldOn = addDays(shopDay, -200 - draw(300));
    sell({ customer, soldOn, products: ['tea'] });
    if (customer <= takesSugar)
      sell({ customer, soldOn: addDays(shopDay, -draw(100)), products: ['sugar'] });
  }
  finishShop(shop.raw);
}

function idOf(name: string): ProductId {
  return shop.raw.prepare('SELECT id FROM products WHERE name = ?').pluck().get(name) as ProductId;
}

function inFill(takesSugar: number): void {
  shop.raw.transaction(() => fill(takesSugar))();
}

beforeEach(async () => {
  shop = await directShop();
  sold = [];
});

describe('what a customer might want next', () => {
  it('is told by the sales, with the reason counted from them, and its list has as many', async () => {
    inFill(25);
    const found = await shop.ask('insights.nextProducts', {});
    const from = addMonths(shopDay, -12);
    const own = sold.filter(({ soldOn }) => soldOn >= from && soldOn <= shopDay);
    expect(found).toMatchObject({ from, through: shopDay, sales: own.length });
    const row = found.rows.find(({ to }) => to.name === 'sugar');
    if (row === undefined) throw new Error('sugar goes with tea');
    const withTea = own.filter(({ products }) => products.includes('tea'));
    const without = own.filter(({ products }) => !products.includes('tea'));
    const hasSugar = ({ products }: Bought) => products.includes('sugar');
    expect(row.reason).toMatchObject({
      kind: 'cross',
      from: { name: 'tea' },
      together: withTea.filter(hasSugar).length,
      ofFrom: withTea.length,
      others: without.filter(hasSugar).length,
      ofOthers: without.length,
    });
    const has = (customer: number, product: string) =>
      sold.some((one) => one.customer === customer && one.products.includes(product));
    const ids = Array.from({ length: people }, (_, index) => index + 1);
    const names = new Map(
      ['tea', ...Array.from({ length: 8 }, (_, at) => `P${at}`)].map((name) => [
        Number(idOf(name)),
        name,
      ]),
    );
    const wants = ids.filter(
      (id) =>
        !has(id, 'sugar') && row.sources.some((source) => has(id, names.get(Number(source)) ?? '')),
    );
    expect(row.customers).toBe(wants.length);
    const filter = { bought: row.sources.map(Number), neverBought: Number(row.to.id) };
    const listed = await shop.ask('customers.summary', { filter });
    expect(listed.count).toBe(wants.length);
    for (const id of [1, 25, 26, people]) {
      const one = await shop.ask('insights.nextProduct', { customerId: id as CustomerId });
      const isWanted = one.rows.some(({ to }) => to.name === 'sugar');
      expect(isWanted).toBe(wants.includes(id));
      for (const { to } of one.rows) expect(has(id, to.name)).toBe(false);
    }
  });

  it('says how often it came true half a year ago, beside simply the most popular product', async () => {
    inFill(25);
    const { trial } = await shop.ask('insights.nextProducts', {});
    const on = addMonths(shopDay, -6);
    const before = sold.filter(({ soldOn }) => soldOn <= on);
    const buyers = Array.from({ length: people }, (_, index) => index + 1);
    const bought = (customer: number, product: string, isLater: boolean) =>
      sold.some(
        (one) =>
          one.customer === customer &&
          one.products.includes(product) &&
          one.soldOn > on === isLater,
      );
    const window = before.filter(({ soldOn }) => soldOn >= addMonths(on, -12));
    const count = (product: string) =>
      window.filter(({ products }) => products.includes(product)).length;
    const popular = [...new Set(window.flatMap(({ products }) => products))]
      .filter((product) => product !== 'tea')
      .sort((one, other) => count(other) - count(one))[0];
    const asked = buyers.filter((id) => bought(id, 'tea', false));
    expect(trial).toEqual({
      on,
      asked: asked.length,
      hits: asked.filter((id) => bought(id, 'sugar', true)).length,
      popular: asked.filter((id) => bought(id, popular ?? '', true)).length,
      isBetter: true,
    });
  });

  it('is nothing where it did no better than the most popular, and says so', async () => {
    inFill(0);
    const found = await shop.ask('insights.nextProducts', {});
    expect(found.trial).toMatchObject({ hits: 0, isBetter: false });
    expect(found.proven).toBeGreaterThan(0);
    expect(found.rows).toEqual([]);
    const one = await shop.ask('insights.nextProduct', { customerId: 3 as CustomerId });
    expect(one).toMatchObject({ rows: [], bought: 1, all: 0 });
  });

  it('is never a product out of use or in the trash, and nothing where nothing is proven', async () => {
    inFill(25);
    const suggested = async () =>
      (await shop.ask('insights.nextProducts', {})).rows.map(({ to }) => to.name);
    expect(await suggested()).toContain('sugar');
    for (const change of ['is_active = 0', "deleted_at = '2026-06-01'"]) {
      shop.raw.exec("UPDATE products SET is_active = 1, deleted_at = NULL WHERE name = 'sugar'");
      shop.raw.exec(`UPDATE products SET ${change} WHERE name = 'sugar'`);
      shop.raw.exec("DELETE FROM derived_state WHERE key LIKE 'report:%'");
      expect(await suggested()).not.toContain('sugar');
    }
    shop.raw.exec('DELETE FROM sale_lines; DELETE FROM sales');
    shop.raw.exec("DELETE FROM derived_state WHERE key LIKE 'report:%'");
    const none = await shop.ask('insights.nextProducts', {});
    expect(none).toMatchObject({ sales: 0, proven: 0, trial: null, rows: [] });
  });

  it('tells a dearer one of its kind from another one of its kind', async () => {
    inFill(25);
    shop.raw.exec("UPDATE products SET category = 'Drinks' WHERE name IN ('tea', 'sugar')");
    shop.raw.exec("DELETE FROM derived_state WHERE key LIKE 'report:%'");
    const kind = async () =>
      (await shop.ask('insights.nextProducts', {})).rows.find(({ to }) => to.name === 'sugar')
        ?.reason.kind;
    expect(await kind()).toBe('switch');
    shop.raw
      .prepare('UPDATE sale_lines SET amount_minor = 3000 WHERE product_id = ?')
      .run(idOf('sugar'));
    expect(await kind()).toBe('up');
  });
});
