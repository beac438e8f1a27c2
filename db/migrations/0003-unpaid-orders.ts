/**
 * A sale may be an order that is not paid yet. Returns whose status said so were kept as worth nothing:
 * they take back what they say. Figures are counted anew at the next start. Frozen once shipped.
 *
 * Units as in 0001. The table is made again because SQLite cannot change a CHECK; ids given out before
 * are never given out again.
 */
export const unpaidOrders = `
CREATE TABLE sales_next (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  match_key TEXT NOT NULL,
  number TEXT,
  sold_on TEXT NOT NULL,
  sold_at TEXT,
  customer_id INTEGER REFERENCES customers (id),
  kind TEXT NOT NULL CHECK (kind IN ('sale', 'return')),
  status TEXT NOT NULL CHECK (status IN
    ('completed', 'processing', 'unpaid', 'cancelled', 'returned')),
  discount_minor INTEGER NOT NULL DEFAULT 0,
  shipping_minor INTEGER NOT NULL DEFAULT 0,
  total_minor INTEGER NOT NULL,
  revenue_minor INTEGER NOT NULL,
  is_purchase INTEGER NOT NULL CHECK (is_purchase IN (0, 1)),
  payment_method TEXT,
  note TEXT,
  import_id INTEGER REFERENCES imports (id),
  created_at TEXT NOT NULL,
  deleted_at TEXT
) STRICT;
INSERT INTO sales_next SELECT * FROM sales;
INSERT OR REPLACE INTO sqlite_sequence (rowid, name, seq)
  SELECT n.rowid, 'sales_next', s.seq FROM sqlite_sequence s
  LEFT JOIN sqlite_sequence n ON n.name = 'sales_next' WHERE s.name = 'sales';
DROP TABLE sales;
ALTER TABLE sales_next RENAME TO sales;
CREATE INDEX sales_match ON sales (match_key, customer_id);
CREATE INDEX sales_customer ON sales (customer_id, sold_on, is_purchase, revenue_minor, deleted_at);
CREATE INDEX sales_day ON sales (sold_on, id) WHERE deleted_at IS NULL;
CREATE INDEX sales_number ON sales (number COLLATE NOCASE) WHERE number IS NOT NULL;
CREATE INDEX sales_import ON sales (import_id) WHERE import_id IS NOT NULL;

UPDATE sales SET revenue_minor = total_minor
  WHERE kind = 'return' AND status IN ('returned', 'cancelled') AND revenue_minor = 0;
DELETE FROM derived_state WHERE key = 'figuresFor';
`;
