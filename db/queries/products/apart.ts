import { sql } from 'kysely';
import type { ProductId } from '#shared/ids.ts';
import type { RawHandle, ReadHandle } from '../../file/client.ts';
import { deleteRow, insertRow } from '../../history/journal.ts';

interface Apart {
  readonly id: number;
  readonly productId: ProductId;
  readonly productName: string;
  readonly otherId: ProductId;
  readonly otherName: string;
}

/** Pairs that are not the same, the last told apart first; none with one in the trash. */
export async function readApart(db: ReadHandle): Promise<Apart[]> {
  const found = await sql<Apart>`
    SELECT a.id, p.id AS productId, p.name AS productName, o.id AS otherId, o.name AS otherName
    FROM products_apart a JOIN products p ON p.id = a.product_id JOIN products o ON o.id = a.other_id
    WHERE p.deleted_at IS NULL AND o.deleted_at IS NULL ORDER BY a.id DESC`.execute(db);
  return found.rows;
}

export interface ApartPair {
  readonly productId: number;
  readonly otherId: number;
}

/** Whether two products were told apart, whichever is named first. */
export async function areApart(
  db: ReadHandle,
  { productId, otherId }: ApartPair,
): Promise<boolean> {
  const found = await sql`SELECT 1 FROM products_apart
    WHERE min(product_id, other_id) = ${Math.min(productId, otherId)}
      AND max(product_id, other_id) = ${Math.max(productId, otherId)}`.execute(db);
  return found.rows.length > 0;
}

export function insertApart(
  raw: RawHandle,
  batchId: number,
  { productId, otherId }: ApartPair,
  at: string,
): number {
  const values = { product_id: productId, other_id: otherId, created_at: at };
  return insertRow(raw, batchId, 'products_apart', values);
}

export function deleteApart(raw: RawHandle, batchId: number, id: number): void {
  deleteRow(raw, batchId, { table: 'products_apart', id });
}
