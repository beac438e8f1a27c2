import { type RawBuilder, type SqlBool, sql } from 'kysely';
import type { DayCondition } from '#shared/contract/segments/conditions.ts';
import { addDays } from '#shared/domain/calendar/dates.ts';
import { instantOf } from '#shared/domain/calendar/zone-time.ts';
import { all, between, type Where } from './where.ts';

/** The two ends of a condition on days, as days; null: open. */
function daysOf(
  { how, days, from, to }: DayCondition,
  until: string,
): { readonly from: string | null; readonly to: string | null } {
  if (how === 'between') return { from, to };
  const edge = addDays(until, -(days ?? 0));
  return how === 'within' ? { from: edge, to: until } : { from: null, to: addDays(edge, -1) };
}

/** The same ends as instants of the shop's days, the last not in it. */
function asInstants(ends: ReturnType<typeof daysOf>, timeZone: string) {
  const from = ends.from === null ? null : instantOf(ends.from, '00:00', timeZone);
  const to = ends.to === null ? null : instantOf(addDays(ends.to, 1), '00:00', timeZone);
  return { from, to };
}

/** An instant between two ends, the last not in it. */
function isDuring(value: RawBuilder<unknown>, { from, to }: ReturnType<typeof asInstants>): Where {
  const ends = [
    ...(from === null ? [] : [sql<SqlBool>`${value} >= ${from}`]),
    ...(to === null ? [] : [sql<SqlBool>`${value} < ${to}`]),
  ];
  return all(ends, 'AND', sql`1`);
}

const instants = {
  added: sql`(SELECT c.created_at FROM customers c WHERE c.id = f.customer_id)`,
  lastContact: sql`(SELECT i.happened_at FROM interactions i WHERE i.customer_id = f.customer_id
    AND i.deleted_at IS NULL ORDER BY i.happened_at DESC LIMIT 1)`,
} as const;

const purchaseDays = {
  firstPurchase: sql`f.first_purchase_on`,
  lastPurchase: sql`f.last_purchase_on`,
} as const;

/** What days are reckoned to: today, the last day that the sales reach, and the shop's zone. */
interface DayEnds {
  readonly today: string;
  readonly through: string;
  readonly timeZone: string;
}

/** Of whom a day lies within the condition's ends. */
export function dayWhere(condition: DayCondition, { today, through, timeZone }: DayEnds): Where {
  const { field } = condition;
  if (field === 'added' || field === 'lastContact') {
    const instant = instants[field];
    if (condition.how === 'never') return sql`(${instant} IS NULL)`;
    return isDuring(instant, asInstants(daysOf(condition, today), timeZone));
  }
  const day = purchaseDays[field];
  if (condition.how === 'never') return sql`(${day} IS NULL)`;
  return between(day, daysOf(condition, through));
}
