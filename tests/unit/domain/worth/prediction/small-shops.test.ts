import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { backtest } from '#shared/domain/worth/prediction/backtest.ts';
import { everybodyIsNew } from '#shared/domain/worth/prediction/methods.ts';
import {
  customerOutlook,
  discountedOutlook,
  shopOutlook,
  totalOutlook,
} from '#shared/domain/worth/prediction/outlook.ts';
import { type BoughtDays, ledgerOf } from '#tests/support/worth/ledgers.ts';

const today = 20_000;

/** Days bought on, some of them after today, and amounts of any size. */
const bought: fc.Arbitrary<BoughtDays> = fc
  .uniqueArray(
    fc.tuple(
      fc.oneof(
        fc.integer({ min: today - 1500, max: today + 30 }),
        fc.integer({ min: today - 40, max: today }),
      ),
      fc.oneof(fc.integer({ min: 1, max: 5_000_000 }), fc.integer({ min: 1, max: 1e13 })),
    ),
    { minLength: 1, maxLength: 14, selector: ([day]) => day },
  )
  .map((days) => days.toSorted(([one], [other]) => one - other));

const once: fc.Arbitrary<BoughtDays> = fc
  .integer({ min: today - 400, max: today })
  .map((day) => [[day, 1_000_000]]);
const sameDay: fc.Arbitrary<BoughtDays> = fc.constant([[today, 250_000]]);
const list = (of: fc.Arbitrary<BoughtDays>, maxLength: number, minLength = 0) =>
  fc.array(of, { minLength, maxLength });
const shops = fc.oneof(
  list(bought, 30, 5),
  list(once, 12),
  list(sameDay, 8),
  list(bought, 12, 5),
  list(bought, 6),
  list(bought, 1),
);

function expectRange({ mean, low, high }: { mean: number; low: number; high: number }): void {
  for (const value of [mean, low, high]) {
    expect(Number.isFinite(value)).toBe(true);
    expect(value).toBeGreaterThanOrEqual(0);
  }
  expect(low).toBeLessThanOrEqual(high);
}

describe('any small shop', () => {
  it('gets a figure with its range, or the reason why there is none', () => {
    const seen = { figures: 0, reasons: new Set<string>() };
    fc.assert(
      fc.property(shops, (customers) => {
        const ledger = ledgerOf(customers);
        const shop = shopOutlook(ledger, today, {
          tried: backtest(ledger, today, everybodyIsNew),
          newFrom: everybodyIsNew,
        });
        if (typeof shop === 'string') {
          seen.reasons.add(shop);
          return;
        }
        seen.figures += 1;
        const { purchases, money, expected } = totalOutlook(shop);
        expectRange(purchases);
        expectRange(money);
        expect(money.low).toBeLessThan(money.high);
        expect(shop.months).toBeGreaterThanOrEqual(1);
        let sum = 0;
        for (const [index, customer] of shop.outset.customers.entries()) {
          const one = customerOutlook(shop, customer);
          expect(one.chance).toBeGreaterThanOrEqual(0);
          expect(one.chance).toBeLessThan(1);
          expectRange(one.money);
          expectRange(one.purchases);
          expect(Math.abs(one.money.mean - (expected[index] ?? 0))).toBeLessThanOrEqual(
            1e-9 * one.money.mean,
          );
          sum += one.money.mean;
        }
        expect(Math.abs(sum - money.mean)).toBeLessThanOrEqual(1e-9 * sum);
        const first = shop.outset.customers[0];
        if (first === undefined) return;
        const { twelve, thirtySix } = discountedOutlook(shop, first, 400);
        if (twelve === null) throw new Error('a year of a year and more');
        expectRange(twelve);
        expect(thirtySix).toBeNull();
      }),
      { numRuns: 1000 },
    );
    expect(seen.figures).toBeGreaterThan(200);
    expect(seen.reasons.size).toBeGreaterThanOrEqual(3);
  });

  it('says nothing of a shop of one day', () => {
    const ledger = ledgerOf(Array.from({ length: 12 }, () => [[today, 100]] as BoughtDays));
    expect(
      shopOutlook(ledger, today, {
        tried: backtest(ledger, today, everybodyIsNew),
        newFrom: everybodyIsNew,
      }),
    ).toBe('no-repeats');
  });

  it('says nothing where the history is shorter than two usual gaps', () => {
    const pair: BoughtDays = [
      [today - 50, 100],
      [today, 100],
    ];
    const ledger = ledgerOf(Array.from({ length: 12 }, () => pair));
    expect(
      shopOutlook(ledger, today, {
        tried: backtest(ledger, today, everybodyIsNew),
        newFrom: everybodyIsNew,
      }),
    ).toBe('short-history');
  });
});
