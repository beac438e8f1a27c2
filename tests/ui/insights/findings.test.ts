import { beforeEach, describe, expect, test } from 'vitest';
import { pyramidFinding } from '#renderer/features/insights/pyramid-card.tsx';
import { topFinding } from '#renderer/features/insights/top-card.tsx';
import { worthFinding } from '#renderer/features/insights/worth-card.tsx';
import { monthFinding } from '#renderer/features/today/month-card.tsx';
import { addDays, addMonths, monthOf } from '#shared/domain/calendar/dates.ts';
import { wordsOf } from '#tests/support/render-in-shop.tsx';
import { addCustomer, addSale, type SaleParts, today } from '#tests/support/shop/build-shop.ts';
import { type DirectShop, directShop } from '#tests/support/shop/direct-shop.ts';
import { drawFrom } from '#tests/support/shop/random-complaints.ts';

/** Sales, the last of them the day before today. */
const last = addDays(today, -1);

let shop: DirectShop;
let sales: SaleParts[];

/** With each customer's own history the value is what was bought less what came back. */
beforeEach(async () => {
  shop = await directShop();
  sales = [];
  await shop.ask('settings.update', { yearsKept: { kind: 'history' } });
});

function sell(parts: SaleParts): void {
  sales.push(parts);
  addSale(shop.raw, parts);
}

async function counted(): Promise<void> {
  shop.raw.exec('DELETE FROM derived_state');
  await shop.ask('insights.refresh', {});
}

/** Customers, of whom the last three gave back more than they bought here. */
async function fill(customers: number): Promise<void> {
  const draw = drawFrom(3);
  shop.raw.transaction(() => {
    for (let id = 1; id <= customers; id += 1) {
      addCustomer(shop.raw, { name: `C${id}` });
      for (let count = 0; count < 5; count += 1)
        sell({
          customerId: id,
          soldOn: addDays(last, -draw(330)),
          revenueMinor: 100_000 * (1 + draw(900)),
        });
      if (id > customers - 3)
        sell({ customerId: id, soldOn: last, revenueMinor: -2_400_000_000, kind: 'return' });
    }
    sell({ customerId: null, soldOn: last, revenueMinor: 100_000 });
  })();
  await counted();
}

/** What each customer brought, the most first. */
function brought(): number[] {
  const sums = new Map<number, number>();
  for (const { customerId, revenueMinor } of sales)
    if (customerId !== null) sums.set(customerId, (sums.get(customerId) ?? 0) + revenueMinor);
  return [...sums.values()].sort((one, other) => other - one);
}

const sum = (amounts: readonly number[]) => amounts.reduce((all, one) => all + one, 0);
const positive = (amounts: readonly number[]) => sum(amounts.filter((amount) => amount > 0));
const words = {
  id: () => wordsOf({ language: 'id', today }),
  en: () => wordsOf({ language: 'en', today }),
};

describe('the findings of the insights', () => {
  test('who brings most: a share of what those bring who bring something', async () => {
    await fill(40);
    const worth = await shop.ask('insights.worth', {});
    const all = brought();
    const percent = Math.round((100 * sum(all.slice(0, 10))) / positive(all));
    expect(Math.round((100 * sum(all.slice(0, 10))) / sum(all))).toBeGreaterThan(100);
    const id = await words.id();
    expect(topFinding(id.t, id.format, worth)).toBe(
      `10 pelanggan teratas membawa ${percent}\u00a0% nilai`,
    );
    const en = await words.en();
    expect(topFinding(en.t, en.format, worth)).toBe(
      `The 10 best customers bring ${percent}% of the value`,
    );
  });

  test('who brings half: the fewest that come to it', async () => {
    await fill(40);
    const worth = await shop.ask('insights.worth', {});
    const all = brought();
    let fewest = 0;
    while (sum(all.slice(0, fewest)) * 2 < positive(all)) fewest += 1;
    const percent = Math.round((100 * fewest) / 40);
    const { t, format } = await words.id();
    expect(worthFinding(t, format, worth)).toBe(
      `${fewest} dari 40 pelanggan membawa separuh nilai (${percent}\u00a0%)`,
    );
  });

  test('where revenue comes from: the share of the top and the large layer', async () => {
    await fill(40);
    const pyramid = await shop.ask('insights.pyramid', {});
    const all = brought();
    // 1 of 40 is the top, 1 more large, 6 medium and the rest small.
    const layers = [all.slice(0, 1), all.slice(1, 2), all.slice(2, 8), all.slice(8)];
    const shares = positive(layers.map(sum));
    const percent = Math.round((100 * sum(all.slice(0, 2))) / shares);
    const { t, format } = await words.en();
    expect(pyramidFinding(t, format, pyramid)).toBe(
      `${percent}% of revenue comes from 2 of 40 active customers`,
    );
  });

  test('of a few customers no share is said, but how few they are', async () => {
    for (let id = 1; id <= 4; id += 1) {
      addCustomer(shop.raw, { name: `C${id}` });
      sell({ customerId: id, soldOn: last, revenueMinor: 100_000 * id });
    }
    await counted();
    const pyramid = await shop.ask('insights.pyramid', {});
    const rupiah = sum(brought()) / 100;
    expect(rupiah).toBe(10_000);
    const id = await words.id();
    expect(pyramidFinding(id.t, id.format, pyramid)).toBe(
      'Baru 4 pelanggan aktif, omzetnya Rp\u00a010.000',
    );
    const worth = await shop.ask('insights.worth', {});
    expect(topFinding(id.t, id.format, worth)).toBe(
      'Baru 4 pelanggan yang pernah membeli; nilainya Rp\u00a010.000',
    );
    addCustomer(shop.raw, { name: 'C5' });
    sell({ customerId: 5, soldOn: last, revenueMinor: 100_000 });
    await counted();
    expect(pyramidFinding(id.t, id.format, await shop.ask('insights.pyramid', {}))).toMatch(/^36/);
  });

  test('without a customer who bought, from when to when nobody did', async () => {
    sell({ customerId: null, soldOn: '2022-06-30', revenueMinor: 100_000 });
    await counted();
    const { t, format } = await words.id();
    expect(pyramidFinding(t, format, await shop.ask('insights.pyramid', {}))).toBe(
      'Dari 30 Juni 2021 sampai 30 Juni 2022 tidak ada pembelian yang menyebut pelanggannya',
    );
  });
});

describe('the month against last year', () => {
  const of = (day: string) => `${monthOf(day)}-`;

  function sellIn(month: string, count: number, revenueMinor: number): void {
    for (let index = 0; index < count; index += 1)
      sell({
        customerId: null,
        soldOn: `${month}${String(1 + (index % 14)).padStart(2, '0')}`,
        revenueMinor,
      });
  }

  async function said(): Promise<string> {
    const { t, format } = await words.en();
    return monthFinding(t, format, await shop.ask('insights.month', {}));
  }

  test('says by how much it is above or below, of as many days', async () => {
    sellIn(of(last), 28, 300_000);
    sellIn(of(addMonths(last, -12)), 14, 400_000);
    sell({ customerId: null, soldOn: '2025-06-15', revenueMinor: 90_000_000 });
    const now = sum(sales.filter((one) => one.soldOn >= '2026').map((one) => one.revenueMinor));
    const before = sum(
      sales.filter((one) => one.soldOn <= '2025-06-14').map((one) => one.revenueMinor),
    );
    const up = Math.round((now / before - 1) * 100);
    expect(await said()).toBe(`June 2026 is ${up}% above last year`);
  });

  test('says how few sales there are instead of a percentage of them', async () => {
    sellIn(of(last), 12, 300_000);
    expect(await said()).toBe('June 2026: no last year to compare with');
    sellIn(of(addMonths(last, -12)), 9, 400_000);
    expect(await said()).toBe('June 2026: 12 sales and 9 last year, too few to compare');
    sellIn(of(addMonths(last, -12)), 1, 400_000);
    expect(await said()).toBe('June 2026 is 10% below last year');
  });
});
