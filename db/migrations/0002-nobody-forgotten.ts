/**
 * Contacts, contact again, complaints, replies, public reviews and guarantees. Frozen once shipped.
 *
 * Units as in 0001. `*_at` are instants (UTC); `has_time` 0: only the day was known, and the instant
 * is noon of that day where the shop is.
 */
export const nobodyForgotten = `
CREATE TABLE interactions (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  customer_id INTEGER NOT NULL REFERENCES customers (id),
  channel TEXT NOT NULL CHECK (channel IN
    ('visit', 'call', 'whatsapp', 'email', 'sms', 'letter', 'social', 'marketplace', 'other')),
  direction TEXT NOT NULL CHECK (direction IN ('in', 'out')),
  topic TEXT NOT NULL DEFAULT 'contact' CHECK (topic IN ('contact', 'suggestion', 'criticism', 'need')),
  happened_at TEXT NOT NULL,
  has_time INTEGER NOT NULL DEFAULT 1 CHECK (has_time IN (0, 1)),
  text TEXT NOT NULL DEFAULT '',
  outcome TEXT CHECK (outcome IN ('reached', 'no-answer', 'waiting', 'ordered', 'declined')),
  handled_by TEXT,
  complaint_id INTEGER REFERENCES complaints (id),
  import_id INTEGER REFERENCES imports (id),
  created_at TEXT NOT NULL,
  deleted_at TEXT
) STRICT;
CREATE INDEX interactions_customer ON interactions (customer_id, happened_at DESC, id DESC)
  WHERE deleted_at IS NULL;
CREATE INDEX interactions_topic ON interactions (topic, happened_at) WHERE topic <> 'contact' AND deleted_at IS NULL;
CREATE INDEX interactions_owner ON interactions (customer_id);
CREATE INDEX interactions_complaint ON interactions (complaint_id) WHERE complaint_id IS NOT NULL;
CREATE INDEX interactions_import ON interactions (import_id) WHERE import_id IS NOT NULL;

CREATE TABLE follow_ups (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  customer_id INTEGER NOT NULL REFERENCES customers (id),
  cause TEXT NOT NULL CHECK (cause IN
    ('own', 'proactive', 'service', 'birthday', 'complaint', 'review', 'guarantee')),
  reason TEXT NOT NULL DEFAULT '',
  first_due_on TEXT NOT NULL,
  due_on TEXT NOT NULL,
  due_time TEXT,
  repeat_every INTEGER CHECK (repeat_every BETWEEN 1 AND 120),
  repeat_unit TEXT CHECK (repeat_unit IN ('day', 'week', 'month', 'year')),
  done_at TEXT,
  done_on TEXT,
  complaint_id INTEGER REFERENCES complaints (id),
  review_id INTEGER REFERENCES reviews (id),
  import_id INTEGER REFERENCES imports (id),
  created_at TEXT NOT NULL,
  deleted_at TEXT,
  CHECK ((repeat_every IS NULL) = (repeat_unit IS NULL)),
  CHECK ((done_at IS NULL) = (done_on IS NULL))
) STRICT;
CREATE INDEX follow_ups_due ON follow_ups (due_on, id) WHERE done_at IS NULL AND deleted_at IS NULL;
CREATE INDEX follow_ups_done ON follow_ups (done_on, id) WHERE done_at IS NOT NULL AND deleted_at IS NULL;
CREATE INDEX follow_ups_customer ON follow_ups (customer_id, due_on);
CREATE INDEX follow_ups_kept ON follow_ups (customer_id, done_at DESC, id DESC)
  WHERE done_at IS NOT NULL AND deleted_at IS NULL;
CREATE INDEX follow_ups_complaint ON follow_ups (complaint_id) WHERE complaint_id IS NOT NULL;
CREATE INDEX follow_ups_review ON follow_ups (review_id) WHERE review_id IS NOT NULL;
CREATE INDEX follow_ups_import ON follow_ups (import_id) WHERE import_id IS NOT NULL;
CREATE INDEX customers_birthday ON customers (substr(birthday_on, 6))
  WHERE birthday_on IS NOT NULL AND deleted_at IS NULL;

CREATE TABLE complaints (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  number TEXT NOT NULL,
  kind TEXT NOT NULL DEFAULT 'customer' CHECK (kind IN ('customer', 'employee', 'regulator')),
  customer_id INTEGER REFERENCES customers (id),
  channel TEXT NOT NULL CHECK (channel IN
    ('visit', 'call', 'whatsapp', 'email', 'sms', 'letter', 'social', 'marketplace', 'other')),
  severity TEXT NOT NULL CHECK (severity IN ('light', 'medium', 'severe')),
  title TEXT NOT NULL,
  words TEXT NOT NULL DEFAULT '',
  product_id INTEGER REFERENCES products (id),
  sale_id INTEGER REFERENCES sales (id),
  state TEXT NOT NULL CHECK (state IN
    ('received', 'answered', 'diagnosed', 'resolved', 'improved', 'closed')),
  received_at TEXT NOT NULL,
  has_time INTEGER NOT NULL DEFAULT 1 CHECK (has_time IN (0, 1)),
  answer_due_at TEXT NOT NULL,
  resolution_due_at TEXT NOT NULL,
  answered_at TEXT,
  answer TEXT,
  cause TEXT,
  cause_key TEXT,
  cause_note TEXT,
  diagnosed_at TEXT,
  solution TEXT,
  resolved_at TEXT,
  is_first_contact INTEGER NOT NULL DEFAULT 0 CHECK (is_first_contact IN (0, 1)),
  no_action_reason TEXT,
  improved_at TEXT,
  closed_at TEXT,
  reopened INTEGER NOT NULL DEFAULT 0,
  came_back_from INTEGER REFERENCES complaints (id),
  handled_by TEXT,
  import_id INTEGER REFERENCES imports (id),
  created_at TEXT NOT NULL,
  deleted_at TEXT
) STRICT;
CREATE INDEX complaints_customer ON complaints (customer_id, received_at DESC, id DESC);
CREATE INDEX complaints_number ON complaints (number COLLATE NOCASE);
CREATE INDEX complaints_state ON complaints (state, received_at, id) WHERE deleted_at IS NULL;
CREATE INDEX complaints_received ON complaints (received_at, id) WHERE deleted_at IS NULL;
CREATE INDEX complaints_answer_due ON complaints (answer_due_at, id)
  WHERE answered_at IS NULL AND deleted_at IS NULL;
CREATE INDEX complaints_resolution_due ON complaints (resolution_due_at, id)
  WHERE resolved_at IS NULL AND deleted_at IS NULL;
CREATE INDEX complaints_cause ON complaints (cause_key, product_id, received_at) WHERE cause_key IS NOT NULL;
CREATE INDEX complaints_product ON complaints (product_id, received_at) WHERE product_id IS NOT NULL;
CREATE INDEX complaints_sale ON complaints (sale_id) WHERE sale_id IS NOT NULL;
CREATE INDEX complaints_came_back ON complaints (came_back_from) WHERE came_back_from IS NOT NULL;
CREATE INDEX complaints_import ON complaints (import_id) WHERE import_id IS NOT NULL;

CREATE TABLE complaint_events (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  complaint_id INTEGER NOT NULL REFERENCES complaints (id),
  move TEXT NOT NULL CHECK (move IN
    ('receive', 'answer', 'diagnose', 'resolve', 'improve', 'close', 'reopen', 'recur')),
  from_state TEXT,
  to_state TEXT NOT NULL,
  at TEXT NOT NULL,
  note TEXT
) STRICT;
CREATE INDEX complaint_events_complaint ON complaint_events (complaint_id, id);

CREATE TABLE compensations (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  complaint_id INTEGER NOT NULL REFERENCES complaints (id),
  customer_id INTEGER REFERENCES customers (id),
  kind TEXT NOT NULL CHECK (kind IN ('return', 'discount', 'voucher', 'refund', 'replacement', 'other')),
  amount_minor INTEGER NOT NULL CHECK (amount_minor >= 0),
  cost_minor INTEGER NOT NULL CHECK (cost_minor >= 0),
  is_within_authority INTEGER NOT NULL CHECK (is_within_authority IN (0, 1)),
  approved_by TEXT,
  given_on TEXT NOT NULL,
  valid_until TEXT,
  used_on TEXT,
  note TEXT,
  import_id INTEGER REFERENCES imports (id)
) STRICT;
CREATE INDEX compensations_complaint ON compensations (complaint_id);
CREATE INDEX compensations_customer ON compensations (customer_id, given_on) WHERE customer_id IS NOT NULL;
CREATE INDEX compensations_given ON compensations (given_on);
CREATE INDEX compensations_import ON compensations (import_id) WHERE import_id IS NOT NULL;

CREATE TABLE corrective_actions (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  complaint_id INTEGER NOT NULL REFERENCES complaints (id),
  what TEXT NOT NULL,
  owner TEXT NOT NULL DEFAULT '',
  due_on TEXT NOT NULL,
  check_on TEXT NOT NULL,
  done_on TEXT,
  checked_on TEXT,
  verdict TEXT CHECK (verdict IN ('held', 'came-back')),
  created_at TEXT NOT NULL,
  CHECK ((checked_on IS NULL) = (verdict IS NULL))
) STRICT;
CREATE INDEX corrective_actions_complaint ON corrective_actions (complaint_id);
CREATE INDEX corrective_actions_due ON corrective_actions (due_on, id) WHERE done_on IS NULL;
CREATE INDEX corrective_actions_check ON corrective_actions (check_on, id)
  WHERE done_on IS NOT NULL AND checked_on IS NULL;

CREATE TABLE saved_filters (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  area TEXT NOT NULL CHECK (area IN ('complaints')),
  name TEXT NOT NULL,
  filter TEXT NOT NULL CHECK (json_valid(filter)),
  created_at TEXT NOT NULL
) STRICT;

CREATE TABLE reviews (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  customer_id INTEGER REFERENCES customers (id),
  platform TEXT NOT NULL CHECK (platform IN ('google', 'shopee', 'tokopedia', 'tiktok', 'gofood',
    'grabfood', 'instagram', 'facebook', 'other')),
  author TEXT NOT NULL DEFAULT '',
  rating INTEGER CHECK (rating BETWEEN 1 AND 5),
  text TEXT NOT NULL DEFAULT '',
  url TEXT,
  posted_on TEXT NOT NULL,
  answer TEXT,
  answered_at TEXT,
  complaint_id INTEGER REFERENCES complaints (id),
  revision_asked_on TEXT,
  revised_on TEXT,
  revised_rating INTEGER CHECK (revised_rating BETWEEN 1 AND 5),
  import_id INTEGER REFERENCES imports (id),
  created_at TEXT NOT NULL,
  deleted_at TEXT
) STRICT;
CREATE INDEX reviews_posted ON reviews (posted_on DESC, id DESC) WHERE deleted_at IS NULL;
CREATE INDEX reviews_waiting ON reviews (posted_on, id) WHERE answered_at IS NULL AND deleted_at IS NULL;
CREATE INDEX reviews_customer ON reviews (customer_id) WHERE customer_id IS NOT NULL;
CREATE INDEX reviews_complaint ON reviews (complaint_id) WHERE complaint_id IS NOT NULL;
CREATE INDEX reviews_import ON reviews (import_id) WHERE import_id IS NOT NULL;

CREATE TABLE reply_templates (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  name TEXT NOT NULL,
  language TEXT NOT NULL CHECK (language IN ('id', 'en')),
  thanks TEXT NOT NULL,
  standard TEXT NOT NULL,
  amends TEXT NOT NULL,
  created_at TEXT NOT NULL
) STRICT;

CREATE TABLE reply_drafts (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  complaint_id INTEGER UNIQUE REFERENCES complaints (id),
  review_id INTEGER UNIQUE REFERENCES reviews (id),
  text TEXT NOT NULL,
  started_at TEXT NOT NULL,
  updated_at TEXT NOT NULL,
  CHECK ((complaint_id IS NULL) <> (review_id IS NULL))
) STRICT;

CREATE TABLE guarantee_policies (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  product_id INTEGER NOT NULL REFERENCES products (id),
  applies_from TEXT,
  months INTEGER NOT NULL CHECK (months BETWEEN 0 AND 600),
  days INTEGER NOT NULL DEFAULT 0 CHECK (days BETWEEN 0 AND 366),
  covers TEXT NOT NULL,
  excludes TEXT NOT NULL DEFAULT '',
  how_to_claim TEXT NOT NULL DEFAULT '',
  service_months INTEGER CHECK (service_months BETWEEN 1 AND 120),
  created_at TEXT NOT NULL,
  CHECK (months + days > 0)
) STRICT;
CREATE UNIQUE INDEX guarantee_policies_product ON guarantee_policies (product_id, coalesce(applies_from, ''));

CREATE TABLE claims (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  number TEXT NOT NULL,
  customer_id INTEGER NOT NULL REFERENCES customers (id),
  sale_line_id INTEGER REFERENCES sale_lines (id),
  product_id INTEGER REFERENCES products (id),
  claimed_at TEXT NOT NULL,
  problem TEXT NOT NULL,
  ends_on TEXT,
  verdict TEXT NOT NULL CHECK (verdict IN ('covered', 'expired', 'excluded', 'goodwill')),
  remedy TEXT NOT NULL CHECK (remedy IN ('repair', 'replace', 'refund', 'none')),
  promised_on TEXT,
  cost_minor INTEGER NOT NULL DEFAULT 0 CHECK (cost_minor >= 0),
  done_at TEXT,
  note TEXT,
  complaint_id INTEGER REFERENCES complaints (id),
  created_at TEXT NOT NULL,
  deleted_at TEXT
) STRICT;
CREATE INDEX claims_customer ON claims (customer_id, claimed_at DESC, id DESC);
CREATE INDEX claims_claimed ON claims (claimed_at DESC, id DESC) WHERE deleted_at IS NULL;
CREATE INDEX claims_open ON claims (promised_on, id) WHERE done_at IS NULL AND deleted_at IS NULL;
CREATE INDEX claims_product ON claims (product_id, claimed_at) WHERE product_id IS NOT NULL;
CREATE INDEX claims_sale_line ON claims (sale_line_id) WHERE sale_line_id IS NOT NULL;
CREATE INDEX claims_complaint ON claims (complaint_id) WHERE complaint_id IS NOT NULL;

CREATE INDEX journal_record ON journal (owner_id) WHERE owner_id IS NOT NULL
  AND entity IN ('customers', 'contact_points', 'customer_identifiers', 'addresses', 'customer_tags');

CREATE TABLE notices (
  key TEXT PRIMARY KEY,
  said_at TEXT NOT NULL
) STRICT, WITHOUT ROWID;

CREATE VIRTUAL TABLE complaint_words USING fts5 (
  number, title, words, content = 'complaints', content_rowid = 'id',
  tokenize = "unicode61 remove_diacritics 2", prefix = '2 3', columnsize = 0
);
INSERT INTO complaint_words (complaint_words, rank) VALUES ('secure-delete', 1);
CREATE TRIGGER complaints_found AFTER INSERT ON complaints BEGIN
  INSERT INTO complaint_words (rowid, number, title, words) VALUES (NEW.id, NEW.number, NEW.title, NEW.words);
END;
CREATE TRIGGER complaints_lost AFTER DELETE ON complaints BEGIN
  INSERT INTO complaint_words (complaint_words, rowid, number, title, words)
    VALUES ('delete', OLD.id, OLD.number, OLD.title, OLD.words);
END;
CREATE TRIGGER complaints_reworded AFTER UPDATE OF number, title, words ON complaints BEGIN
  INSERT INTO complaint_words (complaint_words, rowid, number, title, words)
    VALUES ('delete', OLD.id, OLD.number, OLD.title, OLD.words);
  INSERT INTO complaint_words (rowid, number, title, words) VALUES (NEW.id, NEW.number, NEW.title, NEW.words);
END;
`;
