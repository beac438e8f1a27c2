import { sql } from 'kysely';
import type { RawHandle, ReadHandle } from '../../file/client.ts';
import { deleteRow, insertRow } from '../../history/journal.ts';

/** Two who are not the same. */
export interface ApartPair {
  readonly customerId: number;
  readonly otherId: number;
}

interface Apart extends ApartPair {
  readonly id: number;
  readonly at: string;
}

/** Pairs that are two people, the last told apart first; none with one that is not there. */
export async function readApart(db: ReadHandle): Promise<Apart[]> {
  const found = await sql<Apart>`
    SELECT a.id, a.customer_id AS customerId, a.other_id AS otherId, a.created_at AS at
    FROM customers_apart a JOIN customers c ON c.id = a.customer_id
    JOIN customers o ON o.id = a.other_id
    WHERE c.deleted_at IS NULL AND o.deleted_at IS NULL ORDER BY a.id DESC`.execute(db);
  return found.rows;
}

/** Whether two were told apart, whichever is named first. */
export async function areApart(
  db: ReadHandle,
  { customerId, otherId }: ApartPair,
): Promise<boolean> {
  const found = await sql`SELECT 1 FROM customers_apart
    WHERE min(customer_id, other_id) = ${Math.min(customerId, otherId)}
      AND max(customer_id, other_id) = ${Math.max(customerId, otherId)}`.execute(db);
  return found.rows.length > 0;
}

export function insertApart(
  raw: RawHandle,
  batchId: number,
  { customerId, otherId }: ApartPair,
  at: string,
): number {
  const values = { customer_id: customerId, other_id: otherId, created_at: at };
  return insertRow(raw, batchId, 'customers_apart', values);
}

export function deleteApart(raw: RawHandle, batchId: number, id: number): void {
  deleteRow(raw, batchId, { table: 'customers_apart', id });
}
