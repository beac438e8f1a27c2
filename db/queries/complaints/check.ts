import type { RawHandle } from '../../file/client.ts';

function isThere(raw: RawHandle, table: 'customers' | 'products', id: number): boolean {
  return (
    raw.prepare(`SELECT 1 FROM ${table} WHERE id = ? AND deleted_at IS NULL`).get(id) !== undefined
  );
}

/** Whether there is such a customer, outside the trash. */
export function hasCustomer(raw: RawHandle, id: number): boolean {
  return isThere(raw, 'customers', id);
}

/** Whether there is such a product, outside the trash. */
export function hasProduct(raw: RawHandle, id: number): boolean {
  return isThere(raw, 'products', id);
}

/** Whose sale it is (`customerId` null: nobody's); null: no such sale outside the trash. */
export function ownerOfSale(raw: RawHandle, id: number): { customerId: number | null } | null {
  const row = raw
    .prepare('SELECT customer_id AS customerId FROM sales WHERE id = ? AND deleted_at IS NULL')
    .get(id);
  return row === undefined ? null : (row as { customerId: number | null });
}
