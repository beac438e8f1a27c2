import { sql } from 'kysely';
import type { FollowUp } from '#shared/contract/follow-ups.ts';
import type { ComplaintId, CustomerId, FollowUpId, ProspectId, ReviewId } from '#shared/ids.ts';
import type { ReadHandle } from '../../file/client.ts';
import type { FollowUpsTable } from '../../schema/interactions.ts';

interface Stored {
  id: number;
  customer_id: number;
  cause: FollowUpsTable['cause'];
  reason: string;
  first_due_on: string;
  due_on: string;
  due_time: string | null;
  repeat_every: number | null;
  repeat_unit: FollowUpsTable['repeat_unit'];
  done_at: string | null;
  complaint_id: number | null;
  review_id: number | null;
  prospect_id: number | null;
  created_at: string;
}

/** One contact-again date with what its series goes by. */
export interface StoredFollowUp extends FollowUp {
  readonly isDone: boolean;
  /** ISO instant. */
  readonly createdAt: string;
}

const columns = [
  'id',
  'customer_id',
  'cause',
  'reason',
  'first_due_on',
  'due_on',
  'due_time',
  'repeat_every',
  'repeat_unit',
  'done_at',
  'complaint_id',
  'review_id',
  'prospect_id',
  'created_at',
] as const;

function toFollowUp(row: Stored): FollowUp {
  const { repeat_every: every, repeat_unit: unit } = row;
  return {
    id: row.id as FollowUpId,
    customerId: row.customer_id as CustomerId,
    dueOn: row.due_on,
    dueTime: row.due_time,
    reason: row.reason,
    cause: row.cause,
    repeat: every === null || unit === null ? null : { every, unit },
    firstDueOn: row.first_due_on,
    complaintId: row.complaint_id as ComplaintId | null,
    reviewId: row.review_id as ReviewId | null,
    prospectId: row.prospect_id as ProspectId | null,
  };
}

/** One date, kept or not; null when there is none, or it is in the trash. */
export async function readFollowUp(db: ReadHandle, id: number): Promise<StoredFollowUp | null> {
  const row = await db
    .selectFrom('follow_ups')
    .select(columns)
    .where('id', '=', id)
    .where('deleted_at', 'is', null)
    .executeTakeFirst();
  if (row === undefined) return null;
  return { ...toFollowUp(row), isDone: row.done_at !== null, createdAt: row.created_at };
}

/** The open dates of one customer, the next first. */
export async function openFollowUpsOf(db: ReadHandle, customerId: number): Promise<FollowUp[]> {
  const rows = await db
    .selectFrom('follow_ups')
    .select(columns)
    .where('customer_id', '=', customerId)
    .where('done_at', 'is', null)
    .where('deleted_at', 'is', null)
    .orderBy('due_on')
    .orderBy('due_time', (order) => order.asc().nullsLast())
    .orderBy('id')
    .execute();
  return rows.map(toFollowUp);
}

/** The first day of the date whose keeping made this one in a series; null: it began the series. */
export async function madeBy(
  db: ReadHandle,
  one: StoredFollowUp,
): Promise<{ firstDueOn: string; createdAt: string } | null> {
  if (one.repeat === null) return null;
  const row = await db
    .selectFrom('follow_ups')
    .select(['first_due_on as firstDueOn', 'created_at as createdAt'])
    .where('customer_id', '=', one.customerId)
    .where('done_at', '=', one.createdAt)
    .where('first_due_on', '<', one.firstDueOn)
    .where('repeat_every', '=', one.repeat.every)
    .where('repeat_unit', '=', one.repeat.unit)
    .where('cause', '=', one.cause)
    .orderBy('first_due_on', 'desc')
    .limit(1)
    .executeTakeFirst();
  return row ?? null;
}

/** Whether a birthday was made a date of, kept or put off, even if that was thrown away. */
export async function hasBirthdayDate(
  db: ReadHandle,
  customerId: number,
  on: string,
): Promise<boolean> {
  const found = await sql<{ id: number }>`
    SELECT id FROM follow_ups
    WHERE customer_id = ${customerId} AND cause = 'birthday' AND first_due_on = ${on}
    LIMIT 1`.execute(db);
  return found.rows.length > 0;
}

/** The birthday of a customer who is not in the trash; null: not known, or no such customer. */
export async function birthdayOf(db: ReadHandle, customerId: number): Promise<string | null> {
  const row = await db
    .selectFrom('customers')
    .select('birthday_on')
    .where('id', '=', customerId)
    .where('deleted_at', 'is', null)
    .executeTakeFirst();
  return row?.birthday_on ?? null;
}

export interface KeptCounts {
  readonly due: number;
  readonly onTime: number;
  readonly late: number;
  readonly open: number;
}

/** A date, and what became of it. */
export interface KeptDate {
  readonly id: FollowUpId;
  readonly customerId: CustomerId;
  readonly name: string;
  readonly firstDueOn: string;
  readonly doneOn: string | null;
  readonly how: 'onTime' | 'late' | 'open';
}

const becameOf = sql<KeptDate['how']>`CASE WHEN f.done_on IS NULL THEN 'open'
  WHEN f.done_on <= f.first_due_on THEN 'onTime' ELSE 'late' END`;

/** Dates first due in a span, the latest first, as `countKept` counts them. `how` null: all. */
export async function keptDates(
  db: ReadHandle,
  span: { from: string; to: string },
  { how, limit }: { readonly how: KeptDate['how'] | null; readonly limit: number },
): Promise<KeptDate[]> {
  const only = how === null ? sql`` : sql`AND ${becameOf} = ${how}`;
  const found = await sql<KeptDate>`
    SELECT f.id, f.customer_id AS customerId, c.name, f.first_due_on AS firstDueOn,
      f.done_on AS doneOn, ${becameOf} AS how
    FROM follow_ups f JOIN customers c ON c.id = f.customer_id AND c.deleted_at IS NULL
    WHERE f.deleted_at IS NULL AND f.first_due_on BETWEEN ${span.from} AND ${span.to} ${only}
    ORDER BY f.first_due_on DESC, f.id DESC LIMIT ${limit}
    `.execute(db);
  return found.rows;
}

/** Dates first due in a span of days, by what became of them; a walk over all of them. */
export async function countKept(
  db: ReadHandle,
  span: { from: string; to: string },
  cause: 'proactive' | null,
): Promise<KeptCounts> {
  const only = cause === null ? sql`` : sql`AND f.cause = ${cause}`;
  const found = await sql<KeptCounts>`
    SELECT count(*) AS due,
      coalesce(sum(f.done_on <= f.first_due_on), 0) AS onTime,
      coalesce(sum(f.done_on > f.first_due_on), 0) AS late,
      coalesce(sum(f.done_on IS NULL), 0) AS open
    FROM follow_ups f JOIN customers c ON c.id = f.customer_id AND c.deleted_at IS NULL
    WHERE f.deleted_at IS NULL AND f.first_due_on BETWEEN ${span.from} AND ${span.to} ${only}
    `.execute(db);
  return found.rows[0] ?? { due: 0, onTime: 0, late: 0, open: 0 };
}
