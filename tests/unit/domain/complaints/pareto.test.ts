import { expect, test } from 'vitest';
import { commonSpelling, paretoOf } from '#shared/domain/complaints/pareto.ts';

const row = (key: string, count: number, costMinor = 0) => ({ key, label: key, count, costMinor });

test('the most frequent comes first, then the dearest, and the parts add up to all', () => {
  const ranked = paretoOf([row('c', 2), row('b', 2, 5), row('d', 5), row('a', 1)]);
  expect(ranked.map(({ key, share, cumulativeShare }) => [key, share, cumulativeShare])).toEqual([
    ['d', 0.5, 0.5],
    ['b', 0.2, 0.7],
    ['c', 0.2, 0.9],
    ['a', 0.1, 1],
  ]);
  expect(paretoOf([])).toEqual([]);
});

test('a cause is called as it is written most often', () => {
  expect(commonSpelling(['basah', 'Basah', 'basah'])).toBe('basah');
  expect(commonSpelling(['basah', 'Basah'])).toBe('Basah');
  expect(commonSpelling([])).toBe('');
});
