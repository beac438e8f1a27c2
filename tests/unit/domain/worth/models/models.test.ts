import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { bgChanceAlive } from '#shared/domain/worth/models/bg-nbd.ts';
import {
  atLeast,
  type BuyingModel,
  chanceThere,
  chanceToBuyOf,
  expectedPurchasesOf,
  stageWeights,
} from '#shared/domain/worth/models/cnbd.ts';
import { fitCnbd } from '#shared/domain/worth/models/cnbd-fit.ts';
import { discountedValue, monthlyRate } from '#shared/domain/worth/models/discount.ts';
import { expectedSpend, spendVariance } from '#shared/domain/worth/models/gamma-gamma.ts';
import { fitGammaGamma, spendPrior } from '#shared/domain/worth/models/gamma-gamma-fit.ts';
import { drawAround } from '#shared/domain/worth/models/laplace.ts';
import { digamma, logGamma } from '#shared/domain/worth/models/log-gamma.ts';
import {
  chanceToBuy,
  expectedPurchases,
  type PurchaseHistory,
} from '#shared/domain/worth/models/mbg-nbd.ts';
import { normalBelow, normalDraw, seededRandom } from '#shared/domain/worth/models/normal.ts';
import { smallShopPrior } from '#shared/domain/worth/models/prior.ts';
import { fitBuying, wheatMorrison } from '#shared/domain/worth/models/regularity.ts';

const cdnow = { r: 0.52484316, alpha: 6.18308528, a: 0.89135939, b: 1.61400224 };

const history: fc.Arbitrary<PurchaseHistory> = fc
  .record({
    repeats: fc.integer({ min: 0, max: 60 }),
    recency: fc.double({ min: 0.1, max: 150, noNaN: true }),
    rest: fc.double({ min: 0, max: 150, noNaN: true }),
  })
  .map(({ repeats, recency, rest }) => {
    const last = repeats === 0 ? 0 : recency;
    return { repeats, recency: last, age: last + rest };
  });

describe('special functions', () => {
  it('has the logarithms of the factorials, and their slopes', () => {
    let factorial = 1;
    for (let n = 1; n <= 40; n += 1) {
      expect(logGamma(n)).toBeCloseTo(Math.log(factorial), 11);
      factorial *= n;
    }
    expect(logGamma(0.5)).toBeCloseTo(Math.log(Math.PI) / 2, 12);
    expect(digamma(1)).toBeCloseTo(-0.5772156649015329, 12);
    expect(digamma(0.5)).toBeCloseTo(-1.9635100260214235, 12);
  });

  it('knows the middle 80 % of a normal number, by its formula and by drawing', () => {
    expect(normalBelow(1.2815515655446004)).toBeCloseTo(0.9, 6);
    expect(normalBelow(-1.2815515655446004)).toBeCloseTo(0.1, 6);
    const random = seededRandom(7);
    const within = Array.from({ length: 20_000 }, () => Math.abs(normalDraw(random)) < 1.2815516);
    expect(within.filter(Boolean).length / 20_000).toBeCloseTo(0.8, 1);
  });

  it('draws with the covariance that it was given', () => {
    const covariance = [
      [0.04, 0.03],
      [0.03, 0.09],
    ];
    const draws = drawAround([1, 2], covariance, 40_000, seededRandom(3));
    const product = draws.map(([x = 0, y = 0]) => (x - 1) * (y - 2));
    expect(product.reduce((sum, one) => sum + one, 0) / draws.length).toBeCloseTo(0.03, 2);
    expect(drawAround([1, 2], null, 5, seededRandom(3))).toEqual([[1, 2]]);
  });
});

describe('customers who buy regularly', () => {
  it('are the plain model where k is one, computed in another way', () => {
    fc.assert(
      fc.property(history, fc.double({ min: 0.5, max: 100, noNaN: true }), (one, horizon) => {
        const plain = { ...cdnow, k: 1 };
        const chances = atLeast(plain, one, horizon, 100_000);
        expect(chances[0] ?? 0).toBeCloseTo(chanceToBuy(cdnow, one, horizon), 10);
        const sum = chances.reduce((all, chance) => all + chance, 0);
        const expected = expectedPurchases(cdnow, one, horizon);
        expect(Math.abs(sum - expected)).toBeLessThan(1e-7 * Math.max(1, expected));
        expect(expectedPurchasesOf(plain, one, horizon)).toBe(expected);
      }),
    );
  });

  it('have chances between nothing and certainty for any k', () => {
    fc.assert(
      fc.property(history, fc.integer({ min: 2, max: 8 }), (one, k) => {
        const model = { ...cdnow, k };
        const buys = chanceToBuyOf(model, one, 26);
        expect(buys).toBeGreaterThanOrEqual(0);
        expect(buys).toBeLessThanOrEqual(chanceThere(model, one) + 1e-12);
        expect(chanceThere(model, one)).toBeLessThan(1);
        expect(expectedPurchasesOf(model, one, 26)).toBeGreaterThanOrEqual(buys * (1 - 1e-9));
      }),
    );
  });

  it('are missed sooner than those who buy at random', () => {
    const weekly = (silent: number) => ({ repeats: 20, recency: 20, age: 20 + silent });
    const random = { r: 20, alpha: 20, a: 0.5, b: 10, k: 1 };
    const regular = { r: 20, alpha: 20 / 6, a: 0.5, b: 10, k: 6 };
    expect(chanceThere(regular, weekly(4))).toBeLessThan(chanceThere(random, weekly(4)) / 2);
    expect(stageWeights(regular, weekly(0))[0]).toBe(1);
  });

  it('agree with a simulation', () => {
    // Almost fixed: one random time lasts a tenth of a week on average and four make up a purchase.
    const model: BuyingModel = { r: 5e6, alpha: 5e5, a: 1e6, b: 9e6, k: 4 };
    const random = seededRandom(11);
    let sum = 0;
    for (let run = 0; run < 40_000; run += 1) {
      let isThere = random() >= 0.1;
      for (let time = 0; isThere; isThere = random() >= 0.1) {
        for (let part = 0; part < 4; part += 1) time -= Math.log(1 - random()) / 10;
        if (time > 5) break;
        sum += 1;
      }
    }
    const expected = expectedPurchasesOf(model, { repeats: 0, recency: 0, age: 0 }, 5);
    expect(Math.abs(expected / (sum / 40_000) - 1)).toBeLessThan(0.02);
  });

  interface Shop {
    readonly histories: PurchaseHistory[];
    readonly pairs: [number, number][];
    readonly logSum: number;
  }

  /** A shop of 300 whose customers' times between purchases are sums of `k` random ones. */
  function shopOf(k: number): Shop {
    const random = seededRandom(k);
    const pairs: [number, number][] = [];
    const histories: PurchaseHistory[] = [];
    let logSum = 0;
    for (let customer = 0; customer < 300; customer += 1) {
      const rate = 0.3 + random();
      const gaps: number[] = [];
      let time = 0;
      while (random() > 0.03) {
        let gap = 0;
        for (let part = 0; part < k; part += 1) gap -= Math.log(1 - random()) / (rate * k);
        if (time + gap > 60) break;
        time += gap;
        gaps.push(gap);
        logSum += Math.log(gap);
      }
      const [first, second] = gaps;
      if (first !== undefined && second !== undefined) pairs.push([first, second]);
      histories.push({ repeats: gaps.length, recency: time, age: 60 });
    }
    return { histories, pairs, logSum };
  }

  it('are told from those who buy at random by their gaps, and only they are', () => {
    const regular = shopOf(4);
    expect(wheatMorrison(regular.pairs)).toBeGreaterThan(3);
    expect(fitBuying(regular.histories, regular).model.k).toBe(4);
    const random = shopOf(1);
    expect(wheatMorrison(random.pairs)).toBeLessThan(1.5);
    expect(fitBuying(random.histories, random).model.k).toBe(1);
    expect(wheatMorrison(regular.pairs.slice(0, 19))).toBeNull();
  });

  it('are fitted where nothing around is likelier', () => {
    const { histories, logSum } = shopOf(3);
    const prior = smallShopPrior(histories);
    const fit = fitCnbd(histories, prior, { k: 3, logGaps: logSum });
    expect(fit.converged).toBe(true);
    expect(fit.covariance).not.toBeNull();
    const other = fitCnbd(histories, prior, { k: 2, logGaps: logSum });
    expect(fit.logLikelihood).toBeGreaterThan(other.logLikelihood);
    // Each of 0.97 stays on after a purchase, and buys at 0.8 a week on average.
    expect((fit.model.r * 1) / fit.model.alpha / 3).toBeCloseTo(0.8, 1);
    expect(fit.model.a / (fit.model.a + fit.model.b)).toBeCloseTo(0.03, 1);
  });
});

describe('what a purchase brings', () => {
  it('lies between the own mean and that of the shop, the nearer to the own the more is known', () => {
    const parameters = { p: 6, q: 4, v: 15 };
    const shop = (6 * 15) / 3;
    expect(expectedSpend(parameters, { purchases: 0, mean: 0 })).toBe(shop);
    const known = [1, 5, 50].map((purchases) =>
      expectedSpend(parameters, { purchases, mean: 100 }),
    );
    expect(known).toEqual([...known].sort((one, other) => one - other));
    for (const spend of known) expect(spend > shop && spend < 100).toBe(true);
    const { mean } = spendVariance(parameters, { purchases: 50, mean: 100 });
    expect(mean).toBeLessThan(spendVariance(parameters, { purchases: 5, mean: 100 }).mean);
  });

  it('has an answer for any few customers under the prior', () => {
    const spending = fc.record({
      purchases: fc.integer({ min: 1, max: 40 }),
      mean: fc.double({ min: 1, max: 1e12, noNaN: true }),
    });
    fc.assert(
      fc.property(fc.array(spending, { minLength: 1, maxLength: 12 }), (list) => {
        const { parameters } = fitGammaGamma(list, spendPrior);
        for (const one of list) {
          expect(expectedSpend(parameters, one)).toBeGreaterThan(0);
          expect(Number.isFinite(expectedSpend(parameters, one))).toBe(true);
        }
      }),
    );
    expect(() => fitGammaGamma([], spendPrior)).toThrow(RangeError);
    expect(() => fitGammaGamma([{ purchases: 1, mean: 0 }], spendPrior)).toThrow(RangeError);
  });
});

describe('money that comes later', () => {
  it('counts for less, and not at all less without a rate', () => {
    const even = (months: number) => months;
    expect(discountedValue(even, 100, { months: 12, rate: 0 })).toBe(1200);
    const discounted = discountedValue(even, 100, { months: 12, rate: monthlyRate(0.1) });
    expect(discounted).toBeGreaterThan(1200 / 1.1);
    expect(discounted).toBeLessThan(1200);
    expect(discountedValue(even, 100, { months: 36, rate: monthlyRate(0.1) })).toBeLessThan(3600);
    expect(() => discountedValue(even, 1, { months: 1.5, rate: 0 })).toThrow(RangeError);
  });

  it('keeps a one-time buyer for certain in the reference model only', () => {
    const once = { repeats: 0, recency: 0, age: 50 };
    expect(bgChanceAlive(cdnow, once)).toBe(1);
    expect(chanceThere({ ...cdnow, k: 1 }, once)).toBeLessThan(0.5);
  });
});
