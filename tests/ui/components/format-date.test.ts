import { describe, expect, test } from 'vitest';
import {
  formatAgo,
  formatDate,
  formatMonth,
  formatSpan,
  spanOf,
} from '#renderer/components/format-date.ts';

describe('dates in words', () => {
  test('are written with the day first and the month as a word', () => {
    expect(formatDate('2026-05-12', 'id')).toBe('12 Mei 2026');
    expect(formatDate('2026-05-12', 'en')).toBe('12 May 2026');
    expect(formatMonth('2026-08', 'id')).toBe('Agustus 2026');
  });

  test('do not move with the time zone', () => {
    expect(formatDate('2026-01-01', 'id')).toBe('1 Januari 2026');
    expect(formatDate('2025-12-31', 'en')).toBe('31 December 2025');
  });
});

describe('lengths of time', () => {
  test.each([
    [0, 'day', 0],
    [20, 'day', 20],
    [21, 'week', 3],
    [63, 'week', 9],
    [125, 'week', 18],
    [126, 'month', 4],
    [729, 'month', 24],
    [731, 'year', 2],
  ] as const)('says %i days in %ss', (days, unit, count) => {
    expect(spanOf(days)).toEqual({ unit, count });
  });

  test('follow the plural of the language', () => {
    expect(formatSpan({ unit: 'week', count: 1 }, 'en')).toBe('1 week');
    expect(formatSpan({ unit: 'week', count: 9 }, 'id')).toBe('9 minggu');
    expect(formatAgo('2026-03-10', '2026-05-12', 'en')).toBe('9 weeks');
  });

  test('never go back before today', () => {
    expect(formatAgo('2026-06-01', '2026-05-12', 'en')).toBe('0 days');
  });
});
