import { sql } from 'kysely';
import type { Channel, Direction, Outcome, Topic } from '#shared/domain/vocabulary/interactions.ts';
import type { ReadHandle } from '../../file/client.ts';
import { beyond, type SourcePage } from './source.ts';

export interface ContactLine {
  id: number;
  at: string;
  hasTime: 0 | 1;
  channel: Channel;
  direction: Direction;
  topic: Topic;
  text: string;
  outcome: Outcome | null;
  handledBy: string | null;
  complaintId: number | null;
}

/** Contacts with one customer, newest first. */
export async function timelineContacts(db: ReadHandle, page: SourcePage): Promise<ContactLine[]> {
  const later = beyond(page.after, sql`happened_at`, sql`id`);
  const found = await sql<ContactLine>`
    SELECT id, happened_at AS at, has_time AS hasTime, channel, direction, topic, text, outcome,
      handled_by AS handledBy, complaint_id AS complaintId
    FROM interactions
    WHERE customer_id = ${page.customerId} AND deleted_at IS NULL ${later}
    ORDER BY happened_at DESC, id DESC LIMIT ${page.limit}`.execute(db);
  return found.rows;
}
