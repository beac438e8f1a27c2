/**
 * What somebody may buy, from the first contact to won or lost; when each stage of it was entered; and
 * its next steps, which are dates to contact the customer again. Frozen once shipped.
 */
export const prospects = `
CREATE TABLE prospects (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  customer_id INTEGER NOT NULL REFERENCES customers (id),
  title TEXT NOT NULL,
  stage TEXT NOT NULL CHECK (stage IN ('contact', 'need', 'offer', 'won', 'lost')),
  worth_minor INTEGER CHECK (worth_minor >= 0),
  chance_percent INTEGER CHECK (chance_percent BETWEEN 0 AND 100),
  expected_on TEXT,
  note TEXT NOT NULL DEFAULT '',
  lost_reason TEXT CHECK (lost_reason IN ('price', 'elsewhere', 'noNeed', 'noAnswer', 'later', 'other')),
  lost_note TEXT NOT NULL DEFAULT '',
  sale_id INTEGER REFERENCES sales (id),
  created_at TEXT NOT NULL,
  deleted_at TEXT
) STRICT;
CREATE INDEX prospects_stage ON prospects (stage, id) WHERE deleted_at IS NULL;
CREATE INDEX prospects_customer ON prospects (customer_id);
CREATE INDEX prospects_sale ON prospects (sale_id) WHERE sale_id IS NOT NULL;

CREATE TABLE prospect_stages (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  prospect_id INTEGER NOT NULL REFERENCES prospects (id),
  stage TEXT NOT NULL CHECK (stage IN ('contact', 'need', 'offer', 'won', 'lost')),
  entered_at TEXT NOT NULL,
  entered_on TEXT NOT NULL
) STRICT;
CREATE INDEX prospect_stages_prospect ON prospect_stages (prospect_id, id);

ALTER TABLE follow_ups ADD COLUMN prospect_id INTEGER REFERENCES prospects (id);
CREATE INDEX follow_ups_prospect ON follow_ups (prospect_id, due_on) WHERE prospect_id IS NOT NULL;
`;
