/**
 * Fields of a customer that the owner makes: each with a type, and a value for those who have one. Frozen once
 * shipped.
 */
export const customFields = `
CREATE TABLE custom_fields (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  name TEXT NOT NULL,
  name_key TEXT NOT NULL,
  type TEXT NOT NULL CHECK (type IN ('text', 'number', 'day', 'yesno', 'choice')),
  choices TEXT NOT NULL DEFAULT '[]' CHECK (json_valid(choices)),
  position INTEGER NOT NULL DEFAULT 0,
  import_id INTEGER REFERENCES imports (id),
  created_at TEXT NOT NULL,
  deleted_at TEXT
) STRICT;
CREATE INDEX custom_fields_name ON custom_fields (name_key);
CREATE INDEX custom_fields_trash ON custom_fields (deleted_at, id) WHERE deleted_at IS NOT NULL;
CREATE INDEX custom_fields_import ON custom_fields (import_id) WHERE import_id IS NOT NULL;

CREATE TABLE custom_values (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  customer_id INTEGER NOT NULL REFERENCES customers (id),
  field_id INTEGER NOT NULL REFERENCES custom_fields (id),
  value TEXT NOT NULL,
  import_id INTEGER REFERENCES imports (id),
  UNIQUE (customer_id, field_id)
) STRICT;
CREATE INDEX custom_values_field ON custom_values (field_id, value, customer_id);
CREATE INDEX custom_values_import ON custom_values (import_id) WHERE import_id IS NOT NULL;

DROP INDEX journal_record;
CREATE INDEX journal_record ON journal (owner_id) WHERE owner_id IS NOT NULL
  AND entity IN ('customers', 'contact_points', 'customer_identifiers', 'addresses', 'customer_tags',
    'custom_values', 'consents');
`;
