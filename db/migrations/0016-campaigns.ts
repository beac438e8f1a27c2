/**
 * Writing to many, one by one: what is said to whom by which way, and everybody who was on the list when it
 * began, with what became of each. Frozen once shipped.
 */
export const campaigns = `
CREATE TABLE campaigns (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  name TEXT NOT NULL,
  goal TEXT NOT NULL DEFAULT '',
  segment_name TEXT,
  definition TEXT NOT NULL CHECK (json_valid(definition)),
  channel TEXT NOT NULL CHECK (channel IN ('whatsapp', 'sms', 'email', 'call')),
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
CREATE INDEX campaigns_state ON campaigns (state, id);

CREATE TABLE campaign_members (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  campaign_id INTEGER NOT NULL REFERENCES campaigns (id),
  customer_id INTEGER NOT NULL REFERENCES customers (id),
  state TEXT NOT NULL CHECK (state IN
    ('waiting', 'sent', 'skipped', 'unreachable', 'refused', 'held', 'out')),
  why TEXT CHECK (why IN ('refused', 'unasked', 'noWay', 'recent', 'held', 'noWord')),
  position INTEGER NOT NULL,
  decided_at TEXT,
  decided_on TEXT
) STRICT;
CREATE INDEX campaign_members_queue ON campaign_members (campaign_id, state, position);
CREATE INDEX campaign_members_customer ON campaign_members (customer_id, state, decided_on, campaign_id);
CREATE INDEX campaign_members_day ON campaign_members (decided_on, state, campaign_id)
  WHERE decided_on IS NOT NULL;

ALTER TABLE interactions ADD COLUMN campaign_id INTEGER REFERENCES campaigns (id);
CREATE INDEX interactions_campaign ON interactions (campaign_id) WHERE campaign_id IS NOT NULL;
`;
