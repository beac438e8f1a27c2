/**
 * The first schema. Frozen once shipped: raw SQL, no imports from the app.
 *
 * Units: `*_minor` integer minor units of the shop's currency; `*_e4` integer ten-thousandths;
 * `*_on` ISO dates; `*_at` ISO instants (UTC); booleans 0/1.
 */
export const ground = `
CREATE TABLE settings (
  key TEXT PRIMARY KEY,
  value TEXT NOT NULL CHECK (json_valid(value))
) STRICT;

CREATE TABLE derived_state (
  key TEXT PRIMARY KEY,
  value TEXT NOT NULL
) STRICT;

CREATE TABLE imports (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  status TEXT NOT NULL CHECK (status IN ('done', 'undone')),
  done_at TEXT NOT NULL,
  undone_at TEXT,
  summary TEXT NOT NULL CHECK (json_valid(summary))
) STRICT;

CREATE TABLE import_sources (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  import_id INTEGER NOT NULL REFERENCES imports (id),
  file_name TEXT NOT NULL,
  sheet_name TEXT,
  file_sha256 TEXT NOT NULL,
  layout_key TEXT NOT NULL,
  header_row INTEGER,
  columns TEXT NOT NULL CHECK (json_valid(columns)),
  counts TEXT NOT NULL CHECK (json_valid(counts))
) STRICT;
CREATE INDEX import_sources_import ON import_sources (import_id);

CREATE TABLE import_rows (
  source_id INTEGER NOT NULL REFERENCES import_sources (id),
  row_number INTEGER NOT NULL,
  outcome TEXT NOT NULL CHECK (outcome IN ('added', 'updated', 'unchanged', 'skipped', 'wrong')),
  reason TEXT,
  cells TEXT,
  PRIMARY KEY (source_id, row_number)
) STRICT, WITHOUT ROWID;

CREATE TABLE import_layouts (
  layout_key TEXT PRIMARY KEY,
  choices TEXT NOT NULL CHECK (json_valid(choices)),
  updated_at TEXT NOT NULL
) STRICT;

CREATE TABLE customers (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  kind TEXT NOT NULL DEFAULT 'person' CHECK (kind IN ('person', 'business')),
  relation TEXT NOT NULL DEFAULT 'customer' CHECK (relation IN ('customer', 'partner', 'supplier')),
  mark TEXT CHECK (mark IN ('suspect', 'rest-of-world')),
  name TEXT NOT NULL DEFAULT '',
  name_key TEXT NOT NULL DEFAULT '',
  birthday_on TEXT,
  gender TEXT CHECK (gender IN ('female', 'male', 'other')),
  occupation TEXT,
  source TEXT,
  uses TEXT,
  tastes TEXT,
  matters TEXT,
  tax_id TEXT,
  recommended_by INTEGER REFERENCES customers (id),
  note TEXT,
  import_id INTEGER REFERENCES imports (id),
  created_at TEXT NOT NULL,
  deleted_at TEXT
) STRICT;
CREATE INDEX customers_name ON customers (name_key, id) WHERE deleted_at IS NULL;
CREATE INDEX customers_trash ON customers (deleted_at) WHERE deleted_at IS NOT NULL;
CREATE INDEX customers_import ON customers (import_id) WHERE import_id IS NOT NULL;
CREATE INDEX customers_recommended_by ON customers (recommended_by) WHERE recommended_by IS NOT NULL;

CREATE TABLE contact_points (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  customer_id INTEGER NOT NULL REFERENCES customers (id),
  kind TEXT NOT NULL CHECK (kind IN ('phone', 'email', 'social', 'website')),
  label TEXT,
  value TEXT NOT NULL,
  match_key TEXT NOT NULL,
  position INTEGER NOT NULL DEFAULT 0,
  import_id INTEGER REFERENCES imports (id)
) STRICT;
CREATE INDEX contact_points_customer ON contact_points (customer_id, kind, position);
CREATE INDEX contact_points_match ON contact_points (kind, match_key);
CREATE INDEX contact_points_import ON contact_points (import_id) WHERE import_id IS NOT NULL;

CREATE TABLE customer_identifiers (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  customer_id INTEGER NOT NULL REFERENCES customers (id),
  scheme TEXT NOT NULL,
  value TEXT NOT NULL,
  import_id INTEGER REFERENCES imports (id)
) STRICT;
CREATE INDEX customer_identifiers_value ON customer_identifiers (scheme, value);
CREATE INDEX customer_identifiers_customer ON customer_identifiers (customer_id);
CREATE INDEX customer_identifiers_import ON customer_identifiers (import_id) WHERE import_id IS NOT NULL;

CREATE TABLE addresses (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  customer_id INTEGER NOT NULL REFERENCES customers (id),
  label TEXT,
  street TEXT,
  district TEXT,
  city TEXT,
  province TEXT,
  postal_code TEXT,
  country TEXT,
  position INTEGER NOT NULL DEFAULT 0,
  import_id INTEGER REFERENCES imports (id)
) STRICT;
CREATE INDEX addresses_customer ON addresses (customer_id, position);
CREATE INDEX addresses_city ON addresses (city, customer_id) WHERE city IS NOT NULL;
CREATE INDEX addresses_import ON addresses (import_id) WHERE import_id IS NOT NULL;

CREATE TABLE customer_tags (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  customer_id INTEGER NOT NULL REFERENCES customers (id),
  tag TEXT NOT NULL,
  import_id INTEGER REFERENCES imports (id),
  UNIQUE (customer_id, tag)
) STRICT;
CREATE INDEX customer_tags_tag ON customer_tags (tag, customer_id);
CREATE INDEX customer_tags_import ON customer_tags (import_id) WHERE import_id IS NOT NULL;

CREATE TABLE products (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  name TEXT NOT NULL,
  name_key TEXT NOT NULL,
  sku TEXT,
  category TEXT,
  unit TEXT,
  cost_minor INTEGER,
  import_id INTEGER REFERENCES imports (id),
  created_at TEXT NOT NULL,
  deleted_at TEXT
) STRICT;
CREATE INDEX products_sku ON products (sku) WHERE sku IS NOT NULL;
CREATE INDEX products_name ON products (name_key);
CREATE INDEX products_import ON products (import_id) WHERE import_id IS NOT NULL;

CREATE TABLE sales (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  match_key TEXT NOT NULL,
  number TEXT,
  sold_on TEXT NOT NULL,
  sold_at TEXT,
  customer_id INTEGER REFERENCES customers (id),
  kind TEXT NOT NULL CHECK (kind IN ('sale', 'return')),
  status TEXT NOT NULL CHECK (status IN ('completed', 'processing', 'cancelled', 'returned')),
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
CREATE INDEX sales_match ON sales (match_key, customer_id);
CREATE INDEX sales_customer ON sales (customer_id, sold_on, is_purchase, revenue_minor, deleted_at);
CREATE INDEX sales_day ON sales (sold_on, id) WHERE deleted_at IS NULL;
CREATE INDEX sales_number ON sales (number COLLATE NOCASE) WHERE number IS NOT NULL;
CREATE INDEX sales_import ON sales (import_id) WHERE import_id IS NOT NULL;

CREATE TABLE sale_lines (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  sale_id INTEGER NOT NULL REFERENCES sales (id),
  position INTEGER NOT NULL,
  product_id INTEGER REFERENCES products (id),
  quantity_e4 INTEGER NOT NULL,
  unit_price_e4 INTEGER,
  discount_minor INTEGER NOT NULL DEFAULT 0,
  amount_minor INTEGER NOT NULL,
  note TEXT,
  import_id INTEGER REFERENCES imports (id)
) STRICT;
CREATE INDEX sale_lines_sale ON sale_lines (sale_id, position);
CREATE INDEX sale_lines_product ON sale_lines (product_id) WHERE product_id IS NOT NULL;
CREATE INDEX sale_lines_import ON sale_lines (import_id) WHERE import_id IS NOT NULL;

CREATE TABLE batches (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  kind TEXT NOT NULL CHECK (kind IN ('create', 'edit', 'delete', 'import', 'undo')),
  label TEXT NOT NULL,
  at TEXT NOT NULL,
  import_id INTEGER REFERENCES imports (id),
  undoes INTEGER REFERENCES batches (id),
  undone_at TEXT
) STRICT;
CREATE INDEX batches_import ON batches (import_id) WHERE import_id IS NOT NULL;
CREATE INDEX batches_undoes ON batches (undoes) WHERE undoes IS NOT NULL;

CREATE TABLE journal (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  batch_id INTEGER NOT NULL REFERENCES batches (id),
  entity TEXT NOT NULL,
  entity_id INTEGER NOT NULL,
  owner_id INTEGER,
  before TEXT CHECK (before IS NULL OR json_valid(before)),
  after TEXT CHECK (after IS NULL OR json_valid(after))
) STRICT;
CREATE INDEX journal_batch ON journal (batch_id);
CREATE INDEX journal_entity ON journal (entity, entity_id);
CREATE INDEX journal_owner ON journal (owner_id) WHERE owner_id IS NOT NULL;

CREATE TABLE customer_figures (
  customer_id INTEGER PRIMARY KEY REFERENCES customers (id) ON DELETE CASCADE,
  purchases INTEGER NOT NULL DEFAULT 0,
  revenue_minor INTEGER NOT NULL DEFAULT 0,
  first_purchase_on TEXT,
  last_purchase_on TEXT,
  active_purchases INTEGER NOT NULL DEFAULT 0,
  active_revenue_minor INTEGER NOT NULL DEFAULT 0,
  layer TEXT NOT NULL DEFAULT 'prospect'
    CHECK (layer IN ('top', 'large', 'medium', 'small', 'inactive', 'prospect', 'suspect', 'rest-of-world')),
  clv_minor INTEGER,
  name_key TEXT NOT NULL DEFAULT '',
  search_text TEXT NOT NULL DEFAULT ''
) STRICT;
CREATE INDEX customer_figures_name ON customer_figures (name_key, customer_id, layer);
CREATE INDEX customer_figures_purchases ON customer_figures (purchases, customer_id, layer);
CREATE INDEX customer_figures_revenue ON customer_figures (revenue_minor, customer_id, layer);
CREATE INDEX customer_figures_active_revenue ON customer_figures (active_revenue_minor, customer_id, layer);
CREATE INDEX customer_figures_last ON customer_figures (last_purchase_on, customer_id, layer);
CREATE INDEX customer_figures_clv ON customer_figures (clv_minor, customer_id, layer);
CREATE INDEX customer_figures_layer ON customer_figures (layer, active_revenue_minor, customer_id);

CREATE VIRTUAL TABLE customer_words USING fts5 (
  search_text, content = 'customer_figures', content_rowid = 'customer_id',
  tokenize = "unicode61 remove_diacritics 2 categories 'L* N* M* Co Cn'", prefix = '1 2 3', detail = none, columnsize = 0
);
INSERT INTO customer_words (customer_words, rank) VALUES ('secure-delete', 1);
CREATE VIRTUAL TABLE customer_parts USING fts5 (
  search_text, content = 'customer_figures', content_rowid = 'customer_id',
  tokenize = "trigram", detail = none, columnsize = 0
);
INSERT INTO customer_parts (customer_parts, rank) VALUES ('secure-delete', 1);

CREATE VIRTUAL TABLE customer_vocabulary USING fts5vocab (customer_words, row);

CREATE TRIGGER customer_figures_found AFTER INSERT ON customer_figures WHEN NEW.search_text <> ''
  AND NOT EXISTS (SELECT 1 FROM derived_state WHERE key = 'searchDeferred') BEGIN
  INSERT INTO customer_words (rowid, search_text) VALUES (NEW.customer_id, NEW.search_text);
  INSERT INTO customer_parts (rowid, search_text) VALUES (NEW.customer_id, NEW.search_text);
END;
CREATE TRIGGER customer_figures_lost AFTER DELETE ON customer_figures WHEN OLD.search_text <> ''
  AND NOT EXISTS (SELECT 1 FROM derived_state WHERE key = 'searchDeferred') BEGIN
  INSERT INTO customer_words (customer_words, rowid, search_text) VALUES ('delete', OLD.customer_id, OLD.search_text);
  INSERT INTO customer_parts (customer_parts, rowid, search_text) VALUES ('delete', OLD.customer_id, OLD.search_text);
END;
CREATE TRIGGER customer_figures_renamed AFTER UPDATE OF search_text ON customer_figures
WHEN OLD.search_text <> NEW.search_text
  AND NOT EXISTS (SELECT 1 FROM derived_state WHERE key = 'searchDeferred') BEGIN
  INSERT INTO customer_words (customer_words, rowid, search_text)
    SELECT 'delete', OLD.customer_id, OLD.search_text WHERE OLD.search_text <> '';
  INSERT INTO customer_parts (customer_parts, rowid, search_text)
    SELECT 'delete', OLD.customer_id, OLD.search_text WHERE OLD.search_text <> '';
  INSERT INTO customer_words (rowid, search_text)
    SELECT NEW.customer_id, NEW.search_text WHERE NEW.search_text <> '';
  INSERT INTO customer_parts (rowid, search_text)
    SELECT NEW.customer_id, NEW.search_text WHERE NEW.search_text <> '';
END;
`;
