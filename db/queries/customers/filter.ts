import { sql } from 'kysely';
import type { CustomerFilter } from '#shared/contract/customers.ts';
import { daysOfText } from '#shared/contract/days.ts';
import { columnConditions } from '#shared/contract/segments/from-filter.ts';
import type { ReadHandle } from '../../file/client.ts';
import { searchTerms } from '../search/match.ts';
import { conditionWhere, notErased, nothingReckoned } from '../segments/conditions.ts';
import type { Where } from '../segments/where.ts';
import { idList } from './id-list.ts';
import { type Matches, matchCustomers } from './search.ts';

/** A condition on `customer_figures AS f`. */
export type Condition = Where;

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

/**
 * The filter without its text and its layers, which are counted and walked apart, and without what no
 * column holds: that is reckoned before.
 */
export function filterConditions(filter: CustomerFilter): Condition[] {
  const conditions = columnConditions(filter).map((one) => conditionWhere(one, nothingReckoned));
  conditions.push(...whenBought(filter), ...(filter.on === null ? tradedAs(filter.only) : []));
  if (filter.referredBy !== null) conditions.push(broughtBy(filter.referredBy));
  const { offers, quietSince, neverBought, referral } = filter;
  const isOfSomebody = [offers, quietSince, neverBought, referral].some((one) => one !== null);
  return isOfSomebody ? [...conditions, notErased] : conditions;
}

function broughtBy(id: number): Condition {
  return sql`f.customer_id IN (SELECT c.id FROM customers c WHERE c.recommended_by = ${id})`;
}

const bought = sql`s.deleted_at IS NULL AND s.is_purchase = 1 AND s.customer_id IS NOT NULL`;

/** Who bought between two days, both included. */
function buyersIn(days: string): Condition {
  const { from, to } = daysOfText(days);
  return sql`f.customer_id IN (SELECT s.customer_id FROM sales s
    WHERE ${bought} AND s.sold_on BETWEEN ${from} AND ${to})`;
}

function monthOf(day: Condition): Condition {
  return sql`(CAST(substr(${day}, 1, 4) AS INTEGER) * 12 + CAST(substr(${day}, 6, 2) AS INTEGER))`;
}

/** Who bought in one of these calendar months after the month of the first purchase. */
function backIn(months: readonly number[]): Condition {
  const after = sql`${monthOf(sql`s.sold_on`)} - ${monthOf(sql`f.first_purchase_on`)}`;
  return sql`EXISTS (SELECT 1 FROM sales s WHERE s.customer_id = f.customer_id AND ${bought}
    AND ${after} IN (${sql.join([...months])}))`;
}

/** Who bought when, as a card of Insights asks it. */
function whenBought({ boughtIn, notBoughtIn, backMonths }: CustomerFilter): Condition[] {
  return [
    ...boughtIn.map(buyersIn),
    ...notBoughtIn.map((days): Condition => sql`NOT ${buyersIn(days)}`),
    ...(backMonths.length > 0 ? [backIn(backMonths)] : []),
  ];
}

/** What the figures alone say of somebody; nothing for what has to be reckoned. */
function tradedAs(only: CustomerFilter['only']): Condition[] {
  switch (only) {
    case 'bought':
      return [sql`f.purchases > 0`];
    case 'traded':
      return [sql`(f.purchases > 0 OR f.revenue_minor <> 0)`];
    case 'returned':
      return [sql`(f.purchases = 0 AND f.revenue_minor <> 0)`];
    case 'cameBack':
      return [sql`f.first_purchase_on < f.last_purchase_on`];
    case 'pointsEnding':
      return [sql`f.points_ending > 0`];
    case 'pointsHeld':
      return [sql`f.points > 0`];
    default:
      return [];
  }
}

/** The `+` keeps the layer's index out: each sort's own index carries the layer, so no sorting is left. */
export function layerCondition(filter: CustomerFilter): Condition[] {
  return filter.layers.length === 0 ? [] : [sql`+f.layer IN (${sql.join(filter.layers)})`];
}
