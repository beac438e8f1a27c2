import { fieldType, type ImportField } from '../fields.ts';
import { looksLikeAmounts } from '../fit.ts';
import type { ColumnSummary } from '../summary.ts';

/** No price and no sum of a shop that counts in rupiah is below it. */
const LEAST_RUPIAH = 100;

/** Whether the size of the numbers speaks against what the column is taken for. */
export function isOutOfSize(field: ImportField, summary: ColumnSummary, currency: string): boolean {
  if (field === 'line.quantity') return looksLikeAmounts(summary, currency);
  const isSum =
    fieldType(field) === 'money' && field !== 'sale.shipping' && field !== 'sale.refund';
  const most = Math.max(Math.abs(summary.numbers.max ?? 0), Math.abs(summary.numbers.min ?? 0));
  return isSum && currency === 'IDR' && most > 0 && most < LEAST_RUPIAH;
}
