import type { Translate } from '#renderer/base/i18n.ts';
import type { FormulaDerivation } from '#shared/contract/insights.ts';
import type { DerivationStep } from './derivation-modal.tsx';
import type { Format } from './use-format.ts';

/** `Rp 275.000 × 24 × 3`, as the formula's own line says it. */
export function formulaSum(t: Translate, format: Format, formula: FormulaDerivation): string {
  const sum = t('customer.worth.times', {
    average: format.computed(formula.averageSaleMinor),
    perYear: format.number(formula.perYear, 2),
    years: format.number(formula.yearsKept, 2),
  });
  const { marginPercent, keepingMinor } = formula;
  const margin = marginPercent === null ? '' : ` ×\u00a0${format.percent(marginPercent / 100, 2)}`;
  const keeping = keepingMinor === null ? '' : ` −\u00a0${format.computed(keepingMinor)}`;
  return `${sum}${margin}${keeping}`;
}

const MOST_DIGITS = 8;

interface Factors {
  readonly perYear: string;
  readonly years: string;
  readonly average: string;
}

/**
 * The factors with as many decimals as it takes: whoever multiplies what is printed gets what is
 * printed. A mean that does not come out even stands as the division it is.
 */
function printedFactors(format: Format, formula: FormulaDerivation): Factors {
  const { averageSaleMinor, perYear, yearsKept, grossMinor, keepingCostMinor } = formula;
  const cut = (value: number, digits: number) => Number(value.toFixed(digits));
  const cost = keepingCostMinor ?? 0;
  const comesOut = (digits: number) =>
    format.computed(averageSaleMinor * cut(perYear, digits) * cut(yearsKept, digits)) ===
      format.computed(grossMinor) &&
    format.computed(cost * cut(yearsKept, digits)) === format.computed(cost * yearsKept);
  let digits = 2;
  while (digits < MOST_DIGITS && !comesOut(digits)) digits += 1;
  const isEven = Number.isInteger(averageSaleMinor);
  return {
    perYear: format.number(perYear, digits),
    years: format.number(yearsKept, digits),
    average: isEven
      ? format.computed(averageSaleMinor)
      : `${format.money(formula.revenueMinor)} ÷ ${format.number(formula.purchases)}`,
  };
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
        purchases: format.number(purchases),
        months: format.number(rateMonths),
      }),
      result: t('customer.worth.perYearResult', { perYear: printed.perYear }),
      note,
    },
    {
      label: t('customer.worth.years'),
      result: t('customer.worth.yearsResult', { years: printed.years }),
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
  const printed = printedFactors(format, formula);
  const { years } = printed;
  const steps = rateSteps(t, format, formula, printed);
  steps.push({
    label: t('customer.worth.gross'),
    sum: `${printed.average} × ${printed.perYear} × ${years}`,
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
      sum: t('customer.worth.keepingSum', { cost, years }),
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
