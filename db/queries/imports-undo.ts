import type { RawHandle } from '../client.ts';

/** A row that an undo leaves as it is, because something has come to depend on it since. */
export interface KeptImportRow {
  readonly entity: string;
  readonly id: number;
  readonly name: string;
}

const chunkRows = 5000;

/**
 * Finds out what of an import stays. `kept_sales`, `kept_customers`, `kept_products` are whole: a
 * kept row keeps its children. Touched is what a later change has journalled, of whatever kind;
 * changes of imports that were undone themselves left nothing behind.
 */
const findKept = `
CREATE TEMP TABLE undo_touched AS
  SELECT j.entity, j.entity_id, j.owner_id FROM main.journal j JOIN main.batches b ON b.id = j.batch_id
  WHERE b.import_id IS NOT :import
    AND NOT (b.import_id IS NOT NULL AND b.undone_at IS NOT NULL);
CREATE INDEX temp.undo_touched_row ON undo_touched (entity, entity_id);
CREATE TEMP TABLE kept_sales (id INTEGER PRIMARY KEY);
CREATE TEMP TABLE kept_customers (id INTEGER PRIMARY KEY);
CREATE TEMP TABLE kept_products (id INTEGER PRIMARY KEY);
`;

/** Sales made or changed by the import: touched ones, and ones with touched or others' lines. */
const keepSales = `
INSERT INTO kept_sales
SELECT id FROM main.sales WHERE import_id = :import AND (
  id IN (SELECT entity_id FROM undo_touched WHERE entity = 'sales')
  OR EXISTS (SELECT 1 FROM main.sale_lines l WHERE l.sale_id = sales.id AND (l.import_id IS NOT :import
    OR l.id IN (SELECT entity_id FROM undo_touched WHERE entity = 'sale_lines'))))
UNION
SELECT j.entity_id FROM main.journal j JOIN main.batches b ON b.id = j.batch_id
  WHERE b.import_id = :import AND j.entity = 'sales' AND (
    j.entity_id IN (SELECT entity_id FROM undo_touched WHERE entity = 'sales')
    OR EXISTS (SELECT 1 FROM main.sale_lines l WHERE l.sale_id = j.entity_id
      AND l.id IN (SELECT entity_id FROM undo_touched WHERE entity = 'sale_lines')))
`;

const keepCustomers = `
INSERT INTO kept_customers
SELECT id FROM main.customers c WHERE import_id = :import AND (
  id IN (SELECT entity_id FROM undo_touched WHERE entity = 'customers')
  OR id IN (SELECT owner_id FROM undo_touched)
  OR id IN (SELECT customer_id FROM main.sales
    WHERE import_id IS NOT :import OR id IN (SELECT id FROM kept_sales))
  OR EXISTS (SELECT 1 FROM main.contact_points p WHERE p.customer_id = c.id AND p.import_id IS NOT :import)
  OR EXISTS (SELECT 1 FROM main.addresses a WHERE a.customer_id = c.id AND a.import_id IS NOT :import)
  OR EXISTS (SELECT 1 FROM main.customer_tags t WHERE t.customer_id = c.id AND t.import_id IS NOT :import)
  OR EXISTS (SELECT 1 FROM main.customer_identifiers i WHERE i.customer_id = c.id
    AND i.import_id IS NOT :import)
  OR EXISTS (SELECT 1 FROM main.customers r WHERE r.recommended_by = c.id AND r.import_id IS NOT :import))
`;

const keepProducts = `
INSERT INTO kept_products
SELECT id FROM main.products p WHERE import_id = :import AND (
  id IN (SELECT entity_id FROM undo_touched WHERE entity = 'products')
  OR id IN (SELECT product_id FROM main.sale_lines
    WHERE import_id IS NOT :import OR sale_id IN (SELECT id FROM kept_sales)))
`;

const dropKept = ['undo_touched', 'kept_sales', 'kept_customers', 'kept_products']
  .map((table) => `DROP TABLE IF EXISTS temp.${table};`)
  .join('\n');

/** Prepares an undo inside the open transaction: what will be kept is known afterwards. */
export function findKeptRows(raw: RawHandle, importId: number): void {
  raw.exec(dropKept);
  // A number of ours, not text from outside; several statements cannot take bound values.
  raw.exec(findKept.replaceAll(':import', String(Number(importId))));
  for (const sql of [keepSales, keepCustomers, keepProducts])
    raw.prepare(sql).run({ import: importId });
}

export function forgetKeptRows(raw: RawHandle): void {
  raw.exec(dropKept);
}

/** What stays, by name; only what the import itself made, and sales it had changed. */
export function keptRows(raw: RawHandle): KeptImportRow[] {
  return raw
    .prepare(
      `SELECT 'customers' AS entity, c.id AS id, c.name AS name FROM kept_customers k
         JOIN main.customers c ON c.id = k.id
       UNION ALL SELECT 'products', p.id, p.name FROM kept_products k JOIN main.products p ON p.id = k.id
       UNION ALL SELECT 'sales', s.id, coalesce(s.number, s.sold_on) FROM kept_sales k
         JOIN main.sales s ON s.id = k.id`,
    )
    .all() as KeptImportRow[];
}

interface Entry {
  readonly id: number;
  readonly entity: string;
  readonly entity_id: number;
  readonly before: string;
  readonly after: string;
}

/** What one undo has put back. */
export interface Restored {
  restored: number;
  readonly customerIds: Set<number>;
  readonly kept: KeptImportRow[];
}

type Row = Record<string, unknown>;

function restoreEntry(raw: RawHandle, entry: Entry, undoBatch: number, result: Restored): void {
  const { entity, entity_id } = entry;
  const current = raw.prepare(`SELECT * FROM main.${entity} WHERE id = ?`).get(entity_id) as Row;
  const before = JSON.parse(entry.before) as Row;
  const after = JSON.parse(entry.after) as Row;
  const changed = Object.keys(after);
  const back = changed.filter((column) => current?.[column] === after[column]);
  if (back.length > 0) {
    raw
      .prepare(`UPDATE main.${entity} SET ${back.map((c) => `${c} = ?`).join(', ')} WHERE id = ?`)
      .run(...back.map((column) => before[column]), entity_id);
    result.restored += 1;
  }
  if (back.length === changed.length) return;
  // The part that stays is on record again, so that undoing what came before sees it.
  raw
    .prepare(
      `INSERT INTO main.journal (batch_id, entity, entity_id, owner_id, before, after)
       SELECT ?, entity, entity_id, owner_id, before, after FROM main.journal WHERE id = ?`,
    )
    .run(undoBatch, entry.id);
  const owner = entity === 'customers' ? entity_id : (current?.customer_id ?? null);
  const name = raw.prepare('SELECT name FROM main.customers WHERE id = ?').pluck().get(owner);
  result.kept.push({ entity, id: entity_id, name: String(name ?? current?.name ?? '') });
}

/**
 * Puts back what the import changed, newest first, field by field, wherever the field still holds
 * what the import wrote. Lines and heads of kept sales stay together.
 */
export function* restoreChanges(
  raw: RawHandle,
  importId: number,
  undoBatch: number,
  result: Restored,
): Generator<void> {
  const page = raw.prepare(
    `SELECT j.id, j.entity, j.entity_id, j.owner_id, j.before, j.after FROM main.journal j
     JOIN main.batches b ON b.id = j.batch_id
     WHERE b.import_id = ? AND b.kind = 'import' AND j.id < ?
       AND NOT (j.entity = 'sales' AND j.entity_id IN (SELECT id FROM kept_sales))
       AND NOT (j.entity = 'sale_lines' AND
         (SELECT sale_id FROM main.sale_lines WHERE id = j.entity_id) IN (SELECT id FROM kept_sales))
     ORDER BY j.id DESC LIMIT 500`,
  );
  let below = Number.MAX_SAFE_INTEGER;
  for (;;) {
    const entries = page.all(importId, below) as (Entry & { owner_id: number | null })[];
    if (entries.length === 0) return;
    for (const entry of entries) {
      restoreEntry(raw, entry, undoBatch, result);
      if (entry.owner_id !== null) result.customerIds.add(entry.owner_id);
      below = entry.id;
    }
    yield;
  }
}

const ofCustomers = [
  'contact_points',
  'customer_identifiers',
  'addresses',
  'customer_tags',
] as const;

/** Customers that the import made and that are still there. */
export function countMadeCustomers(raw: RawHandle, importId: number): number {
  return Number(
    raw.prepare('SELECT count(*) FROM main.customers WHERE import_id = ?').pluck().get(importId),
  );
}

/** What may go, children first. */
const deletions: readonly { readonly table: string; readonly where: string }[] = [
  { table: 'sale_lines', where: 'sale_id NOT IN (SELECT id FROM kept_sales)' },
  { table: 'sales', where: 'id NOT IN (SELECT id FROM kept_sales)' },
  ...ofCustomers.map((table) => ({
    table,
    where: `customer_id NOT IN (SELECT id FROM kept_customers)
      AND id NOT IN (SELECT entity_id FROM undo_touched WHERE entity = '${table}')`,
  })),
  { table: 'customers', where: 'id NOT IN (SELECT id FROM kept_customers)' },
  { table: 'products', where: 'id NOT IN (SELECT id FROM kept_products)' },
];

/** Customers that lose a child though they were there before the import. */
export function customersLosingRows(raw: RawHandle, importId: number): number[] {
  const parts = ofCustomers.map(
    (
      table,
    ) => `SELECT t.customer_id FROM main.${table} t JOIN main.customers c ON c.id = t.customer_id
      WHERE t.import_id = :importId AND c.import_id IS NOT :importId`,
  );
  return raw.prepare(parts.join(' UNION ')).pluck().all({ importId }) as number[];
}

/** Deletes what the import made and nothing keeps; yields table and count of each step. */
export function* deleteMade(
  raw: RawHandle,
  importId: number,
): Generator<{ readonly table: string; readonly rows: number }> {
  for (const { table, where } of deletions) {
    const { low, high } = raw
      .prepare(
        `SELECT coalesce(min(id), 1) - 1 AS low, coalesce(max(id), 0) AS high FROM main.${table}
         WHERE import_id = ?`,
      )
      .get(importId) as { low: number; high: number };
    const remove = raw.prepare(
      `DELETE FROM main.${table} WHERE import_id = ? AND id > ? AND id <= ? AND ${where}`,
    );
    for (let from = low; from < high; from += chunkRows) {
      yield { table, rows: remove.run(importId, from, from + chunkRows).changes };
    }
  }
}

/** The import's batch and state; null: there is no such import. */
export function findImport(
  raw: RawHandle,
  importId: number,
): { readonly status: string; readonly batchId: number; readonly label: string } | null {
  const found = raw
    .prepare(
      `SELECT i.status, b.id AS batchId, b.label FROM imports i
       JOIN batches b ON b.import_id = i.id AND b.kind = 'import' WHERE i.id = ?`,
    )
    .get(importId) as { status: string; batchId: number; label: string } | undefined;
  return found ?? null;
}

export function markUndone(raw: RawHandle, importId: number, batchId: number, at: string): void {
  raw
    .prepare("UPDATE imports SET status = 'undone', undone_at = ? WHERE id = ? AND status = 'done'")
    .run(at, importId);
  raw.prepare('UPDATE batches SET undone_at = ? WHERE id = ?').run(at, batchId);
}
