/** Groups of customers by conditions, which are data. Frozen once shipped. */
export const segments = `
CREATE TABLE segments (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  name TEXT NOT NULL,
  definition TEXT NOT NULL CHECK (json_valid(definition)),
  created_at TEXT NOT NULL
) STRICT;
CREATE INDEX segments_name ON segments (name COLLATE NOCASE);
`;
