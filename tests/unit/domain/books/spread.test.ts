import fc from 'fast-check';
import { expect, test } from 'vitest';
import { spread } from '#shared/domain/books/spread.ts';

test.each([
  [100, [1, 1, 1], [34, 33, 33]],
  [-100, [1, 1, 1], [-34, -33, -33]],
  [5, [10, 30, 60], [1, 1, 3]],
  [7, [0, 0], [4, 3]],
  [7, [0, 5], [0, 7]],
  [0, [3, 4], [0, 0]],
  [9, [], []],
  [10, [-1, 3], [3, 7]],
  [1e13, [1e13, 2e13], [3_333_333_333_333, 6_666_666_666_667]],
])('%i over %j is %j', (amount, weights, parts) => {
  expect(spread(amount, weights)).toEqual(parts);
});

test('parts add up, none is off its share by a whole unit, and a heavier line never gets less', () => {
  const weights = fc.array(fc.integer({ min: 0, max: 1e9 }), { minLength: 1, maxLength: 30 });
  fc.assert(
    fc.property(fc.integer({ min: -1e9, max: 1e9 }), weights, (amount, given) => {
      const parts = spread(amount, given);
      expect(parts.reduce((sum, part) => sum + part, 0)).toBe(amount);
      const whole = given.reduce((sum, weight) => sum + weight, 0);
      for (const [index, part] of parts.entries()) {
        const weight = given[index] ?? 0;
        const share = whole === 0 ? amount / given.length : (amount * weight) / whole;
        expect(Math.abs(part - share)).toBeLessThan(1);
        for (const [other, its] of parts.entries())
          if (weight > (given[other] ?? 0))
            expect(Math.abs(part)).toBeGreaterThanOrEqual(Math.abs(its));
      }
    }),
  );
});
