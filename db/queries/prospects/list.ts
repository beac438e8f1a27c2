import { type RawBuilder, sql } from 'kysely';
import type {
  ProspectFilter,
  ProspectOrder,
  ProspectRow,
  ProspectSort,
  ProspectSums,
} from '#shared/contract/prospects/prospects.ts';
import type { ReadHandle } from '../../file/client.ts';
import { prospectCondition } from './filter.ts';
import { prospectRows, sinceSql, sumProspects } from './read.ts';

interface ListRequest {
  readonly filter: ProspectFilter;
  readonly order: ProspectOrder;
  readonly after: { readonly skip: number } | null;
  readonly limit: number;
  readonly today: string;
}

const values: Readonly<Record<ProspectSort, RawBuilder<unknown>>> = {
  newest: sql`p.id`,
  worth: sql`p.worth_minor`,
  chance: sql`p.chance_percent`,
  expected: sql`p.expected_on`,
  step: sql`n.due_on`,
  days: sinceSql,
};

/** What is not known comes last, whichever way the list is turned; most days begin with the earliest day. */
function orderSql({ sort, descending }: ProspectOrder): RawBuilder<unknown> {
  const isDown = sort === 'days' ? !descending : descending;
  const direction = isDown ? sql`DESC` : sql`ASC`;
  return sql`${values[sort]} IS NULL, ${values[sort]} ${direction}, p.id DESC`;
}

/** One page of prospects in the order asked for, where the next begins, and what all of them come to. */
export async function listProspects(
  db: ReadHandle,
  { filter, order, after, limit, today }: ListRequest,
): Promise<{ rows: ProspectRow[]; next: { skip: number } | null; sums: ProspectSums }> {
  const where = await prospectCondition(db, filter, today);
  const skip = after?.skip ?? 0;
  const request = { where, order: orderSql(order), skip, limit, today };
  const rows = await prospectRows(db, request);
  const sums = await sumProspects(db, where);
  const end = skip + rows.length;
  return { rows, next: rows.length > 0 && end < sums.count ? { skip: end } : null, sums };
}
