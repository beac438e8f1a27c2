import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Cell } from '#shared/domain/cell.ts';
import { percentOfMinor } from '#shared/domain/text/decimal.ts';
import { type DiscountMeaning, readDiscount } from '#shared/domain/text/discounts.ts';
import { type NumberStyle, readNumber } from '#shared/domain/text/numbers.ts';

describe('a percentage', () => {
  it.each<[string, number]>([
    ['10%', 10],
    ['10 %', 10],
    ['12,5%', 12.5],
    ['12.5%', 12.5],
    ['12,125 %', 12.125],
    ['7 persen', 7],
    ['7 pct', 7],
    ['-10%', 10],
    ['0%', 0],
    ['100%', 100],
  ])('%s is taken off as such in any column', (cell, percent) => {
    for (const meaning of ['money', 'percent', 'fraction'] as const) {
      expect(readDiscount(cell, 'id', meaning)).toEqual({
        ok: true,
        discount: { e4: percent * 10_000, isPercent: true },
        rounded: false,
      });
    }
  });

  it.each(['10%', '12,5 %', 'Rp 10%', '7 persen', '1.000%'])('%s is never a number', (cell) => {
    for (const style of ['id', 'en', 'plain'] as const) {
      expect(readNumber(cell, style)).toEqual({ ok: false, problem: 'percent' });
    }
  });
});

describe('a bare number', () => {
  it.each<[Cell, NumberStyle, DiscountMeaning, number, boolean]>([
    ['10', 'plain', 'percent', 10, true],
    ['0,1', 'id', 'fraction', 10, true],
    [0.125, 'plain', 'fraction', 12.5, true],
    ['5.000', 'id', 'money', 5000, false],
    ['-5.000', 'id', 'money', 5000, false],
    ['Rp 500', 'id', 'money', 500, false],
  ])('%s in style %s, meant as %s, takes off %s', (cell, style, meaning, value, isPercent) => {
    expect(readDiscount(cell, style, meaning)).toMatchObject({
      discount: { e4: value * 10_000, isPercent },
    });
  });

  it.each<[Cell, DiscountMeaning, string]>([
    ['101', 'percent', 'percent-too-large'],
    ['101%', 'money', 'percent-too-large'],
    ['2', 'fraction', 'percent-too-large'],
    ['4 lembar', 'money', 'not-a-number'],
    ['10/5', 'percent', 'not-a-number'],
    ['29.33', 'money', 'ambiguous'],
  ])('%s, meant as %s, is refused as %s', (cell, meaning, problem) => {
    expect(readDiscount(cell, 'id', meaning)).toEqual({ ok: false, problem });
  });

  it.each([null, '', '-'])('%j takes nothing off', (cell) => {
    expect(readDiscount(cell, 'id', 'percent')).toMatchObject({ ok: true, discount: null });
  });
});

describe('percent of an amount', () => {
  it.each([
    [3_000_000, 10, 300_000],
    [333, 50, 167],
    [-333, 50, -167],
    [5, 0, 0],
    [1, 100, 1],
  ])('of %d minor units %d percent is %d', (amount, percent, off) => {
    expect(percentOfMinor(amount, percent * 10_000)).toBe(off);
  });

  it('is rounded once, half away from zero, however large the amount', () => {
    const amounts = fc.integer({ min: 0, max: 9_000_000_000_000_000 });
    const percents = fc.integer({ min: 0, max: 1_000_000 });
    fc.assert(
      fc.property(amounts, percents, (amount, percent) => {
        const twice = (BigInt(amount) * BigInt(percent) * 2n) / 1_000_000n;
        expect(percentOfMinor(amount, percent)).toBe(Number((twice + 1n) / 2n));
      }),
    );
  });
});
