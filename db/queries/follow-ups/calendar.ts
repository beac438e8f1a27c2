import { sql } from 'kysely';
import type { ReadHandle } from '../../file/client.ts';
import type { FollowUpsTable } from '../../schema/interactions.ts';
import { called } from '../customers/name.ts';

export interface CalendarFollowUp {
  readonly id: number;
  readonly dueOn: string;
  readonly dueTime: string | null;
  readonly firstDueOn: string;
  readonly reason: string;
  readonly cause: FollowUpsTable['cause'];
  readonly every: number | null;
  readonly unit: FollowUpsTable['repeat_unit'];
  readonly createdAt: string;
  /** The name, else the first phone, else empty. */
  readonly who: string;
  readonly phone: string | null;
}

const phone = sql`(SELECT value FROM contact_points WHERE customer_id = c.id AND kind = 'phone'
  ORDER BY position LIMIT 1)`;

/** Open dates after one, by id; a page of a calendar file. */
export async function calendarFollowUps(
  db: ReadHandle,
  after: number,
  limit: number,
): Promise<CalendarFollowUp[]> {
  const found = await sql<CalendarFollowUp>`
    SELECT f.id, f.due_on AS dueOn, f.due_time AS dueTime, f.first_due_on AS firstDueOn, f.reason,
      f.cause, f.repeat_every AS every, f.repeat_unit AS unit, f.created_at AS createdAt,
      ${called} AS who, ${phone} AS phone
    FROM follow_ups f CROSS JOIN customers c ON c.id = f.customer_id AND c.deleted_at IS NULL
    WHERE f.id > ${after} AND f.done_at IS NULL AND f.deleted_at IS NULL
    ORDER BY f.id LIMIT ${limit}`.execute(db);
  return found.rows;
}

export interface CalendarBirthday {
  readonly id: number;
  readonly birthdayOn: string;
  readonly createdAt: string;
  readonly who: string;
  readonly phone: string | null;
}

/** Customers with a birthday after one, by id. */
export async function calendarBirthdays(
  db: ReadHandle,
  after: number,
  limit: number,
): Promise<CalendarBirthday[]> {
  const found = await sql<CalendarBirthday>`
    SELECT c.id, c.birthday_on AS birthdayOn, c.created_at AS createdAt, ${called} AS who,
      ${phone} AS phone
    FROM customers c
    WHERE c.id > ${after} AND c.birthday_on IS NOT NULL AND c.deleted_at IS NULL
    ORDER BY c.id LIMIT ${limit}`.execute(db);
  return found.rows;
}
