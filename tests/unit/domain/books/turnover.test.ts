import { expect, test } from 'vitest';
import { type TurnoverRules, taxTurnover } from '#shared/domain/books/turnover.ts';

const million = 100_000_000;
const rules: TurnoverRules = {
  rateE4: 5000,
  thresholdMinor: 500 * million,
  ceilingMinor: 4800 * million,
  crossing: 'part',
};
const months = (amounts: readonly number[], year = 2026) =>
  amounts.map((amount, at) => ({
    month: `${year}-${String(at + 1).padStart(2, '0')}`,
    turnoverMinor: amount * million,
  }));
const taxable = (amounts: readonly number[], its = rules) =>
  taxTurnover(months(amounts), its).map(({ taxableMinor }) => taxableMinor / million);

test('a hundred million a month: five months free, the sixth whole, three and a half million a year', () => {
  const year = taxTurnover(months(Array.from({ length: 12 }, () => 100)), rules);
  expect(year.map(({ taxableMinor }) => taxableMinor / million)).toEqual([
    ...[0, 0, 0, 0, 0],
    ...[100, 100, 100, 100, 100, 100, 100],
  ]);
  expect(year.map(({ taxMinor }) => taxMinor / million)).toEqual([
    ...[0, 0, 0, 0, 0],
    ...[0.5, 0.5, 0.5, 0.5, 0.5, 0.5, 0.5],
  ]);
  expect(year.reduce((sum, { taxMinor }) => sum + taxMinor, 0)).toBe(3.5 * million);
  expect(year.at(-1)?.cumulativeMinor).toBe(1200 * million);
});

test('the month that passes the threshold counts in part or whole, as settled', () => {
  expect(taxable([300, 300, 10])).toEqual([0, 100, 10]);
  expect(taxable([300, 300, 10], { ...rules, crossing: 'whole' })).toEqual([0, 300, 10]);
  expect(taxable([600])).toEqual([100]);
});

test('returns that bring a year back below the threshold take back what was above', () => {
  expect(taxable([300, 300, -50, -200, 300])).toEqual([0, 100, -50, -50, 150]);
});

test('every year counts from nothing, and what is above the ceiling is marked', () => {
  const both = taxTurnover([...months([400, 4500], 2025), ...months([400], 2026)], rules);
  expect(both.map(({ cumulativeMinor }) => cumulativeMinor / million)).toEqual([400, 4900, 400]);
  expect(both.map(({ isAboveCeiling }) => isAboveCeiling)).toEqual([false, true, false]);
  expect(both.map(({ taxableMinor }) => taxableMinor / million)).toEqual([0, 4400, 0]);
});

test('a threshold of nothing taxes from the first unit', () => {
  expect(taxable([10, 20], { ...rules, thresholdMinor: 0 })).toEqual([10, 20]);
});
