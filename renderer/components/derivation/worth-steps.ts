import type { Translate } from '#renderer/base/i18n.ts';
import type { FormulaDerivation } from '#shared/contract/insights.ts';
import type { Format } from '../use-format.ts';
import type { DerivationStep } from './derivation-modal.tsx';

/** A factor with as few decimals as it is known to, and as the sum it comes from. */
interface Factor {
  readonly figure: string;
  /** The same where it comes out even, else the division it is: `72 × 12 ÷ 17`. */
  readonly exact: string;
}

/** As the figure itself where two decimals hold it, else cut to `digits` and as the division. */
function factorOf(format: Format, value: number, digits: number, division: string): Factor {
  const isEven = Math.abs(value * 100 - Math.round(value * 100)) < 1e-9;
  const figure = format.number(value, isEven ? 2 : digits);
  return { figure, exact: isEven ? figure : division };
}

interface Factors {
  readonly average: Factor;
  readonly perYear: Factor;
  readonly years: Factor;
}

/** The three factors of the formula: whoever multiplies what is printed as exact gets what is printed. */
function factorsOf(format: Format, formula: FormulaDerivation): Factors {
  const { averageSaleMinor, perYear, yearsKept, purchases, rateMonths } = formula;
  const average = format.computed(averageSaleMinor);
  const bought = format.number(purchases);
  return {
    average: {
      figure: average,
      exact: Number.isInteger(averageSaleMinor)
        ? average
        : `${format.money(formula.revenueMinor)} ÷ ${bought}`,
    },
    perYear: factorOf(format, perYear, 2, `${bought} × 12 ÷ ${format.number(rateMonths)}`),
    // An average has one decimal and an owner's figure two: what is left is the customer's own history.
    years: factorOf(format, yearsKept, 1, `${format.number(yearsKept * 12)} ÷ 12`),
  };
}

/** The years kept with the decimals they are known to: `3`, `2,25`, `1,6`. */
export function yearsText(format: Format, formula: FormulaDerivation): string {
  return factorsOf(format, formula).years.figure;
}

/** `Rp 275.000 × 24 × 3`, as the formula's own line says it. */
export function formulaSum(t: Translate, format: Format, formula: FormulaDerivation): string {
  const { average, perYear, years } = factorsOf(format, formula);
  const sum = t('customer.worth.times', {
    count: formula.yearsKept,
    average: average.figure,
    perYear: perYear.figure,
    years: years.figure,
  });
  const { marginPercent, keepingMinor } = formula;
  const margin = marginPercent === null ? '' : ` ×\u00a0${format.percent(marginPercent / 100, 2)}`;
  const keeping = keepingMinor === null ? '' : ` −\u00a0${format.computed(keepingMinor)}`;
  return `${sum}${margin}${keeping}`;
}

function rateSteps(
  t: Translate,
  format: Format,
  formula: FormulaDerivation,
  printed: Factors,
): DerivationStep[] {
  const { purchases, rateMonths, months, firstOn, lastOn } = formula;
  const from = format.month(firstOn, true);
  const to = format.month(lastOn, true);
  const span = t('customer.worth.perYearNote', { from, to });
  const note = months < rateMonths ? `${span}. ${t('customer.worth.shortNote')}` : span;
  return [
    {
      label: t('customer.worth.average'),
      sum: `${format.money(formula.revenueMinor)} ÷ ${format.number(purchases)}`,
      result: format.computed(formula.averageSaleMinor),
    },
    {
      label: t('customer.worth.perYear'),
      sum: t('customer.worth.perYearSum', {
        count: purchases,
        purchases: format.number(purchases),
        months: format.number(rateMonths),
      }),
      result: t('customer.worth.perYearResult', {
        count: formula.perYear,
        perYear: printed.perYear.figure,
      }),
      note,
    },
    {
      label: t('customer.worth.years'),
      result: t('customer.worth.yearsResult', {
        count: formula.yearsKept,
        years: printed.years.figure,
      }),
      note: t(`customer.worth.yearsFrom.${formula.yearsSource}`),
    },
  ];
}

/** The formula step by step: gross, then margin, then what keeping the customer costs. */
export function formulaSteps(
  t: Translate,
  format: Format,
  formula: FormulaDerivation,
): readonly DerivationStep[] {
  const { marginPercent, afterMarginMinor, keepingCostMinor, keepingMinor } = formula;
  const gross = format.computed(formula.grossMinor);
  const printed = factorsOf(format, formula);
  const { average, perYear, years } = printed;
  const steps = rateSteps(t, format, formula, printed);
  steps.push({
    label: t('customer.worth.gross'),
    sum: `${average.exact} × ${perYear.exact} × ${years.exact}`,
    result: gross,
  });
  if (marginPercent !== null && afterMarginMinor !== null) {
    const percent = format.percent(marginPercent / 100, 2);
    steps.push({
      label: t('customer.worth.margin', { percent }),
      sum: t('customer.worth.marginSum', { gross, percent }),
      result: format.computed(afterMarginMinor),
    });
  }
  if (keepingCostMinor !== null && keepingMinor !== null) {
    const cost = format.money(keepingCostMinor);
    steps.push({
      label: t('customer.worth.keeping'),
      sum: t('customer.worth.keepingSum', {
        count: formula.yearsKept,
        cost,
        years: years.exact,
      }),
      result: format.computed(-keepingMinor),
    });
  }
  steps.push({
    label: t('customer.worth.value'),
    result: format.computed(formula.valueMinor),
    isTotal: true,
  });
  return steps;
}
