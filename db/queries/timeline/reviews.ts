import { sql } from 'kysely';
import type { ReadHandle } from '../../file/client.ts';
import { beyond, type SourcePage } from './source.ts';

export interface ReviewLine {
  id: number;
  postedOn: string;
  platform: string;
  rating: number | null;
  text: string;
  isAnswered: 0 | 1;
}

/** Public reviews by one customer, newest first: few, so they are sorted when they are read. */
export async function timelineReviews(db: ReadHandle, page: SourcePage): Promise<ReviewLine[]> {
  const later = beyond(page.after, sql`posted_on`, sql`id`);
  const found = await sql<ReviewLine>`
    SELECT id, posted_on AS postedOn, platform, rating, text, answered_at IS NOT NULL AS isAnswered
    FROM reviews WHERE customer_id = ${page.customerId} AND deleted_at IS NULL ${later}
    ORDER BY posted_on DESC, id DESC LIMIT ${page.limit}`.execute(db);
  return found.rows;
}
