import { type RawBuilder, type SqlBool, sql } from 'kysely';
import type { ComplaintFilter } from '#shared/contract/complaints-facts.ts';
import { addDays } from '#shared/domain/calendar/dates.ts';
import { instantOf } from '#shared/domain/calendar/zone-time.ts';
import { causeKey } from '#shared/domain/complaints/rules.ts';
import type { ReadHandle } from '../../file/client.ts';
import { searchCondition } from './search.ts';

/** A condition on `complaints AS c`. */
export type Condition = RawBuilder<SqlBool>;
export type Flag = ComplaintFilter['flags'][number];

/** What the queue is looked at with: what is late depends on when and where one looks. */
export interface Moment {
  /** ISO instant. */
  readonly now: string;
  /** Local day. */
  readonly today: string;
  readonly timeZone: string;
}

/** Shown in lists: not in the trash, nor its customer. */
export const isShown: Condition = sql`c.deleted_at IS NULL AND NOT EXISTS
  (SELECT 1 FROM customers g WHERE g.id = c.customer_id AND g.deleted_at IS NOT NULL)`;

/** Nobody has answered. */
export const isUnanswered: Condition = sql`c.state <> 'closed' AND c.answered_at IS NULL`;
/** Answered, and not solved. */
export const isUnresolved: Condition = sql`c.state <> 'closed' AND c.answered_at IS NOT NULL
  AND c.resolved_at IS NULL`;
/** Answered and solved; an action is to be done or to be looked at. */
export const isActing: Condition = sql`c.state <> 'closed' AND c.answered_at IS NOT NULL
  AND c.resolved_at IS NOT NULL AND c.id IN
    (SELECT complaint_id FROM corrective_actions WHERE done_on IS NULL
     UNION ALL SELECT complaint_id FROM corrective_actions
       WHERE done_on IS NOT NULL AND checked_on IS NULL)`;
/** No clock runs: the rest. */
export const isSettled: Condition = sql`(c.state = 'closed' OR (c.answered_at IS NOT NULL
  AND c.resolved_at IS NOT NULL AND NOT EXISTS (SELECT 1 FROM corrective_actions x
    WHERE x.complaint_id = c.id AND (x.done_on IS NULL OR x.checked_on IS NULL))))`;

/** The day on which the first open action is due, or else the first done one is to be looked at. */
export const actionDay: RawBuilder<string | null> = sql`coalesce(
  (SELECT min(x.due_on) FROM corrective_actions x WHERE x.complaint_id = c.id AND x.done_on IS NULL),
  (SELECT min(x.check_on) FROM corrective_actions x
    WHERE x.complaint_id = c.id AND x.done_on IS NOT NULL AND x.checked_on IS NULL))`;

/** Its own action did not help, or it is itself the return of an earlier one. */
export const hasComeBack: Condition = sql`(c.came_back_from IS NOT NULL OR EXISTS
  (SELECT 1 FROM corrective_actions x WHERE x.complaint_id = c.id AND x.verdict = 'came-back'))`;

/**
 * Its own action did not help, or another complaint says that it is this one again.
 * `row`: the complaints' name in the query.
 */
export function cameBackAfter(row: 'c' | 'k'): Condition {
  const id = sql.ref(`${row}.id`);
  return sql`(EXISTS (SELECT 1 FROM corrective_actions x
      WHERE x.complaint_id = ${id} AND x.verdict = 'came-back')
    OR EXISTS (SELECT 1 FROM complaints r WHERE r.came_back_from = ${id} AND r.deleted_at IS NULL))`;
}

/**
 * It has not come back, but nobody has waited to see: closed with an action not looked at, or said to
 * have held before its day or on the day it was done, as an earlier version allowed.
 */
export function isUnwaited(row: 'c' | 'k'): Condition {
  return sql`(EXISTS (SELECT 1 FROM corrective_actions x
    WHERE x.complaint_id = ${sql.ref(`${row}.id`)} AND x.done_on IS NOT NULL
      AND CASE WHEN x.verdict IS NULL THEN ${sql.ref(`${row}.state`)} = 'closed'
        ELSE x.verdict = 'held' AND x.checked_on < max(x.check_on, date(x.done_on, '+1 day')) END)
    AND NOT ${cameBackAfter(row)})`;
}

/** An action is due by today, or a done one is to be looked at by today. */
export function hasActionDue(today: string): Condition {
  return sql`c.id IN (SELECT complaint_id FROM corrective_actions
      WHERE done_on IS NULL AND due_on <= ${today}
    UNION ALL SELECT complaint_id FROM corrective_actions
      WHERE done_on IS NOT NULL AND checked_on IS NULL AND check_on <= ${today})`;
}

function flagCondition(flag: Flag, { now, today }: Moment): Condition {
  switch (flag) {
    case 'waits-for-us':
      return sql`c.state <> 'closed'
        AND (c.answered_at IS NULL OR c.resolved_at IS NULL OR ${hasActionDue(today)})`;
    case 'overdue':
      return sql`c.state <> 'closed' AND CASE WHEN c.answered_at IS NULL THEN c.answer_due_at < ${now}
        WHEN c.resolved_at IS NULL THEN c.resolution_due_at < ${now}
        ELSE coalesce(${actionDay} < ${today}, 0) END`;
    // With only the day of receipt known, minutes say nothing.
    case 'late-answer':
      return sql`c.has_time = 1 AND c.answer_due_at < coalesce(c.answered_at,
        CASE c.state WHEN 'closed' THEN '' ELSE ${now} END)`;
    case 'late-solution':
      return sql`c.has_time = 1 AND c.resolution_due_at < coalesce(c.resolved_at,
        CASE c.state WHEN 'closed' THEN '' ELSE ${now} END)`;
    case 'unresolved':
      return sql`c.resolved_at IS NULL AND c.state <> 'closed'`;
    case 'first-contact':
      return sql`c.is_first_contact = 1`;
    case 'came-back':
      return hasComeBack;
    case 'reopened':
      return sql`c.reopened > 0`;
    case 'without-waiting':
      return isUnwaited('c');
    case 'compensated':
      return sql`EXISTS (SELECT 1 FROM compensations o WHERE o.complaint_id = c.id)`;
    case 'above-authority':
      return sql`EXISTS (SELECT 1 FROM compensations o
        WHERE o.complaint_id = c.id AND o.is_within_authority = 0)`;
    case 'open-action':
      return sql`c.id IN (SELECT complaint_id FROM corrective_actions WHERE done_on IS NULL)`;
  }
}

function dayConditions(filter: ComplaintFilter, { timeZone }: Moment): Condition[] {
  const { receivedFrom, receivedTo } = filter;
  const conditions: Condition[] = [];
  if (receivedFrom !== null)
    conditions.push(sql`c.received_at >= ${instantOf(receivedFrom, '00:00', timeZone)}`);
  if (receivedTo !== null)
    conditions.push(sql`c.received_at < ${instantOf(addDays(receivedTo, 1), '00:00', timeZone)}`);
  return conditions;
}

/** What a filter asks of `complaints AS c`; days are local, both ends included. */
export async function filterConditions(
  db: ReadHandle,
  filter: ComplaintFilter,
  moment: Moment,
): Promise<Condition[]> {
  const { states, kinds, severities, cause, productId, customerId, importId, flags } = filter;
  const conditions: Condition[] = [isShown, ...dayConditions(filter, moment)];
  if (states.length > 0) conditions.push(sql`c.state IN (${sql.join(states)})`);
  if (kinds.length > 0) conditions.push(sql`c.kind IN (${sql.join(kinds)})`);
  if (severities.length > 0) conditions.push(sql`c.severity IN (${sql.join(severities)})`);
  if (cause !== null) conditions.push(sql`c.cause_key = ${causeKey(cause)}`);
  if (productId !== null) conditions.push(sql`c.product_id = ${productId}`);
  if (customerId !== null) conditions.push(sql`c.customer_id = ${customerId}`);
  if (importId !== null) conditions.push(sql`c.import_id = ${importId}`);
  for (const flag of new Set(flags)) conditions.push(flagCondition(flag, moment));
  const found = await searchCondition(db, filter.search);
  if (found !== null) conditions.push(found);
  return conditions;
}

/** All of them, for a WHERE. */
export function allOf(conditions: readonly Condition[]): Condition {
  return sql.join([...conditions], sql` AND `);
}
