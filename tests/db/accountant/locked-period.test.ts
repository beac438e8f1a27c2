import { expect, it } from 'vitest';
import type { RawHandle } from '#db/file/client.ts';
import { lockedPeriodOf } from '#db/file/locked-period.ts';
import { addCustomer, addLine, addSale } from '#tests/support/shop/build-shop.ts';
import { lockPeriod, periodRows } from '#tests/support/shop/locked-shop.ts';
import { tempDatabase } from '#tests/support/shop/temp-database.ts';

const at = '2026-06-15T03:00:00.000Z';
const april = { from: '2026-04-01', to: '2026-04-30' };

/** Of each kind 1 on an April day and 2 on a May day; payment 2 waits on the account. */
async function shopAcrossMonths(): Promise<RawHandle> {
  const { raw } = await tempDatabase();
  for (const name of ['Ratna', 'Budi']) addCustomer(raw, { name });
  for (const [soldOn, number] of [
    ['2026-04-30', 'A'],
    ['2026-05-01', 'M'],
  ] as const) {
    const sale = addSale(raw, { customerId: 1, soldOn, revenueMinor: 9, number });
    addLine(raw, sale, 'Kopi', 9);
  }
  addLine(raw, 2, 'Teh', 9);
  raw.exec(`
    INSERT INTO payments (id, customer_id, paid_on, amount_minor, created_at) VALUES
      (1, 1, '2026-04-01', 9, '${at}'), (2, 1, '2026-05-02', 9, '${at}');
    INSERT INTO payment_parts (payment_id, sale_id, amount_minor) VALUES (1, 1, 5), (2, 2, 5);
    INSERT INTO complaints (id, number, channel, severity, title, state, received_at, answer_due_at,
      resolution_due_at, created_at)
      SELECT value, 'K-' || value, 'visit', 'light', 'Apek', 'received', '${at}', '${at}', '${at}', '${at}'
      FROM json_each('[1, 2, 3]');
    INSERT INTO compensations (id, complaint_id, customer_id, kind, amount_minor, cost_minor,
      is_within_authority, given_on, used_on) VALUES
      (1, 1, 1, 'voucher', 5, 5, 1, '2026-04-10', NULL), (2, 2, 1, 'voucher', 5, 5, 1, '2026-05-10', NULL),
      (3, 3, 1, 'voucher', 5, 5, 1, '2026-03-10', '2026-04-11');`);
  return raw;
}

function lockedBy(raw: RawHandle, statement: string) {
  try {
    raw.exec(statement);
    return null;
  } catch (error) {
    const locked = lockedPeriodOf(error);
    if (locked === null) throw error;
    return locked;
  }
}

const sale = `INSERT INTO sales (match_key, kind, status, total_minor, revenue_minor, is_purchase, created_at,
  sold_on) VALUES ('', 'sale', 'completed', 9, 9, 1, '${at}', `;
const payment = `INSERT INTO payments (amount_minor, created_at, paid_on) VALUES (9, '${at}', `;
const given = `INSERT INTO compensations (complaint_id, kind, amount_minor, cost_minor, is_within_authority,
  given_on, used_on) VALUES (2, 'voucher', 5, 5, 1, `;

/** Of each trigger what it alone refuses. */
const refused: Readonly<Record<string, readonly string[]>> = {
  sales_locked_insert: [`${sale}'2026-04-01')`, `${sale}'2026-04-30')`],
  sales_locked_update: [
    "UPDATE sales SET sold_on = '2026-05-01' WHERE id = 1",
    "UPDATE sales SET sold_on = '2026-04-30' WHERE id = 2",
    'UPDATE sales SET total_minor = total_minor + 1',
  ],
  sales_locked_delete: [
    `PRAGMA foreign_keys = OFF; DELETE FROM sales WHERE id = 1`,
    `PRAGMA foreign_keys = OFF; INSERT OR REPLACE INTO sales (id, match_key, kind, status, total_minor,
      revenue_minor, is_purchase, created_at, sold_on)
      VALUES (1, '', 'sale', 'completed', 9, 9, 1, '${at}', '2026-05-01')`,
  ],
  sale_lines_locked_insert: [
    'INSERT INTO sale_lines (sale_id, position, quantity_e4, amount_minor) VALUES (1, 9, 1, 1)',
  ],
  sale_lines_locked_update: [
    'UPDATE sale_lines SET amount_minor = 8 WHERE sale_id = 1',
    'UPDATE sale_lines SET sale_id = 2 WHERE sale_id = 1',
    'UPDATE sale_lines SET sale_id = 1 WHERE id = 2',
  ],
  sale_lines_locked_delete: ['DELETE FROM sale_lines WHERE sale_id = 1'],
  payments_locked_insert: [`${payment}'2026-04-30')`],
  payments_locked_update: [
    'UPDATE payments SET amount_minor = 8 WHERE id = 1',
    "UPDATE payments SET paid_on = '2026-04-30' WHERE id = 2",
  ],
  payments_locked_delete: ['PRAGMA foreign_keys = OFF; DELETE FROM payments WHERE id = 1'],
  payment_parts_locked_insert: [
    'INSERT INTO payment_parts (payment_id, sale_id, amount_minor) VALUES (1, 1, 1)',
  ],
  payment_parts_locked_update: [
    'UPDATE payment_parts SET amount_minor = 4 WHERE payment_id = 1',
    'UPDATE payment_parts SET payment_id = 2 WHERE payment_id = 1',
    'UPDATE payment_parts SET payment_id = 1, sale_id = 1 WHERE payment_id = 2',
  ],
  payment_parts_locked_delete: ['DELETE FROM payment_parts WHERE payment_id = 1'],
  compensations_locked_insert: [
    `${given}'2026-04-15', NULL)`,
    `${given}'2026-03-15', '2026-04-15')`,
  ],
  compensations_locked_update: [
    'UPDATE compensations SET amount_minor = 4 WHERE id = 1',
    'UPDATE compensations SET amount_minor = 4 WHERE id = 3',
    "UPDATE compensations SET given_on = '2026-04-15' WHERE id = 2",
  ],
  compensations_locked_delete: [
    'DELETE FROM compensations WHERE id = 1',
    'DELETE FROM compensations WHERE id = 3',
  ],
  compensations_locked_use: [
    "UPDATE compensations SET used_on = '2026-04-20' WHERE id = 1",
    'UPDATE compensations SET used_on = NULL WHERE id = 3',
  ],
  complaints_locked_trash: [
    `UPDATE complaints SET deleted_at = '${at}' WHERE id = 1`,
    `UPDATE complaints SET deleted_at = '${at}' WHERE id = 3`,
  ],
};

function triggersOf(raw: RawHandle): string[] {
  return raw
    .prepare("SELECT name FROM sqlite_schema WHERE type = 'trigger' AND name GLOB '*_locked_*'")
    .pluck()
    .all() as string[];
}

it('each trigger refuses what it guards, names the period, and nothing else would', async () => {
  const raw = await shopAcrossMonths();
  lockPeriod(raw, april);
  const before = periodRows(raw, april);
  expect(triggersOf(raw).sort()).toEqual(Object.keys(refused).sort());
  for (const [trigger, statements] of Object.entries(refused))
    for (const statement of statements) {
      expect(lockedBy(raw, statement), statement).toEqual(april);
      expect(periodRows(raw, april), statement).toEqual(before);
      raw.exec(`PRAGMA foreign_keys = OFF; SAVEPOINT one; DROP TRIGGER ${trigger}`);
      expect(lockedBy(raw, statement), `${trigger} is not needed: ${statement}`).toBe(null);
      expect(periodRows(raw, april), statement).not.toEqual(before);
      raw.exec('ROLLBACK TO one; RELEASE one; PRAGMA foreign_keys = ON');
    }
});

/** What a row may still be given in a locked period: nothing a pack shows in money. */
const free: Readonly<Record<string, readonly string[]>> = {
  sales: [
    ...['match_key', 'sold_at', 'note', 'due_on', 'promised_on', 'delivered_on', 'channel'],
    ...['import_id', 'created_at'],
  ],
  sale_lines: ['position', 'note', 'import_id'],
  payments: ['note', 'import_id', 'created_at'],
  payment_parts: [],
  compensations: ['is_within_authority', 'approved_by', 'note', 'import_id'],
};

it('every column of a guarded row is either locked or harmless', async () => {
  const raw = await shopAcrossMonths();
  raw.exec("UPDATE compensations SET used_on = '2026-04-12' WHERE id = 1");
  lockPeriod(raw, april);
  for (const [table, harmless] of Object.entries(free)) {
    const columns = raw
      .prepare('SELECT name FROM pragma_table_info(?)')
      .pluck()
      .all(table) as string[];
    const open = columns.filter(
      (column) => lockedBy(raw, `UPDATE ${table} SET ${column} = ${column}`) === null,
    );
    expect(open.sort(), table).toEqual(['id', ...harmless].sort());
  }
});

it('days outside it, what settles an older sale, and an unlocked period are free', async () => {
  const raw = await shopAcrossMonths();
  lockPeriod(raw, april);
  const before = periodRows(raw, april);
  for (const statement of [
    `${sale}'2026-03-31')`,
    `${sale}'2026-05-01')`,
    'UPDATE sales SET total_minor = 8 WHERE id = 2',
    'DELETE FROM sale_lines WHERE sale_id = 2',
    // Money of May for a sale of April, and money of April for a sale of May.
    'INSERT INTO payment_parts (payment_id, sale_id, amount_minor) VALUES (2, 1, 4)',
    'INSERT INTO payment_parts (payment_id, sale_id, amount_minor) VALUES (1, 2, 4)',
    "UPDATE compensations SET used_on = '2026-05-20' WHERE id = 1",
    "UPDATE sales SET note = 'Diantar', delivered_on = '2026-05-02', due_on = NULL WHERE id = 1",
  ]) {
    expect(lockedBy(raw, statement), statement).toBe(null);
    expect(periodRows(raw, april), statement).toEqual(before);
  }
  raw.exec(`UPDATE period_locks SET unlocked_at = '${at}', reason = 'Salah harga'`);
  expect(lockedBy(raw, 'UPDATE sales SET total_minor = 8 WHERE id = 1')).toBe(null);
  expect(periodRows(raw, april)).not.toEqual(before);
});
