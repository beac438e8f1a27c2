import { describe, expect, it } from 'vitest';
import { addDays, dayNumber } from '#shared/domain/calendar/dates.ts';
import {
  allowedSilence,
  isSlippingAway,
  medianOf,
  silenceBounds,
} from '#shared/domain/worth/retention/rhythm.ts';
import { secondPurchasesOf, waitsBy } from '#shared/domain/worth/retention/second-purchases.ts';
import { drawFrom } from '#tests/support/shop/random-complaints.ts';
import { boughtDaysOf } from '#tests/support/worth/ledgers.ts';
import { isAway, secondBy } from '#tests/support/worth/silence.ts';

const usual = { days: 60, isUsual: true };
const rare = { days: 60, isUsual: false };

describe('the silence that somebody is allowed', () => {
  it.each([
    ['one and a half of the longest gap of two', [10, 20], null, 30],
    ['three of the mean gap, where that is later', [10, 10, 10], null, 30],
    ['one and a half of the longest, where that is later', [10, 10, 40], null, 60],
    ['never within a week', [1, 1, 1], null, 7],
    ['not by the mean of two gaps', [20, 20], usual, 30],
    ['the second purchases of the shop after two days', [10], rare, 60],
    ['one and a half of the only gap, where that is later', [50], rare, 75],
    ['the second purchases of the shop after one day', [], usual, 60],
    ['nothing after one day where most never come again', [], rare, null],
    ['nothing where the shop has no curve', [10], null, null],
    ['of a yearly buyer, years', [365, 366], null, 549],
  ])('is %s', (_, gaps, second, days) => {
    expect(allowedSilence(gaps, second)).toBe(days);
  });

  it('is at an end only beyond the day, and who was active long ago has left at twice as long', () => {
    expect(isSlippingAway(30, 30, true)).toBe(false);
    expect(isSlippingAway(30, 31, true)).toBe(true);
    expect(isSlippingAway(30, 300, true)).toBe(true);
    expect(isSlippingAway(30, 60, false)).toBe(true);
    expect(isSlippingAway(30, 61, false)).toBe(false);
    expect(isSlippingAway(null, 900, true)).toBe(false);
  });

  it('lies within its bounds, whatever the gaps', () => {
    const draw = drawFrom(5);
    let named = 0;
    for (let turn = 0; turn < 4000; turn += 1) {
      const gaps = Array.from({ length: draw(7) }, () => 1 + draw(draw(3) === 0 ? 300 : 30));
      const second = [null, usual, rare][draw(3)] ?? null;
      const silent = draw(1200);
      if (!isSlippingAway(allowedSilence(gaps, second), silent, false)) continue;
      named += 1;
      const { shortestDays, longestSpans, longestDays } = silenceBounds(second);
      const span = gaps.reduce((sum, gap) => sum + gap, 0);
      expect(silent).toBeGreaterThan(shortestDays);
      expect(silent <= longestSpans * span || silent <= longestDays).toBe(true);
    }
    expect(named).toBeGreaterThan(200);
  });

  it('is measured against the middle gap only in words', () => {
    expect([medianOf([3, 1, 2]), medianOf([1, 2, 10, 3]), medianOf([])]).toEqual([2, 2.5, 0]);
  });
});

describe('the shop’s second purchases', () => {
  const through = '2026-06-15';

  it.each([3, 4, 5, 6])(
    'are those of a count by hand, and so is who is slipping away: %d',
    (seed) => {
      const draw = drawFrom(seed);
      const people = Array.from({ length: 120 }, () => {
        const first = addDays(through, -draw(700));
        const count = draw(10) < seed ? 1 : 1 + draw(6);
        const gap = 5 + draw(80);
        return Array.from({ length: count }, (_, index) =>
          addDays(first, index * gap + (index > 1 ? draw(9) : 0)),
        )
          .filter((day) => day <= through)
          .sort();
      });
      const bought = boughtDaysOf(people.map((own) => [...new Set(own)]));
      const second = secondPurchasesOf(waitsBy(bought, dayNumber(through)));
      expect(second).toEqual(secondBy(people, through));
      expect(second).not.toBeNull();
      const earlier = addDays(through, -200);
      expect(secondPurchasesOf(waitsBy(bought, dayNumber(earlier)))).toEqual(
        secondBy(people, earlier),
      );
      expect(people.some((own) => isAway(own, through, { second, activeFrom: '2025-06-16' }))).toBe(
        true,
      );
    },
  );

  it('are nothing where fewer than 20 came a second time', () => {
    const twice = (count: number) => [
      ...Array.from({ length: count }, () => ({ days: 9, isOver: true, followed: 300 })),
      ...Array.from({ length: 50 }, () => ({ days: 300, isOver: false, followed: 300 })),
    ];
    expect(secondPurchasesOf(twice(19))).toBeNull();
    expect(secondPurchasesOf(twice(20))).toEqual({ days: 9, isUsual: false });
    expect(secondPurchasesOf(twice(50))).toEqual({ days: 9, isUsual: false });
    expect(secondPurchasesOf(twice(51))).toEqual({ days: 9, isUsual: true });
  });
});
