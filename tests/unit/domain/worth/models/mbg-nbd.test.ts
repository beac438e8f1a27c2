import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  chanceAlive,
  chanceToBuy,
  expectedPurchases,
  expectedWhileAlive,
  type PurchaseHistory,
} from '#shared/domain/worth/models/mbg-nbd.ts';
import { fitMbgNbd, mbgNbdLogLikelihood } from '#shared/domain/worth/models/mbg-nbd-fit.ts';
import { smallShopPrior } from '#shared/domain/worth/models/prior.ts';
import { sharedData } from '#tests/support/shared-data.ts';

function json(path: string) {
  return JSON.parse(readFileSync(sharedData(path) ?? '', 'utf8'));
}

function off(got: number, want: number): number {
  return want === 0 ? Math.abs(got) : Math.abs(got / want - 1);
}

/** The parameters of the CDNOW sample. */
const cdnow = { r: 0.52484316, alpha: 6.18308528, a: 0.89135939, b: 1.61400224 };

describe('the model of buying and leaving', () => {
  const histories = fc
    .record({
      repeats: fc.integer({ min: 0, max: 300 }),
      recency: fc.double({ min: 0.1, max: 150, noNaN: true }),
      rest: fc.double({ min: 0, max: 150, noNaN: true }),
    })
    .map(({ repeats, recency, rest }) => {
      const last = repeats === 0 ? 0 : recency;
      return { repeats, recency: last, age: last + rest };
    });

  it('gives chances between nothing and certainty, never certainty for a one-time buyer', () => {
    fc.assert(
      fc.property(histories, fc.double({ min: 0.5, max: 200, noNaN: true }), (history, horizon) => {
        const alive = chanceAlive(cdnow, history);
        const buys = chanceToBuy(cdnow, history, horizon);
        expect(buys).toBeGreaterThanOrEqual(0);
        expect(buys).toBeLessThanOrEqual(alive);
        expect(alive).toBeLessThan(1);
        // Whoever buys at least once buys at least one time on average.
        expect(expectedPurchases(cdnow, history, horizon)).toBeGreaterThanOrEqual(
          buys * (1 - 1e-9),
        );
      }),
    );
  });

  it('expects less the longer somebody is silent, and more over a longer time', () => {
    const at = (age: number) => ({ repeats: 12, recency: 50, age });
    const silence = [50, 52, 60, 80, 120].map((age) => chanceToBuy(cdnow, at(age), 26));
    expect(silence).toEqual([...silence].sort((one, other) => other - one));
    const times = [0, 1, 26, 52, 156].map((horizon) => expectedPurchases(cdnow, at(52), horizon));
    expect(times).toEqual([...times].sort((one, other) => one - other));
    expect(times[0]).toBe(0);
  });
});

describe('the expectation while a customer is there', () => {
  it('is finite and below the expectation without leaving, at the edges of all parameters too', () => {
    const magnitude = (low: number, high: number) =>
      fc.double({ min: low, max: high, noNaN: true }).map((power) => 10 ** power);
    fc.assert(
      fc.property(
        fc.record({
          r: magnitude(-2, 2),
          alpha: magnitude(-1, 3),
          a: magnitude(-6, 5),
          b: magnitude(-2, 5),
        }),
        fc.integer({ min: 0, max: 500 }),
        fc.double({ min: 0, max: 300, noNaN: true }),
        fc.double({ min: 0.1, max: 156, noNaN: true }),
        (parameters, repeats, age, horizon) => {
          const expected = expectedWhileAlive(parameters, repeats, age, horizon);
          const mostly = ((parameters.r + repeats) / (parameters.alpha + age)) * horizon;
          expect(expected).toBeGreaterThanOrEqual(0);
          expect(expected).toBeLessThanOrEqual(mostly * (1 + 1e-6));
        },
      ),
      { numRuns: 2000 },
    );
  });

  it('does not jump where the two ways of computing it meet', () => {
    for (const [repeats, age, horizon] of [
      [0, 0, 52],
      [3, 40, 52],
      [30, 100, 26],
    ] as const) {
      const at = (a: number) =>
        expectedWhileAlive({ r: 0.5, alpha: 6, a, b: 40 }, repeats, age, horizon);
      expect(off(at(20 + 1e-9), at(20 - 1e-9))).toBeLessThan(1e-8);
      const by = (r: number) =>
        expectedWhileAlive({ r, alpha: 60, a: 0.8, b: 4 }, repeats, age, horizon);
      expect(off(by(8 + 1e-9), by(8 - 1e-9))).toBeLessThan(1e-8);
    }
  });
});

describe('the prior of small shops', () => {
  it('finds an answer for one customer who bought once', () => {
    const once = [{ repeats: 0, recency: 0, age: 4 }];
    const fit = fitMbgNbd(once, smallShopPrior(once));
    expect(fit.converged).toBe(true);
    for (const value of Object.values(fit.parameters)) expect(value).toBeGreaterThan(0);
  });

  it('finds an answer on the day of the first purchase', () => {
    const today = [{ repeats: 0, recency: 0, age: 0 }];
    expect(fitMbgNbd(today, smallShopPrior(today)).converged).toBe(true);
  });

  it('finds an answer in any small shop, whatever the order of its customers', () => {
    const history = fc
      .tuple(fc.integer({ min: 0, max: 80 }), fc.nat(150), fc.nat(150))
      .map(([repeats, recency, rest]) => {
        const last = repeats === 0 ? 0 : recency + 1;
        return { repeats, recency: last, age: last + rest };
      });
    fc.assert(
      fc.property(fc.array(history, { minLength: 1, maxLength: 25 }), (list) => {
        const fit = fitMbgNbd(list, smallShopPrior(list));
        expect(fit.converged).toBe(true);
        const turned = [...list].reverse();
        const other = fitMbgNbd(turned, smallShopPrior(turned));
        expect(off(other.parameters.alpha, fit.parameters.alpha)).toBeLessThan(1e-5);
      }),
    );
  });

  it('refuses nobody, and a last purchase after today', () => {
    expect(() => fitMbgNbd([], null)).toThrow(RangeError);
    const wrong = [{ repeats: 1, recency: 5, age: 4 }];
    expect(() => fitMbgNbd(wrong, smallShopPrior(wrong))).toThrow(RangeError);
  });
});

const hasReferences = sharedData('clv/ref_cdnow.json') !== null;

describe.skipIf(!hasReferences)('against references (skipped without ../shared/data)', () => {
  it('meets the 896 points of 50 digits to 1e-10', () => {
    const grid = json('clv/ref_bgnbd_expected_grid.json');
    expect(grid.length).toBe(896);
    let worst = 0;
    for (const { r, alpha, a, b, x, T, t, expected_alive: want } of grid) {
      worst = Math.max(worst, off(expectedWhileAlive({ r, alpha, a, b }, x, T, t), want));
    }
    expect(worst).toBeLessThan(1e-10);
  });

  function cdnowRows(): { history: PurchaseHistory; alive: number; expected: number }[] {
    const text = readFileSync(sharedData('clv/ref_cdnow_all_2357.csv') ?? '', 'utf8');
    const [head = '', ...rows] = text.trim().split('\n');
    const names = head.split(',');
    return rows.map((row) => {
      const cells = row.split(',').map(Number);
      const cell = (name: string) => cells[names.indexOf(name)] ?? Number.NaN;
      // The file has eight decimals; the times are whole days.
      const weeks = (name: string) => Math.round(cell(name) * 7) / 7;
      const history = { repeats: cell('x'), recency: weeks('t_x'), age: weeks('T') };
      return { history, alive: cell('palive_mbg'), expected: cell('exp39_mbg') };
    });
  }

  it('predicts all 2,357 customers of CDNOW like the reference', () => {
    const full = json('clv/ref_cdnow.json').mbgnbd_exact_days.params;
    const rows = cdnowRows();
    expect(rows).toHaveLength(2357);
    let [worstAlive, worstExpected] = [0, 0];
    for (const { history, alive, expected } of rows) {
      worstAlive = Math.max(worstAlive, Math.abs(chanceAlive(full, history) - alive));
      worstExpected = Math.max(worstExpected, off(expectedPurchases(full, history, 39), expected));
    }
    expect(worstAlive).toBeLessThan(1e-9);
    expect(worstExpected).toBeLessThan(1e-8);
  });

  it('fits CDNOW by likelihood to the published parameters', () => {
    const want = json('clv/ref_cdnow.json').mbgnbd_exact_days;
    const histories = cdnowRows().map(({ history }) => history);
    const fit = fitMbgNbd(histories, null);
    expect(fit.converged).toBe(true);
    for (const name of ['r', 'alpha', 'a', 'b'] as const) {
      expect(off(fit.parameters[name], want.params[name])).toBeLessThan(1e-5);
    }
    expect(Math.abs(fit.logLikelihood - want.ll)).toBeLessThan(1e-6);
    expect(Math.abs(mbgNbdLogLikelihood(want.params, histories) - want.ll)).toBeLessThan(1e-6);
  });

  const shops = hasReferences ? Object.entries(json('clv/ref_map_small_shops.json')) : [];
  const cases = shops.filter(([name]) => name !== 'mbgnbd_full_precision');

  it.each(cases)('fits the small shop %s under the prior', (_, value) => {
    const shop = value as Record<string, number[]>;
    const histories = (shop.x ?? []).map((repeats, index) => ({
      repeats,
      recency: shop.t_x?.[index] ?? 0,
      age: shop.T?.[index] ?? 0,
    }));
    const prior = smallShopPrior(histories);
    const fit = fitMbgNbd(histories, prior);
    const { r, alpha, a, b } = fit.parameters;
    for (const [index, got] of [r, alpha, a, b].entries()) {
      expect(off(got, shop.mbg_map?.[index] ?? 0)).toBeLessThan(1e-5);
    }
    for (const [index, history] of histories.entries()) {
      const want = shop.mbg_exp52?.[index] ?? 0;
      expect(off(expectedPurchases(fit.parameters, history, 52), want)).toBeLessThan(1e-5);
      const chance = shop.mbg_pbuy52?.[index] ?? 0;
      expect(off(chanceToBuy(fit.parameters, history, 52), chance)).toBeLessThan(1e-5);
    }
  });
});
