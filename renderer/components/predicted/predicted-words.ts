import type { Translate } from '#renderer/base/i18n.ts';
import type { Format } from '#renderer/components/use-format.ts';
import type { Output } from '#shared/contract/index.ts';
import { minorDigits } from '#shared/domain/currency.ts';
import { roundedRange, spokenChance } from '#shared/domain/worth/prediction/words.ts';

export type Predicted = Output<'insights.predicted'>;
export type Basis = Predicted['basis'];

/** An estimate and its range as they are written: with no more digits than are known. */
export function rangeWords(
  format: Format,
  range: { readonly mean: number; readonly low: number; readonly high: number },
): { readonly mean: string; readonly low: string; readonly high: string } {
  const { mean, low, high } = roundedRange(range, 10 ** minorDigits(format.currency));
  return { mean: format.rounded(mean), low: format.rounded(low), high: format.rounded(high) };
}

/** How many are expected, and between which: whole people. */
export function countWords(range: {
  readonly mean: number;
  readonly low: number;
  readonly high: number;
}): { readonly count: number; readonly low: number; readonly high: number } {
  const { mean, low, high } = range;
  return { count: Math.round(mean), low: Math.round(low), high: Math.round(high) };
}

/** `about 6 in 10`. */
export function chanceWords(t: Translate, chance: number): string {
  const { kind, count, of } = spokenChance(chance);
  return t(`insights.chance.${kind}`, { count, of });
}

/** Why there is nothing to predict from; what is known stays to be seen. */
export function thinWords(
  t: Translate,
  basis: Extract<Basis, { kind: 'thin' }>,
  customers: number,
): string {
  const { reason, needs } = basis;
  if (reason === 'nobody') return t('insights.predicted.thin.nobody');
  if (reason === 'no-repeats') return t('insights.predicted.thin.noRepeats');
  if (reason === 'short-history') return t('insights.predicted.thin.shortHistory');
  return t('insights.predicted.thin.fewCustomers', { count: customers, needs });
}

/** What the prediction rests on, in sentences. */
export function basisWords(
  t: Translate,
  basis: Extract<Basis, { kind: 'predicted' }>,
  customers: number,
): string[] {
  const { method, why, grade, regularity, isLeavingUnseen, leftOut } = basis;
  const said = [
    t('insights.predicted.basis', { method: t(`insights.method.${method}`) }),
    grade === 'rough'
      ? t('insights.predicted.rough', { count: customers })
      : t(`insights.predicted.why.${why}`),
  ];
  if (method === 'model' && leftOut > 0)
    said.push(t('insights.predicted.leftOut', { count: leftOut }));
  if (method === 'model' && regularity > 1) said.push(t('insights.predicted.regular'));
  if (method === 'model' && isLeavingUnseen) said.push(t('insights.predicted.unseen'));
  return said;
}
