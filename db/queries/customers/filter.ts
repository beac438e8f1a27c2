import { type RawBuilder, type SqlBool, sql } from 'kysely';
import type { CustomerFilter } from '#shared/contract/customers.ts';
import type { ReadHandle } from '../../file/client.ts';
import { mayWriteIs } from '../privacy/consents.ts';
import { searchTerms } from '../search/match.ts';
import { type Matches, matchCustomers } from './search.ts';

/** A condition on `customer_figures AS f`. */
export type Condition = RawBuilder<SqlBool>;

/** `(SELECT value FROM json_each(…))`: any number of ids as one bound value. */
export function idList(ids: readonly number[]): RawBuilder<number> {
  return sql<number>`(SELECT value FROM json_each(${JSON.stringify(ids)}))`;
}

/** Whom a typed text finds; null: nothing was typed. */
export async function searchMatches(db: ReadHandle, text: string): Promise<Matches | null> {
  const terms = searchTerms(text);
  return terms === null ? null : matchCustomers(db, terms);
}

/** Exactly those who match, however many. */
export function matchCondition(matches: Matches | null): Condition[] {
  if (matches === null) return [];
  if (matches.kind === 'ids') return [sql`f.customer_id IN ${idList(matches.ids)}`];
  return [
    sql`f.customer_id IN (SELECT rowid FROM customer_words WHERE customer_words MATCH ${matches.query})`,
  ];
}

/** Of whom nobody is left there is nothing to ask, and nothing to look at. */
const notErased: Condition = sql`f.customer_id NOT IN
  (SELECT id FROM customers WHERE erased_at IS NOT NULL)`;

/** There before a day, be it by what was bought then, and since then nothing was sold to them, paid by them, or heard of them. */
function isQuietSince(day: string): Condition {
  const whose = sql`customer_id = f.customer_id AND deleted_at IS NULL`;
  return sql`(f.last_purchase_on < ${day}
      OR f.customer_id IN (SELECT id FROM customers WHERE created_at < ${day}))
    AND NOT EXISTS (SELECT 1 FROM sales WHERE ${whose} AND sold_on >= ${day})
    AND NOT EXISTS (SELECT 1 FROM payments WHERE ${whose} AND paid_on >= ${day})
    AND NOT EXISTS (SELECT 1 FROM interactions WHERE ${whose} AND happened_at >= ${day})`;
}

/** First and last bought between days, both included. */
function boughtConditions({ firstFrom, firstTo, lastFrom, lastTo }: CustomerFilter): Condition[] {
  const conditions: Condition[] = [];
  if (firstFrom !== null) conditions.push(sql`f.first_purchase_on >= ${firstFrom}`);
  if (firstTo !== null) conditions.push(sql`f.first_purchase_on <= ${firstTo}`);
  if (lastFrom !== null) conditions.push(sql`f.last_purchase_on >= ${lastFrom}`);
  if (lastTo !== null) conditions.push(sql`f.last_purchase_on <= ${lastTo}`);
  return conditions;
}

/** The filter without its text and its layers: those are counted and walked apart. */
export function filterConditions(filter: CustomerFilter): Condition[] {
  const { tags, city, importId, clvFromMinor, clvToMinor, offers, quietSince } = filter;
  const conditions: Condition[] = tags.map(
    (tag) => sql`f.customer_id IN (SELECT customer_id FROM customer_tags WHERE tag = ${tag})`,
  );
  if (city !== null)
    conditions.push(sql`f.customer_id IN (SELECT customer_id FROM addresses WHERE city = ${city})`);
  if (importId !== null)
    conditions.push(sql`f.customer_id IN (SELECT id FROM customers WHERE import_id = ${importId})`);
  if (offers !== null) conditions.push(mayWriteIs(sql.ref('f.customer_id'), offers), notErased);
  if (quietSince !== null) conditions.push(isQuietSince(quietSince), notErased);
  if (clvFromMinor !== null) conditions.push(sql`f.clv_minor >= ${clvFromMinor}`);
  if (clvToMinor !== null) conditions.push(sql`f.clv_minor <= ${clvToMinor}`);
  return [...conditions, ...boughtConditions(filter)];
}

/** The `+` keeps the layer's index out: each sort's own index carries the layer, so no sorting is left. */
export function layerCondition(filter: CustomerFilter): Condition[] {
  return filter.layers.length === 0 ? [] : [sql`+f.layer IN (${sql.join(filter.layers)})`];
}
