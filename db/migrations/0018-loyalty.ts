/**
 * Points: by which rule they are given from which day on, levels, what they are changed for, and what was
 * spent or put right. What sales give is counted from the sales. Frozen once shipped.
 */
export const loyalty = `
CREATE TABLE loyalty_rules (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  from_on TEXT NOT NULL,
  spend_minor INTEGER NOT NULL CHECK (spend_minor > 0),
  points INTEGER NOT NULL CHECK (points BETWEEN 0 AND 100000),
  is_before_discount INTEGER NOT NULL CHECK (is_before_discount IN (0, 1)),
  takes_back INTEGER NOT NULL CHECK (takes_back IN (0, 1)),
  months_valid INTEGER CHECK (months_valid BETWEEN 1 AND 120),
  worth_minor INTEGER NOT NULL CHECK (worth_minor >= 0),
  remind_days INTEGER NOT NULL CHECK (remind_days BETWEEN 1 AND 365),
  created_at TEXT NOT NULL
) STRICT;

CREATE TABLE loyalty_tiers (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  name TEXT NOT NULL,
  reached_by TEXT NOT NULL CHECK (reached_by IN ('points', 'money')),
  at_least INTEGER NOT NULL CHECK (at_least > 0),
  gives TEXT NOT NULL DEFAULT '',
  created_at TEXT NOT NULL
) STRICT;

CREATE TABLE loyalty_rewards (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  name TEXT NOT NULL,
  points INTEGER NOT NULL CHECK (points > 0),
  created_at TEXT NOT NULL
) STRICT;

CREATE TABLE loyalty_entries (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  customer_id INTEGER NOT NULL REFERENCES customers (id),
  sale_id INTEGER REFERENCES sales (id),
  kind TEXT NOT NULL CHECK (kind IN ('spent', 'corrected')),
  points INTEGER NOT NULL CHECK (points <> 0 AND (kind = 'corrected' OR points < 0)),
  entered_on TEXT NOT NULL,
  what TEXT NOT NULL,
  worth_minor INTEGER CHECK (worth_minor >= 0),
  created_at TEXT NOT NULL
) STRICT;
CREATE INDEX loyalty_entries_customer ON loyalty_entries (customer_id, entered_on);
CREATE INDEX loyalty_entries_sale ON loyalty_entries (sale_id) WHERE sale_id IS NOT NULL;

ALTER TABLE customer_figures ADD COLUMN points INTEGER NOT NULL DEFAULT 0;
ALTER TABLE customer_figures ADD COLUMN points_ending INTEGER NOT NULL DEFAULT 0;
ALTER TABLE customer_figures ADD COLUMN points_end_on TEXT;
ALTER TABLE customer_figures ADD COLUMN tier_id INTEGER;
CREATE INDEX customer_figures_points ON customer_figures (points, customer_id, layer);
CREATE INDEX customer_figures_ending ON customer_figures (points_end_on, customer_id) WHERE points_ending > 0;
`;
