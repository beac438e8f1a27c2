import { sql } from 'kysely';
import type { Topic } from '#shared/domain/vocabulary/interactions.ts';
import type { ReadHandle } from '../../file/client.ts';
import { called } from '../customers/name.ts';

/** A topic that the owner collects. */
type Voice = Exclude<Topic, 'contact'>;

/** From the first instant up to the second, which is not in it. */
export interface InstantSpan {
  readonly from: string;
  readonly until: string;
}

export interface VoiceRow {
  readonly id: number;
  readonly customerId: number;
  readonly customerName: string;
  readonly topic: Voice;
  readonly happenedAt: string;
  readonly text: string;
}

const saidIn = (topic: Voice, span: InstantSpan) => sql`
  FROM interactions i JOIN customers c ON c.id = i.customer_id AND c.deleted_at IS NULL
  WHERE i.topic <> 'contact' AND i.deleted_at IS NULL AND i.topic = ${topic}
    AND i.happened_at >= ${span.from} AND i.happened_at < ${span.until}`;

/** How often one kind of thing was said. */
export async function countVoices(
  db: ReadHandle,
  topic: Voice,
  span: InstantSpan,
): Promise<number> {
  const found = await sql<{ count: number }>`
    SELECT count(*) AS count ${saidIn(topic, span)}`.execute(db);
  return found.rows[0]?.count ?? 0;
}

/** What was said of one kind, newest first. */
export async function listVoices(
  db: ReadHandle,
  topic: Voice,
  span: InstantSpan,
  limit: number,
): Promise<VoiceRow[]> {
  const found = await sql<VoiceRow>`
    SELECT i.id, i.customer_id AS customerId, ${called} AS customerName, i.topic,
      i.happened_at AS happenedAt, i.text
    ${saidIn(topic, span)} ORDER BY i.happened_at DESC LIMIT ${limit}`.execute(db);
  return found.rows;
}
