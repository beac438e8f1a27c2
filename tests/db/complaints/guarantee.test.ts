import { describe, expect, it } from 'vitest';
import type { ReadHandle } from '#db/file/client.ts';
import {
  firstSoldOn,
  openReminders,
  soldDays,
  soldOnDays,
} from '#db/queries/guarantee/expiring.ts';
import {
  allPolicies,
  claimPage,
  guaranteedBuys,
  linesByIds,
  linesOfSale,
  policiesOf,
  productPolicies,
  thingsOf,
} from '#db/queries/guarantee/read.ts';
import { nextClaimNumber } from '#db/queries/guarantee/write.ts';
import { addDays } from '#shared/domain/calendar/dates.ts';
import { fullScans, plansOf } from '#tests/support/query-plans.ts';
import { addCustomer, addLine, addSale, finishShop } from '#tests/support/shop/build-shop.ts';
import { type TempDatabase, tempDatabase } from '#tests/support/shop/temp-database.ts';

const products = ['Gilingan tangan', 'Teko listrik', 'Kopi Gayo'];

/** Fifty customers, three purchases each; two of the three products have a policy. */
async function shopWithClaims(): Promise<TempDatabase> {
  const shop = await tempDatabase();
  const { raw } = shop;
  for (let index = 0; index < 50; index += 1) {
    const customerId = addCustomer(raw, {
      name: `Ratna ${index}`,
      phones: [`+62812555${1000 + index}`],
    });
    for (let times = 0; times < 3; times += 1) {
      const soldOn = addDays('2025-09-01', index * 3 + times * 30);
      const sale = addSale(raw, {
        customerId,
        soldOn,
        revenueMinor: 100,
        number: `N${index}-${times}`,
      });
      addLine(raw, sale, products[times] ?? '', 100);
    }
    raw
      .prepare(
        `INSERT INTO claims (number, customer_id, claimed_at, problem, verdict, remedy, created_at, done_at)
         VALUES (?, ?, ?, 'mati', 'goodwill', 'repair', '2026-01-01T00:00:00Z', ?)`,
      )
      .run(
        `G-2026-${String(index + 1).padStart(3, '0')}`,
        customerId,
        `2026-03-${String((index % 28) + 1).padStart(2, '0')}T03:00:00.000Z`,
        index % 2 === 0 ? null : '2026-04-01T00:00:00Z',
      );
  }
  raw
    .prepare(
      `INSERT INTO guarantee_policies (product_id, months, covers, created_at)
       SELECT id, 12, 'mesin', '2026-01-01T00:00:00Z' FROM products WHERE name <> 'Kopi Gayo'`,
    )
    .run();
  finishShop(raw);
  return shop;
}

const always = [{ from: '2025-01-01', to: '2026-12-31' }];
const someDays = [
  { from: '2025-10-01', to: '2025-10-03' },
  { from: '2025-12-01', to: '2025-12-02' },
];

describe('the plans of guarantees', () => {
  it.each<[string, (db: ReadHandle) => Promise<unknown>]>([
    ['what a customer bought', (db) => thingsOf(db, 7, 5000)],
    ['what some bought with a guarantee', (db) => guaranteedBuys(db, [7, 8])],
    ['lines by id', (db) => linesByIds(db, [1, 2])],
    ['the lines of a sale', (db) => linesOfSale(db, 3)],
    ['the policies of products', (db) => policiesOf(db, [1, 2])],
    ['the first day', (db) => firstSoldOn(db)],
    ['what was sold on a day', (db) => soldOnDays(db, [{ productId: 1, soldOn: '2025-09-01' }])],
    ['what was sold of products', (db) => soldDays(db, [1, 2], always)],
    ['what was sold on days', (db) => soldDays(db, [1, 2], someDays)],
    ['the open dates', (db) => openReminders(db, [7, 8])],
  ])('%s is looked up, never searched for row by row', async (_, ask) => {
    const plan = await plansOf(await shopWithClaims(), ask);
    expect(fullScans(plan)).toEqual([]);
    expect(plan.filter((step) => /^SCAN m\b/.test(step))).toEqual([]);
  });

  it.each([
    ['first', null],
    ['next', { claimedAt: '2026-03-20T03:00:00.000Z', id: 20 }],
  ])('the %s page of claims walks one index and sorts nothing', async (_, after) => {
    const plan = await plansOf(await shopWithClaims(), (db) =>
      claimPage(db, { only: 'all', after, limit: 10 }),
    );
    expect(plan.filter((step) => /TEMP B-TREE/.test(step))).toEqual([]);
    expect(plan[0]).toMatch(/^(SCAN|SEARCH) m USING INDEX claims_claimed/);
    if (after !== null) expect(plan[0]).toMatch(/^SEARCH/);
  });

  it('what was sold on a day is looked up by its sales, not by all lines of the product', async () => {
    const plan = await plansOf(await shopWithClaims(), (db) =>
      soldOnDays(db, [{ productId: 1, soldOn: '2025-09-01' }]),
    );
    expect(plan).toContainEqual(expect.stringMatching(/^SEARCH s USING INDEX sales_day/));
    expect(plan).toContainEqual(expect.stringMatching(/^SEARCH l USING INDEX sale_lines_sale/));
  });

  it('what was sold of products is looked up by whichever is less, the days or the products', async () => {
    const shop = await shopWithClaims();
    const byDay = await plansOf(shop, (db) => soldDays(db, [1, 2], someDays));
    expect(byDay).toContainEqual(expect.stringMatching(/^SEARCH l USING INDEX sale_lines_sale/));
    const byProduct = await plansOf(shop, (db) => soldDays(db, [2], always));
    expect(byProduct).toContainEqual(expect.stringMatching(/^SEARCH s USING INTEGER PRIMARY KEY/));
  });

  it('what was sold on some days is the same both ways', async () => {
    const { db } = await shopWithClaims();
    const isAsked = (day: string) => someDays.some(({ from, to }) => day >= from && day <= to);
    const all = await soldDays(db, [1, 2, 3], always);
    expect(all.reduce((sum, { sales }) => sum + sales, 0)).toBe(150);
    const wanted = all.filter(({ soldOn }) => isAsked(soldOn));
    expect(wanted.length).toBeGreaterThan(0);
    expect(await soldDays(db, [1, 2, 3], someDays)).toEqual(wanted);
    expect(await soldDays(db, [1, 2, 3], [])).toEqual([]);
  });

  it('what a customer bought comes in the order of an index', async () => {
    const plan = await plansOf(await shopWithClaims(), (db) => thingsOf(db, 7, 5000));
    expect(plan[0]).toMatch(/^SEARCH s USING (COVERING )?INDEX sales_customer/);
  });
});

describe('claims', () => {
  it('come page by page, newest first, each once', async () => {
    const { db } = await shopWithClaims();
    for (const only of ['open', 'all'] as const) {
      const seen: { claimedAt: string; id: number }[] = [];
      let after: { claimedAt: string; id: number } | null = null;
      do {
        const page: Awaited<ReturnType<typeof claimPage>> = await claimPage(db, {
          only,
          after,
          limit: 7,
        });
        seen.push(...page.rows.map(({ claimedAt, id }) => ({ claimedAt, id })));
        after = page.next;
      } while (after !== null);
      expect(seen).toHaveLength(only === 'open' ? 25 : 50);
      const sorted = [...seen].sort((a, b) =>
        a.claimedAt === b.claimedAt ? b.id - a.id : a.claimedAt < b.claimedAt ? 1 : -1,
      );
      expect(seen).toEqual(sorted);
    }
  });

  it('leave out customers in the trash', async () => {
    const { db, raw } = await shopWithClaims();
    raw.prepare("UPDATE customers SET deleted_at = '2026-05-01T00:00:00Z' WHERE id = 3").run();
    const { rows } = await claimPage(db, { only: 'all', after: null, limit: 200 });
    expect(rows).toHaveLength(49);
    expect(rows.map(({ customerId }) => customerId)).not.toContain(3);
  });

  it('are numbered on from the highest of the year, past 999 and with those in the trash', async () => {
    const { raw } = await shopWithClaims();
    expect(nextClaimNumber(raw, '2026')).toBe('G-2026-051');
    expect(nextClaimNumber(raw, '2027')).toBe('G-2027-001');
    raw.prepare("UPDATE claims SET number = 'G-2026-999', deleted_at = 'x' WHERE id = 4").run();
    expect(nextClaimNumber(raw, '2026')).toBe('G-2026-1000');
    raw.prepare("UPDATE claims SET number = 'G-2026-1000' WHERE id = 5").run();
    expect(nextClaimNumber(raw, '2026')).toBe('G-2026-1001');
  });
});

describe('policies', () => {
  it('are listed by product, or found with products that have none', async () => {
    const { db } = await shopWithClaims();
    const named = async (search: string) =>
      (await productPolicies(db, { search, limit: 10 })).map(
        ({ product, policies }) => [product, policies.length] as const,
      );
    expect(await named('')).toEqual([
      ['Gilingan tangan', 1],
      ['Teko listrik', 1],
    ]);
    expect(await named('gayo')).toEqual([['Kopi Gayo', 0]]);
    expect(await named('%')).toEqual([]);
    expect([...(await allPolicies(db)).keys()]).toEqual([1, 2]);
  });
});

describe('a customer with two thousand lines', () => {
  it('is read in one go, and only as many as asked for', async () => {
    const { db, raw } = await tempDatabase();
    const customerId = addCustomer(raw, { name: 'Kedai Tepi Kali' });
    raw.transaction(() => {
      for (let index = 0; index < 500; index += 1) {
        const soldOn = addDays('2024-01-01', index);
        const sale = addSale(raw, { customerId, soldOn, revenueMinor: 400 });
        for (const product of ['A', 'B', 'C', 'D']) addLine(raw, sale, `Barang ${product}`, 100);
      }
    })();
    const things = await thingsOf(db, customerId, 5000);
    expect(things).toHaveLength(2000);
    expect(things[0]?.soldOn).toBe(addDays('2024-01-01', 499));
    expect(await thingsOf(db, customerId, 10)).toEqual(things.slice(0, 10));
  });
});
