import type { Generated } from 'kysely';
import type {
  ActionVerdict,
  CompensationKind,
  ComplaintKind,
  ComplaintMove,
  ComplaintState,
  Severity,
} from '#shared/domain/vocabulary/complaints.ts';
import type { Channel } from '#shared/domain/vocabulary/interactions.ts';
import type { Flag, Id } from './column-types.ts';
import type { EntriesOf } from './table-entry.ts';

export interface ComplaintsTable {
  id: Id;
  number: string;
  kind: Generated<ComplaintKind>;
  customer_id: number | null;
  channel: Channel;
  severity: Severity;
  title: string;
  words: Generated<string>;
  product_id: number | null;
  sale_id: number | null;
  state: ComplaintState;
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
  move: 'receive' | ComplaintMove;
  from_state: string | null;
  to_state: string;
  at: string;
  note: string | null;
}

export interface CompensationsTable {
  id: Id;
  complaint_id: number;
  customer_id: number | null;
  kind: CompensationKind;
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
  verdict: ActionVerdict | null;
  created_at: string;
}

export interface ComplaintsSchema {
  complaints: ComplaintsTable;
  complaint_events: ComplaintEventsTable;
  compensations: CompensationsTable;
  corrective_actions: CorrectiveActionsTable;
}

export const complaintsTables = {
  complaints: {
    area: 'complaints',
    holds: 'own',
    carries: ['import_id', 'created_at', 'deleted_at'],
    refersTo: {
      customer_id: 'customers',
      product_id: 'products',
      sale_id: 'sales',
      came_back_from: 'complaints',
    },
    plan: [
      'id',
      'number',
      'kind',
      'customer_id',
      'channel',
      'severity',
      'title',
      'words',
      'product_id',
      'sale_id',
      'state',
      'received_at',
      'has_time',
      'answer_due_at',
      'resolution_due_at',
      'answered_at',
      'answer',
      'cause',
      'cause_key',
      'cause_note',
      'diagnosed_at',
      'solution',
      'resolved_at',
      'is_first_contact',
      'improved_at',
      'closed_at',
      'handled_by',
    ],
    holdsTogether: true,
    fillsShop: true,
    label: 'number',
  },
  complaint_events: {
    area: 'complaints',
    holds: 'own',
    partOf: { column: 'complaint_id', table: 'complaints' },
    plan: ['id', 'complaint_id', 'move', 'from_state', 'to_state', 'at', 'note'],
  },
  compensations: {
    area: 'complaints',
    holds: 'own',
    carries: ['import_id'],
    partOf: { column: 'complaint_id', table: 'complaints' },
    refersTo: { customer_id: 'customers' },
    plan: [
      'id',
      'complaint_id',
      'customer_id',
      'kind',
      'amount_minor',
      'cost_minor',
      'is_within_authority',
      'given_on',
      'note',
    ],
  },
  corrective_actions: {
    area: 'complaints',
    holds: 'own',
    carries: ['created_at'],
    partOf: { column: 'complaint_id', table: 'complaints' },
  },
} as const satisfies EntriesOf<ComplaintsSchema>;
