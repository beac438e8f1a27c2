import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type NumberProblem, type NumberStyle, readNumber } from '#shared/domain/text/numbers.ts';

function written(e4: number, style: NumberStyle): string {
  const locale = style === 'id' ? 'id-ID' : 'en-US';
  return new Intl.NumberFormat(locale, {
    minimumFractionDigits: 4,
    useGrouping: style !== 'plain',
  }).format(e4 / 10_000);
}

describe('numbers', () => {
  it('are read back as written, in each style', () => {
    const amounts = fc.integer({ min: -(10 ** 13), max: 10 ** 13 });
    fc.assert(
      fc.property(amounts, fc.constantFrom('id', 'en', 'plain'), (e4, style) => {
        expect(readNumber(written(e4, style), style)).toEqual({
          ok: true,
          e4: e4 === 0 ? 0 : e4,
          rounded: false,
        });
      }),
    );
  });

  it.each([
    ['150.000-', 'id', -150000],
    ['Rp 150.000.-', 'id', 150000],
    ['−150', 'id', -150],
    ['Rp (150.000)', 'id', -150000],
    ['(Rp 150.000)', 'id', -150000],
    ['+150', 'id', 150],
    ["'150", 'id', 150],
    ['$ 12.50', 'en', 12.5],
    ['12.50 USD', 'en', 12.5],
    ['1 250 000', 'id', 1250000],
    ['1 250 000,5', 'id', 1250000.5],
    ["1'250'000.5", 'en', 1250000.5],
    ['1.500 rb', 'id', 1500000],
    ['2 miliar', 'id', 2e9],
    ['25k', 'en', 25000],
    ['0,5', 'id', 0.5],
    [',5', 'id', 0.5],
    ['.5', 'en', 0.5],
    ['1169,91', 'id', 1169.91],
    ['3 pcs', 'id', 3],
    ['150.000', 'en', 150],
    ['150,000', 'id', 150],
  ] as const)('%s in style %s is %d', (text, style, value) => {
    expect(readNumber(text, style)).toEqual({ ok: true, e4: value * 10_000, rounded: false });
  });

  it.each<[string | number | boolean, NumberStyle, NumberProblem]>([
    ['12.5', 'id', 'ambiguous'],
    ['1169,91', 'en', 'ambiguous'],
    ['1.250.000', 'en', 'ambiguous'],
    ['1,250,000', 'id', 'ambiguous'],
    ['1,250.00', 'plain', 'ambiguous'],
    ['1,5', 'plain', 'ambiguous'],
    ['3 M', 'id', 'ambiguous'],
    ['1.25E+06', 'plain', 'ambiguous'],
    ['1.25.000', 'id', 'not-a-number'],
    ['2 lusin', 'id', 'not-a-number'],
    ['#N/A', 'id', 'not-a-number'],
    ['12/05', 'id', 'not-a-number'],
    ['Blok A 5', 'id', 'not-a-number'],
    ['CUST55380', 'id', 'not-a-number'],
    ['1-2', 'id', 'not-a-number'],
    [true, 'id', 'not-a-number'],
    [Number.NaN, 'id', 'not-a-number'],
    ['900.719.925.475', 'id', 'too-large'],
    ['99999999999999999999', 'id', 'too-large'],
    [1e15, 'id', 'too-large'],
  ])('%s in style %s is refused as %s', (cell, style, problem) => {
    expect(readNumber(cell, style)).toEqual({ ok: false, problem });
  });

  it.each([' ', '\u00a0', '–', '--', 'Rp -', 'Rp', ' - '])('%j is no value', (text) => {
    expect(readNumber(text, 'id')).toEqual({ ok: true, e4: null });
  });

  it('never read words without a digit as a number', () => {
    fc.assert(
      fc.property(fc.stringMatching(/^[a-z ]{1,12}$/), (text) => {
        fc.pre(text.trim() !== '' && text.trim() !== 'rp' && text.trim() !== 'idr');
        expect(readNumber(text, 'id').ok).toBe(false);
      }),
    );
  });

  it('say when digits beyond the fourth decimal are lost', () => {
    expect(readNumber('1,23456', 'id')).toEqual({ ok: true, e4: 12346, rounded: true });
  });
});
