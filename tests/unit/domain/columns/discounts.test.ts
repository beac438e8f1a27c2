import { describe, expect, it } from 'vitest';
import type { Cell } from '#shared/domain/cell.ts';
import { answerHolds } from '#shared/domain/columns/answer-holds.ts';
import { saysPercent } from '#shared/domain/columns/headers.ts';
import { provenDiscount } from '#shared/domain/columns/line-sums.ts';
import { readingsFor } from '#shared/domain/columns/reading.ts';
import { summaryOf } from '#tests/support/column-evidence.ts';

const INDONESIAN = { locale: 'id', currency: 'IDR', today: '2026-04-14' } as const;

function reading(cells: readonly Cell[], saysIt = false, more = {}, answer = {}) {
  const discount = { saysPercent: saysIt, proven: null };
  return readingsFor(
    'line.discount',
    summaryOf(cells),
    { ...INDONESIAN, discount, ...more },
    answer,
  );
}

function options(cells: readonly Cell[], saysIt = false, more = {}) {
  const { question } = reading(cells, saysIt, more);
  return question?.options.map(({ value, read }) => `${value} ${read}`);
}

describe('what a column of discounts takes off', () => {
  it.each<[string, Cell[], boolean, string]>([
    ['money above a hundred', ['5.000', '0'], false, 'money'],
    ['signs, which speak for themselves', ['10%', '0%', '0'], false, 'money'],
    ['nothing', [null, '0', 0], false, 'money'],
    ['percent by the title', [10, 0, '7'], true, 'percent'],
    ['money, whatever the title says, above a hundred', [5000, 10], true, 'money'],
  ])('is %s', (_, cells, saysIt, discount) => {
    expect(reading(cells, saysIt).reading).toMatchObject({ discount });
  });

  it('is asked in a shop of rupiah where only small numbers stand', () => {
    expect(options([0, 10, '5'])).toEqual(['percent 10%', 'money 10']);
    expect(options(['10%', '5'])).toEqual(['percent 5%', 'money 5']);
    expect(options([0, 10], false, { currency: 'USD' })).toBeUndefined();
  });

  it('is asked where parts of one stand', () => {
    expect(options(['0,1', '0,25'])).toEqual(['fraction 10%', 'money 0.1']);
    expect(options([0.5, 0], true)).toEqual(['fraction 50%', 'percent 0.5%']);
  });

  it('is asked after how numbers are written, which keeps its answer', () => {
    const cells = ['1,250', '2,500'];
    expect(reading(cells).question?.kind).toBe('number-style');
    const answered = reading(cells, false, {}, { numberStyle: 'id' });
    expect(answered.question).toMatchObject({ kind: 'discount', example: '1,250' });
    const both = { numberStyle: 'id', discount: 'percent' } as const;
    expect(reading(cells, false, {}, both)).toEqual({ reading: both, question: null });
  });

  it.each<[string, string, number[]]>([
    ['percent', 'percent', [27_000, 8_000]],
    ['money', 'money', [29_990, 8_000]],
    ['nothing where the amounts are before it', 'null', [30_000, 8_000]],
    ['nothing where they fit none', 'null', [12_345, 8_000]],
  ])('is proven by quantity, price and amount: %s', (_, proven, amount) => {
    const sums = { quantity: [2, 1], price: [15_000, 8_000], amount };
    expect(String(provenDiscount(sums, [10, 0]))).toBe(proven);
  });

  it('is a part of one by proof', () => {
    expect(provenDiscount({ quantity: null, price: [15_000], amount: [13_500] }, [0.1])).toBe(
      'fraction',
    );
  });

  it('is what proof says, whatever the title says', () => {
    const proven = { discount: { saysPercent: true, proven: 'money' } };
    expect(reading([10, 0], true, proven).reading).toMatchObject({ discount: 'money' });
  });
});

it.each([
  ['Disc %', true],
  ['Diskon(%)', true],
  ['Diskon%', true],
  ['Potongan (persen)', true],
  ['Diskon', false],
  ['Disc Rp', false],
])('the title %s says percent: %s', (title, says) => expect(saysPercent(title)).toBe(says));

it.each([
  ['percent', [10, 20], true],
  ['percent', [10, 2000], false],
  ['fraction', [0.1, 0.2], true],
  ['fraction', [0.1, 10], false],
  ['money', [10, 20], true],
] as const)('an answer of %s holds for a column of %j: %s', (discount, cells, holds) => {
  expect(answerHolds({ discount }, summaryOf(cells))).toBe(holds);
});
