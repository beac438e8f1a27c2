import { describe, expect, it } from 'vitest';
import { normalDraw, type Random, seededRandom } from '#shared/domain/worth/models/normal.ts';
import { backtest } from '#shared/domain/worth/prediction/backtest.ts';
import { boughtBetween, type PurchaseLedger } from '#shared/domain/worth/prediction/ledger.ts';
import { everybodyIsNew } from '#shared/domain/worth/prediction/methods.ts';
import { shopOutlook, totalOutlook } from '#shared/domain/worth/prediction/outlook.ts';
import {
  type BoughtDays,
  cdnowCustomers,
  cdnowSplit,
  generatedCustomers,
  ledgerOf,
} from '#tests/support/worth/ledgers.ts';

interface Held {
  purchases: number;
  money: number;
  shops: number;
}

/** Whether the range said on a day holds what then came. */
function hold(held: Held, ledger: PurchaseLedger, split: number): void {
  const shop = shopOutlook(ledger, split, {
    tried: backtest(ledger, split, everybodyIsNew),
    newFrom: everybodyIsNew,
  });
  if (typeof shop === 'string') return;
  const { purchases, money } = totalOutlook(shop);
  let [bought, spent] = [0, 0];
  for (const { place } of shop.outset.customers) {
    const came = boughtBetween(ledger, place, split, split + shop.outset.horizonDays);
    bought += came.purchases;
    spent += came.spentMinor;
  }
  held.shops += 1;
  if (bought >= purchases.low && bought <= purchases.high) held.purchases += 1;
  if (spent >= money.low && spent <= money.high) held.money += 1;
}

function said(name: string, { purchases, money, shops }: Held): string {
  const percent = (count: number) => `${((100 * count) / shops).toFixed(0)} %`;
  return `80 % range of the total, ${name}: held purchases in ${percent(purchases)}, money in ${percent(money)} of ${shops} shops`;
}

function draw(random: Random, middle: number, deviation: number): number {
  return middle * Math.exp(normalDraw(random) * deviation);
}

/** Two hundred shops of 20 to 300 customers, each with habits of its own. */
function generated(turnDeviation: number): Held {
  const random = seededRandom(2026);
  const held: Held = { purchases: 0, money: 0, shops: 0 };
  const split = 540;
  for (let shop = 0; shop < 200; shop += 1) {
    const customers = generatedCustomers(
      {
        customers: Math.round(20 * 15 ** random()),
        split,
        end: split + 366,
        r: draw(random, 0.7, 0.4),
        alpha: draw(random, 45, 0.4),
        a: draw(random, 0.8, 0.3),
        b: draw(random, 3, 0.3),
        turn: Math.exp(normalDraw(random) * turnDeviation),
      },
      random,
    );
    hold(held, ledgerOf(customers), split);
  }
  return held;
}

describe('the range of what is to come', () => {
  it('holds the truth of 200 generated shops in 70 to 90 of 100, where times change by a fifth', () => {
    const held = generated(0.2);
    console.info(said('200 generated shops whose times change by a fifth', held));
    expect(held.shops).toBeGreaterThan(190);
    for (const count of [held.purchases, held.money]) {
      expect(count / held.shops).toBeGreaterThanOrEqual(0.7);
      expect(count / held.shops).toBeLessThanOrEqual(0.9);
    }
  });

  it('is too wide rather than too narrow where times do not change at all', () => {
    const held = generated(0);
    console.info(said('200 generated shops whose times do not change', held));
    expect(Math.min(held.purchases, held.money) / held.shops).toBeGreaterThanOrEqual(0.8);
  });

  const cdnow = cdnowCustomers('paid-days');

  it.skipIf(cdnow === null)(
    'holds the truth of shops drawn from CDNOW (skipped without ../shared/data)',
    () => {
      const all = cdnow ?? [];
      const random = seededRandom(11);
      const held: Held = { purchases: 0, money: 0, shops: 0 };
      for (const size of [20, 50, 100, 200, 500]) {
        for (let shop = 0; shop < 24; shop += 1) {
          const some = Array.from(
            { length: size },
            () => all[Math.floor(random() * all.length)] as BoughtDays,
          );
          hold(held, ledgerOf(some), cdnowSplit);
        }
      }
      console.info(said('120 shops drawn from CDNOW', held));
      for (const count of [held.purchases, held.money]) {
        expect(count / held.shops).toBeGreaterThanOrEqual(0.7);
        expect(count / held.shops).toBeLessThanOrEqual(0.9);
      }
    },
  );
});
