import { beforeEach, describe, expect, it } from 'vitest';
import { addDays, addMonths } from '#shared/domain/calendar/dates.ts';
import { addCustomer, addLine, addSale, today as shopDay } from '#tests/support/shop/build-shop.ts';
import { type DirectShop, directShop } from '#tests/support/shop/direct-shop.ts';
import { drawFrom } from '#tests/support/shop/random-complaints.ts';
import { forgetReports } from '#tests/support/worth/forget-reports.ts';

let shop: DirectShop;

beforeEach(async () => {
  shop = await directShop();
});

interface Line {
  readonly sale: number;
  readonly soldOn: string;
  readonly product: string;
  readonly minor: number;
}

/** Sales of a till, which name nobody: three of twelve products each, tea mostly with sugar. */
function till(count: number): Line[] {
  const draw = drawFrom(8);
  const lines: Line[] = [];
  shop.raw.transaction(() => {
    for (let index = 0; index < count; index += 1) {
      const products = new Set(Array.from({ length: 3 }, () => `P${draw(12)}`));
      if (products.has('P0') && draw(10) < 8) products.add('P1');
      const soldOn = addDays(shopDay, -draw(500));
      const own = [...products].map((product) => ({
        product,
        minor: 1000 * (1 + Number(product.slice(1)) ** 2),
      }));
      const sale = addSale(shop.raw, {
        customerId: null,
        soldOn,
        revenueMinor: own.reduce((sum, { minor }) => sum + minor, 0),
      });
      for (const { product, minor } of own) {
        addLine(shop.raw, sale, product, minor);
        lines.push({ sale, soldOn, product, minor });
      }
    }
  })();
  return lines;
}

describe('which products bring most', () => {
  it('is told of sales without customers, and is what the lines come to', async () => {
    const lines = till(400);
    shop.raw.prepare("UPDATE products SET cost_minor = 600 WHERE name IN ('P0', 'P5')").run();
    const found = await shop.ask('insights.products', {});
    const from = addMonths(shopDay, -12);
    const own = lines.filter(({ soldOn }) => soldOn >= from);
    expect(found).toMatchObject({ from, through: shopDay, all: 12, unnamedMinor: 0 });
    for (const { name, minor, sales, id } of found.rows) {
      const these = own.filter(({ product }) => product === name);
      expect(minor).toBe(these.reduce((sum, one) => sum + one.minor, 0));
      const summary = await shop.ask('sales.summary', {
        filter: { productId: id, soldFrom: from, soldTo: shopDay },
      });
      expect([sales, summary.purchases]).toEqual([these.length, these.length]);
    }
    const { A, B, C } = found.classes;
    const whole = own.reduce((sum, one) => sum + one.minor, 0);
    expect(A.minor + B.minor + C.minor).toBe(whole);
    expect(A.minor / whole).toBeGreaterThanOrEqual(0.8);
    expect(found.profits.map(({ name }) => name)).toEqual(['P5', 'P0']);
    for (const { name, minor, profitMinor } of found.profits)
      expect(profitMinor).toBe(minor - 600 * own.filter(({ product }) => product === name).length);
    expect(found.withoutCost.products).toBe(10);
    const [best] = found.pairs.shown;
    expect([best?.from.name, best?.to.name].sort()).toEqual(['P0', 'P1']);
    const salesWith = (product: string) =>
      new Set(own.filter((one) => one.product === product).map(({ sale }) => sale));
    const [one, other] = [salesWith(best?.from.name ?? ''), salesWith(best?.to.name ?? '')];
    expect(best).toMatchObject({
      ofFrom: one.size,
      ofTo: other.size,
      together: [...one].filter((sale) => other.has(sale)).length,
    });
    expect(found.pairs.baskets).toBe(new Set(own.map(({ sale }) => sale)).size);
  });

  it('sets returns apart, and says nothing is proven of a few sales', async () => {
    for (let index = 0; index < 12; index += 1) {
      const sale = addSale(shop.raw, { customerId: null, soldOn: '2026-05-01', revenueMinor: 300 });
      addLine(shop.raw, sale, 'kopi', 200);
      if (index < 4) addLine(shop.raw, sale, 'gula', 100);
    }
    const back = addSale(shop.raw, {
      customerId: null,
      soldOn: '2026-05-02',
      revenueMinor: -500,
      kind: 'return',
    });
    addLine(shop.raw, back, 'teko', 500);
    const found = await shop.ask('insights.products', {});
    expect(found.apart).toEqual({ products: 1, minor: -500 });
    expect(found.rows.at(-1)).toMatchObject({ name: 'teko', abc: null, share: null, minor: -500 });
    expect(found.pairs).toMatchObject({ baskets: 12, several: 4, proven: 0, shown: [] });
    expect(found.profits).toEqual([]);
  });

  it('is what it was on a day before, and nothing where nothing names a product', async () => {
    const none = await shop.ask('insights.products', {});
    expect(none).toMatchObject({ hasSales: false, all: 0, rows: [], sales: 0 });
    till(200);
    const on = addMonths(shopDay, -3);
    const then = await shop.ask('insights.products', { on });
    const later = shop.raw.prepare('SELECT id FROM sales WHERE sold_on > ?').pluck().all(on);
    for (const id of later) {
      shop.raw.prepare('DELETE FROM sale_lines WHERE sale_id = ?').run(id);
      shop.raw.prepare('DELETE FROM sales WHERE id = ?').run(id);
    }
    forgetReports(shop.raw);
    expect(await shop.ask('insights.products', { on })).toEqual(then);
    shop.raw.exec('DELETE FROM sale_lines; DELETE FROM sales');
    forgetReports(shop.raw);
    const customerId = addCustomer(shop.raw, { name: 'Ratna' });
    addSale(shop.raw, { customerId, soldOn: shopDay, revenueMinor: 9_000_000_000_000 });
    const bare = await shop.ask('insights.products', {});
    expect(bare).toMatchObject({ hasSales: true, all: 0, sales: 1 });
  });
});
