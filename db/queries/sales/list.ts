import { type RawBuilder, sql } from 'kysely';
import type { SaleFilter, SaleListRow, SaleOrder, SaleSummary } from '#shared/contract/sales.ts';
import type { SentState } from '#shared/domain/vocabulary/sales.ts';
import type { CustomerId } from '#shared/ids.ts';
import type { ReadHandle } from '../../file/client.ts';
import { calledName } from '../customers/name.ts';
import { leftColumn } from '../payments/account.ts';
import { isOpenOnly, paidStateOf } from '../payments/paid.ts';
import { chargedOf } from './counted.ts';
import {
  allOf,
  type Condition,
  columnConditions,
  dayConditions,
  filterConditions,
  filterWays,
  idsOf,
  isOnTheWay,
  type Ways,
} from './filter.ts';
import { type DayCursor, type SaleColumns, saleColumns, toSale } from './read.ts';
import { isSentAs } from './sent.ts';

export interface ListRequest {
  readonly filter: SaleFilter;
  readonly order: SaleOrder;
  readonly after: DayCursor | null;
  readonly limit: number;
  readonly today: string;
}

interface ListColumns extends SaleColumns {
  customerId: CustomerId | null;
  customerName: string | null;
  isCustomerInTrash: 0 | 1;
  paymentMethod: string | null;
  leftMinor: number | null;
  chargedMinor: number;
  dueOn: string | null;
}

/** So many are looked up and put in order at once; more are met on a walk through the days. */
const fewSales = 3000;
/** A page walks past so many sales before it is handed over as it is. */
const walkedAtOnce = 15_000;
/** Fewer, where lines, payments or words are looked up for each. */
const lookedUpAtOnce = 3000;

type Direction = 'ASC' | 'DESC';

function inOrder(direction: Direction): RawBuilder<unknown> {
  const by = sql.raw(direction);
  return sql`ORDER BY s.sold_on ${by}, s.id ${by}`;
}

function later(than: DayCursor | null, direction: Direction): Condition[] {
  if (than === null) return [];
  const further = direction === 'DESC' ? sql`<` : sql`>`;
  return [sql`(s.sold_on, s.id) ${further} (${than.soldOn}, ${than.id})`];
}

/**
 * The days of a filter from a cursor on. The bound that lies behind the cursor is left out: beside it the
 * cursor would only be a test, and every page would walk from that bound again.
 */
function daysFrom(filter: SaleFilter, after: DayCursor | null, direction: Direction): Condition[] {
  const { soldFrom, soldTo } = filter;
  const isBehind =
    after !== null &&
    (direction === 'DESC'
      ? soldTo !== null && after.soldOn <= soldTo
      : soldFrom !== null && after.soldOn >= soldFrom);
  const behind = direction === 'DESC' ? { soldTo: null } : { soldFrom: null };
  const days = dayConditions(isBehind ? { ...filter, ...behind } : filter);
  return [...days, ...later(after, direction)];
}

function notLater(than: DayCursor | null, direction: Direction): Condition[] {
  if (than === null) return [];
  const nearer = direction === 'DESC' ? sql`>=` : sql`<=`;
  return [sql`(s.sold_on, s.id) ${nearer} (${than.soldOn}, ${than.id})`];
}

/** Whether the ways lead to few sales; counting ends where they do not. */
async function isFew(db: ReadHandle, ways: Ways): Promise<boolean> {
  const found = await sql<{ count: number }>`SELECT count(*) AS count
    FROM (SELECT 1 FROM (${idsOf(ways)}) LIMIT ${fewSales + 1})`.execute(db);
  return (found.rows[0]?.count ?? 0) <= fewSales;
}

/** A walk through the days: along which index, and past how many sales at once. */
interface Walk {
  readonly along: RawBuilder<unknown>;
  readonly days: readonly Condition[];
  readonly atOnce: number;
}

/** What is not paid lies among what stands on account, which is little: the planner does not know. */
function walkOf(filter: SaleFilter, ways: readonly Ways[], days: readonly Condition[]): Walk {
  const isLookedUp =
    filter.odd !== null || filter.lines !== null || filter.paid.length > 0 || ways.length > 0;
  const atOnce = isLookedUp ? lookedUpAtOnce : walkedAtOnce;
  if (!isOpenOnly(filter.paid)) return { along: sql`sales s INDEXED BY sales_day`, days, atOnce };
  const along = sql`sales s INDEXED BY sales_account_day`;
  return { along, days: [...days, sql`s.is_on_account = 1`], atOnce };
}

/** How far a walk goes at once; null: to the end of the days. */
async function walkEnd(
  db: ReadHandle,
  { along, days, atOnce }: Walk,
  direction: Direction,
): Promise<DayCursor | null> {
  const found = await sql<DayCursor>`SELECT s.sold_on AS soldOn, s.id
    FROM ${along} WHERE ${allOf(days)} ${inOrder(direction)}
    LIMIT 1 OFFSET ${atOnce - 1}`.execute(db);
  return found.rows[0] ?? null;
}

/** The sales of a page, by their ids, and where looking for them ended; null: at the end. */
interface Picked {
  readonly ids: RawBuilder<unknown>;
  readonly end: DayCursor | null;
}

/** Where a way leads to few sales they are put in order; else the days are walked, so far as one page may. */
async function pick(db: ReadHandle, request: ListRequest): Promise<Picked> {
  const { filter, after, limit, today } = request;
  const direction = request.order === 'newest' ? 'DESC' : 'ASC';
  const ways = await filterWays(db, filter);
  const found = await Promise.all(ways.map((each) => isFew(db, each)));
  const few = ways.find((_, index) => found[index] === true);
  const days = daysFrom(filter, after, direction);
  const tests = [
    ...columnConditions(filter, today),
    ...ways.filter((each) => each !== few).map(isOnTheWay),
  ];
  const walk = walkOf(filter, ways, days);
  const isWalk = few === undefined && tests.length > 0;
  const end = isWalk ? await walkEnd(db, walk, direction) : null;
  const from =
    few === undefined
      ? walk.along
      : sql`(SELECT id FROM (${idsOf(few)}) GROUP BY id) few CROSS JOIN sales s ON s.id = few.id`;
  const conditions = [
    ...(few === undefined ? walk.days : days),
    ...tests,
    ...notLater(end, direction),
  ];
  const ids = sql`SELECT s.id FROM ${from} WHERE ${allOf(conditions)}
    ${inOrder(direction)} LIMIT ${limit + 1}`;
  return { ids, end };
}

/**
 * A page of all sales and returns by day, with the cursor of the next one. A page may hold fewer rows
 * than asked for, or none, and still have a next one: so far was looked.
 */
export async function listSales(
  db: ReadHandle,
  request: ListRequest,
): Promise<{ rows: SaleListRow[]; next: DayCursor | null }> {
  const { ids, end } = await pick(db, request);
  // The page is picked by its index alone; what the rows say is looked up for those picked.
  const found = await sql<ListColumns>`
    SELECT ${saleColumns}, s.customer_id AS customerId, ${calledName('c')} AS customerName,
      coalesce(c.deleted_at IS NOT NULL, 0) AS isCustomerInTrash, s.payment_method AS paymentMethod,
      ${leftColumn(request.today)} AS leftMinor, ${chargedOf('s')} AS chargedMinor, s.due_on AS dueOn
    FROM (${ids}) picked
    CROSS JOIN sales s ON s.id = picked.id LEFT JOIN customers c ON c.id = s.customer_id
    ${inOrder(request.order === 'newest' ? 'DESC' : 'ASC')}`.execute(db);
  const rows = found.rows.slice(0, request.limit).map((row) => toListRow(row, request.today));
  const last = rows.at(-1);
  const isFull = found.rows.length > request.limit && last !== undefined;
  return { rows, next: isFull ? { soldOn: last.soldOn, id: last.id } : end };
}

function toListRow(row: ListColumns, today: string): SaleListRow {
  const { customerId, customerName, isCustomerInTrash, paymentMethod, ...rest } = row;
  const { leftMinor, chargedMinor, dueOn, ...sale } = rest;
  const isInTrash = isCustomerInTrash === 1;
  return {
    ...toSale(sale),
    customerId,
    customerName,
    isCustomerInTrash: isInTrash,
    paymentMethod,
    paidState: paidStateOf({ chargedMinor, leftMinor, dueOn }, today),
    leftMinor: Math.max(0, leftMinor ?? 0),
  };
}

/** What the rows of a filter come to on a day: what is sold later counts on its own day. */
export async function summarizeSales(
  db: ReadHandle,
  filter: SaleFilter,
  today: string,
): Promise<SaleSummary> {
  const conditions = await filterConditions(db, filter, today);
  const left = leftColumn(today);
  const isDue = sql`s.sold_on <= ${today}`;
  const isReturn = sql`${isDue} AND s.kind = 'return'`;
  const isPurchase = sql`${isDue} AND s.is_purchase = 1`;
  const sent = (...states: SentState[]) => isSentAs(states, today);
  const found = await sql<SaleSummary>`
    SELECT count(*) AS count,
      count(*) FILTER (WHERE ${isPurchase}) AS purchases,
      coalesce(sum(s.revenue_minor) FILTER (WHERE ${isDue}), 0) AS revenueMinor,
      count(*) FILTER (WHERE ${isReturn} AND s.revenue_minor <> 0) AS returns,
      -coalesce(sum(s.revenue_minor) FILTER (WHERE ${isReturn}), 0) AS returnsMinor,
      count(*) FILTER (WHERE NOT (${isDue}) OR (s.is_purchase = 0 AND s.revenue_minor = 0))
        AS notCounted,
      count(*) FILTER (WHERE ${isPurchase} AND s.customer_id IS NULL) AS nameless,
      coalesce(sum(s.revenue_minor) FILTER (WHERE ${isDue} AND s.customer_id IS NULL), 0)
        AS namelessMinor,
      count(*) FILTER (WHERE ${left} > 0) AS open,
      coalesce(sum(max(${left}, 0)), 0) AS openMinor,
      count(*) FILTER (WHERE ${sent('inTime', 'late', 'notSent')}) AS promised,
      count(*) FILTER (WHERE ${sent('inTime')}) AS onTime,
      count(*) FILTER (WHERE ${sent('notSent')}) AS notSent
    FROM sales s WHERE ${allOf(conditions)}`.execute(db);
  const [summary] = found.rows;
  if (summary === undefined) throw new Error('A count without a row.');
  return summary;
}
