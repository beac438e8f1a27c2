import { setImmediate as nextTurn } from 'node:timers/promises';
import { type RawBuilder, sql } from 'kysely';
import type { ComplaintKind } from '#shared/domain/vocabulary/complaints.ts';
import type { ReadHandle, WriteHandle } from '../file/client.ts';
import { called } from './customers/name.ts';

/** What has fallen due and has not been said: rows carry the key under which saying it is recorded. */
interface Unsaid {
  readonly key: string;
}

export interface DueFollowUp extends Unsaid {
  readonly customerId: number;
  /** Empty: somebody who cannot be called anything. */
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
  readonly kind: ComplaintKind;
  /** Empty: nobody's, or of somebody who cannot be called anything. */
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

function isUnsaid(key: RawBuilder<string>): RawBuilder<boolean> {
  return sql<boolean>`NOT EXISTS (SELECT 1 FROM notices WHERE notices.key = ${key})`;
}

interface Position {
  readonly due: string;
  readonly id: number;
}

const readAtOnce = 500;

/**
 * What is due and unsaid, a few rows at a time between other work: an import can bring thousands, and
 * what was said is looked at again each time.
 */
async function unsaidOf<Row extends Position & { readonly isSaid: number }>(
  page: (after: Position, limit: number) => Promise<readonly Row[]>,
): Promise<Row[]> {
  const unsaid: Row[] = [];
  let after: Position = { due: '', id: 0 };
  for (;;) {
    const rows = await page(after, readAtOnce);
    unsaid.push(...rows.filter((row) => row.isSaid === 0));
    const last = rows.at(-1);
    if (last === undefined || rows.length < readAtOnce) return unsaid;
    after = last;
    await nextTurn();
  }
}

const followUpKey = sql<string>`'follow-up:' || u.id || ':' || u.due_on || coalesce('T' || u.due_time, '')`;
const answerKey = sql<string>`'complaint-answer:' || k.id || ':' || k.answer_due_at`;
const solutionKey = sql<string>`'complaint-solution:' || k.id || ':' || k.resolution_due_at`;
const actionKey = sql<string>`'action:' || a.id || ':' || a.due_on`;
const checkKey = sql<string>`'check:' || a.id || ':' || a.check_on`;
const reviewKey = sql<string>`'review:' || v.id`;

/** Open contact-again dates due on or before a local time; those without a time fall due at opening. */
export function dueFollowUps(
  db: ReadHandle,
  by: { readonly today: string; readonly time: string; readonly opening: string },
): Promise<DueFollowUp[]> {
  return unsaidOf(async (after, limit) => {
    const found = await sql<DueFollowUp & Position & { isSaid: number }>`
      SELECT u.id, u.due_on AS due, u.due_on AS dueOn, u.customer_id AS customerId, u.cause, u.reason,
        ${followUpKey} AS key, NOT ${isUnsaid(followUpKey)} AS isSaid, ${called} AS name
      FROM follow_ups u CROSS JOIN customers c ON c.id = u.customer_id
      WHERE u.done_at IS NULL AND u.deleted_at IS NULL AND c.deleted_at IS NULL
        AND u.due_on <= ${by.today}
        AND (u.due_on < ${by.today} OR coalesce(u.due_time, ${by.opening}) <= ${by.time})
        AND (u.due_on, u.id) > (${after.due}, ${after.id})
      ORDER BY u.due_on, u.id LIMIT ${limit}`.execute(db);
    return found.rows;
  });
}

/** A page of complaints by what is due of them. `+`: found by when they are due, not by state. */
async function dueComplaints(
  db: ReadHandle,
  by: string,
  what: { due: RawBuilder<string>; key: RawBuilder<string>; where: RawBuilder<unknown> },
): Promise<DueComplaint[]> {
  return unsaidOf(async (after, limit) => {
    const found = await sql<DueComplaint & Position & { isSaid: number }>`
      SELECT k.id, k.number, k.kind, ${what.due} AS due, ${what.due} AS dueAt, ${what.key} AS key,
        NOT ${isUnsaid(what.key)} AS isSaid, coalesce(${called}, '') AS name
      FROM complaints k LEFT JOIN customers c ON c.id = k.customer_id
      WHERE ${what.where} AND k.deleted_at IS NULL AND c.deleted_at IS NULL AND ${what.due} <= ${by}
        AND (${what.due}, k.id) > (${after.due}, ${after.id})
      ORDER BY ${what.due}, k.id LIMIT ${limit}`.execute(db);
    return found.rows;
  });
}

/** Complaints whose first answer is due by an instant. */
export function dueAnswers(db: ReadHandle, by: string): Promise<DueComplaint[]> {
  return dueComplaints(db, by, {
    due: sql`k.answer_due_at`,
    key: answerKey,
    where: sql`k.answered_at IS NULL AND +k.state = 'received'`,
  });
}

/** Complaints whose solution is due by an instant. */
export function dueSolutions(db: ReadHandle, by: string): Promise<DueComplaint[]> {
  return dueComplaints(db, by, {
    due: sql`k.resolution_due_at`,
    key: solutionKey,
    where: sql`k.resolved_at IS NULL AND +k.state IN ('received', 'answered', 'diagnosed')`,
  });
}

/** Corrective actions to be done by a local day. */
export function dueActions(db: ReadHandle, by: string): Promise<DueAction[]> {
  return db
    .selectFrom('corrective_actions as a')
    .innerJoin('complaints as k', 'k.id', 'a.complaint_id')
    .leftJoin('customers as c', 'c.id', 'k.customer_id')
    .select(['a.complaint_id as complaintId', 'k.number', 'a.due_on as dueOn', actionKey.as('key')])
    .where('a.done_on', 'is', null)
    .where('k.deleted_at', 'is', null)
    .where('c.deleted_at', 'is', null)
    .where('a.due_on', '<=', by)
    .where(isUnsaid(actionKey))
    .orderBy('a.due_on')
    .orderBy('a.id')
    .execute();
}

/** Corrective actions that are done and to be checked by a local day. */
export function dueChecks(db: ReadHandle, by: string): Promise<DueAction[]> {
  return db
    .selectFrom('corrective_actions as a')
    .innerJoin('complaints as k', 'k.id', 'a.complaint_id')
    .leftJoin('customers as c', 'c.id', 'k.customer_id')
    .select([
      'a.complaint_id as complaintId',
      'k.number',
      'a.check_on as dueOn',
      checkKey.as('key'),
    ])
    .where('a.done_on', 'is not', null)
    .where('a.checked_on', 'is', null)
    .where('k.state', '<>', 'closed')
    .where('k.deleted_at', 'is', null)
    .where('c.deleted_at', 'is', null)
    .where('a.check_on', '<=', by)
    .where(isUnsaid(checkKey))
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
    .select(['c.id as customerId', key.as('key'), called.as('name')])
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
  return db
    .selectFrom('reviews as v')
    .select(['v.author', 'v.posted_on as postedOn', reviewKey.as('key')])
    .where('v.answered_at', 'is', null)
    .where('v.deleted_at', 'is', null)
    .where('v.posted_on', '<=', by)
    .where(isUnsaid(reviewKey))
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

/** Takes back what was recorded but not said after all, a few at a time between other work. */
export async function takeBackSaid(db: WriteHandle, keys: readonly string[]): Promise<void> {
  for (let start = 0; start < keys.length; start += keysAtOnce) {
    const some = keys.slice(start, start + keysAtOnce);
    await db.deleteFrom('notices').where('key', 'in', some).execute();
    await nextTurn();
  }
}

/** The number after a key's first word. */
const keyId = sql`CAST(substr(n.key, instr(n.key, ':') + 1) AS INTEGER)`;

/** What the key `n.key` stands for is still open, due or not, its customer in the trash or not. */
const isStillOpen = sql<number>`(
  EXISTS (SELECT 1 FROM follow_ups u WHERE u.id = ${keyId} AND ${followUpKey} = n.key
    AND u.done_at IS NULL AND u.deleted_at IS NULL)
  OR EXISTS (SELECT 1 FROM complaints k WHERE k.id = ${keyId} AND k.deleted_at IS NULL
    AND ((k.answered_at IS NULL AND ${answerKey} = n.key)
      OR (k.resolved_at IS NULL AND ${solutionKey} = n.key)))
  OR EXISTS (SELECT 1 FROM corrective_actions a WHERE a.id = ${keyId}
    AND ((a.done_on IS NULL AND ${actionKey} = n.key)
      OR (a.done_on IS NOT NULL AND a.checked_on IS NULL AND ${checkKey} = n.key)))
  OR EXISTS (SELECT 1 FROM reviews v WHERE v.id = ${keyId} AND ${reviewKey} = n.key
    AND v.answered_at IS NULL AND v.deleted_at IS NULL))`;

/**
 * Forgets what was said before an instant of things that are over, a few at a time between other work;
 * what is still open is never said again.
 */
export async function forgetSaidBefore(db: WriteHandle, before: string): Promise<void> {
  let after = '';
  for (;;) {
    const found = await sql<{ key: string; isOpen: number }>`
      SELECT n.key, ${isStillOpen} AS isOpen FROM notices n
      WHERE n.said_at < ${before} AND n.key > ${after} ORDER BY n.key LIMIT ${keysAtOnce}`.execute(
      db,
    );
    const over = found.rows.filter((row) => row.isOpen === 0).map(({ key }) => key);
    if (over.length > 0) await db.deleteFrom('notices').where('key', 'in', over).execute();
    const last = found.rows.at(-1);
    if (last === undefined || found.rows.length < keysAtOnce) return;
    after = last.key;
    await nextTurn();
  }
}
