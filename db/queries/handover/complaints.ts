import { sql } from 'kysely';
import { complaintStates } from '#shared/domain/vocabulary/complaints.ts';
import type { ReadHandle } from '../../file/client.ts';
import { isShown } from '../complaints/filter.ts';
import { idList } from '../customers/id-list.ts';

const openStates = complaintStates.filter((state) => state !== 'closed');

/** Every complaint that is not closed, and whose customer is not in the trash. */
export async function openComplaintIds(db: ReadHandle): Promise<number[]> {
  const found = await sql<{ id: number }>`SELECT c.id FROM complaints c
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
    SELECT c.id, p.id AS productId, c.answer, c.solution FROM complaints c
    LEFT JOIN products p ON p.id = c.product_id AND p.deleted_at IS NULL
    WHERE c.id IN ${idList(ids)}`.execute(db);
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
    SELECT complaint_id AS complaintId, what, owner, due_on AS dueOn FROM corrective_actions
    WHERE complaint_id IN ${idList(ids)} AND done_on IS NULL ORDER BY due_on, id`.execute(db);
  return found.rows;
}

export interface OpenVoucher {
  readonly complaintId: number;
  readonly amountMinor: number;
  readonly validUntil: string | null;
}

/** Vouchers given for them that are not used and still hold on a day. */
export async function openVouchersOf(
  db: ReadHandle,
  ids: readonly number[],
  on: string,
): Promise<OpenVoucher[]> {
  const found = await sql<OpenVoucher>`
    SELECT complaint_id AS complaintId, amount_minor AS amountMinor, valid_until AS validUntil
    FROM compensations WHERE complaint_id IN ${idList(ids)} AND kind = 'voucher'
      AND used_on IS NULL AND (valid_until IS NULL OR valid_until >= ${on}) ORDER BY id`.execute(
    db,
  );
  return found.rows;
}
