/**
 * What a customer agreed to and took back, line by line; who was erased, by a number and a mark that says
 * nothing of the person; and what was done for whom. Frozen once shipped.
 *
 * An erased person who bought something stays as a customer without a name: what was sold in a locked
 * period says which customer bought it, and keeps saying so.
 */
export const privacy = `
ALTER TABLE customers ADD COLUMN erased_at TEXT;
CREATE INDEX customers_erased ON customers (erased_at) WHERE erased_at IS NOT NULL;

CREATE TABLE consents (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  customer_id INTEGER NOT NULL REFERENCES customers (id),
  purpose TEXT NOT NULL CHECK (purpose IN ('offers', 'reminders', 'history', 'accountant', 'other')),
  words TEXT NOT NULL DEFAULT '',
  is_given INTEGER NOT NULL CHECK (is_given IN (0, 1)),
  said_on TEXT NOT NULL,
  way TEXT NOT NULL CHECK (way IN
    ('shop', 'whatsapp', 'paper', 'call', 'email', 'marketplace', 'other')),
  note TEXT NOT NULL DEFAULT '',
  created_at TEXT NOT NULL
) STRICT;
CREATE INDEX consents_customer ON consents (customer_id, purpose, said_on DESC, id DESC);
CREATE INDEX consents_purpose ON consents (purpose, customer_id, said_on DESC, id DESC);

DROP INDEX journal_record;
CREATE INDEX journal_record ON journal (owner_id) WHERE owner_id IS NOT NULL
  AND entity IN ('customers', 'contact_points', 'customer_identifiers', 'addresses', 'customer_tags',
    'consents');

CREATE TABLE erasures (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  customer_id INTEGER NOT NULL,
  salt TEXT NOT NULL,
  mark TEXT NOT NULL,
  erased_at TEXT NOT NULL,
  swept_at TEXT
) STRICT;
CREATE INDEX erasures_customer ON erasures (customer_id);

CREATE TABLE privacy_events (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  at TEXT NOT NULL,
  kind TEXT NOT NULL CHECK (kind IN
    ('consent-given', 'consent-withdrawn', 'handed-out', 'erased', 'erased-again', 'backups-removed')),
  customer_id INTEGER,
  erasure_id INTEGER REFERENCES erasures (id),
  consent_id INTEGER,
  count INTEGER,
  noted_at TEXT
) STRICT;
CREATE INDEX privacy_events_at ON privacy_events (at, id);
CREATE INDEX privacy_events_customer ON privacy_events (customer_id) WHERE customer_id IS NOT NULL;
CREATE INDEX privacy_events_erasure ON privacy_events (erasure_id) WHERE erasure_id IS NOT NULL;
`;
