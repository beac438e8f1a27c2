import { type RawBuilder, sql } from 'kysely';
import { monthDaysOf } from '#shared/domain/calendar/birthday.ts';
import { addDays } from '#shared/domain/calendar/dates.ts';
import type { Days } from '#shared/domain/campaigns/occasions.ts';
import type { LeftOutReason } from '#shared/domain/vocabulary/campaigns.ts';
import type { Occasion } from '#shared/domain/vocabulary/standing.ts';
import type { CustomerId } from '#shared/ids.ts';
import type { ReadHandle } from '../../file/client.ts';
import type { Where } from '../segments/where.ts';
import { onceEachNumber } from './same-reach.ts';
import { type LeavingOut, leftOutSql } from './whom.ts';

/** A day of somebody's that is known from elsewhere: of a season, or of a guarantee. */
export interface KnownDay {
  /** Null: everybody's. */
  readonly customerId: number | null;
  readonly on: string;
}

/** Which occasions are asked for. */
export interface OccasionSpan {
  readonly occasion: Occasion;
  readonly days: Days;
  /** The days of a season, or of guarantees. */
  readonly known: readonly KnownDay[];
}

function birthdays({ from, to }: Days): RawBuilder<unknown> {
  const days: { on: string; monthDay: string }[] = [];
  for (let on = from; on <= to; on = addDays(on, 1))
    for (const monthDay of monthDaysOf(on)) days.push({ on, monthDay });
  return sql`SELECT c.id AS customer_id, j.value ->> 'on' AS on_day
    FROM json_each(${JSON.stringify(days)}) j
    CROSS JOIN customers c ON substr(c.birthday_on, 6) = j.value ->> 'monthDay'
    WHERE c.birthday_on IS NOT NULL AND c.deleted_at IS NULL AND NOT EXISTS (
      SELECT 1 FROM follow_ups g WHERE g.customer_id = c.id AND g.cause = 'birthday'
        AND g.first_due_on = j.value ->> 'on')`;
}

/** Each occasion of the span: `customer_id` and `on_day`. */
function occasionsSql({ occasion, days, known }: OccasionSpan): RawBuilder<unknown> {
  const span = sql`BETWEEN ${days.from} AND ${days.to}`;
  switch (occasion) {
    case 'birthday':
      return birthdays(days);
    case 'afterPurchase':
      return sql`SELECT customer_id, last_purchase_on AS on_day FROM customer_figures
        WHERE last_purchase_on ${span}`;
    case 'secondPurchase':
      return sql`SELECT customer_id, last_purchase_on AS on_day FROM customer_figures
        WHERE last_purchase_on ${span} AND purchases = 1`;
    case 'pointsEnd':
      return sql`SELECT customer_id, points_end_on AS on_day FROM customer_figures
        WHERE points_end_on ${span} AND points_ending > 0`;
    case 'guaranteeEnds':
      return sql`SELECT DISTINCT value ->> 'customerId' AS customer_id, value ->> 'on' AS on_day
        FROM json_each(${JSON.stringify(known)})`;
    case 'season':
      return sql`SELECT e.customer_id, j.value ->> 'on' AS on_day
        FROM json_each(${JSON.stringify(known)}) j CROSS JOIN customer_figures e`;
  }
}

/** Somebody with an occasion, and why they are left out; null: they are not. */
export interface OccasionOf {
  readonly id: CustomerId;
  readonly on: string;
  readonly why: LeftOutReason | null;
}

/** What is asked of the occasions of one standing campaign. */
export interface OccasionAsk {
  readonly span: OccasionSpan;
  readonly wheres: readonly Where[];
  readonly rules: LeavingOut;
  /** Whose turns count as had; null: it was never written down. */
  readonly standingId: number | null;
}

/** Everybody who meets the conditions and has the occasion in its days, without a turn yet; by day and id. */
export async function occasionsOf(
  db: ReadHandle,
  { span, wheres, rules, standingId }: OccasionAsk,
): Promise<readonly OccasionOf[]> {
  const found = await sql<OccasionOf>`WITH o AS MATERIALIZED (${occasionsSql(span)})
    SELECT f.customer_id AS id, o.on_day AS "on",
      ${leftOutSql(sql.ref('f.customer_id'), { ...rules, standingId }, 'all')} AS why
    FROM o CROSS JOIN customer_figures f ON f.customer_id = o.customer_id
    WHERE ${sql.join([sql`1`, ...wheres], sql` AND `)} AND NOT EXISTS (
      SELECT 1 FROM standing_turns t WHERE t.standing_campaign_id = ${standingId}
        AND t.customer_id = o.customer_id AND t.occasion_on = o.on_day)
    ORDER BY o.on_day, f.customer_id`.execute(db);
  return onceEachNumber(db, rules.channel, found.rows);
}
