/**
 * Messages that are proposed by themselves whenever somebody has their occasion, and what became of each
 * proposal. Frozen once shipped.
 */
export const standingCampaigns = `
CREATE TABLE standing_campaigns (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  name TEXT NOT NULL,
  occasion TEXT NOT NULL CHECK (occasion IN
    ('birthday', 'afterPurchase', 'secondPurchase', 'guaranteeEnds', 'pointsEnd', 'season')),
  season TEXT CHECK (season IN ('lebaran', 'christmas', 'newYear', 'own')),
  month_day TEXT CHECK (length(month_day) = 5),
  days INTEGER NOT NULL CHECK (days BETWEEN 0 AND 365),
  segment_name TEXT,
  definition TEXT NOT NULL CHECK (json_valid(definition)),
  channel TEXT NOT NULL CHECK (channel IN ('whatsapp', 'sms', 'email', 'call')),
  subject TEXT NOT NULL DEFAULT '',
  text TEXT NOT NULL,
  rest_days INTEGER NOT NULL CHECK (rest_days BETWEEN 0 AND 365),
  daily_limit INTEGER NOT NULL CHECK (daily_limit BETWEEN 1 AND 1000),
  only_agreed INTEGER NOT NULL CHECK (only_agreed IN (0, 1)),
  is_active INTEGER NOT NULL CHECK (is_active IN (0, 1)),
  created_at TEXT NOT NULL,
  CHECK ((occasion = 'season') = (season IS NOT NULL)),
  CHECK ((season IS 'own') = (month_day IS NOT NULL))
) STRICT;

CREATE TABLE standing_turns (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  standing_campaign_id INTEGER NOT NULL REFERENCES standing_campaigns (id),
  customer_id INTEGER NOT NULL REFERENCES customers (id),
  occasion_on TEXT NOT NULL,
  state TEXT NOT NULL CHECK (state IN ('sent', 'skipped', 'unreachable', 'refused')),
  decided_at TEXT NOT NULL,
  decided_on TEXT NOT NULL
) STRICT;
CREATE INDEX standing_turns_occasion
  ON standing_turns (standing_campaign_id, customer_id, occasion_on);
CREATE INDEX standing_turns_customer ON standing_turns (customer_id, state, decided_on);
CREATE INDEX standing_turns_day ON standing_turns (decided_on, state, standing_campaign_id);
`;
