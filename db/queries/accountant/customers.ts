import { sql } from 'kysely';
import type { Period } from '#shared/domain/books/period.ts';
import type { ReadHandle } from '../../file/client.ts';
import { type Who, who } from '../customers/who.ts';
import { isBooked, soldWithin } from './books.ts';
import { owedBy } from './owed.ts';
import { addressLine } from './sales.ts';

/** A customer as an accountant lists one. Minor units. */
export interface BookedCustomer extends Who {
  readonly id: number;
  readonly taxId: string | null;
  readonly address: string | null;
  readonly owedMinor: number;
}

const pageCustomers = 500;

/** Ids alone of who bought in a period or owes at its end, by name. */
async function idsByName(db: ReadHandle, period: Period): Promise<readonly number[]> {
  const { rows } = await sql<{ ids: string }>`
    SELECT json_group_array(g.id ORDER BY g.name_key, g.id) AS ids FROM customers g
    WHERE EXISTS (SELECT 1 FROM sales s
        WHERE s.customer_id = g.id AND ${soldWithin(period)} AND ${isBooked})
      OR ${owedBy(period.to)} IS NOT NULL`.execute(db);
  return JSON.parse(rows[0]?.ids ?? '[]') as number[];
}

/** Who bought in a period or owes at its end, by name, page by page. */
export async function* bookedCustomers(
  db: ReadHandle,
  period: Period,
): AsyncGenerator<BookedCustomer> {
  const ids = await idsByName(db, period);
  for (let at = 0; at < ids.length; at += pageCustomers) {
    const page = JSON.stringify(ids.slice(at, at + pageCustomers));
    const { rows } = await sql<BookedCustomer>`
      SELECT g.id, g.tax_id AS taxId, ${addressLine} AS address,
        coalesce(${owedBy(period.to)}, 0) AS owedMinor, ${who}
      FROM json_each(${page}) picked CROSS JOIN customers g ON g.id = picked.value
      ORDER BY g.name_key, g.id`.execute(db);
    yield* rows;
  }
}
