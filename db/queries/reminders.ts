import { setImmediate as nextTurn } from 'node:timers/promises';
import { type RawBuilder, sql } from 'kysely';
import type { ReadHandle, WriteHandle } from '../client.ts';

/** What has fallen due and has not been said: rows carry the key under which saying it is recorded. */
interface Unsaid {
  readonly key: string;
}

export interface DueFollowUp extends Unsaid {
  readonly customerId: number;
  /** Name, else a phone number; empty where there is neither. */
  readonly name: string;
  readonly cause:
    | 'own'
    | 'proactive'
    | 'service'
    | 'birthday'
    | 'complaint'
    | 'review'
    | 'guarantee';
  readonly reason: string;
  readonly dueOn: string;
}

export interface DueComplaint extends Unsaid {
  readonly id: number;
  readonly number: string;
  readonly kind: 'customer' | 'employee' | 'regulator';
  readonly name: string;
  readonly dueAt: string;
}

export interface DueAction extends Unsaid {
  readonly complaintId: number;
  readonly number: string;
  readonly dueOn: string;
}

export interface DueBirthday extends Unsaid {
  readonly customerId: number;
  readonly name: string;
}

export interface WaitingReview extends Unsaid {
  readonly author: string;
  readonly postedOn: string;
}

const customerName = sql<string>`coalesce(nullif(c.name, ''), (
  SELECT value FROM contact_points
  WHERE customer_id = c.id AND kind = 'phone' ORDER BY position LIMIT 1), '')`;

function isUnsaid(key: RawBuilder<string>): RawBuilder<boolean> {
  return sql<boolean>`NOT EXISTS (SELECT 1 FROM notices WHERE notices.key = ${key})`;
}

/** Open contact-again dates due on or before a local time; those without a time fall due at opening. */
export function dueFollowUps(
  db: ReadHandle,
  by: { readonly today: string; readonly time: string; readonly opening: string },
): Promise<DueFollowUp[]> {
  const key = sql<string>`'follow-up:' || u.id || ':' || u.due_on || coalesce('T' || u.due_time, '')`;
  return db
    .selectFrom('follow_ups as u')
    .innerJoin('customers as c', 'c.id', 'u.customer_id')
    .select(['u.customer_id as customerId', 'u.cause', 'u.reason', 'u.due_on as dueOn'])
    .select([key.as('key'), customerName.as('name')])
    .where('u.done_at', 'is', null)
    .where('u.deleted_at', 'is', null)
    .where('c.deleted_at', 'is', null)
    .where('u.due_on', '<=', by.today)
    .where(
      sql<boolean>`(u.due_on < ${by.today} OR coalesce(u.due_time, ${by.opening}) <= ${by.time})`,
    )
    .where(isUnsaid(key))
    .orderBy('u.due_on')
    .orderBy('u.id')
    .execute();
}

/** Complaints whose first answer is due by an instant. `+`: found by when they are due, not by state. */
export function dueAnswers(db: ReadHandle, by: string): Promise<DueComplaint[]> {
  const key = sql<string>`'complaint-answer:' || k.id || ':' || k.answer_due_at`;
  return db
    .selectFrom('complaints as k')
    .leftJoin('customers as c', 'c.id', 'k.customer_id')
    .select(['k.id', 'k.number', 'k.kind', 'k.answer_due_at as dueAt'])
    .select([key.as('key'), customerName.as('name')])
    .where('k.answered_at', 'is', null)
    .where('k.deleted_at', 'is', null)
    .where('c.deleted_at', 'is', null)
    .where(sql<boolean>`+k.state = 'received'`)
    .where('k.answer_due_at', '<=', by)
    .where(isUnsaid(key))
    .orderBy('k.answer_due_at')
    .orderBy('k.id')
    .execute();
}

/** Complaints whose solution is due by an instant. */
export function dueSolutions(db: ReadHandle, by: string): Promise<DueComplaint[]> {
  const key = sql<string>`'complaint-solution:' || k.id || ':' || k.resolution_due_at`;
  return db
    .selectFrom('complaints as k')
    .leftJoin('customers as c', 'c.id', 'k.customer_id')
    .select(['k.id', 'k.number', 'k.kind', 'k.resolution_due_at as dueAt'])
    .select([key.as('key'), customerName.as('name')])
    .where('k.resolved_at', 'is', null)
    .where('k.deleted_at', 'is', null)
    .where('c.deleted_at', 'is', null)
    .where(sql<boolean>`+k.state IN ('received', 'answered', 'diagnosed')`)
    .where('k.resolution_due_at', '<=', by)
    .where(isUnsaid(key))
    .orderBy('k.resolution_due_at')
    .orderBy('k.id')
    .execute();
}

/** Corrective actions to be done by a local day. */
export function dueActions(db: ReadHandle, by: string): Promise<DueAction[]> {
  const key = sql<string>`'action:' || a.id || ':' || a.due_on`;
  return db
    .selectFrom('corrective_actions as a')
    .innerJoin('complaints as k', 'k.id', 'a.complaint_id')
    .leftJoin('customers as c', 'c.id', 'k.customer_id')
    .select(['a.complaint_id as complaintId', 'k.number', 'a.due_on as dueOn', key.as('key')])
    .where('a.done_on', 'is', null)
    .where('k.deleted_at', 'is', null)
    .where('c.deleted_at', 'is', null)
    .where('a.due_on', '<=', by)
    .where(isUnsaid(key))
    .orderBy('a.due_on')
    .orderBy('a.id')
    .execute();
}

/** Corrective actions that are done and to be checked by a local day. */
export function dueChecks(db: ReadHandle, by: string): Promise<DueAction[]> {
  const key = sql<string>`'check:' || a.id || ':' || a.check_on`;
  return db
    .selectFrom('corrective_actions as a')
    .innerJoin('complaints as k', 'k.id', 'a.complaint_id')
    .leftJoin('customers as c', 'c.id', 'k.customer_id')
    .select(['a.complaint_id as complaintId', 'k.number', 'a.check_on as dueOn', key.as('key')])
    .where('a.done_on', 'is not', null)
    .where('a.checked_on', 'is', null)
    .where('k.deleted_at', 'is', null)
    .where('c.deleted_at', 'is', null)
    .where('a.check_on', '<=', by)
    .where(isUnsaid(key))
    .orderBy('a.check_on')
    .orderBy('a.id')
    .execute();
}

/**
 * Customers whose birthday is one of the given month-days (`05-12`); `today` makes it this year's.
 * Not those greeted already, or put off to another day.
 */
export function birthdaysOn(
  db: ReadHandle,
  given: { readonly today: string; readonly monthDays: readonly string[] },
): Promise<DueBirthday[]> {
  const key = sql<string>`'birthday:' || c.id || ':' || ${given.today}`;
  return db
    .selectFrom('customers as c')
    .select(['c.id as customerId', key.as('key'), customerName.as('name')])
    .where('c.birthday_on', 'is not', null)
    .where('c.deleted_at', 'is', null)
    .where(sql<string>`substr(c.birthday_on, 6)`, 'in', given.monthDays)
    .where(sql<boolean>`NOT EXISTS (
      SELECT 1 FROM follow_ups AS u
      WHERE u.customer_id = c.id AND u.cause = 'birthday' AND u.first_due_on = ${given.today})`)
    .where(isUnsaid(key))
    .orderBy('c.id')
    .execute();
}

/** Public reviews posted on or before a day that nobody has answered. */
export function waitingReviews(db: ReadHandle, by: string): Promise<WaitingReview[]> {
  const key = sql<string>`'review:' || v.id`;
  return db
    .selectFrom('reviews as v')
    .select(['v.author', 'v.posted_on as postedOn', key.as('key')])
    .where('v.answered_at', 'is', null)
    .where('v.deleted_at', 'is', null)
    .where('v.posted_on', '<=', by)
    .where(isUnsaid(key))
    .orderBy('v.posted_on')
    .orderBy('v.id')
    .execute();
}

const keysAtOnce = 500;

/** Records what is about to be said, a few at a time between other work. Answers the keys that are new. */
export async function recordSaid(
  db: WriteHandle,
  keys: readonly string[],
  at: string,
): Promise<ReadonlySet<string>> {
  const recorded = new Set<string>();
  for (let start = 0; start < keys.length; start += keysAtOnce) {
    const rows = await db
      .insertInto('notices')
      .values(keys.slice(start, start + keysAtOnce).map((key) => ({ key, said_at: at })))
      .onConflict((conflict) => conflict.doNothing())
      .returning('key')
      .execute();
    for (const row of rows) recorded.add(row.key);
    await nextTurn();
  }
  return recorded;
}

/** Forgets what was said before an instant; what is still open then is said once more. */
export async function forgetSaidBefore(db: WriteHandle, before: string): Promise<void> {
  await db.deleteFrom('notices').where('said_at', '<', before).execute();
}
