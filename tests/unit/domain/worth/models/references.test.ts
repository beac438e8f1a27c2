import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import {
  bgChanceAlive,
  bgExpectedPurchases,
  fitBgNbd,
} from '#shared/domain/worth/models/bg-nbd.ts';
import { discountedValue } from '#shared/domain/worth/models/discount.ts';
import {
  expectedSpend,
  type Spending,
  spendCorrelation,
} from '#shared/domain/worth/models/gamma-gamma.ts';
import { fitGammaGamma, spendPrior } from '#shared/domain/worth/models/gamma-gamma-fit.ts';
import type { PurchaseHistory } from '#shared/domain/worth/models/mbg-nbd.ts';
import { smallShopPrior } from '#shared/domain/worth/models/prior.ts';
import { sharedData } from '#tests/support/shared-data.ts';

const hasReferences = sharedData('clv/ref_cdnow.json') !== null;

function text(path: string): string {
  return readFileSync(sharedData(path) ?? '', 'utf8');
}

function off(got: number, want: number): number {
  return want === 0 ? Math.abs(got) : Math.abs(got / want - 1);
}

interface Row {
  readonly history: PurchaseHistory;
  readonly spending: Spending;
  cell(name: string): number;
}

function rowsOf(path: string): Row[] {
  const [head = '', ...rows] = text(path).trim().split('\n');
  const names = head.split(',');
  return rows.map((row) => {
    const cells = row.split(',').map(Number);
    const cell = (name: string) => cells[names.indexOf(name)] ?? Number.NaN;
    // The files have eight decimals; the times are whole days.
    const weeks = (name: string) => Math.round(cell(name) * 7) / 7;
    return {
      cell,
      history: { repeats: cell('x'), recency: weeks('t_x'), age: weeks('T') },
      spending: { purchases: cell('x'), mean: cell('zbar') },
    };
  });
}

describe.skipIf(!hasReferences)(
  'models against references (skipped without ../shared/data)',
  () => {
    const known = hasReferences ? JSON.parse(text('clv/ref_cdnow.json')) : {};
    const rows = hasReferences ? rowsOf('clv/ref_cdnow_all_2357.csv') : [];
    const histories = rows.map(({ history }) => history);

    it('predicts all 2,357 customers of CDNOW by BG/NBD like the reference', () => {
      const { params } = known.bgnbd_exact_days;
      let [worstAlive, worstExpected, total] = [0, 0, 0];
      for (const { history, cell } of rows) {
        const expected = bgExpectedPurchases(params, history, 39);
        worstAlive = Math.max(
          worstAlive,
          Math.abs(bgChanceAlive(params, history) - cell('palive_bg')),
        );
        worstExpected = Math.max(worstExpected, off(expected, cell('exp39_bg')));
        total += expected;
      }
      expect(rows).toHaveLength(2357);
      expect(worstAlive).toBeLessThan(1e-9);
      expect(worstExpected).toBeLessThan(1e-8);
      expect(off(total, known.totals.exp39_bg)).toBeLessThan(1e-8);
    });

    it('expects of a new customer what is published', () => {
      const { params } = known.bgnbd_exact_days;
      for (const [weeks, want] of Object.entries<number>(known.new_customer_E)) {
        const got = bgExpectedPurchases(params, { repeats: 0, recency: 0, age: 0 }, Number(weeks));
        expect(off(got, want)).toBeLessThan(1e-8);
      }
    });

    it('fits BG/NBD to the published parameters, with their uncertainty', () => {
      const want = known.bgnbd_exact_days;
      const fit = fitBgNbd(histories, null);
      for (const name of ['r', 'alpha', 'a', 'b'] as const)
        expect(off(fit.parameters[name], want.params[name])).toBeLessThan(1e-5);
      expect(Math.abs(fit.logLikelihood - want.ll)).toBeLessThan(1e-6);
      for (const [row, entries] of want.cov_log.entries())
        for (const [column, entry] of entries.entries())
          expect(Math.abs((fit.covariance?.[row]?.[column] ?? 0) - entry)).toBeLessThan(1e-5);
    });

    const shops = hasReferences
      ? Object.entries(JSON.parse(text('clv/ref_map_small_shops.json')))
      : [];
    const cases = shops.filter(([name]) => name !== 'mbgnbd_full_precision');

    it.each(cases)('fits BG/NBD to the small shop %s under the prior', (_, value) => {
      const shop = value as Record<string, number[]>;
      const small = (shop.x ?? []).map((repeats, index) => ({
        repeats,
        recency: shop.t_x?.[index] ?? 0,
        age: shop.T?.[index] ?? 0,
      }));
      const { r, alpha, a, b } = fitBgNbd(small, smallShopPrior(small)).parameters;
      for (const [index, got] of [r, alpha, a, b].entries())
        expect(off(got, shop.bg_map?.[index] ?? 0)).toBeLessThan(1e-5);
      for (const [index, history] of small.entries()) {
        const got = bgExpectedPurchases({ r, alpha, a, b }, history, 52);
        expect(off(got, shop.bg_exp52?.[index] ?? 0)).toBeLessThan(1e-5);
      }
    });

    it('fits Gamma-Gamma to the published parameters, and spends of all 2,357 like the reference', () => {
      const want = known.gammagamma_exact;
      const spendings = rows.map(({ spending }) => spending).filter((one) => one.purchases > 0);
      expect(spendings).toHaveLength(want.n);
      const fit = fitGammaGamma(spendings, null);
      expect(fit.converged).toBe(true);
      for (const name of ['p', 'q', 'v'] as const)
        expect(off(fit.parameters[name], want.params[name])).toBeLessThan(1e-5);
      expect(Math.abs(fit.logLikelihood - want.ll)).toBeLessThan(1e-6);
      expect(off(spendCorrelation(spendings), want.corr_x_zbar)).toBeLessThan(1e-8);
      for (const { spending, cell } of rows)
        expect(off(expectedSpend(want.params, spending), cell('gg_spend'))).toBeLessThan(1e-8);
      const probable = fitGammaGamma(spendings, spendPrior).parameters;
      for (const name of ['p', 'q', 'v'] as const)
        expect(off(probable[name], want.params[name])).toBeLessThan(0.15);
    });

    it('discounts a year to come as the reference does, for every customer and in all', () => {
      const { params } = known.bgnbd_exact_days;
      const spend = known.gammagamma_exact.params;
      let total = 0;
      for (const { history, spending, cell } of rows) {
        const value = discountedValue(
          (months) => bgExpectedPurchases(params, history, months * 4.345),
          expectedSpend(spend, spending),
          { months: 12, rate: 0.01 },
        );
        expect(off(value, cell('clv12m_lifetimes'))).toBeLessThan(1e-8);
        total += value;
      }
      expect(off(total, known.totals.clv12m_lifetimes_sum)).toBeLessThan(1e-8);
    });
  },
);
