/**
 * What is sold on account, what was paid towards it, and what products sell for. Frozen once shipped.
 *
 * Units as in 0001; `tax_rate_e4` is ten-thousandths (11 % = 1100). What is owed is the totals of what
 * stands on account, returns with their minus, less the payments: no column keeps it.
 */
export const books = `
ALTER TABLE products ADD COLUMN price_minor INTEGER CHECK (price_minor >= 0);
ALTER TABLE products ADD COLUMN is_active INTEGER NOT NULL DEFAULT 1 CHECK (is_active IN (0, 1));
ALTER TABLE products ADD COLUMN merged_into INTEGER REFERENCES products (id);
CREATE INDEX products_merged ON products (merged_into) WHERE merged_into IS NOT NULL;

ALTER TABLE sales ADD COLUMN is_on_account INTEGER NOT NULL DEFAULT 0 CHECK (is_on_account IN (0, 1));
ALTER TABLE sales ADD COLUMN due_on TEXT;
ALTER TABLE sales ADD COLUMN tax_mode TEXT NOT NULL DEFAULT 'none'
  CHECK (tax_mode IN ('none', 'inclusive', 'exclusive'));
ALTER TABLE sales ADD COLUMN tax_minor INTEGER NOT NULL DEFAULT 0;
ALTER TABLE sales ADD COLUMN promised_on TEXT;
ALTER TABLE sales ADD COLUMN delivered_on TEXT;
ALTER TABLE sales ADD COLUMN channel TEXT;
ALTER TABLE sales ADD COLUMN return_of INTEGER REFERENCES sales (id);
CREATE INDEX sales_account ON sales (customer_id, sold_on) WHERE is_on_account = 1;
CREATE INDEX sales_returned ON sales (return_of) WHERE return_of IS NOT NULL;
CREATE INDEX sales_promised ON sales (promised_on) WHERE promised_on IS NOT NULL;

ALTER TABLE sale_lines ADD COLUMN tax_rate_e4 INTEGER NOT NULL DEFAULT 0
  CHECK (tax_rate_e4 BETWEEN 0 AND 10000);
ALTER TABLE sale_lines ADD COLUMN tax_minor INTEGER NOT NULL DEFAULT 0;

CREATE TABLE payments (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  customer_id INTEGER REFERENCES customers (id),
  number TEXT,
  paid_on TEXT NOT NULL,
  amount_minor INTEGER NOT NULL CHECK (amount_minor <> 0),
  method TEXT,
  note TEXT,
  import_id INTEGER REFERENCES imports (id),
  created_at TEXT NOT NULL,
  deleted_at TEXT
) STRICT;
CREATE INDEX payments_customer ON payments (customer_id, paid_on);
CREATE INDEX payments_day ON payments (paid_on, id) WHERE deleted_at IS NULL;
CREATE INDEX payments_import ON payments (import_id) WHERE import_id IS NOT NULL;

CREATE TABLE payment_parts (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  payment_id INTEGER NOT NULL REFERENCES payments (id),
  sale_id INTEGER NOT NULL REFERENCES sales (id),
  amount_minor INTEGER NOT NULL CHECK (amount_minor <> 0)
) STRICT;
CREATE INDEX payment_parts_payment ON payment_parts (payment_id);
CREATE INDEX payment_parts_sale ON payment_parts (sale_id);

CREATE TABLE targets (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  month TEXT NOT NULL UNIQUE,
  amount_minor INTEGER NOT NULL CHECK (amount_minor > 0),
  created_at TEXT NOT NULL
) STRICT;
`;
