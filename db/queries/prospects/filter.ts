import { type RawBuilder, type SqlBool, sql } from 'kysely';
import type { ProspectFilter } from '#shared/contract/prospects/prospects.ts';
import { openStages } from '#shared/domain/vocabulary/prospects.ts';
import type { ReadHandle } from '../../file/client.ts';
import { matchCondition, searchMatches } from '../customers/filter.ts';

type Condition = RawBuilder<SqlBool>;

/** The next step of `prospects AS p`, as `f`; a prospect that has come to its end has none. */
const nextStepOf = sql`SELECT f.id FROM follow_ups f
  WHERE f.prospect_id = p.id AND f.done_at IS NULL AND f.deleted_at IS NULL
  ORDER BY f.due_on, f.id LIMIT 1`;

/** Whether `prospects AS p` may still be won. */
export const isOpenSql: Condition = sql<SqlBool>`p.stage IN (${sql.join(openStages)})`;

/** All prospects, `p`, each with its customer `c`, its next step `n` and its sale `s`. */
export const allProspectsSql = sql`prospects p JOIN customers c ON c.id = p.customer_id
  LEFT JOIN follow_ups n ON n.id = (${nextStepOf}) AND ${isOpenSql}
  LEFT JOIN sales s ON s.id = p.sale_id AND s.deleted_at IS NULL`;

/** Those of `allProspectsSql` that are there, and whose customer is. */
export const isThereSql: Condition = sql<SqlBool>`p.deleted_at IS NULL AND c.deleted_at IS NULL`;

/** By what it is about, or by whom it is of. */
async function isFound(db: ReadHandle, typed: string): Promise<Condition> {
  const titled = sql<SqlBool>`instr(lower(p.title), lower(${typed})) > 0`;
  const [named] = matchCondition(await searchMatches(db, typed));
  if (named === undefined) return titled;
  return sql<SqlBool>`(${titled} OR p.customer_id IN (SELECT f.customer_id FROM customer_figures f WHERE ${named}))`;
}

/** What a filter asks of `allProspectsSql`, for a WHERE; never anything in the trash. */
export async function prospectCondition(
  db: ReadHandle,
  filter: ProspectFilter,
  today: string,
): Promise<Condition> {
  const { stages, step, customerId } = filter;
  const conditions: Condition[] = [isThereSql];
  const typed = filter.search.trim();
  if (typed !== '') conditions.push(await isFound(db, typed));
  if (stages.length > 0) conditions.push(sql<SqlBool>`p.stage IN (${sql.join(stages)})`);
  if (customerId !== null) conditions.push(sql<SqlBool>`p.customer_id = ${customerId}`);
  if (step === 'overdue') conditions.push(sql<SqlBool>`n.due_on < ${today}`);
  if (step === 'none') conditions.push(sql<SqlBool>`n.id IS NULL AND ${isOpenSql}`);
  return sql.join(conditions, sql` AND `);
}
