import type { Connection, RawHandle } from '#db/file/client.ts';
import type { LockedPeriod } from '#db/file/locked-period.ts';
import { entriesNow } from '#db/queries/accountant/changes.ts';

const at = '2026-06-15T03:00:00.000Z';

/** Locks a period straight in the tables, as one handed over with a pack of nothing. Returns the pack. */
export function lockPeriod(raw: RawHandle, { from, to }: LockedPeriod): number {
  const pack = raw
    .prepare(
      `INSERT INTO packs (from_on, to_on, made_at, hash, files, totals, app_version)
       VALUES (?, ?, ?, '', '{"folder":"","files":[]}', '{}', '') RETURNING id`,
    )
    .pluck()
    .get(from, to, at);
  raw
    .prepare('INSERT INTO period_locks (from_on, to_on, pack_id, locked_at) VALUES (?, ?, ?, ?)')
    .run(from, to, pack, at);
  return Number(pack);
}

/** What a pack of a period would show in money, told from the rows alone. */
const shown = [
  `SELECT id, sold_on, number, customer_id, kind, status, discount_minor, shipping_minor, total_minor,
    revenue_minor, is_purchase, payment_method, is_on_account, tax_mode, tax_minor, return_of, deleted_at
   FROM sales WHERE sold_on BETWEEN :from AND :to ORDER BY id`,
  `SELECT l.id, sale_id, product_id, quantity_e4, unit_price_e4, l.discount_minor, amount_minor, tax_rate_e4,
    l.tax_minor FROM sale_lines l JOIN sales s ON s.id = l.sale_id
   WHERE sold_on BETWEEN :from AND :to ORDER BY l.id`,
  `SELECT id, paid_on, number, customer_id, amount_minor, method, deleted_at FROM payments
   WHERE paid_on BETWEEN :from AND :to ORDER BY id`,
  `SELECT a.id, payment_id, sale_id, a.amount_minor FROM payment_parts a
   JOIN payments p ON p.id = a.payment_id JOIN sales s ON s.id = a.sale_id
   WHERE paid_on BETWEEN :from AND :to AND sold_on <= :to ORDER BY a.id`,
  `SELECT o.id, complaint_id, o.customer_id, o.kind, amount_minor, cost_minor, given_on, valid_until,
    CASE WHEN used_on <= :to THEN used_on END, c.deleted_at
   FROM compensations o JOIN complaints c ON c.id = o.complaint_id
   WHERE given_on BETWEEN :from AND :to OR used_on BETWEEN :from AND :to ORDER BY o.id`,
];

/** The rows of a period that a pack shows, as one text each table. */
export function periodRows(raw: RawHandle, period: LockedPeriod): readonly string[] {
  return shown.map((sql) => JSON.stringify(raw.prepare(sql).raw().all(period)));
}

/** Keeps a pack of a period as it is now, also inside a transaction. Returns its id. */
export async function packNow(
  { raw, db }: Pick<Connection, 'raw' | 'db'>,
  period: LockedPeriod,
): Promise<number> {
  const pack = raw
    .prepare(
      `INSERT INTO packs (from_on, to_on, made_at, hash, files, totals, app_version) VALUES (?, ?, ?, 'h',
         '{"folder":"/x/april","files":["a.xlsx"]}', '{"revenueMinor":1}', '1.2.3') RETURNING id`,
    )
    .pluck()
    .get(period.from, period.to, at);
  const insert = raw.prepare(
    `INSERT INTO pack_entries (pack_id, entity, entity_id, day, label, amount_minor, owed_minor, content_hash)
     VALUES (:pack, :entity, :id, :day, :label, :amountMinor, :owedMinor, :contentHash)`,
  );
  for await (const page of entriesNow(db, period))
    for (const entry of page) insert.run({ pack, ...entry });
  return Number(pack);
}
