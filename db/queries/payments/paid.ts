import { type RawBuilder, type SqlBool, sql } from 'kysely';
import type { PaidState, paidChoices } from '#shared/contract/payments.ts';
import { chargedOf, countsOf } from '../sales/counted.ts';
import { isCharged, leftColumn } from './account.ts';

export type PaidChoice = (typeof paidChoices)[number];

/** What of a sale tells whether it is paid. */
export interface PaidColumns {
  /** What is to be paid in all. */
  readonly chargedMinor: number;
  /** Null: nothing of it stands on account. */
  readonly leftMinor: number | null;
  readonly dueOn: string | null;
}

/** Whether a sale is paid on a day. */
export function paidStateOf(sale: PaidColumns, today: string): PaidState {
  const { chargedMinor, leftMinor, dueOn } = sale;
  if (leftMinor === null) return 'counter';
  if (leftMinor <= 0) return 'paid';
  if (dueOn !== null && dueOn < today) return 'overdue';
  return leftMinor < chargedMinor ? 'partly' : 'owed';
}

/** Whether only what stands on account can be meant. */
export function isOpenOnly(choices: readonly PaidChoice[]): boolean {
  return choices.length > 0 && !choices.includes('paid');
}

function isState(choice: PaidChoice, today: string): RawBuilder<SqlBool> {
  const left = leftColumn(today);
  const isLate = sql`s.due_on IS NOT NULL AND s.due_on < ${today}`;
  if (choice === 'overdue') return sql`(${isLate} AND ${left} > 0)`;
  if (choice === 'partly')
    return sql`(NOT (${isLate}) AND ${left} > 0 AND ${left} < ${chargedOf('s')})`;
  if (choice === 'owed')
    return sql`(NOT (${isLate}) AND ${left} > 0 AND ${left} >= ${chargedOf('s')})`;
  return sql`(s.kind = 'sale' AND ${countsOf('s')}
    AND s.sold_on <= ${today} AND (s.is_on_account = 0 OR ${left} <= 0))`;
}

/** Whether the sale `s` is in one of these states on a day. */
export function isPaidAs(choices: readonly PaidChoice[], today: string): RawBuilder<SqlBool> {
  const any = sql.join(
    choices.map((choice) => isState(choice, today)),
    sql` OR `,
  );
  return isOpenOnly(choices)
    ? sql<SqlBool>`(${isCharged('s', today)} AND (${any}))`
    : sql<SqlBool>`(${any})`;
}
