import { type RawBuilder, sql } from 'kysely';
import type { Layer } from '#shared/contract/customers.ts';
import type { FollowUpCause } from '#shared/contract/follow-ups.ts';
import type { ReadHandle } from '../../file/client.ts';
import { called } from '../customers/name.ts';

/** Days of a list, both ends in it; `from` null: from the oldest. */
export interface DaySpan {
  readonly from: string | null;
  readonly to: string;
}

export interface TodayPosition {
  readonly dueOn: string;
  /** Empty: no time of day. */
  readonly dueTime: string;
  readonly id: number;
}

export interface DueLine extends TodayPosition {
  readonly customerId: number;
  readonly cause: FollowUpCause;
  readonly reason: string;
  readonly isRepeating: 0 | 1;
}

/** Those without a time come after those of the day that have one. */
const time = sql`coalesce(f.due_time, '~')`;

function inSpan(span: DaySpan): RawBuilder<unknown> {
  const from = span.from === null ? sql`` : sql`AND f.due_on >= ${span.from}`;
  return sql`f.done_at IS NULL AND f.deleted_at IS NULL AND f.due_on <= ${span.to} ${from}`;
}

/** Open dates in order of their day; the index gives the days, a day is sorted by time. */
export async function dueLines(
  db: ReadHandle,
  request: { span: DaySpan; after: TodayPosition | null; limit: number },
): Promise<DueLine[]> {
  const { span, after, limit } = request;
  const later =
    after === null
      ? sql``
      : sql`AND f.due_on >= ${after.dueOn} AND (f.due_on, ${time}, f.id) >
          (${after.dueOn}, ${after.dueTime === '' ? '~' : after.dueTime}, ${after.id})`;
  const found = await sql<DueLine>`
    SELECT f.id, f.due_on AS dueOn, coalesce(f.due_time, '') AS dueTime,
      f.customer_id AS customerId, f.cause, f.reason, f.repeat_every IS NOT NULL AS isRepeating
    FROM follow_ups f CROSS JOIN customers c ON c.id = f.customer_id
    WHERE ${inSpan(span)} AND c.deleted_at IS NULL ${later}
    ORDER BY f.due_on, ${time}, f.id LIMIT ${limit}`.execute(db);
  return found.rows;
}

/** Open dates in a span; those of customers in the trash, who are few, are taken off. */
export async function countDue(db: ReadHandle, span: DaySpan): Promise<number> {
  const found = await sql<{ count: number }>`
    SELECT (SELECT count(*) FROM follow_ups f WHERE ${inSpan(span)})
      - (SELECT count(*) FROM customers c CROSS JOIN follow_ups f ON f.customer_id = c.id
          WHERE c.deleted_at IS NOT NULL AND ${inSpan(span)}) AS count`.execute(db);
  return found.rows[0]?.count ?? 0;
}

/** Dates kept on a day, but for those of customers in the trash. */
export async function countDoneOn(db: ReadHandle, day: string): Promise<number> {
  const found = await sql<{ count: number }>`
    SELECT count(*) AS count FROM follow_ups f CROSS JOIN customers c ON c.id = f.customer_id
    WHERE f.done_on = ${day} AND f.done_at IS NOT NULL AND f.deleted_at IS NULL
      AND c.deleted_at IS NULL`.execute(db);
  return found.rows[0]?.count ?? 0;
}

/** A birthday falls on `on` for those born on one of the `MM-DD` of `monthDays`. */
export interface BirthdayDay {
  readonly on: string;
  readonly monthDays: readonly string[];
}

const notMade = (on: string) => sql`NOT EXISTS (SELECT 1 FROM follow_ups f
  WHERE f.customer_id = c.id AND f.cause = 'birthday' AND f.first_due_on = ${on})`;

const bornOn = (day: BirthdayDay) => sql`
  FROM customers c WHERE c.birthday_on IS NOT NULL AND c.deleted_at IS NULL
    AND substr(c.birthday_on, 6) IN (${sql.join(day.monthDays)}) AND ${notMade(day.on)}`;

/** Whose birthday it is on a day and who has not been greeted or put off yet. */
export async function birthdaysOn(
  db: ReadHandle,
  day: BirthdayDay,
): Promise<{ customerId: number; birthdayOn: string }[]> {
  const found = await sql<{ customerId: number; birthdayOn: string }>`
    SELECT c.id AS customerId, c.birthday_on AS birthdayOn ${bornOn(day)} ORDER BY c.id`.execute(
    db,
  );
  return found.rows;
}

export async function countBirthdaysOn(db: ReadHandle, day: BirthdayDay): Promise<number> {
  const found = await sql<{ count: number }>`SELECT count(*) AS count ${bornOn(day)}`.execute(db);
  return found.rows[0]?.count ?? 0;
}

export interface TodayCustomer {
  readonly id: number;
  readonly name: string;
  readonly phone: string | null;
  readonly layer: Layer;
  readonly lastPurchaseOn: string | null;
  readonly hasOpenComplaint: 0 | 1;
}

/** What the list says of its customers, by their ids. */
export async function todayCustomers(
  db: ReadHandle,
  ids: readonly number[],
): Promise<Map<number, TodayCustomer>> {
  const found = await sql<TodayCustomer>`
    SELECT c.id, ${called} AS name,
      (SELECT value FROM contact_points WHERE customer_id = c.id AND kind = 'phone'
        ORDER BY position LIMIT 1) AS phone,
      coalesce(g.layer, c.mark, 'prospect') AS layer, g.last_purchase_on AS lastPurchaseOn,
      EXISTS (SELECT 1 FROM complaints k WHERE k.customer_id = c.id AND k.deleted_at IS NULL
        AND k.state <> 'closed') AS hasOpenComplaint
    FROM json_each(${JSON.stringify([...new Set(ids)])}) wanted
    CROSS JOIN customers c ON c.id = wanted.value
    LEFT JOIN customer_figures g ON g.customer_id = c.id`.execute(db);
  return new Map(found.rows.map((row) => [row.id, row]));
}
