import { sql } from 'kysely';
import type { ReadHandle } from '../../file/client.ts';
import type { ComplaintsTable } from '../../schema/complaints.ts';
import { beyond, type SourcePage } from './source.ts';

export interface ComplaintLine {
  id: number;
  at: string;
  hasTime: 0 | 1;
  number: string;
  title: string;
  state: ComplaintsTable['state'];
  severity: ComplaintsTable['severity'];
  solution: string | null;
  compensationMinor: number;
}

/** Complaints of one customer, newest first, with what compensation they were given. */
export async function timelineComplaints(
  db: ReadHandle,
  page: SourcePage,
): Promise<ComplaintLine[]> {
  const later = beyond(page.after, sql`c.received_at`, sql`c.id`);
  const found = await sql<ComplaintLine>`
    SELECT c.id, c.received_at AS at, c.has_time AS hasTime, c.number, c.title, c.state, c.severity,
      c.solution, (SELECT coalesce(sum(amount_minor), 0) FROM compensations
        WHERE complaint_id = c.id) AS compensationMinor
    FROM complaints c
    WHERE c.customer_id = ${page.customerId} AND c.deleted_at IS NULL ${later}
    ORDER BY c.received_at DESC, c.id DESC LIMIT ${page.limit}`.execute(db);
  return found.rows;
}
