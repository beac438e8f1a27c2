import { sql } from 'kysely';
import { complaintStates } from '#shared/domain/vocabulary/complaints.ts';
import type { ReadHandle } from '../../file/client.ts';
import { isShown } from '../complaints/filter.ts';

/** These ids as rows, `wanted.value`. */
function each(ids: readonly number[]) {
  return sql`json_each(${JSON.stringify(ids)}) wanted`;
}

const openStates = complaintStates.filter((state) => state !== 'closed');

/** Every complaint that is not closed, and whose customer is not in the trash. */
export async function openComplaintIds(db: ReadHandle): Promise<number[]> {
  const found = await sql<{ id: number }>`SELECT c.id FROM complaints c INDEXED BY complaints_state
    WHERE c.state IN (${sql.join(openStates.map((state) => sql.lit(state)))}) AND ${isShown}
    ORDER BY c.id`.execute(db);
  return found.rows.map(({ id }) => id);
}

/** What of a complaint the queue does not say. */
export interface ToldRow {
  readonly id: number;
  readonly productId: number | null;
  readonly answer: string | null;
  readonly solution: string | null;
}

/** What was told to those whose complaints they are. */
export async function toldOf(db: ReadHandle, ids: readonly number[]): Promise<ToldRow[]> {
  const found = await sql<ToldRow>`
    SELECT c.id, p.id AS productId, c.answer, c.solution
    FROM ${each(ids)} CROSS JOIN complaints c ON c.id = wanted.value
    LEFT JOIN products p ON p.id = c.product_id AND p.deleted_at IS NULL`.execute(db);
  return found.rows;
}

export interface OpenAction {
  readonly complaintId: number;
  readonly what: string;
  readonly owner: string;
  readonly dueOn: string;
}

/** What is still to be changed because of them, the first due first. */
export async function openActionsOf(db: ReadHandle, ids: readonly number[]): Promise<OpenAction[]> {
  const found = await sql<OpenAction>`
    SELECT x.complaint_id AS complaintId, x.what, x.owner, x.due_on AS dueOn
    FROM ${each(ids)} CROSS JOIN corrective_actions x
      INDEXED BY corrective_actions_complaint ON x.complaint_id = wanted.value
    WHERE x.done_on IS NULL ORDER BY x.due_on, x.id`.execute(db);
  return found.rows;
}

export interface OpenVoucher {
  readonly complaintId: number;
  readonly amountMinor: number;
  readonly validUntil: string | null;
}

/** Whether `compensations AS o` is a voucher that was not used and still holds on a day. */
function isGood(on: string) {
  return sql`o.kind = 'voucher' AND o.used_on IS NULL
    AND (o.valid_until IS NULL OR o.valid_until >= ${on})`;
}

/** Vouchers given for them that are not used and still hold on a day. */
export async function openVouchersOf(
  db: ReadHandle,
  ids: readonly number[],
  on: string,
): Promise<OpenVoucher[]> {
  const found = await sql<OpenVoucher>`
    SELECT o.complaint_id AS complaintId, o.amount_minor AS amountMinor,
      o.valid_until AS validUntil
    FROM ${each(ids)} CROSS JOIN compensations o
      INDEXED BY compensations_complaint ON o.complaint_id = wanted.value
    WHERE ${isGood(on)} ORDER BY o.id`.execute(db);
  return found.rows;
}

/** Vouchers like these that were given for complaints which are closed: how many, and what they come to. */
export async function closedVouchers(
  db: ReadHandle,
  on: string,
): Promise<{ count: number; amountMinor: number }> {
  const found = await sql<{ count: number; amountMinor: number }>`
    SELECT count(*) AS count, coalesce(sum(o.amount_minor), 0) AS amountMinor
    FROM complaints c INDEXED BY complaints_state CROSS JOIN compensations o
      INDEXED BY compensations_complaint ON o.complaint_id = c.id
    WHERE c.state = 'closed' AND ${isShown} AND ${isGood(on)}`.execute(db);
  return found.rows[0] ?? { count: 0, amountMinor: 0 };
}
