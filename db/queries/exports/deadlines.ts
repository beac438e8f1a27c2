import { sql } from 'kysely';
import type { ReadHandle } from '../../file/client.ts';
import { calledName } from '../customers/name.ts';

/** What of a complaint is waited for, and until when. */
export interface ComplaintDeadline {
  readonly id: number;
  readonly number: string;
  readonly title: string;
  readonly createdAt: string;
  /** Null: of nobody known. */
  readonly who: string | null;
  readonly phone: string | null;
  /** An instant; null: it was answered. */
  readonly answerDueAt: string | null;
  /** An instant; null: it was resolved. */
  readonly resolutionDueAt: string | null;
}

/** Complaints after one, by id, in which something is still waited for. */
export async function complaintDeadlines(
  db: ReadHandle,
  after: number,
  limit: number,
): Promise<ComplaintDeadline[]> {
  const { rows } = await sql<ComplaintDeadline>`
    SELECT k.id, k.number, k.title, k.created_at AS createdAt, ${calledName('c')} AS who,
      (SELECT value FROM contact_points WHERE customer_id = c.id AND kind = 'phone'
        ORDER BY position LIMIT 1) AS phone,
      CASE WHEN k.answered_at IS NULL THEN k.answer_due_at END AS answerDueAt,
      CASE WHEN k.resolved_at IS NULL THEN k.resolution_due_at END AS resolutionDueAt
    FROM complaints k LEFT JOIN customers c ON c.id = k.customer_id
    WHERE k.id > ${after} AND k.deleted_at IS NULL AND k.state <> 'closed'
      AND (k.answered_at IS NULL OR k.resolved_at IS NULL)
    ORDER BY k.id LIMIT ${limit}`.execute(db);
  return rows;
}

/** What sales are called and when each was written, by id. */
export async function saleMarks(
  db: ReadHandle,
  ids: readonly number[],
): Promise<ReadonlyMap<number, { readonly number: string | null; readonly createdAt: string }>> {
  const { rows } = await sql<{ id: number; number: string | null; createdAt: string }>`
    SELECT s.id, s.number, s.created_at AS createdAt
    FROM json_each(${JSON.stringify(ids)}) wanted CROSS JOIN sales s ON s.id = wanted.value`.execute(
    db,
  );
  return new Map(rows.map(({ id, ...mark }) => [id, mark]));
}
