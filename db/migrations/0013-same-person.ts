/**
 * Two records of one person become one: the other says into which, and stays, so that they can be taken
 * apart at any time; it is no trash. Pairs that are two people are remembered. Who is searched for by a code
 * of the till is found by it: the search is made anew once. Frozen once shipped.
 */
export const samePerson = `
ALTER TABLE customers ADD COLUMN merged_into INTEGER REFERENCES customers (id);
CREATE INDEX customers_merged ON customers (merged_into) WHERE merged_into IS NOT NULL;
CREATE INDEX customers_merged_name ON customers (name_key) WHERE merged_into IS NOT NULL;
DROP INDEX customers_trash;
CREATE INDEX customers_trash ON customers (deleted_at, id, merged_into) WHERE deleted_at IS NOT NULL;

CREATE TABLE customers_apart (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  customer_id INTEGER NOT NULL REFERENCES customers (id),
  other_id INTEGER NOT NULL REFERENCES customers (id),
  created_at TEXT NOT NULL
) STRICT;
CREATE UNIQUE INDEX customers_apart_pair
  ON customers_apart (min(customer_id, other_id), max(customer_id, other_id));
CREATE INDEX customers_apart_customer ON customers_apart (customer_id);
CREATE INDEX customers_apart_other ON customers_apart (other_id);

INSERT OR REPLACE INTO derived_state (key, value)
  SELECT 'searchOld', 'codes' WHERE EXISTS (SELECT 1 FROM customer_figures);
`;
