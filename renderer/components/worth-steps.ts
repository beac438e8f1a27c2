import type { Translate } from '#renderer/app/i18n.ts';
import type { FormulaDerivation } from '#shared/contract/insights.ts';
import type { DerivationStep } from './derivation-modal.tsx';
import type { Format } from './use-format.ts';

/** `Rp 275.000 × 24 × 3`, as the formula's own line says it. */
export function formulaSum(t: Translate, format: Format, formula: FormulaDerivation): string {
  return t('customer.worth.times', {
    average: format.computed(formula.averageSaleMinor),
    perYear: format.number(formula.perYear, 2),
    years: format.number(formula.yearsKept, 2),
  });
}

function rateSteps(t: Translate, format: Format, formula: FormulaDerivation): DerivationStep[] {
  const { purchases, rateMonths, months, firstOn, lastOn, perYear } = formula;
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
      result: t('customer.worth.perYearResult', { perYear: format.number(perYear, 2) }),
      note,
    },
    {
      label: t('customer.worth.years'),
      result: t('customer.worth.yearsResult', { years: format.number(formula.yearsKept, 2) }),
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
  const steps = rateSteps(t, format, formula);
  const years = format.number(formula.yearsKept, 2);
  steps.push({
    label: t('customer.worth.gross'),
    sum: `${format.computed(formula.averageSaleMinor)} × ${format.number(formula.perYear, 2)} × ${years}`,
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
