import { sql } from 'kysely';
import type { Layer } from '#shared/contract/customers.ts';
import type { CustomerId } from '#shared/ids.ts';
import type { ReadHandle } from '../file/client.ts';
import { called } from './customers/name.ts';

export interface BoughtFacts {
  readonly purchases: number;
  readonly revenueMinor: number;
  readonly firstOn: string | null;
  readonly lastOn: string | null;
}

/** One customer's totals as the list shows them. */
export async function boughtFacts(db: ReadHandle, customerId: number): Promise<BoughtFacts | null> {
  const row = await db
    .selectFrom('customer_figures')
    .select([
      'purchases',
      'revenue_minor as revenueMinor',
      'first_purchase_on as firstOn',
      'last_purchase_on as lastOn',
    ])
    .where('customer_id', '=', customerId)
    .executeTakeFirst();
  return row ?? null;
}

/** Returns of one customer up to today: how many and what they took back, a positive amount in minor units. */
export async function returnsOf(
  db: ReadHandle,
  customerId: number,
  today: string,
): Promise<{ returns: number; returnsMinor: number }> {
  const row = await db
    .selectFrom('sales')
    .select(({ fn }) => [
      fn.countAll<number>().as('returns'),
      fn.coalesce(fn.sum<number>('revenue_minor'), sql.lit(0)).as('minor'),
    ])
    .where('customer_id', '=', customerId)
    .where('deleted_at', 'is', null)
    .where('kind', '=', 'return')
    .where('sold_on', '<=', today)
    .executeTakeFirstOrThrow();
  return { returns: row.returns, returnsMinor: row.minor === 0 ? 0 : -row.minor };
}

/** Net revenue of one customer by month (`YYYY-MM`) between two days, both included. */
export async function monthlyRevenue(
  db: ReadHandle,
  customerId: number,
  fromOn: string,
  toOn: string,
): Promise<Map<string, number>> {
  const rows = await db
    .selectFrom('sales')
    .select(({ fn }) => [
      sql<string>`substr(sold_on, 1, 7)`.as('month'),
      fn.sum<number>('revenue_minor').as('revenue'),
    ])
    .where('customer_id', '=', customerId)
    .where('deleted_at', 'is', null)
    .where('sold_on', '>=', fromOn)
    .where('sold_on', '<=', toOn)
    .groupBy(sql`1`)
    .execute();
  return new Map(rows.map((row) => [row.month, row.revenue]));
}

/** The days one customer bought on up to today, each once, in order. */
export async function purchaseDays(
  db: ReadHandle,
  customerId: number,
  today: string,
): Promise<string[]> {
  const rows = await db
    .selectFrom('sales')
    .select('sold_on')
    .distinct()
    .where('customer_id', '=', customerId)
    .where('deleted_at', 'is', null)
    .where('is_purchase', '=', 1)
    .where('sold_on', '<=', today)
    .orderBy('sold_on')
    .execute();
  return rows.map((row) => row.sold_on);
}

/** Formula values of everybody who bought, minor units, in no order. */
export async function allValues(db: ReadHandle): Promise<number[]> {
  const rows = await db
    .selectFrom('customer_figures')
    .select('clv_minor')
    .where('clv_minor', 'is not', null)
    .$narrowType<{ clv_minor: number }>()
    .execute();
  return rows.map((row) => row.clv_minor);
}

export interface TopCustomer {
  readonly id: CustomerId;
  readonly name: string;
  readonly phone: string | null;
  readonly layer: Layer;
  readonly clvMinor: number;
  readonly revenueMinor: number;
  readonly purchases: number;
}

/** The customers with the highest formula value. */
export async function topCustomers(db: ReadHandle, limit: number): Promise<TopCustomer[]> {
  const found = await sql<TopCustomer>`
    SELECT c.id, ${called} AS name, f.layer, f.clv_minor AS clvMinor, f.revenue_minor AS revenueMinor,
      f.purchases,
      (SELECT value FROM contact_points WHERE customer_id = c.id AND kind = 'phone'
        ORDER BY position LIMIT 1) AS phone
    FROM customer_figures f JOIN customers c ON c.id = f.customer_id
    WHERE f.clv_minor IS NOT NULL
    ORDER BY f.clv_minor DESC, f.customer_id DESC LIMIT ${limit}`.execute(db);
  return found.rows;
}

/** Customers and window revenue of each layer. */
export async function layerTotals(
  db: ReadHandle,
): Promise<{ layer: Layer; customers: number; revenueMinor: number }[]> {
  return db
    .selectFrom('customer_figures')
    .select(({ fn }) => [
      'layer',
      fn.countAll<number>().as('customers'),
      fn.sum<number>('active_revenue_minor').as('revenueMinor'),
    ])
    .groupBy('layer')
    .execute();
}

/** The least and the most a layer's customers brought in the window; tells where equal revenue is split. */
export async function layerEdges(
  db: ReadHandle,
): Promise<{ layer: Layer; leastMinor: number; mostMinor: number }[]> {
  return db
    .selectFrom('customer_figures')
    .select(({ fn }) => [
      'layer',
      fn.min<number>('active_revenue_minor').as('leastMinor'),
      fn.max<number>('active_revenue_minor').as('mostMinor'),
    ])
    .where('layer', 'in', ['top', 'large', 'medium', 'small'])
    .groupBy('layer')
    .execute();
}

/** Revenue of a period from sales that name no customer, minor units. */
export async function anonymousRevenue(db: ReadHandle, from: string, to: string): Promise<number> {
  const row = await db
    .selectFrom('sales')
    .select(({ fn }) => fn.coalesce(fn.sum<number>('revenue_minor'), sql.lit(0)).as('revenue'))
    .where('customer_id', 'is', null)
    .where('deleted_at', 'is', null)
    .where('sold_on', '>=', from)
    .where('sold_on', '<=', to)
    .executeTakeFirstOrThrow();
  return row.revenue;
}

/** Revenue of a period from customers who are in the trash, minor units: it was earned all the same. */
export async function trashedRevenue(db: ReadHandle, from: string, to: string): Promise<number> {
  const row = await db
    .selectFrom('sales as s')
    .innerJoin('customers as c', 'c.id', 's.customer_id')
    .select(({ fn }) => fn.coalesce(fn.sum<number>('s.revenue_minor'), sql.lit(0)).as('revenue'))
    .where('c.deleted_at', 'is not', null)
    .where('s.deleted_at', 'is', null)
    .where('s.sold_on', '>=', from)
    .where('s.sold_on', '<=', to)
    .executeTakeFirstOrThrow();
  return row.revenue;
}

/** How many customers have returns and no purchase: what they bought lies before the first sale here. */
export async function returnsOnlyCustomers(db: ReadHandle): Promise<number> {
  const row = await db
    .selectFrom('customer_figures')
    .select(({ fn }) => fn.countAll<number>().as('customers'))
    .where('purchases', '=', 0)
    .where('revenue_minor', '<>', 0)
    .executeTakeFirstOrThrow();
  return row.customers;
}

/** Up to which day the sales reach, `today` at most; `today` where there are none. */
export async function soldThrough(db: ReadHandle, today: string): Promise<string> {
  const row = await db
    .selectFrom('sales')
    .select(({ fn }) => fn.max('sold_on').as('last'))
    .where('deleted_at', 'is', null)
    .where('sold_on', '<=', today)
    .executeTakeFirst();
  return row?.last ?? today;
}

/** Whether anything was sold at all. */
export async function hasSales(db: ReadHandle): Promise<boolean> {
  const row = await db
    .selectFrom('sales')
    .select('id')
    .where('deleted_at', 'is', null)
    .limit(1)
    .executeTakeFirst();
  return row !== undefined;
}

export interface SoldFacts {
  readonly sales: number;
  readonly named: number;
  readonly revenueMinor: number;
  readonly firstOn: string | null;
  readonly lastOn: string | null;
}

/**
 * Everything that was sold up to today, whoever bought: purchases, how many rows name a customer, and the
 * revenue less returns in minor units.
 */
export async function soldFacts(db: ReadHandle, today: string): Promise<SoldFacts> {
  return db
    .selectFrom('sales')
    .select(({ fn }) => [
      fn.coalesce(fn.sum<number>('is_purchase'), sql.lit(0)).as('sales'),
      fn.count<number>('customer_id').as('named'),
      fn.coalesce(fn.sum<number>('revenue_minor'), sql.lit(0)).as('revenueMinor'),
      fn.min('sold_on').as('firstOn'),
      fn.max('sold_on').as('lastOn'),
    ])
    .where('deleted_at', 'is', null)
    .where('sold_on', '<=', today)
    .executeTakeFirstOrThrow();
}

/** Somebody to name, with what they brought up to a day, minor units. */
export interface KnownCustomer {
  readonly id: CustomerId;
  readonly name: string;
  readonly phone: string | null;
  readonly revenueMinor: number;
}

/** Those of these customers who are there, by id. */
export async function customersById(
  db: ReadHandle,
  ids: readonly number[],
  through: string,
): Promise<Map<number, KnownCustomer>> {
  const found = await sql<KnownCustomer>`
    SELECT c.id, ${called} AS name,
      (SELECT value FROM contact_points WHERE customer_id = c.id AND kind = 'phone'
        ORDER BY position LIMIT 1) AS phone,
      (SELECT coalesce(sum(revenue_minor), 0) FROM sales WHERE customer_id = c.id
        AND deleted_at IS NULL AND sold_on <= ${through}) AS revenueMinor
    FROM customers c WHERE c.deleted_at IS NULL
      AND c.id IN (SELECT value FROM json_each(${JSON.stringify(ids)}))`.execute(db);
  return new Map(found.rows.map((row) => [row.id, row]));
}
