import { expect, test } from 'vitest';
import { ageBand } from '#shared/domain/books/ageing.ts';
import {
  kindOf,
  monthsBetween,
  type Period,
  periodBefore,
  periodName,
  periodOf,
} from '#shared/domain/books/period.ts';

const of = (from: string, to: string): Period => ({ from, to });

test.each([
  [
    'month',
    '2026-04-17',
    of('2026-04-01', '2026-04-30'),
    '2026-04',
    of('2026-03-01', '2026-03-31'),
  ],
  [
    'month',
    '2024-02-29',
    of('2024-02-01', '2024-02-29'),
    '2024-02',
    of('2024-01-01', '2024-01-31'),
  ],
  [
    'quarter',
    '2026-06-30',
    of('2026-04-01', '2026-06-30'),
    '2026-Q2',
    of('2026-01-01', '2026-03-31'),
  ],
  [
    'quarter',
    '2026-01-01',
    of('2026-01-01', '2026-03-31'),
    '2026-Q1',
    of('2025-10-01', '2025-12-31'),
  ],
  ['year', '2026-12-31', of('2026-01-01', '2026-12-31'), '2026', of('2025-01-01', '2025-12-31')],
] as const)('the %s of %s, its name and the one before', (kind, day, period, name, before) => {
  expect(periodOf(kind, day)).toEqual(period);
  expect(kindOf(period)).toBe(kind);
  expect(periodName(period)).toBe(name);
  expect(periodBefore(period)).toEqual(before);
});

test('days of one’s own have both in their name, and as many before them', () => {
  const own = of('2026-04-03', '2026-05-01');
  expect(kindOf(own)).toBeNull();
  expect(periodName(own)).toBe('2026-04-03_2026-05-01');
  expect(periodBefore(own)).toEqual(of('2026-03-05', '2026-04-02'));
});

test('months from one to another, both in it', () => {
  expect(monthsBetween('2025-11', '2026-02')).toEqual(['2025-11', '2025-12', '2026-01', '2026-02']);
  expect(monthsBetween('2026-02', '2026-01')).toEqual([]);
});

test.each([
  ['2026-04-30', 'notDue'],
  ['2026-05-10', 'notDue'],
  ['2026-04-29', 'to30'],
  ['2026-03-31', 'to30'],
  ['2026-03-30', 'to60'],
  ['2026-03-01', 'to60'],
  ['2026-02-28', 'to90'],
  ['2026-01-30', 'to90'],
  ['2026-01-29', 'over90'],
] as const)('what is due on %s is %s at the end of April', (due, band) => {
  expect(ageBand('2025-01-01', due, '2026-04-30')).toBe(band);
  expect(ageBand(due, null, '2026-04-30')).toBe(band);
});
