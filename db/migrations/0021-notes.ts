/**
 * How things are done, in the shop's own words; pinned to customers, products or causes of complaints, or to
 * nothing: then it holds for all. Frozen once shipped.
 */
export const notes = `
CREATE TABLE notes (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  title TEXT NOT NULL,
  text TEXT NOT NULL DEFAULT '',
  created_at TEXT NOT NULL,
  changed_at TEXT NOT NULL,
  deleted_at TEXT
) STRICT;
CREATE INDEX notes_trash ON notes (deleted_at, id) WHERE deleted_at IS NOT NULL;

CREATE TABLE note_pins (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  note_id INTEGER NOT NULL REFERENCES notes (id),
  customer_id INTEGER REFERENCES customers (id),
  product_id INTEGER REFERENCES products (id),
  cause TEXT,
  cause_key TEXT,
  CHECK ((customer_id IS NOT NULL) + (product_id IS NOT NULL) + (cause_key IS NOT NULL) = 1),
  CHECK ((cause IS NULL) = (cause_key IS NULL))
) STRICT;
CREATE INDEX note_pins_note ON note_pins (note_id);
CREATE INDEX note_pins_customer ON note_pins (customer_id) WHERE customer_id IS NOT NULL;
CREATE INDEX note_pins_product ON note_pins (product_id) WHERE product_id IS NOT NULL;
CREATE INDEX note_pins_cause ON note_pins (cause_key) WHERE cause_key IS NOT NULL;
`;
