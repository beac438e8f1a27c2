import type { ImportField } from '#shared/domain/columns/fields.ts';
import type { SourceRole, SourceState } from '../draft-store.ts';
import { leadOf } from '../plan/row-kinds.ts';
import type { ColumnKeys, Place } from './column-keys.ts';

function has({ columns }: SourceState, ...fields: readonly ImportField[]): boolean {
  return columns.some(({ field, filled }) => filled > 0 && fields.includes(field));
}

function numbersOf(source: SourceState): Place {
  return { source, column: source.columns.findIndex(({ field }) => field === 'sale.number') };
}

function mayHaveRole(source: SourceState): boolean {
  const isOfItsOwn = leadOf(source.columns)?.columns === 'alone';
  return source.isIncluded && !isOfItsOwn && has(source, 'sale.number');
}

/** A row says when an order was and whose, and nothing of what was bought. */
function mayBeOrders(source: SourceState): boolean {
  const saysThings = has(source, 'product.name', 'product.sku', 'line.unitPrice');
  return mayHaveRole(source) && has(source, 'sale.date') && !saysThings;
}

/** A row says what was bought and for how much. */
function mayBeLines(source: SourceState): boolean {
  const saysThings = has(source, 'product.name', 'product.sku');
  const saysMoney = has(source, 'line.unitPrice', 'line.amount', 'sale.total');
  return mayHaveRole(source) && saysThings && saysMoney;
}

/** Lines with a day of their own can do without the orders: most must be found before they do not. */
const MOST = 0.5;

/** Which sources are orders, and which are the lines of these, by the numbers that both have. */
export async function rolesOf(
  sources: readonly SourceState[],
  keys: ColumnKeys,
): Promise<ReadonlyMap<number, SourceRole>> {
  const orders = sources.filter(mayBeOrders);
  const roles = new Map<number, SourceRole>();
  for (const lines of sources.filter(mayBeLines)) {
    for (const each of orders) {
      const share = await keys.share(numbersOf(lines), numbersOf(each));
      if (share === 0 || (has(lines, 'sale.date') && share < MOST)) continue;
      roles.set(lines.id, 'lines');
      roles.set(each.id, 'orders');
    }
  }
  return roles;
}
