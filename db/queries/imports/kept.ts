import type { RawHandle } from '../../file/client.ts';

/** A row that an undo leaves as it is, because something has come to depend on it since. */
export interface KeptImportRow {
  readonly entity: string;
  readonly id: number;
  readonly name: string;
}

/** Every list of what stays; a kept row keeps its children. */
const lists = ['sales', 'customers', 'products', 'complaints', 'interactions', 'follow_ups'];

/**
 * Touched is what a later change has journalled, of whatever kind; changes of imports that were undone
 * themselves left nothing behind.
 */
const findTouched = `
CREATE TEMP TABLE undo_touched AS
  SELECT j.entity, j.entity_id, j.owner_id FROM main.journal j JOIN main.batches b ON b.id = j.batch_id
  WHERE b.import_id IS NOT :import
    AND NOT (b.import_id IS NOT NULL AND b.undone_at IS NOT NULL);
CREATE INDEX temp.undo_touched_row ON undo_touched (entity, entity_id);
${lists.map((name) => `CREATE TEMP TABLE kept_${name} (id INTEGER PRIMARY KEY);`).join('\n')}
`;

function isTouched(entity: string, id: string): string {
  return `${id} IN (SELECT entity_id FROM undo_touched WHERE entity = '${entity}')`;
}

const keepContacts = `
INSERT INTO kept_interactions
SELECT id FROM main.interactions i WHERE import_id = :import AND ${isTouched('interactions', 'i.id')}
`;

const keepFollowUps = `
INSERT INTO kept_follow_ups
SELECT id FROM main.follow_ups f WHERE import_id = :import AND ${isTouched('follow_ups', 'f.id')}
`;

/** Something was done about the complaint since, or something else has come to refer to it. */
const complaintLives = `(
  ${isTouched('complaints', 'c.id')}
  OR EXISTS (SELECT 1 FROM main.complaint_events e WHERE e.complaint_id = c.id
    AND ${isTouched('complaint_events', 'e.id')})
  OR EXISTS (SELECT 1 FROM main.compensations p WHERE p.complaint_id = c.id
    AND (p.import_id IS NOT :import OR ${isTouched('compensations', 'p.id')}))
  OR EXISTS (SELECT 1 FROM main.corrective_actions a WHERE a.complaint_id = c.id)
  OR EXISTS (SELECT 1 FROM main.reply_drafts d WHERE d.complaint_id = c.id)
  OR EXISTS (SELECT 1 FROM main.interactions i WHERE i.complaint_id = c.id)
  OR EXISTS (SELECT 1 FROM main.follow_ups f WHERE f.complaint_id = c.id)
  OR EXISTS (SELECT 1 FROM main.reviews r WHERE r.complaint_id = c.id)
  OR EXISTS (SELECT 1 FROM main.claims k WHERE k.complaint_id = c.id)
  OR EXISTS (SELECT 1 FROM main.complaints o WHERE o.came_back_from = c.id))`;

/**
 * Complaints made by the import, and those it changed on which somebody has worked since; with one that
 * stays stays what it has opened again.
 */
const keepComplaints = `
INSERT INTO kept_complaints
SELECT c.id FROM main.complaints c WHERE import_id = :import AND ${complaintLives}
UNION
SELECT j.entity_id FROM main.journal j JOIN main.batches b ON b.id = j.batch_id
  JOIN main.complaints c ON c.id = j.entity_id
  WHERE b.import_id = :import AND j.entity = 'complaints' AND c.import_id IS NOT :import AND (
    ${isTouchedLater('complaints', 'c.id')}
    OR EXISTS (SELECT 1 FROM main.complaint_events e WHERE e.complaint_id = c.id
      AND ${isTouchedLater('complaint_events', 'e.id')}))
UNION
SELECT c.came_back_from FROM main.complaints c
  WHERE c.import_id = :import AND ${complaintLives} AND c.came_back_from IN (
    SELECT j.entity_id FROM main.journal j JOIN main.batches b ON b.id = j.batch_id
    WHERE b.import_id = :import AND j.entity = 'complaints')
`;

/** Of a row that was there before the import only what was done after it counts. */
function isTouchedLater(entity: string, id: string): string {
  return `${id} IN (SELECT j2.entity_id FROM main.journal j2 JOIN main.batches b2 ON b2.id = j2.batch_id
    WHERE j2.entity = '${entity}' AND b2.import_id IS NOT :import
      AND NOT (b2.import_id IS NOT NULL AND b2.undone_at IS NOT NULL)
      AND b2.id > (SELECT id FROM main.batches WHERE import_id = :import AND kind = 'import'))`;
}

/**
 * What complaints that stay refer to. One that was there before and that the import has pointed
 * elsewhere is about to be put back, and keeps nothing of the import's.
 */
function ofComplaints(column: 'customer_id' | 'product_id' | 'sale_id'): string {
  return `SELECT c.${column} FROM main.complaints c
    WHERE c.id IN (SELECT id FROM kept_complaints)
      OR (c.import_id IS NOT :import AND NOT EXISTS (
        SELECT 1 FROM main.journal j JOIN main.batches b ON b.id = j.batch_id
        WHERE j.entity = 'complaints' AND j.entity_id = c.id AND b.import_id = :import
          AND b.kind = 'import' AND json_extract(j.after, '$.${column}') = c.${column}))`;
}

/** Sales made or changed by the import: touched ones, and ones with touched or others' lines. */
const keepSales = `
INSERT INTO kept_sales
SELECT id FROM main.sales WHERE import_id = :import AND (
  ${isTouched('sales', 'id')}
  OR EXISTS (SELECT 1 FROM main.sale_lines l WHERE l.sale_id = sales.id AND (l.import_id IS NOT :import
    OR ${isTouched('sale_lines', 'l.id')}
    OR EXISTS (SELECT 1 FROM main.claims k WHERE k.sale_line_id = l.id)))
  OR id IN (${ofComplaints('sale_id')}))
UNION
SELECT j.entity_id FROM main.journal j JOIN main.batches b ON b.id = j.batch_id
  WHERE b.import_id = :import AND j.entity = 'sales' AND (
    j.entity_id IN (SELECT entity_id FROM undo_touched WHERE entity = 'sales')
    OR EXISTS (SELECT 1 FROM main.sale_lines l WHERE l.sale_id = j.entity_id
      AND ${isTouched('sale_lines', 'l.id')}))
`;

const keepCustomers = `
INSERT INTO kept_customers
SELECT id FROM main.customers c WHERE import_id = :import AND (
  ${isTouched('customers', 'id')}
  OR id IN (SELECT owner_id FROM undo_touched)
  OR id IN (SELECT customer_id FROM main.sales
    WHERE import_id IS NOT :import OR id IN (SELECT id FROM kept_sales))
  OR EXISTS (SELECT 1 FROM main.contact_points p WHERE p.customer_id = c.id AND p.import_id IS NOT :import)
  OR EXISTS (SELECT 1 FROM main.addresses a WHERE a.customer_id = c.id AND a.import_id IS NOT :import)
  OR EXISTS (SELECT 1 FROM main.customer_tags t WHERE t.customer_id = c.id AND t.import_id IS NOT :import)
  OR EXISTS (SELECT 1 FROM main.customer_identifiers i WHERE i.customer_id = c.id
    AND i.import_id IS NOT :import)
  OR EXISTS (SELECT 1 FROM main.customers r WHERE r.recommended_by = c.id AND r.import_id IS NOT :import)
  OR id IN (${ofComplaints('customer_id')})
  OR id IN (SELECT customer_id FROM main.compensations
    WHERE import_id IS NOT :import OR complaint_id IN (SELECT id FROM kept_complaints))
  OR id IN (SELECT customer_id FROM main.interactions
    WHERE import_id IS NOT :import OR id IN (SELECT id FROM kept_interactions))
  OR id IN (SELECT customer_id FROM main.follow_ups
    WHERE import_id IS NOT :import OR id IN (SELECT id FROM kept_follow_ups))
  OR id IN (SELECT customer_id FROM main.reviews)
  OR id IN (SELECT customer_id FROM main.claims))
`;

const keepProducts = `
INSERT INTO kept_products
SELECT id FROM main.products p WHERE import_id = :import AND (
  ${isTouched('products', 'id')}
  OR id IN (SELECT product_id FROM main.sale_lines
    WHERE import_id IS NOT :import OR sale_id IN (SELECT id FROM kept_sales))
  OR id IN (${ofComplaints('product_id')})
  OR id IN (SELECT product_id FROM main.guarantee_policies)
  OR id IN (SELECT product_id FROM main.claims))
`;

/** What refers to something comes before what it refers to. */
const inOrder = [
  keepContacts,
  keepFollowUps,
  keepComplaints,
  keepSales,
  keepCustomers,
  keepProducts,
];

const dropKept = ['undo_touched', ...lists.map((name) => `kept_${name}`)]
  .map((table) => `DROP TABLE IF EXISTS temp.${table};`)
  .join('\n');

/** Prepares an undo inside the open transaction: what will be kept is known afterwards. */
export function findKeptRows(raw: RawHandle, importId: number): void {
  raw.exec(dropKept);
  // A number of ours, not text from outside; several statements cannot take bound values.
  raw.exec(findTouched.replaceAll(':import', String(Number(importId))));
  for (const sql of inOrder) {
    const statement = raw.prepare(sql);
    if (sql.includes(':import')) statement.run({ import: importId });
    else statement.run();
  }
}

export function forgetKeptRows(raw: RawHandle): void {
  raw.exec(dropKept);
}

/** What stays, by name; only what the import itself made, and sales and complaints it had changed. */
export function keptRows(raw: RawHandle): KeptImportRow[] {
  return raw
    .prepare(
      `SELECT 'customers' AS entity, c.id AS id, c.name AS name FROM kept_customers k
         JOIN main.customers c ON c.id = k.id
       UNION ALL SELECT 'products', p.id, p.name FROM kept_products k JOIN main.products p ON p.id = k.id
       UNION ALL SELECT 'sales', s.id, coalesce(s.number, s.sold_on) FROM kept_sales k
         JOIN main.sales s ON s.id = k.id
       UNION ALL SELECT 'complaints', c.id, c.number FROM kept_complaints k
         JOIN main.complaints c ON c.id = k.id
       UNION ALL SELECT 'interactions', i.id, c.name FROM kept_interactions k
         JOIN main.interactions i ON i.id = k.id JOIN main.customers c ON c.id = i.customer_id
       UNION ALL SELECT 'follow_ups', f.id, c.name FROM kept_follow_ups k
         JOIN main.follow_ups f ON f.id = k.id JOIN main.customers c ON c.id = f.customer_id`,
    )
    .all() as KeptImportRow[];
}
