/**
 * Which contacts asked for what is owed, so that a list of who owes says when each was last reminded; and
 * what stands on account by its day, so that a list of sales finds what is not paid. Frozen once shipped.
 */
export const reminded = `
ALTER TABLE interactions ADD COLUMN is_reminder INTEGER NOT NULL DEFAULT 0 CHECK (is_reminder IN (0, 1));
CREATE INDEX interactions_reminder ON interactions (customer_id, happened_at) WHERE is_reminder = 1;
CREATE INDEX sales_account_day ON sales (sold_on, id) WHERE is_on_account = 1 AND deleted_at IS NULL;
`;
