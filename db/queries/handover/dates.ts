import { sql } from 'kysely';
import type { FollowUpCause } from '#shared/contract/follow-ups.ts';
import type { ClaimRow } from '#shared/contract/guarantee.ts';
import type { ReadHandle } from '../../file/client.ts';
import { called, calledName } from '../customers/name.ts';
import { isSentAs } from '../sales/sent.ts';

const phone = sql`(SELECT value FROM contact_points WHERE customer_id = c.id AND kind = 'phone'
  ORDER BY position LIMIT 1)`;

export interface OpenDate {
  readonly id: number;
  readonly customerId: number;
  readonly customerName: string;
  readonly phone: string | null;
  readonly cause: FollowUpCause;
  readonly reason: string;
  readonly on: string;
  readonly time: string | null;
  readonly isRepeating: 0 | 1;
}

/** Every contact-again date that was not kept, the earliest first; on a day those without a time come last. */
export async function openDates(db: ReadHandle): Promise<OpenDate[]> {
  const found = await sql<OpenDate>`
    SELECT f.id, f.customer_id AS customerId, ${called} AS customerName, ${phone} AS phone, f.cause,
      f.reason, f.due_on AS "on", f.due_time AS time, f.repeat_every IS NOT NULL AS isRepeating
    FROM follow_ups f CROSS JOIN customers c ON c.id = f.customer_id
    WHERE f.done_at IS NULL AND f.deleted_at IS NULL AND c.deleted_at IS NULL
    ORDER BY f.due_on, f.due_time IS NULL, f.due_time, f.id`.execute(db);
  return found.rows;
}

export type OpenClaim = Pick<
  ClaimRow,
  'id' | 'number' | 'customerId' | 'customerName' | 'phone' | 'product' | 'problem'
> &
  Pick<ClaimRow, 'verdict' | 'remedy' | 'complaintId'> & {
    readonly productId: number | null;
    readonly on: string | null;
  };

/** Every claim that is not done, by the day that was promised. */
export async function openClaims(db: ReadHandle): Promise<OpenClaim[]> {
  const found = await sql<OpenClaim>`
    SELECT m.id, m.number, m.customer_id AS customerId, ${called} AS customerName, ${phone} AS phone,
      p.id AS productId, p.name AS product, m.problem, m.verdict, m.remedy,
      m.promised_on AS "on", k.id AS complaintId
    FROM claims m CROSS JOIN customers c ON c.id = m.customer_id
    LEFT JOIN products p ON p.id = m.product_id
    LEFT JOIN complaints k ON k.id = m.complaint_id AND k.deleted_at IS NULL
    WHERE m.done_at IS NULL AND m.deleted_at IS NULL AND c.deleted_at IS NULL
    ORDER BY m.promised_on, m.id`.execute(db);
  return found.rows;
}

export interface OpenDelivery {
  readonly id: number;
  readonly number: string | null;
  readonly customerId: number | null;
  readonly customerName: string | null;
  readonly phone: string | null;
  readonly isInTrash: 0 | 1;
  readonly soldOn: string;
  readonly on: string;
}

/** Every sale that was promised for a day and has not been handed over. */
export async function openDeliveries(db: ReadHandle, today: string): Promise<OpenDelivery[]> {
  const found = await sql<OpenDelivery>`
    SELECT s.id, s.number, c.id AS customerId, ${calledName('c')} AS customerName, ${phone} AS phone,
      c.deleted_at IS NOT NULL AS isInTrash, s.sold_on AS soldOn, s.promised_on AS "on"
    FROM sales s INDEXED BY sales_promised
    LEFT JOIN customers c ON c.id = s.customer_id
    WHERE s.deleted_at IS NULL AND ${isSentAs(['notSent', 'toSend'], today)}
    ORDER BY s.promised_on, s.id`.execute(db);
  return found.rows;
}

export interface Birthday {
  readonly customerId: number;
  readonly customerName: string;
  readonly phone: string | null;
  readonly birthdayOn: string;
}

/** Who was born on one of these days of the year, `MM-DD`. */
export async function bornOnAny(db: ReadHandle, monthDays: readonly string[]): Promise<Birthday[]> {
  const found = await sql<Birthday>`
    SELECT c.id AS customerId, ${called} AS customerName, ${phone} AS phone,
      c.birthday_on AS birthdayOn
    FROM json_each(${JSON.stringify(monthDays)}) wanted
    CROSS JOIN customers c INDEXED BY customers_birthday
      ON substr(c.birthday_on, 6) = wanted.value
    WHERE c.birthday_on IS NOT NULL AND c.deleted_at IS NULL ORDER BY c.id`.execute(db);
  return found.rows;
}

/** The birthdays of these customers that were made a date of, kept or not: those are no news. */
export async function birthdayDates(
  db: ReadHandle,
  ids: readonly number[],
): Promise<{ customerId: number; on: string }[]> {
  const found = await sql<{ customerId: number; on: string }>`
    SELECT f.customer_id AS customerId, f.first_due_on AS "on"
    FROM json_each(${JSON.stringify(ids)}) wanted
    CROSS JOIN follow_ups f ON f.customer_id = wanted.value WHERE f.cause = 'birthday'`.execute(db);
  return found.rows;
}
