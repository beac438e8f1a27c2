import { type RawBuilder, type SqlBool, sql } from 'kysely';
import { type SentState, sentStates } from '#shared/domain/vocabulary/sales.ts';
import { countsOf } from './counted.ts';

type Condition = RawBuilder<SqlBool>;

/** Sales of `sales AS s` that count by a day and are promised for one. */
function isPromised(today: string): Condition {
  return sql`(s.promised_on IS NOT NULL AND s.sold_on <= ${today} AND s.kind = 'sale'
    AND ${countsOf('s')})`;
}

function became(state: SentState, today: string): Condition {
  if (state === 'inTime') return sql`s.delivered_on <= s.promised_on`;
  if (state === 'late') return sql`s.delivered_on > s.promised_on`;
  if (state === 'notSent') return sql`s.delivered_on IS NULL AND s.promised_on < ${today}`;
  return sql`s.delivered_on IS NULL AND s.promised_on >= ${today}`;
}

/** Whether a row of `sales AS s` was promised for a day, and any of these became of it by another. */
export function isSentAs(states: readonly SentState[], today: string): Condition {
  if (states.length === sentStates.length) return isPromised(today);
  const any = sql.join(
    states.map((state) => sql`(${became(state, today)})`),
    sql` OR `,
  );
  return sql`(${isPromised(today)} AND (${any}))`;
}
