import { beforeEach, describe, expect, it } from 'vitest';
import { addDays } from '#shared/domain/calendar/dates.ts';
import { addCustomer, addSale, type SaleParts, today } from '#tests/support/shop/build-shop.ts';
import { type DirectShop, directShop } from '#tests/support/shop/direct-shop.ts';
import { drawFrom } from '#tests/support/shop/random-complaints.ts';

const chosen = '2026-02-10';

interface Kept {
  readonly customer: number;
  readonly sale: SaleParts;
}

/** Forty customers and their sales, guests and returns among them, on any of 700 days. */
function draft(): { readonly people: number; readonly sales: readonly Kept[] } {
  const draw = drawFrom(21);
  const sales = Array.from({ length: 220 }, (_, index): Kept => {
    const customer = 1 + draw(40);
    const soldOn = addDays(today, -draw(700));
    const back = index % 13 === 0;
    return {
      customer,
      sale: {
        customerId: index % 17 === 0 ? null : customer,
        soldOn,
        revenueMinor: back ? -4_000 : 5_000 * (1 + draw(30)),
        ...(back ? { kind: 'return' as const } : {}),
      },
    };
  });
  return { people: 40, sales };
}

/** A shop with the sales up to a day, and no others, that thinks it is that day. */
async function shopUntil(day: string, isAll: boolean): Promise<DirectShop> {
  const shop = await directShop();
  const { people, sales } = draft();
  shop.raw.transaction(() => {
    for (let index = 1; index <= people; index += 1) addCustomer(shop.raw, { name: `C${index}` });
    for (const { sale } of sales) if (isAll || sale.soldOn <= day) addSale(shop.raw, sale);
  })();
  if (!isAll) shop.day = day;
  await shop.ask('settings.update', { marginPercent: 40, keepingCostMinor: 2_000 });
  await shop.ask('insights.refresh', {});
  return shop;
}

let whole: DirectShop;
let then: DirectShop;
let last: string;

beforeEach(async () => {
  const { sales } = draft();
  // The last day of sales by then: without a choice, everything is counted up to it.
  last = sales
    .map(({ sale }) => sale.soldOn)
    .filter((day) => day <= chosen)
    .toSorted()
    .at(-1) as string;
  whole = await shopUntil(last, true);
  then = await shopUntil(last, false);
});

describe('a day that was chosen', () => {
  it('shows what would have been shown on it', async () => {
    expect(await whole.ask('insights.worth', { on: last })).toEqual(
      await then.ask('insights.worth', {}),
    );
    expect(await whole.ask('insights.pyramid', { on: last })).toEqual(
      await then.ask('insights.pyramid', {}),
    );
    const predicted = await whole.ask('insights.predicted', { on: last });
    expect(predicted).toEqual(await then.ask('insights.predicted', {}));
    expect(predicted.total).not.toBeNull();
    expect(await whole.ask('insights.backtest', { on: last })).toEqual(
      await then.ask('insights.backtest', {}),
    );
  });

  it('differs from the latest, and is today at the most', async () => {
    const latest = await whole.ask('insights.pyramid', {});
    expect((await whole.ask('insights.pyramid', { on: last })).layers).not.toEqual(latest.layers);
    const ahead = await whole.ask('insights.pyramid', { on: '2030-01-01' });
    expect(ahead.to).toBe(today);
    expect((await whole.ask('insights.predicted', { on: '2030-01-01' })).through).toBe(today);
  });

  it('leaves out who was written down later and had not bought yet', async () => {
    const before = await whole.ask('insights.pyramid', { on: last });
    const count = (layers: typeof before.layers) =>
      layers.reduce((sum, { customers }) => sum + customers, 0);
    const id = addCustomer(whole.raw, { name: 'Later' });
    whole.raw
      .prepare('UPDATE customers SET created_at = ? WHERE id = ?')
      .run(`${today}T03:00:00Z`, id);
    const after = await whole.ask('insights.pyramid', { on: last });
    expect(count(after.layers)).toBe(count(before.layers));
    addSale(whole.raw, { customerId: id, soldOn: last, revenueMinor: 9_000 });
    const bought = await whole.ask('insights.pyramid', { on: last });
    expect(count(bought.layers)).toBe(count(before.layers) + 1);
  });
});
