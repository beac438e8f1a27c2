import type { ImportField } from '#shared/domain/columns/fields.ts';
import type { ColumnState, SourceState } from './draft-store.ts';

type Has = (...fields: readonly ImportField[]) => boolean;

function lookup(columns: readonly ColumnState[]): Has {
  const fields = new Set(columns.map((column) => column.field));
  return (...wanted) => wanted.some((field) => fields.has(field));
}

const amounts = ['line.amount', 'sale.total', 'line.unitPrice'] as const;

/** Whether a source's rows are sales: they have a day and something to count money by. */
export function bringsSales(columns: readonly ColumnState[]): boolean {
  const has = lookup(columns);
  return has('sale.date') && has(...amounts);
}

/** What a source brings by the fields its columns become. */
export function bringsOf(columns: readonly ColumnState[]): ('customers' | 'products' | 'sales')[] {
  const has = lookup(columns);
  const brings: ('customers' | 'products' | 'sales')[] = [];
  if (has('customer.name', 'customer.phone', 'customer.email', 'customer.externalId')) {
    brings.push('customers');
  }
  if (has('product.name', 'product.sku')) brings.push('products');
  if (bringsSales(columns)) brings.push('sales');
  return brings;
}

/** What keeps a source from being checked, as keys of the locale's `blocker.*`. */
export function blockersOf(source: Pick<SourceState, 'columns' | 'rows'>): string[] {
  const { columns } = source;
  const has = lookup(columns);
  const blockers: string[] = [];
  if (columns.some((column) => column.question !== null)) blockers.push('question-open');
  if (source.rows === 0) blockers.push('no-rows');
  else if (bringsOf(columns).length === 0) blockers.push('nothing-to-take');
  if (!bringsSales(columns)) {
    const hasDay = has('sale.date');
    if (!hasDay && has('sale.number', 'sale.total', 'line.amount', 'line.quantity')) {
      blockers.push('date-column-missing');
    } else if (hasDay && has('sale.number', 'line.quantity')) {
      blockers.push('amount-column-missing');
    }
  }
  return blockers;
}
