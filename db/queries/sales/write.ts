import { nameKey } from '#shared/domain/text/names.ts';
import type { RawHandle } from '../../file/client.ts';
import { deleteRow, insertRow, type RowValues, updateRow } from '../../history/journal.ts';

/** A sale and its lines, by their columns. */
export interface SaleRows {
  readonly sale: RowValues;
  readonly lines: readonly (RowValues & { readonly id?: number })[];
}

/** Writes a sale with its lines. Returns its id. */
export function insertSale(
  raw: RawHandle,
  batchId: number,
  { sale, lines }: SaleRows,
  at: string,
): number {
  const id = insertRow(raw, batchId, 'sales', { ...sale, created_at: at });
  for (const [position, line] of lines.entries())
    insertRow(raw, batchId, 'sale_lines', { ...line, sale_id: id, position });
  return id;
}

/** Whether a claim names a line. */
export function isClaimed(raw: RawHandle, lineId: number): boolean {
  const found = raw.prepare('SELECT 1 FROM claims WHERE sale_line_id = ?').get(lineId);
  return found !== undefined;
}

/** Makes a sale and its lines what is given; lines that are not among them go. */
export function updateSale(
  raw: RawHandle,
  batchId: number,
  id: number,
  { sale, lines }: SaleRows,
): void {
  updateRow(raw, batchId, { table: 'sales', id }, sale);
  const kept = new Set(lines.flatMap((line) => line.id ?? []));
  const stored = raw
    .prepare<[number], number>('SELECT id FROM sale_lines WHERE sale_id = ? ORDER BY id')
    .pluck()
    .all(id);
  for (const lineId of stored)
    if (!kept.has(lineId)) deleteRow(raw, batchId, { table: 'sale_lines', id: lineId });
  for (const [position, { id: lineId, ...line }] of lines.entries()) {
    if (lineId === undefined)
      insertRow(raw, batchId, 'sale_lines', { ...line, sale_id: id, position });
    else updateRow(raw, batchId, { table: 'sale_lines', id: lineId }, { ...line, position });
  }
}

/** Changes columns of one sale. */
export function changeSale(raw: RawHandle, batchId: number, id: number, values: RowValues): void {
  updateRow(raw, batchId, { table: 'sales', id }, values);
}

/** What is paid for a sale, below zero where it is paid back. */
export interface EntryPayment {
  readonly saleId: number;
  readonly customerId: number | null;
  readonly paidOn: string;
  readonly amountMinor: number;
  readonly method: string | null;
}

/** Writes a payment for one sale, all of it. */
export function insertPayment(
  raw: RawHandle,
  batchId: number,
  payment: EntryPayment,
  at: string,
): void {
  const { saleId, customerId, paidOn, amountMinor, method } = payment;
  const id = insertRow(raw, batchId, 'payments', {
    customer_id: customerId,
    paid_on: paidOn,
    amount_minor: amountMinor,
    method,
    created_at: at,
  });
  insertRow(raw, batchId, 'payment_parts', {
    payment_id: id,
    sale_id: saleId,
    amount_minor: amountMinor,
  });
}

/** The product of a name, or what it was merged into; null: there is none that is sold. */
function productByName(raw: RawHandle, key: string): number | null {
  const found = raw
    .prepare<[string], number>(
      `SELECT coalesce(t.id, p.id) FROM products p
       LEFT JOIN products t ON t.id = p.merged_into AND t.deleted_at IS NULL
       WHERE p.name_key = ? AND (p.deleted_at IS NULL OR t.id IS NOT NULL)
       ORDER BY p.deleted_at IS NOT NULL, p.id LIMIT 1`,
    )
    .pluck()
    .get(key);
  return found ?? null;
}

/** The product of a name; where there is none it is made, with the price it is sold at. */
export function productNamed(
  raw: RawHandle,
  batchId: number,
  product: { readonly name: string; readonly priceMinor: number; readonly at: string },
): number {
  const key = nameKey(product.name);
  return (
    productByName(raw, key) ??
    insertRow(raw, batchId, 'products', {
      name: product.name,
      name_key: key,
      price_minor: product.priceMinor,
      created_at: product.at,
    })
  );
}

/** Whether there is a product that is not in the trash. */
export function isProduct(raw: RawHandle, id: number): boolean {
  return (
    raw.prepare('SELECT 1 FROM products WHERE id = ? AND deleted_at IS NULL').get(id) !== undefined
  );
}
