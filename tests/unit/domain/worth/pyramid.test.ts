import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  type ActiveCustomer,
  layerCounts,
  layerOf,
  pyramidSummary,
  rankLayers,
} from '#shared/domain/worth/pyramid.ts';
import { sharedData } from '#tests/support/shared-data.ts';

function customer(id: number, revenueMinor: number, lastOn = '2026-01-01'): ActiveCustomer {
  return { id, revenueMinor, lastOn };
}

function customers(count: number): ActiveCustomer[] {
  return Array.from({ length: count }, (_, index) => customer(index + 1, (index + 1) * 100));
}

describe('rankLayers', () => {
  it('cuts at one, five and twenty per cent, rounded up', () => {
    expect(layerCounts(12)).toEqual({ top: 1, large: 0, medium: 2, small: 9 });
    expect(layerCounts(25)).toEqual({ top: 1, large: 1, medium: 3, small: 20 });
    expect(layerCounts(137)).toEqual({ top: 2, large: 5, medium: 21, small: 109 });
    expect(layerCounts(0)).toEqual({ top: 0, large: 0, medium: 0, small: 0 });
  });

  it('says below a hundred active that one per cent is one customer', () => {
    expect(rankLayers(customers(99)).isTopOneCustomer).toBe(true);
    expect(rankLayers(customers(100)).isTopOneCustomer).toBe(false);
    expect(rankLayers([]).isTopOneCustomer).toBe(false);
  });

  it('breaks equal revenue by the latest purchase, then by id', () => {
    const { ranked } = rankLayers([
      customer(4, 500, '2026-02-01'),
      customer(3, 500, '2026-03-01'),
      customer(2, 500, '2026-02-01'),
      customer(1, 400, '2026-04-01'),
      customer(5, 900),
    ]);
    expect(ranked.map(({ id }) => id)).toEqual([5, 3, 2, 4, 1]);
    expect(ranked.map(({ layer }) => layer)).toEqual(['top', 'small', 'small', 'small', 'small']);
  });

  it('flags a boundary only where equal revenue falls on both sides', () => {
    const active = customers(10);
    expect(rankLayers(active).boundaries).toEqual([
      { above: 'top', below: 'medium', splitsEqualRevenue: false },
      { above: 'medium', below: 'small', splitsEqualRevenue: false },
    ]);
    const tied = active.map((one) => ({ ...one, revenueMinor: Math.min(one.revenueMinor, 900) }));
    expect(rankLayers(tied).boundaries.map((one) => one.splitsEqualRevenue)).toEqual([true, false]);
  });

  it('gives the same layers in whatever order the customers come', () => {
    const active = fc.uniqueArray(
      fc.record({
        id: fc.integer({ min: 1, max: 999 }),
        revenueMinor: fc.integer({ min: -3, max: 3 }),
        lastOn: fc.constantFrom('2026-01-01', '2026-02-01'),
      }),
      { selector: (one) => one.id, maxLength: 60 },
    );
    fc.assert(
      fc.property(active, (list) => {
        const result = rankLayers(list);
        expect(rankLayers([...list].reverse())).toEqual(result);
        expect(result.ranked).toHaveLength(list.length);
        for (const layer of ['top', 'large', 'medium', 'small'] as const) {
          const members = result.ranked.filter((one) => one.layer === layer);
          expect(members).toHaveLength(result.counts[layer]);
        }
        const revenue = result.ranked.map((one) => one.revenueMinor);
        expect(revenue).toEqual([...revenue].sort((one, other) => other - one));
      }),
    );
  });

  const path = sharedData('clv/ref_small_cases.json');
  it.skipIf(path === null)('meets all reference counts (skipped without ../shared/data)', () => {
    const { pyramid_counts_ceil_rule: want } = JSON.parse(readFileSync(path ?? '', 'utf8'));
    const sizes = Object.keys(want);
    expect(sizes.length).toBeGreaterThan(10);
    for (const size of sizes)
      expect(rankLayers(customers(Number(size))).counts).toEqual(want[size]);
  });
});

describe('layerOf', () => {
  it('lets what was bought decide before a person’s mark', () => {
    const mark = 'rest-of-world';
    expect(layerOf({ activeLayer: 'large', hasBought: true, mark })).toBe('large');
    expect(layerOf({ activeLayer: null, hasBought: true, mark })).toBe('inactive');
    expect(layerOf({ activeLayer: null, hasBought: false, mark })).toBe('rest-of-world');
    expect(layerOf({ activeLayer: null, hasBought: false, mark: 'suspect' })).toBe('suspect');
    expect(layerOf({ activeLayer: null, hasBought: false, mark: null })).toBe('prospect');
  });
});

describe('pyramidSummary', () => {
  it('shows the shop’s actual shares and the effort on those who bring nothing', () => {
    const summary = pyramidSummary([
      { layer: 'top', revenueMinor: 600, effort: 10 },
      { layer: 'small', revenueMinor: 150, effort: 30 },
      { layer: 'small', revenueMinor: 250, effort: 30 },
      { layer: 'inactive', revenueMinor: 0, effort: 5 },
      { layer: 'prospect', revenueMinor: 0, effort: 5 },
      { layer: 'suspect', revenueMinor: 0, effort: 5 },
      { layer: 'rest-of-world', revenueMinor: 0, effort: 15 },
      { layer: 'rest-of-world', revenueMinor: 0, effort: 0 },
    ]);
    expect(summary).toMatchObject({ customers: 8, active: 3, revenueMinor: 1000, effort: 100 });
    expect(summary.layers).toHaveLength(8);
    expect(summary.layers[3]).toEqual({
      layer: 'small',
      customers: 2,
      revenueMinor: 400,
      revenueShare: 0.4,
      effort: 60,
      effortShare: 0.6,
    });
    expect(summary.waste).toEqual({
      customers: 3,
      customerShare: 0.375,
      effort: 20,
      effortShare: 0.2,
    });
  });

  it('has no share of nothing', () => {
    const { layers, waste } = pyramidSummary([]);
    expect(layers.every((one) => one.revenueShare === 0 && one.effortShare === 0)).toBe(true);
    expect(waste).toEqual({ customers: 0, customerShare: 0, effort: 0, effortShare: 0 });
  });
});
