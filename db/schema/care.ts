import type { ColumnType, Generated } from 'kysely';

type Id = ColumnType<number, number | undefined, never>;
type Flag = 0 | 1;

export interface InteractionsTable {
  id: Id;
  customer_id: number;
  channel:
    | 'visit'
    | 'call'
    | 'whatsapp'
    | 'email'
    | 'sms'
    | 'letter'
    | 'social'
    | 'marketplace'
    | 'other';
  direction: 'in' | 'out';
  topic: Generated<'contact' | 'suggestion' | 'criticism' | 'need'>;
  happened_at: string;
  has_time: Generated<Flag>;
  text: Generated<string>;
  outcome: 'reached' | 'no-answer' | 'waiting' | 'ordered' | 'declined' | null;
  handled_by: string | null;
  complaint_id: number | null;
  import_id: number | null;
  created_at: string;
  deleted_at: string | null;
}

export interface FollowUpsTable {
  id: Id;
  customer_id: number;
  cause: 'own' | 'proactive' | 'service' | 'birthday' | 'complaint' | 'review' | 'guarantee';
  reason: Generated<string>;
  first_due_on: string;
  due_on: string;
  due_time: string | null;
  repeat_every: number | null;
  repeat_unit: 'day' | 'week' | 'month' | 'year' | null;
  done_at: string | null;
  done_on: string | null;
  complaint_id: number | null;
  review_id: number | null;
  import_id: number | null;
  created_at: string;
  deleted_at: string | null;
}

export interface ComplaintsTable {
  id: Id;
  number: string;
  kind: Generated<'customer' | 'employee' | 'regulator'>;
  customer_id: number | null;
  channel:
    | 'visit'
    | 'call'
    | 'whatsapp'
    | 'email'
    | 'sms'
    | 'letter'
    | 'social'
    | 'marketplace'
    | 'other';
  severity: 'light' | 'medium' | 'severe';
  title: string;
  words: Generated<string>;
  product_id: number | null;
  sale_id: number | null;
  state: 'received' | 'answered' | 'diagnosed' | 'resolved' | 'improved' | 'closed';
  received_at: string;
  has_time: Generated<Flag>;
  answer_due_at: string;
  resolution_due_at: string;
  answered_at: string | null;
  answer: string | null;
  cause: string | null;
  cause_key: string | null;
  cause_note: string | null;
  diagnosed_at: string | null;
  solution: string | null;
  resolved_at: string | null;
  is_first_contact: Generated<Flag>;
  no_action_reason: string | null;
  improved_at: string | null;
  closed_at: string | null;
  reopened: Generated<number>;
  came_back_from: number | null;
  handled_by: string | null;
  import_id: number | null;
  created_at: string;
  deleted_at: string | null;
}

export interface ComplaintEventsTable {
  id: Id;
  complaint_id: number;
  move: 'receive' | 'answer' | 'diagnose' | 'resolve' | 'improve' | 'close' | 'reopen' | 'recur';
  from_state: string | null;
  to_state: string;
  at: string;
  note: string | null;
}

export interface CompensationsTable {
  id: Id;
  complaint_id: number;
  customer_id: number | null;
  kind: 'return' | 'discount' | 'voucher' | 'refund' | 'replacement' | 'other';
  amount_minor: number;
  cost_minor: number;
  is_within_authority: Flag;
  approved_by: string | null;
  given_on: string;
  valid_until: string | null;
  used_on: string | null;
  note: string | null;
  import_id: number | null;
}

export interface CorrectiveActionsTable {
  id: Id;
  complaint_id: number;
  what: string;
  owner: Generated<string>;
  due_on: string;
  check_on: string;
  done_on: string | null;
  checked_on: string | null;
  verdict: 'held' | 'came-back' | null;
  created_at: string;
}

export interface SavedFiltersTable {
  id: Id;
  area: 'complaints';
  name: string;
  filter: string;
  created_at: string;
}

export interface ReviewsTable {
  id: Id;
  customer_id: number | null;
  platform:
    | 'google'
    | 'shopee'
    | 'tokopedia'
    | 'tiktok'
    | 'gofood'
    | 'grabfood'
    | 'instagram'
    | 'facebook'
    | 'other';
  author: Generated<string>;
  rating: number | null;
  text: Generated<string>;
  url: string | null;
  posted_on: string;
  answer: string | null;
  answered_at: string | null;
  complaint_id: number | null;
  revision_asked_on: string | null;
  revised_on: string | null;
  revised_rating: number | null;
  import_id: number | null;
  created_at: string;
  deleted_at: string | null;
}

export interface ReplyTemplatesTable {
  id: Id;
  name: string;
  language: 'id' | 'en';
  thanks: string;
  standard: string;
  amends: string;
  created_at: string;
}

export interface ReplyDraftsTable {
  id: Id;
  complaint_id: number | null;
  review_id: number | null;
  text: string;
  started_at: string;
  updated_at: string;
}

export interface GuaranteePoliciesTable {
  id: Id;
  product_id: number;
  applies_from: string | null;
  months: number;
  days: Generated<number>;
  covers: string;
  excludes: Generated<string>;
  how_to_claim: Generated<string>;
  service_months: number | null;
  created_at: string;
}

export interface ClaimsTable {
  id: Id;
  number: string;
  customer_id: number;
  sale_line_id: number | null;
  product_id: number | null;
  claimed_at: string;
  problem: string;
  ends_on: string | null;
  verdict: 'covered' | 'expired' | 'excluded' | 'goodwill';
  remedy: 'repair' | 'replace' | 'refund' | 'none';
  promised_on: string | null;
  cost_minor: Generated<number>;
  done_at: string | null;
  note: string | null;
  complaint_id: number | null;
  created_at: string;
  deleted_at: string | null;
}

export interface NoticesTable {
  key: string;
  said_at: string;
}

/** The tables of contacts, complaints, replies and guarantees. */
export interface CareSchema {
  interactions: InteractionsTable;
  follow_ups: FollowUpsTable;
  complaints: ComplaintsTable;
  complaint_events: ComplaintEventsTable;
  compensations: CompensationsTable;
  corrective_actions: CorrectiveActionsTable;
  saved_filters: SavedFiltersTable;
  reviews: ReviewsTable;
  reply_templates: ReplyTemplatesTable;
  reply_drafts: ReplyDraftsTable;
  guarantee_policies: GuaranteePoliciesTable;
  claims: ClaimsTable;
  notices: NoticesTable;
}
