/**
 * Which contacts asked for what is owed, so that a list of who owes says when each was last reminded.
 * Frozen once shipped.
 */
export const reminded = `
ALTER TABLE interactions ADD COLUMN is_reminder INTEGER NOT NULL DEFAULT 0 CHECK (is_reminder IN (0, 1));
CREATE INDEX interactions_reminder ON interactions (customer_id, happened_at) WHERE is_reminder = 1;
`;
