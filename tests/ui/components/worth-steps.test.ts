import { describe, expect, test } from 'vitest';
import { startI18n } from '#renderer/base/i18n.ts';
import { formulaSteps, formulaSum } from '#renderer/components/derivation/worth-steps.ts';
import type { Format } from '#renderer/components/use-format.ts';
import type { FormulaDerivation } from '#shared/contract/insights.ts';
import { formatMoney } from '#shared/domain/money.ts';

const i18n = startI18n('id');

const format = {
  money: (amount: number) => formatMoney(Math.round(amount), 'IDR', 'id'),
  computed: (amount: number) => formatMoney(Math.round(amount), 'IDR', 'id', { isComputed: true }),
  number: (value: number, digits = 0) =>
    new Intl.NumberFormat('id-ID', { maximumFractionDigits: digits }).format(value),
  percent: (share: number) => `${share * 100} %`,
  month: (iso: string) => iso,
} as Format;

/** A printed sum (`Rp 275.000 × 24 ÷ 3`) as a pocket calculator reads it, from left to right. */
function reckon(sum: string): number {
  const [first = '', ...rest] = sum.split(/\s*([×÷])\s*/);
  const read = (text: string) =>
    Number(text.replace(/[^\d,]/g, '').replace(',', '.')) / (text.includes('%') ? 100 : 1);
  let result = read(first);
  for (let at = 0; at < rest.length; at += 2) {
    const next = read(rest[at + 1] ?? '');
    result = rest[at] === '×' ? result * next : result / next;
  }
  return result;
}

function derivation(revenueMinor: number, purchases: number, years: number): FormulaDerivation {
  const averageSaleMinor = revenueMinor / purchases;
  const perYear = (purchases * 12) / 17;
  const grossMinor = averageSaleMinor * perYear * years;
  return {
    revenueMinor,
    purchases,
    firstOn: '2025-01-05',
    lastOn: '2026-05-09',
    averageSaleMinor,
    months: 17,
    rateMonths: 17,
    perYear,
    yearsKept: years,
    yearsSource: 'average',
    grossMinor,
    marginPercent: 45,
    afterMarginMinor: grossMinor * 0.45,
    keepingCostMinor: 6_000_000,
    keepingMinor: 6_000_000 * years,
    valueMinor: Math.round(grossMinor * 0.45 - 6_000_000 * years),
  };
}

describe('the derivation of the formula', () => {
  // As the years are known: an average to a tenth, an owner's to two decimals, a history in months.
  test.each([
    [1_980_000_000, 72, 1.6],
    [1_175_600_000, 23, 2.25],
    [10_000_000, 3, 3],
    [123_456_700, 7, 17 / 12],
  ])('comes out as printed for %d over %d purchases and %d years', (revenue, count, years) => {
    const steps = formulaSteps(i18n.t, format, derivation(revenue, count, years));
    const sums = steps.filter(({ sum }) => sum !== undefined);
    expect(sums.length).toBeGreaterThanOrEqual(5);
    for (const { sum = '', result } of sums) {
      const printed = reckon(result);
      const slack = result.startsWith('Rp') || result.includes('Rp') ? 0.5 : 0.01;
      expect(Math.abs(reckon(sum) - printed), `${sum} = ${result}`).toBeLessThanOrEqual(slack);
    }
  });

  test.each([
    [1_980_000_000, 72, 1.6, '50,82 kali', '1,6 tahun', 'Rp 275.000 × 72 × 12 ÷ 17 × 1,6'],
    [10_000_000, 17, 17 / 12, '12 kali', '1,4 tahun', 'Rp 100.000 ÷ 17 × 12 × 17 ÷ 12'],
    [17_000_000, 17, 2.25, '12 kali', '2,25 tahun', 'Rp 10.000 × 12 × 2,25'],
  ])('no factor of %d over %d has more digits than it knows', (revenue, count, years, ...said) => {
    const steps = formulaSteps(i18n.t, format, derivation(revenue, count, years));
    const shown = [steps[1]?.result, steps[2]?.result, steps[3]?.sum];
    expect(shown.map((text) => text?.replace(/\u00a0/g, ' '))).toEqual(said);
    const texts = steps.flatMap(({ sum = '', result }) => [sum, result]);
    for (const text of texts) expect(text).not.toMatch(/,\d{3}/);
  });

  test('the one line names the margin and what keeping costs when they count', () => {
    const line = formulaSum(i18n.t, format, derivation(1_980_000_000, 72, 1.5));
    expect(line).toContain('45 %');
    expect(line).toContain('90.000');
  });
});
