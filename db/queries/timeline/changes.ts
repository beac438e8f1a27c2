import { sql } from 'kysely';
import type { ReadHandle } from '../../file/client.ts';
import { customerRecord } from '../../table-facts.ts';
import type { SearchPage } from './source.ts';

/** A row as a batch found and left it. */
export interface ChangedRow {
  readonly entity: string;
  readonly before: string | null;
  readonly after: string | null;
}

/** A batch of the owner's that changed what is known about the customer. */
export interface ChangeLine {
  readonly id: number;
  /** The id of its first journal row here: where the walk goes on. */
  readonly key: string;
  readonly kind: 'create' | 'edit' | 'delete' | 'undo';
  readonly at: string;
  readonly undoneAt: string | null;
  readonly rows: ChangedRow[];
}

interface Step extends ChangedRow {
  journalId: number;
  batchId: number;
  isOwn: 0 | 1;
  kind: ChangeLine['kind'] | 'import';
  at: string;
  undoneAt: string | null;
}

/** Tables that hold a customer's own record; what was done with them is written elsewhere. */
export const ownRecord = sql`(${sql.join(customerRecord.map((table) => sql.lit(table)))})`;

const stepRows = 400;

/** The journal rows of a customer before one, newest first. */
async function walk(
  db: ReadHandle,
  customerId: number,
  before: number,
  isBounded: boolean,
): Promise<Step[]> {
  // Towards a bound every row is looked at, so that the walk sees when it is there.
  const only = isBounded ? sql`` : sql`AND j.entity IN ${ownRecord}`;
  const isOwn = sql`j.entity IN ${ownRecord}`;
  const found = await sql<Step>`
    SELECT j.id AS journalId, j.batch_id AS batchId, ${isOwn} AS isOwn, j.entity,
      CASE WHEN ${isOwn} THEN j.before END AS before, CASE WHEN ${isOwn} THEN j.after END AS after,
      b.kind, b.at, b.undone_at AS undoneAt
    FROM journal j CROSS JOIN batches b ON b.id = j.batch_id
    WHERE j.owner_id = ${customerId} AND j.id < ${before} ${only}
    ORDER BY j.id DESC LIMIT ${stepRows}`.execute(db);
  return found.rows;
}

/** Rows of one batch follow each other in the journal: one writer writes a batch at a time. */
function gather(lines: ChangeLine[], step: Step): void {
  const { entity, before, after, kind } = step;
  if (step.isOwn === 0 || kind === 'import') return;
  const last = lines.at(-1);
  const rows = last?.id === step.batchId ? last.rows : [];
  rows.unshift({ entity, before, after });
  const { batchId, journalId, at, undoneAt } = step;
  const line = { id: batchId, key: String(journalId), kind, at, undoneAt, rows };
  if (last?.id === step.batchId) lines[lines.length - 1] = line;
  else lines.push(line);
}

export interface ChangeLines {
  readonly lines: ChangeLine[];
  /** Everything from this journal row on was looked at; null: down to the beginning. */
  readonly reached: string | null;
}

/**
 * Changes of one customer's own record, newest first. The walk stops at `since` (an instant; null:
 * at the beginning) even when fewer than `limit` were found.
 */
export async function timelineChanges(db: ReadHandle, page: SearchPage): Promise<ChangeLines> {
  const { customerId, after, limit, since } = page;
  const lines: ChangeLine[] = [];
  let before = after === null ? Number.MAX_SAFE_INTEGER : Number(after.key);
  for (;;) {
    const steps = await walk(db, customerId, before, since !== null);
    for (const step of steps) {
      const isFull = lines.length === limit && lines.at(-1)?.id !== step.batchId;
      if (isFull || (since !== null && step.at < since))
        return { lines, reached: String(step.journalId + 1) };
      gather(lines, step);
    }
    before = steps.at(-1)?.journalId ?? 0;
    if (steps.length < stepRows) return { lines, reached: null };
  }
}
