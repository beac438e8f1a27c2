import type { Choice } from './source-columns.ts';

/** A total that every row of a sale repeats is the sale's, unless somebody has said that it is a line's. */
export function withSaleTotals(
  choices: readonly Choice[],
  isRepeated: (choices: readonly Choice[]) => boolean,
): Choice[] {
  const isGuess = ({ field, confidence }: Choice): boolean =>
    field === 'line.amount' && confidence !== 'remembered';
  const hasTotal = choices.some(({ field }) => field === 'sale.total');
  if (hasTotal || !choices.some(isGuess) || !isRepeated(choices)) return [...choices];
  return choices.map((choice) => (isGuess(choice) ? { ...choice, field: 'sale.total' } : choice));
}
