import fc from 'fast-check';
import { expect, test } from 'vitest';
import { valuesBetween } from '#renderer/features/insights/use-who.ts';
import { placeBars, type Worth } from '#renderer/features/insights/worth-chart.ts';
import { worthBands } from '#shared/domain/worth/worth-bands.ts';

function worthOf(values: readonly number[]): Worth {
  const bands = worthBands(values);
  return {
    customers: bands.customers,
    totalMinor: bands.valueMinor,
    positiveMinor: values.reduce((sum, value) => sum + Math.max(0, value), 0),
    medianMinor: 0,
    bands: bands.bands,
    lowDominates: bands.lowDominates,
    halfBy: bands.half?.customers ?? 0,
    halfFromMinor: null,
    top: [],
    assumption: {
      setting: { kind: 'history' },
      years: null,
      source: 'history',
      basedOn: 0,
      marginPercent: null,
      keepingCostMinor: null,
    },
  };
}

const values = fc.array(fc.integer({ min: -5_000_000, max: 2_000_000_000 }), { maxLength: 80 });

test('every customer stands in exactly one bar, and the filter behind a bar finds just those', () => {
  fc.assert(
    fc.property(values, (all) => {
      const bars = placeBars(worthOf(all));
      for (const bar of bars) {
        const { clvFromMinor, clvToMinor } = valuesBetween(bar);
        const found = all.filter(
          (value) =>
            value >= (clvFromMinor ?? Number.NEGATIVE_INFINITY) &&
            value <= (clvToMinor ?? Number.POSITIVE_INFINITY),
        );
        expect(found.length).toBe(bar.customers);
      }
      expect(bars.reduce((sum, bar) => sum + bar.customers, 0)).toBe(all.length);
    }),
  );
});

test('bars stand side by side, with a gap where another band begins', () => {
  const bars = placeBars(worthOf([100_00, 200_00, 5_000_00, 90_000_00, 300_000_00]));
  for (const [index, bar] of bars.entries()) {
    const next = bars[index + 1];
    if (next === undefined) continue;
    const step = next.x - bar.x;
    if (next.band === bar.band) expect(step).toBeCloseTo(1);
    else expect(step).toBeGreaterThan(1);
  }
});
