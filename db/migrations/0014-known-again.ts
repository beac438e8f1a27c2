/**
 * By what somebody who was erased is known again in a file that has them: a keyed hash of each phone, e-mail
 * and code, under a key of the shop's own. Frozen once shipped.
 */
export const knownAgain = `
CREATE TABLE erased_keys (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  erasure_id INTEGER NOT NULL REFERENCES erasures (id),
  salt TEXT NOT NULL,
  mark TEXT NOT NULL
) STRICT;
CREATE INDEX erased_keys_mark ON erased_keys (mark);
CREATE INDEX erased_keys_erasure ON erased_keys (erasure_id);
`;
