const during = (days: readonly string[]) =>
  days.map((day) => `(${day} >= from_on AND ${day} <= to_on)`).join(' OR ');

/** Refuses where one of the days lies in a locked period; the message says which. */
function refuse(days: readonly string[], from = '', where = ''): string {
  return `SELECT RAISE(ABORT, 'PERIOD_LOCKED ' || from_on || ' ' || to_on) FROM period_locks${from}
    WHERE unlocked_at IS NULL AND (${during(days)})${where};`;
}

interface Guard {
  readonly table: string;
  /** The columns that a pack shows in money; the others stay free. */
  readonly columns: string;
  /** What refuses a row as it is (OLD), or as it becomes (NEW). */
  readonly refuses: (row: 'OLD' | 'NEW') => string;
}

function triggers({ table, columns, refuses }: Guard): string {
  return `
CREATE TRIGGER ${table}_locked_insert BEFORE INSERT ON ${table} BEGIN
  ${refuses('NEW')}
END;
CREATE TRIGGER ${table}_locked_update BEFORE UPDATE OF ${columns} ON ${table} BEGIN
  ${refuses('OLD')}
  ${refuses('NEW')}
END;
CREATE TRIGGER ${table}_locked_delete BEFORE DELETE ON ${table} BEGIN
  ${refuses('OLD')}
END;`;
}

const dayOfSale = (row: string) => `(SELECT sold_on FROM sales WHERE id = ${row}.sale_id)`;
const dayOfPayment = (row: string) => `(SELECT paid_on FROM payments WHERE id = ${row}.payment_id)`;

const guards: readonly Guard[] = [
  {
    table: 'sales',
    columns: `sold_on, number, customer_id, kind, status, discount_minor, shipping_minor, total_minor,
  revenue_minor, is_purchase, payment_method, is_on_account, tax_mode, tax_minor, return_of, deleted_at`,
    refuses: (row) => refuse([`${row}.sold_on`]),
  },
  {
    table: 'sale_lines',
    columns: `sale_id, product_id, quantity_e4, unit_price_e4, discount_minor, amount_minor, tax_rate_e4,
  tax_minor`,
    refuses: (row) => refuse([dayOfSale(row)]),
  },
  {
    table: 'payments',
    columns: 'paid_on, number, customer_id, amount_minor, method, deleted_at',
    refuses: (row) => refuse([`${row}.paid_on`]),
  },
  {
    // Money that waited on the account at the period's end may settle what was sold after it.
    table: 'payment_parts',
    columns: 'payment_id, sale_id, amount_minor',
    refuses: (row) => refuse([dayOfPayment(row)], '', ` AND ${dayOfSale(row)} <= to_on`),
  },
  {
    table: 'compensations',
    columns: 'complaint_id, customer_id, kind, amount_minor, cost_minor, given_on, valid_until',
    refuses: (row) => refuse([`${row}.given_on`, `${row}.used_on`]),
  },
];

/**
 * What was handed to the accountant: each pack with every row of its period as it was then, and the
 * periods that are locked since. Frozen once shipped.
 *
 * A locked period is guarded here and not by whoever writes: no channel, no import, no undo and no later
 * version gets round it. A message that is put together needs SQLite 3.47, to open the file at all.
 */
export const handedOver = `
CREATE TABLE packs (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  from_on TEXT NOT NULL,
  to_on TEXT NOT NULL CHECK (to_on >= from_on),
  made_at TEXT NOT NULL,
  hash TEXT NOT NULL,
  files TEXT NOT NULL,
  totals TEXT NOT NULL,
  app_version TEXT NOT NULL
) STRICT;
CREATE INDEX packs_period ON packs (from_on, to_on, id);

CREATE TABLE pack_entries (
  pack_id INTEGER NOT NULL REFERENCES packs (id),
  entity TEXT NOT NULL CHECK (entity IN ('sales', 'payments', 'compensations')),
  entity_id INTEGER NOT NULL,
  day TEXT NOT NULL,
  label TEXT NOT NULL,
  amount_minor INTEGER NOT NULL,
  owed_minor INTEGER NOT NULL,
  content_hash TEXT NOT NULL,
  PRIMARY KEY (pack_id, entity, entity_id)
) STRICT, WITHOUT ROWID;

CREATE TABLE period_locks (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  from_on TEXT NOT NULL,
  to_on TEXT NOT NULL CHECK (to_on >= from_on),
  pack_id INTEGER NOT NULL REFERENCES packs (id),
  locked_at TEXT NOT NULL,
  unlocked_at TEXT,
  reason TEXT
) STRICT;
CREATE INDEX period_locks_pack ON period_locks (pack_id);
CREATE INDEX period_locks_held ON period_locks (to_on, from_on) WHERE unlocked_at IS NULL;
${guards.map(triggers).join('')}
CREATE TRIGGER compensations_locked_use BEFORE UPDATE OF used_on ON compensations BEGIN
  ${refuse(['OLD.used_on', 'NEW.used_on'])}
END;
CREATE TRIGGER complaints_locked_trash BEFORE UPDATE OF deleted_at ON complaints BEGIN
  ${refuse(['c.given_on', 'c.used_on'], ', compensations c', ' AND c.complaint_id = OLD.id')}
END;
`;
