import { sql } from 'kysely';
import type { CustomerFilter } from '#shared/contract/customers.ts';
import { columnConditions } from '#shared/contract/segments/from-filter.ts';
import type { ReadHandle } from '../../file/client.ts';
import { searchTerms } from '../search/match.ts';
import { conditionWhere, notErased, nothingReckoned, type Where } from '../segments/conditions.ts';
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
  const { offers, quietSince, neverBought } = filter;
  const isOfSomebody = offers !== null || quietSince !== null || neverBought !== null;
  return isOfSomebody ? [...conditions, notErased] : conditions;
}

/** The `+` keeps the layer's index out: each sort's own index carries the layer, so no sorting is left. */
export function layerCondition(filter: CustomerFilter): Condition[] {
  return filter.layers.length === 0 ? [] : [sql`+f.layer IN (${sql.join(filter.layers)})`];
}
