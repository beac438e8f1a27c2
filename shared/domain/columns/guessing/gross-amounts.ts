import { fieldType, type ImportField } from '../fields.ts';
import { provenDiscount } from '../line-sums.ts';
import type { ColumnSummary } from '../summary.ts';
import type { Candidate } from './candidates.ts';

/** Whether a field is what is paid, for a line or for a sale. */
export function isAmount(field: ImportField): boolean {
  return field === 'line.amount' || field === 'sale.total';
}

/** Each is compared with every other: a file of thousands of totals is no shop's. */
const MOST_COMPARED = 24;

function columnsOf(candidates: readonly Candidate[], is: (one: Candidate) => boolean): number[] {
  const columns = new Set(candidates.filter(is).map(({ column }) => column));
  return [...columns].slice(0, MOST_COMPARED);
}

/**
 * Leaves out amounts that another column gives less a discount (`Subtotal`, `Diskon`, `Total`): counted,
 * they would be what nobody paid.
 */
export function withoutGross(
  candidates: readonly Candidate[],
  summaries: readonly ColumnSummary[],
): readonly Candidate[] {
  const amounts = columnsOf(candidates, ({ field }) => isAmount(field));
  const discounts = columnsOf(candidates, ({ field }) => fieldType(field) === 'discount');
  const sizesOf = (column: number): ColumnSummary['sizes'] => summaries[column]?.sizes ?? [];
  const isGross = (gross: number): boolean =>
    amounts.some(
      (net) =>
        net !== gross &&
        discounts.some((discount) => {
          const sums = { quantity: null, price: sizesOf(gross), amount: sizesOf(net) };
          return provenDiscount(sums, sizesOf(discount)) !== null;
        }),
    );
  const gross = new Set(amounts.filter(isGross));
  return candidates.filter(({ field, column }) => !isAmount(field) || !gross.has(column));
}
