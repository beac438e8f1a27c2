import type { Generated } from 'kysely';
import type { Channel, Direction, Outcome, Topic } from '#shared/domain/vocabulary/interactions.ts';
import type { Flag, Id } from './column-types.ts';
import type { EntriesOf } from './table-entry.ts';

export interface InteractionsTable {
  id: Id;
  customer_id: number;
  channel: Channel;
  direction: Direction;
  topic: Generated<Topic>;
  happened_at: string;
  has_time: Generated<Flag>;
  text: Generated<string>;
  outcome: Outcome | null;
  handled_by: string | null;
  complaint_id: number | null;
  /** It asked for what is owed. */
  is_reminder: Generated<Flag>;
  /** It was written in its turn. */
  campaign_id: number | null;
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
  /** Whose next step it is. */
  prospect_id: number | null;
  import_id: number | null;
  created_at: string;
  deleted_at: string | null;
}

export interface InteractionsSchema {
  interactions: InteractionsTable;
  follow_ups: FollowUpsTable;
}

export const interactionsTables = {
  interactions: {
    area: 'interactions',
    holds: 'own',
    carries: ['import_id', 'created_at', 'deleted_at'],
    refersTo: { customer_id: 'customers', complaint_id: 'complaints', campaign_id: 'campaigns' },
    plan: [
      'id',
      'customer_id',
      'channel',
      'direction',
      'topic',
      'happened_at',
      'has_time',
      'text',
      'outcome',
      'handled_by',
    ],
    manyByCustomer: 'interactions_owner',
  },
  follow_ups: {
    area: 'followUps',
    holds: 'own',
    carries: ['import_id', 'created_at', 'deleted_at'],
    refersTo: {
      customer_id: 'customers',
      complaint_id: 'complaints',
      review_id: 'reviews',
      prospect_id: 'prospects',
    },
    plan: ['id', 'customer_id', 'cause', 'reason', 'first_due_on', 'due_on', 'done_at', 'done_on'],
  },
} as const satisfies EntriesOf<InteractionsSchema>;
