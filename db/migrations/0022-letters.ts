/**
 * A campaign can go out by letter. The table is made again because SQLite cannot change a CHECK; ids given
 * out before are never given out again. Frozen once shipped.
 */
export const letters = `
CREATE TABLE campaigns_next (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  name TEXT NOT NULL,
  goal TEXT NOT NULL DEFAULT '',
  segment_name TEXT,
  definition TEXT NOT NULL CHECK (json_valid(definition)),
  channel TEXT NOT NULL CHECK (channel IN ('whatsapp', 'sms', 'email', 'call', 'letter')),
  subject TEXT NOT NULL DEFAULT '',
  text TEXT NOT NULL,
  held_percent INTEGER NOT NULL CHECK (held_percent BETWEEN 0 AND 50),
  rest_days INTEGER NOT NULL CHECK (rest_days BETWEEN 0 AND 365),
  daily_limit INTEGER NOT NULL CHECK (daily_limit BETWEEN 1 AND 1000),
  response_days INTEGER NOT NULL CHECK (response_days BETWEEN 1 AND 180),
  only_agreed INTEGER NOT NULL CHECK (only_agreed IN (0, 1)),
  state TEXT NOT NULL CHECK (state IN ('draft', 'running', 'paused', 'done')),
  seed INTEGER,
  drawn INTEGER,
  cost_minor INTEGER CHECK (cost_minor >= 0),
  minutes INTEGER CHECK (minutes >= 0),
  hour_minor INTEGER CHECK (hour_minor >= 0),
  started_at TEXT,
  started_on TEXT,
  ended_on TEXT,
  created_at TEXT NOT NULL
) STRICT;
INSERT INTO campaigns_next SELECT * FROM campaigns;
INSERT OR REPLACE INTO sqlite_sequence (rowid, name, seq)
  SELECT n.rowid, 'campaigns_next', s.seq FROM sqlite_sequence s
  LEFT JOIN sqlite_sequence n ON n.name = 'campaigns_next' WHERE s.name = 'campaigns';
DROP TABLE campaigns;
ALTER TABLE campaigns_next RENAME TO campaigns;
CREATE INDEX campaigns_state ON campaigns (state, id);
`;
