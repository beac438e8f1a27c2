/**
 * What lies in the trash, newest first, kind by kind; and what was taken out of it for good: how many of
 * what, when, and whether by hand or because it was old enough. Frozen once shipped.
 */
const trashed = [
  'customers',
  'products',
  'sales',
  'payments',
  'interactions',
  'follow_ups',
  'complaints',
  'reviews',
  'claims',
  'prospects',
];

export const trash = `
DROP INDEX customers_trash;
${trashed
  .map(
    (table) =>
      `CREATE INDEX ${table}_trash ON ${table} (deleted_at, id) WHERE deleted_at IS NOT NULL;`,
  )
  .join('\n')}

CREATE TABLE removals (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  removed_at TEXT NOT NULL,
  kind TEXT NOT NULL,
  count INTEGER NOT NULL CHECK (count > 0),
  cause TEXT NOT NULL CHECK (cause IN ('hand', 'age'))
) STRICT;
CREATE INDEX removals_when ON removals (removed_at, id);
`;
