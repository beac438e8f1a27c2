import { expect, test } from 'vitest';
import { uChart } from '#shared/domain/complaints/control-chart.ts';

test('centre and limits are those of a u-chart, reckoned by hand', () => {
  // 9 defects in 9 units: ū = 1; with 4 units 1 ± 3·√(1/4), with 1 unit 1 ± 3.
  const { centre, points } = uChart([
    { defects: 2, units: 4 },
    { defects: 2, units: 4 },
    { defects: 5, units: 1 },
  ]);
  expect(centre).toBe(1);
  expect(points[0]).toEqual({ rate: 0.5, upper: 2.5, lower: 0, isOut: false });
  expect(points[2]).toEqual({ rate: 5, upper: 4, lower: 0, isOut: true });
});

test('with much looked at, too few defects stand out as well', () => {
  const { points } = uChart([
    { defects: 900, units: 100 },
    { defects: 1100, units: 100 },
    { defects: 1000, units: 100 },
  ]);
  expect(points.map((point) => point.isOut)).toEqual([true, true, false]);
  expect(points[0]?.lower).toBeCloseTo(10 - 3 * Math.sqrt(0.1), 12);
});

test('where nothing was looked at there is no rate, and no centre without any', () => {
  const none = { rate: null, upper: null, lower: null, isOut: false };
  expect(uChart([{ defects: 3, units: 0 }])).toEqual({ centre: null, points: [none] });
  expect(uChart([]).centre).toBeNull();
  const { centre, points } = uChart([
    { defects: 1, units: 0 },
    { defects: 1, units: 2 },
  ]);
  expect([centre, points[0]]).toEqual([1, none]);
});
