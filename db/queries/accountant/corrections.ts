import type { Selectable } from 'kysely';
import type { RawHandle } from '../../file/client.ts';
import { insertRow, type RowValues } from '../../history/journal.ts';
import type { SaleLinesTable, SalesTable } from '../../schema/sales.ts';

export type StoredSale = Selectable<SalesTable>;
export type StoredLine = Selectable<SaleLinesTable>;

/** What is written of a line besides the sale it is of. */
export type LineValues = Omit<StoredLine, 'id' | 'sale_id' | 'position' | 'note' | 'import_id'>;

/** A sale with its lines. */
export interface SaleWhole {
  readonly sale: StoredSale;
  readonly lines: readonly StoredLine[];
}

/** A sale that can be corrected; null: none, or in the trash. */
export function readSaleWhole(raw: RawHandle, id: number): SaleWhole | null {
  const sale = raw.prepare('SELECT * FROM sales WHERE id = ? AND deleted_at IS NULL').get(id);
  if (sale === undefined) return null;
  const lines = raw.prepare('SELECT * FROM sale_lines WHERE sale_id = ? ORDER BY position').all(id);
  return { sale: sale as StoredSale, lines: lines as StoredLine[] };
}

/** Whether something of a sale was taken back before. */
export function hasReturns(raw: RawHandle, id: number): boolean {
  const found = raw
    .prepare('SELECT 1 FROM sales WHERE return_of = ? AND deleted_at IS NULL LIMIT 1')
    .get(id);
  return found !== undefined;
}

/** Ids of the products, of those named, that are there. */
export function productsThere(raw: RawHandle, ids: readonly number[]): ReadonlySet<number> {
  const found = raw
    .prepare(
      `SELECT id FROM products WHERE deleted_at IS NULL AND id IN (SELECT value FROM json_each(?))`,
    )
    .pluck()
    .all(JSON.stringify(ids)) as number[];
  return new Set(found);
}

export function isCustomerThere(raw: RawHandle, id: number): boolean {
  const sql = 'SELECT 1 FROM customers WHERE id = ? AND deleted_at IS NULL';
  return raw.prepare(sql).get(id) !== undefined;
}

/** Writes a sale or return with its lines, recorded in the batch. Returns its id. */
export function insertSaleWhole(
  raw: RawHandle,
  batchId: number,
  values: RowValues,
  lines: readonly LineValues[],
): number {
  const saleId = insertRow(raw, batchId, 'sales', values);
  for (const [position, line] of lines.entries())
    insertRow(raw, batchId, 'sale_lines', { sale_id: saleId, position, ...line });
  return saleId;
}
