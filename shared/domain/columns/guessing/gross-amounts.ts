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

type Sizes = ColumnSummary['sizes'];

/** Rows with a discount in which the total is the amount, with or without the shipping, and not less. */
function isCountedIn(
  total: Sizes,
  amount: Sizes,
  discount: Sizes,
  shipping: readonly Sizes[],
): boolean {
  let rows = 0;
  let counted = 0;
  for (let row = 0; row < total.length; row++) {
    const [sum, own, off] = [total[row] ?? null, amount[row] ?? null, discount[row] ?? null];
    if (sum === null || own === null || off === null || off === 0) continue;
    rows++;
    const sums = [own, ...shipping.map((each) => own + (each[row] ?? 0))];
    if (sums.some((each) => Math.abs(each - sum) <= 1)) counted++;
  }
  return rows > 0 && counted === rows;
}

/** Leaves out discounts of a sale whose total proves that its amounts are without them already. */
export function withoutCountedInTotal(
  candidates: readonly Candidate[],
  summaries: readonly ColumnSummary[],
): readonly Candidate[] {
  const of = (field: string) => columnsOf(candidates, (one) => one.field === field);
  const sizesOf = (column: number): Sizes => summaries[column]?.sizes ?? [];
  const shipping = of('sale.shipping').map(sizesOf);
  const isCounted = (discount: number): boolean =>
    of('sale.total').some((total) =>
      of('line.amount').some(
        (amount) =>
          amount !== total &&
          isCountedIn(sizesOf(total), sizesOf(amount), sizesOf(discount), shipping),
      ),
    );
  const counted = new Set(of('sale.discount').filter(isCounted));
  return candidates.filter(
    ({ field, column }) => fieldType(field) !== 'discount' || !counted.has(column),
  );
}
