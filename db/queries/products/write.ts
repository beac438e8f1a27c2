import { sql } from 'kysely';
import type { ProductFacts } from '#shared/contract/products/page.ts';
import { nameKey } from '#shared/domain/text/names.ts';
import type { RawHandle, ReadHandle } from '../../file/client.ts';
import { insertRow, updateRow } from '../../history/journal.ts';

function columnsOf(facts: ProductFacts) {
  return {
    name: facts.name,
    name_key: nameKey(facts.name),
    sku: facts.sku,
    category: facts.category,
    unit: facts.unit,
    price_minor: facts.priceMinor,
    cost_minor: facts.costMinor,
    is_active: facts.isActive ? 1 : 0,
  };
}

/** Whether another product that is not in the trash has that name, and whether one has that code. */
export async function productsLike(
  db: ReadHandle,
  facts: Pick<ProductFacts, 'name' | 'sku'>,
  self: number | null,
): Promise<{ readonly name: boolean; readonly sku: boolean }> {
  const found = await sql<{ name: number; sku: number }>`SELECT
      EXISTS (SELECT 1 FROM products WHERE name_key = ${nameKey(facts.name)} AND id IS NOT ${self}
        AND deleted_at IS NULL) AS name,
      EXISTS (SELECT 1 FROM products WHERE sku = ${facts.sku} AND id IS NOT ${self}
        AND deleted_at IS NULL) AS sku`.execute(db);
  const [row] = found.rows;
  return { name: row?.name === 1, sku: row?.sku === 1 };
}

export function insertProduct(
  raw: RawHandle,
  batchId: number,
  facts: ProductFacts,
  at: string,
): number {
  return insertRow(raw, batchId, 'products', { ...columnsOf(facts), created_at: at });
}

export function updateProduct(
  raw: RawHandle,
  batchId: number,
  id: number,
  facts: ProductFacts,
): void {
  updateRow(raw, batchId, { table: 'products', id }, columnsOf(facts));
}

/** What was sold of it stays, and goes on naming it. */
export function trashProduct(raw: RawHandle, batchId: number, id: number, at: string): void {
  updateRow(raw, batchId, { table: 'products', id }, { deleted_at: at });
}
