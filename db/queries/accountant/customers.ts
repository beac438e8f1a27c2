import { sql } from 'kysely';
import type { Period } from '#shared/domain/books/period.ts';
import type { ReadHandle } from '../../file/client.ts';
import { type Who, who } from '../customers/who.ts';
import { isBooked, soldWithin } from './books.ts';
import { openItems } from './owed.ts';
import { addressLine } from './sales.ts';

/** A customer as an accountant lists one. Minor units. */
export interface BookedCustomer extends Who {
  readonly id: number;
  readonly taxId: string | null;
  readonly address: string | null;
  readonly owedMinor: number;
}

/** Who bought in a period or owes at its end, by name. */
export async function bookedCustomers(db: ReadHandle, period: Period): Promise<BookedCustomer[]> {
  const owed = new Map<number, number>();
  for (const { customerId, openMinor } of await openItems(db, period.to))
    if (customerId !== null) owed.set(customerId, (owed.get(customerId) ?? 0) + openMinor);
  const { rows } = await sql<Omit<BookedCustomer, 'owedMinor'>>`
    SELECT g.id, g.tax_id AS taxId, ${addressLine} AS address, ${who} FROM customers g
    WHERE g.id IN (SELECT value FROM json_each(${JSON.stringify([...owed.keys()])})
      UNION SELECT s.customer_id FROM sales s WHERE ${soldWithin(period)} AND ${isBooked})
    ORDER BY g.name_key, g.id`.execute(db);
  return rows.map((row) => ({ ...row, owedMinor: owed.get(row.id) ?? 0 }));
}
