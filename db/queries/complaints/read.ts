import { sql } from 'kysely';
import type { ComplaintFacts } from '#shared/contract/complaints-facts.ts';
import type { ComplaintState, Severity } from '#shared/domain/vocabulary/complaints.ts';
import type { ReadHandle } from '../../file/client.ts';
import { idList } from '../customers/id-list.ts';
import { calledName } from '../customers/name.ts';
import { hasComeBack } from './filter.ts';

/** A row of the queue as stored; what the clock says is counted from it. */
export interface QueueRow {
  readonly id: number;
  readonly number: string;
  readonly title: string;
  readonly kind: ComplaintFacts['kind'];
  readonly customerId: number | null;
  readonly customerName: string | null;
  readonly severity: Severity;
  readonly state: ComplaintState;
  readonly receivedAt: string;
  readonly hasTime: number;
  readonly answerDueAt: string;
  readonly resolutionDueAt: string;
  readonly answeredAt: string | null;
  readonly resolvedAt: string | null;
  readonly closedAt: string | null;
  readonly cause: string | null;
  readonly product: string | null;
  readonly handledBy: string | null;
  readonly cameBack: number;
  /** Day due and instant of writing of the first open action. */
  readonly openAction: string | null;
  readonly openActionSince: string | null;
  /** Day to look at, and day done, of the first action not looked at. */
  readonly uncheckedAction: string | null;
  readonly uncheckedActionSince: string | null;
}

const open = sql`FROM corrective_actions x WHERE x.complaint_id = c.id AND x.done_on IS NULL
  ORDER BY x.due_on, x.id LIMIT 1`;
const unchecked = sql`FROM corrective_actions x WHERE x.complaint_id = c.id
  AND x.done_on IS NOT NULL AND x.checked_on IS NULL ORDER BY x.check_on, x.id LIMIT 1`;

/** The rows of the queue with these ids, in their order. */
export async function readQueueRows(db: ReadHandle, ids: readonly number[]): Promise<QueueRow[]> {
  const found = await sql<QueueRow>`
    SELECT c.id, c.number, c.title, c.kind, c.customer_id AS customerId, ${calledName('u')} AS customerName,
      c.severity, c.state, c.received_at AS receivedAt, c.has_time AS hasTime,
      c.answer_due_at AS answerDueAt, c.resolution_due_at AS resolutionDueAt,
      c.answered_at AS answeredAt, c.resolved_at AS resolvedAt, c.closed_at AS closedAt,
      c.cause, p.name AS product, c.handled_by AS handledBy, ${hasComeBack} AS cameBack,
      (SELECT x.due_on ${open}) AS openAction, (SELECT x.created_at ${open}) AS openActionSince,
      (SELECT x.check_on ${unchecked}) AS uncheckedAction,
      (SELECT x.done_on ${unchecked}) AS uncheckedActionSince
    FROM complaints c LEFT JOIN customers u ON u.id = c.customer_id
      LEFT JOIN products p ON p.id = c.product_id
    WHERE c.id IN ${idList(ids)}`.execute(db);
  const byId = new Map(found.rows.map((row) => [row.id, row]));
  return ids.flatMap((id) => byId.get(id) ?? []);
}

/** Causes and people in use, most used first; a cause as it was last written. */
export async function complaintWords(
  db: ReadHandle,
): Promise<{ causes: string[]; handlers: string[] }> {
  const causes = await sql<{ cause: string }>`
    SELECT cause, max(id), count(*) AS uses FROM complaints
    WHERE cause_key IS NOT NULL AND deleted_at IS NULL
    GROUP BY cause_key ORDER BY uses DESC, cause_key LIMIT 100`.execute(db);
  const handlers = await sql<{ name: string }>`
    SELECT name FROM (
      SELECT handled_by AS name FROM complaints WHERE deleted_at IS NULL
      UNION ALL SELECT owner FROM corrective_actions
      UNION ALL SELECT handled_by FROM interactions
        WHERE complaint_id IS NOT NULL AND deleted_at IS NULL)
    WHERE name <> '' GROUP BY name ORDER BY count(*) DESC, name LIMIT 100`.execute(db);
  return {
    causes: causes.rows.map(({ cause }) => cause),
    handlers: handlers.rows.map(({ name }) => name),
  };
}
