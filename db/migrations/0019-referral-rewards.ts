/**
 * What somebody gets because one customer was brought by another: money or words, owed until it was given.
 * Frozen once shipped.
 */
export const referralRewards = `
CREATE TABLE referral_rewards (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  customer_id INTEGER NOT NULL REFERENCES customers (id),
  about_id INTEGER NOT NULL REFERENCES customers (id),
  what TEXT NOT NULL DEFAULT '',
  amount_minor INTEGER CHECK (amount_minor > 0),
  noted_on TEXT NOT NULL,
  given_on TEXT,
  created_at TEXT NOT NULL,
  CHECK (what <> '' OR amount_minor IS NOT NULL)
) STRICT;
CREATE INDEX referral_rewards_customer ON referral_rewards (customer_id, given_on);
CREATE INDEX referral_rewards_about ON referral_rewards (about_id);
`;
