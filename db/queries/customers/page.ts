import { type RawBuilder, type SqlBool, sql } from 'kysely';
import { type CustomerSort, type FigureSort, ownSortOf } from '#shared/contract/customers/order.ts';
import type { ReadHandle } from '../../file/client.ts';
import { type Condition, matchCondition } from './filter.ts';
import type { Matches } from './search.ts';

const sortColumn = {
  name: 'name_key',
  lastPurchase: 'last_purchase_on',
  purchases: 'purchases',
  revenue: 'revenue_minor',
  activeRevenue: 'active_revenue_minor',
  clv: 'clv_minor',
  points: 'points',
} as const satisfies Record<FigureSort, string>;

/** Sorted last when descending, first when ascending: they have no value. */
const nullable: ReadonlySet<CustomerSort> = new Set(['lastPurchase', 'clv']);

function isNullable(sort: CustomerSort): boolean {
  return nullable.has(sort) || ownSortOf(sort) !== null;
}

/** The value that an order goes by; a number by its size. */
function sortedBy({ sort }: Order): RawBuilder<unknown> {
  const fieldId = ownSortOf(sort);
  if (fieldId === null) return sql.ref(`f.${sortColumn[sort as FigureSort]}`);
  return sql`(SELECT CASE o.type WHEN 'number' THEN CAST(v.value AS REAL) ELSE v.value END
    FROM custom_values v JOIN custom_fields o ON o.id = v.field_id AND o.deleted_at IS NULL
    WHERE v.customer_id = f.customer_id AND v.field_id = ${fieldId})`;
}

export interface Order {
  readonly sort: CustomerSort;
  readonly descending: boolean;
}

/** The sort value and id of a row: the next page begins after it. */
export interface Cursor {
  readonly value: string | number | null;
  readonly id: number;
}

export interface PageRequest {
  /** What leaves few: looked up before anything is walked. */
  readonly narrowing: readonly Condition[];
  /** What the walked index tells by itself. */
  readonly layers: readonly Condition[];
  readonly matches: Matches | null;
  readonly order: Order;
  readonly after: Cursor | null;
  readonly limit: number;
}

/**
 * The stretches of the index that come after a cursor. Rows without a value are a stretch of their
 * own: a row comparison skips NULL, and an OR would walk the index from its beginning.
 */
function stretches(order: Order, after: Cursor | null): Condition[] {
  if (after === null) return [sql`1`];
  const column = sortedBy(order);
  const later = order.descending ? sql`<` : sql`>`;
  if (after.value === null) {
    const empty: Condition = sql`${column} IS NULL AND f.customer_id ${later} ${after.id}`;
    return order.descending ? [empty] : [empty, sql`${column} IS NOT NULL`];
  }
  const valued: Condition = sql`(${column}, f.customer_id) ${later} (${after.value}, ${after.id})`;
  return order.descending && isNullable(order.sort) ? [valued, sql`${column} IS NULL`] : [valued];
}

function allOf(conditions: readonly RawBuilder<SqlBool>[]): RawBuilder<SqlBool> {
  return conditions.length === 0 ? sql`1` : sql.join([...conditions], sql` AND `);
}

interface Stretch {
  readonly where: readonly Condition[];
  readonly order: Order;
  readonly limit: number;
}

/** One stretch in order; `text` is read only where it is looked at. */
function ordered({ where, order, limit }: Stretch, text: RawBuilder<unknown>) {
  const column = sortedBy(order);
  const direction = order.descending ? sql`DESC` : sql`ASC`;
  return sql<Cursor & { text: string }>`
    SELECT f.customer_id AS id, ${column} AS value, ${text} AS text FROM customer_figures f
    WHERE ${allOf(where)}
    ORDER BY ${column} ${direction}, f.customer_id ${direction} LIMIT ${limit}`;
}

const walked = 3000;

/**
 * A text that many match is found soonest by walking the order and looking at each; unless they all
 * stand far down, which the walk notices (null) before it has cost more than asking the index.
 */
async function walk(
  db: ReadHandle,
  words: readonly string[],
  stretch: Stretch,
): Promise<Cursor[] | null> {
  const inner = ordered({ ...stretch, limit: walked }, sql`f.search_text`);
  const seen = await inner.execute(db);
  const found = seen.rows.filter(({ text }) => words.every((word) => text.includes(` ${word}`)));
  if (found.length < stretch.limit && seen.rows.length === walked) return null;
  return found.slice(0, stretch.limit);
}

async function readStretch(
  db: ReadHandle,
  { narrowing, matches }: PageRequest,
  stretch: Stretch,
): Promise<readonly Cursor[]> {
  if (matches?.kind === 'broad' && narrowing.length === 0) {
    const found = await walk(db, matches.words, stretch);
    if (found !== null) return found;
  }
  const where = [...stretch.where, ...matchCondition(matches)];
  return (await ordered({ ...stretch, where }, sql`NULL`).execute(db)).rows;
}

/** Ids and sort values of one page of `customer_figures`. */
export async function pageOfCustomers(db: ReadHandle, request: PageRequest): Promise<Cursor[]> {
  const { narrowing, layers, order, after, limit } = request;
  const page: Cursor[] = [];
  for (const stretch of stretches(order, after)) {
    const where = [...narrowing, ...layers, stretch];
    const left = limit - page.length;
    if (left > 0) page.push(...(await readStretch(db, request, { where, order, limit: left })));
  }
  return page.map(({ id, value }) => ({ id, value }));
}
