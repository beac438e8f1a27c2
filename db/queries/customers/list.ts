import { type SqlBool, sql } from 'kysely';
import type { CustomerFilter, CustomerRow, Layer } from '#shared/contract/customers.ts';
import type { CustomerId } from '#shared/ids.ts';
import type { ReadHandle } from '../../file/client.ts';
import { tierNames } from '../loyalty/tiers.ts';
import {
  type Condition,
  filterConditions,
  layerCondition,
  matchCondition,
  searchMatches,
} from './filter.ts';
import { idList } from './id-list.ts';
import { called } from './name.ts';
import { ownValuesOfMany } from './own-fields.ts';
import { type Cursor, type Order, pageOfCustomers } from './page.ts';
import type { Matches } from './search.ts';

export type { Cursor } from './page.ts';

export interface ListRequest {
  readonly filter: CustomerFilter;
  readonly order: Order;
  readonly after: Cursor | null;
  readonly limit: number;
  /** Only these, in the same order. */
  readonly ids?: readonly number[] | null;
  /** What else is asked of them. */
  readonly also?: readonly Condition[];
}

/** One page of customers in the order asked for, with the cursor of the next one. */
export async function listCustomers(
  db: ReadHandle,
  request: ListRequest,
): Promise<{ rows: CustomerRow[]; next: Cursor | null }> {
  const { filter, order, after, limit, ids = null, also = [] } = request;
  const narrowing = [...filterConditions(filter), ...also];
  if (ids !== null) narrowing.push(sql`f.customer_id IN ${idList(ids)}`);
  const matches = await searchMatches(db, filter.search);
  const found = await pageOfCustomers(db, {
    narrowing,
    layers: layerCondition(filter),
    matches,
    order,
    after,
    limit: limit + 1,
  });
  const page = found.slice(0, limit);
  const rows = await readRows(
    db,
    page.map(({ id }) => id),
  );
  const tiers = await tierNames(db, [...new Set(rows.flatMap(({ tierId }) => tierId ?? []))]);
  const named = rows.map(({ tierId, ...row }) => ({
    ...row,
    tier: tiers.get(tierId ?? 0) ?? null,
  }));
  return { rows: named, next: found.length > limit ? (page.at(-1) ?? null) : null };
}

/** A row with the id of the level it has reached. */
type FoundRow = Omit<CustomerRow, 'tier'> & { readonly tierId: number | null };

/** The page's rows in full, in its order; looked up by id, so that sorting never carries them. */
async function readRows(db: ReadHandle, ids: readonly number[]): Promise<FoundRow[]> {
  const found = await sql<Omit<FoundRow, 'own'>>`
    SELECT c.id, ${called} AS name, c.kind, f.layer,
      (SELECT value FROM contact_points WHERE customer_id = c.id AND kind = 'phone'
        ORDER BY position LIMIT 1) AS phone,
      (SELECT city FROM addresses WHERE customer_id = c.id ORDER BY position LIMIT 1) AS city,
      f.last_purchase_on AS lastPurchaseOn, f.purchases, f.revenue_minor AS revenueMinor,
      f.active_revenue_minor AS activeRevenueMinor, f.clv_minor AS clvMinor,
      f.points, f.tier_id AS tierId,
      (SELECT min(due_on) FROM follow_ups WHERE customer_id = c.id AND done_at IS NULL
        AND deleted_at IS NULL) AS contactAgainOn
    FROM customer_figures f JOIN customers c ON c.id = f.customer_id
    WHERE f.customer_id IN ${idList(ids)}`.execute(db);
  const own = await ownValuesOfMany(db, ids);
  const byId = new Map<number, FoundRow>(
    found.rows.map((row) => [row.id, { ...row, own: own.get(row.id) ?? [] }]),
  );
  return ids.flatMap((id) => byId.get(id) ?? []);
}

/** A customer as the search box shows one. */
export interface BestMatch {
  id: CustomerId;
  name: string;
  phone: string | null;
  layer: Layer;
  isFuzzy: boolean;
}

/** Those whom a typed text finds, best of the window first: what the search box shows. */
export async function bestMatches(
  db: ReadHandle,
  text: string,
  limit: number,
): Promise<BestMatch[]> {
  return bestOf(db, await searchMatches(db, text), limit);
}

/** The same of a text that was looked up already. */
export async function bestOf(
  db: ReadHandle,
  matches: Matches | null,
  limit: number,
): Promise<BestMatch[]> {
  if (matches === null) return [];
  const page = await pageOfCustomers(db, {
    narrowing: [],
    layers: [],
    matches,
    order: { sort: 'activeRevenue', descending: true },
    after: null,
    limit,
  });
  const rows = await readRows(
    db,
    page.map(({ id }) => id),
  );
  const isFuzzy = matches.kind === 'ids' && matches.isFuzzy;
  return rows.map(({ id, name, phone, layer }) => ({ id, name, phone, layer, isFuzzy }));
}

/** What a list is asked for beside its filter. */
export interface Narrowed {
  /** Only these; null: whoever. */
  readonly ids: readonly number[] | null;
  readonly also: readonly Condition[];
}

const notNarrowed: Narrowed = { ids: null, also: [] };

async function conditionsOf(
  db: ReadHandle,
  filter: CustomerFilter,
  { ids, also }: Narrowed,
): Promise<Condition[]> {
  const matches = await searchMatches(db, filter.search);
  const only = ids === null ? [] : [sql<SqlBool>`f.customer_id IN ${idList(ids)}`];
  return [...filterConditions(filter), ...matchCondition(matches), ...also, ...only];
}

/** Everybody who matches but for the layer filter, by id. */
export async function matchingIds(
  db: ReadHandle,
  filter: CustomerFilter,
  narrowed: Narrowed,
): Promise<number[]> {
  let found = db.selectFrom('customer_figures as f').select('f.customer_id as id');
  for (const condition of await conditionsOf(db, filter, narrowed)) found = found.where(condition);
  return (await found.execute()).map(({ id }) => id);
}

/** Count and window revenue of what matches, and of each layer without the layer filter. */
export async function summarizeCustomers(
  db: ReadHandle,
  filter: CustomerFilter,
  narrowed: Narrowed = notNarrowed,
): Promise<{
  count: number;
  activeRevenueMinor: number;
  layers: { layer: Layer; count: number }[];
}> {
  let counted = db
    .selectFrom('customer_figures as f')
    .select(({ fn }) => [
      'f.layer as layer',
      fn.countAll<number>().as('count'),
      fn.sum<number>('f.active_revenue_minor').as('revenue'),
    ])
    .groupBy('f.layer');
  for (const condition of await conditionsOf(db, filter, narrowed))
    counted = counted.where(condition);
  const layers = await counted.execute();
  const shown = layers.filter(
    (row) => filter.layers.length === 0 || filter.layers.includes(row.layer),
  );
  return {
    count: shown.reduce((sum, row) => sum + row.count, 0),
    activeRevenueMinor: shown.reduce((sum, row) => sum + row.revenue, 0),
    layers: layers.map(({ layer, count }) => ({ layer, count })),
  };
}

export interface Facet {
  value: string;
  count: number;
}

const notInTrash = sql`customer_id NOT IN (SELECT id FROM customers WHERE deleted_at IS NOT NULL)`;

/** Tags and cities in use, most used first; a customer counts once for a city. */
export async function customerFacets(db: ReadHandle): Promise<{ tags: Facet[]; cities: Facet[] }> {
  const tags = await sql<Facet>`
    SELECT tag AS value, count(*) AS count FROM customer_tags WHERE ${notInTrash}
    GROUP BY tag ORDER BY count DESC, tag LIMIT 100`.execute(db);
  const cities = await sql<Facet>`
    SELECT city AS value, count(*) AS count FROM
      (SELECT DISTINCT city, customer_id FROM addresses
       WHERE city IS NOT NULL AND city <> '' AND ${notInTrash})
    GROUP BY city ORDER BY count DESC, city LIMIT 200`.execute(db);
  return { tags: tags.rows, cities: cities.rows };
}
