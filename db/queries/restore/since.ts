import type { RawHandle } from '../../file/client.ts';

/** Customers and sales that were entered after an instant, the trash among them. */
export function countSince(raw: RawHandle, at: string): { customers: number; sales: number } {
  const after = (table: 'customers' | 'sales') =>
    Number(raw.prepare(`SELECT count(*) FROM ${table} WHERE created_at > ?`).pluck().get(at));
  return { customers: after('customers'), sales: after('sales') };
}
