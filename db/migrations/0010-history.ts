/**
 * What every change since the beginning did, by its day, and how many records of each kind it touched:
 * without an index a page of it would look at every row of the journal. Frozen once shipped.
 */
export const history = `
CREATE INDEX batches_at ON batches (at);
CREATE INDEX journal_touched ON journal (batch_id, entity, entity_id);
`;
