import { type RawBuilder, type SqlBool, sql } from 'kysely';
import type { SaleFilter } from '#shared/contract/sales.ts';
import { nameKey } from '#shared/domain/text/names.ts';
import type { ReadHandle } from '../../file/client.ts';
import { searchMatches } from '../customers/filter.ts';
import { idList } from '../customers/id-list.ts';
import type { Matches } from '../customers/search.ts';
import { isPaidAs } from '../payments/paid.ts';
import { oddConditions } from './odd.ts';
import { isSentAs } from './sent.ts';

/** A condition on `sales AS s`. */
export type Condition = RawBuilder<SqlBool>;

/** One thing by which sales are found other than by their own columns. */
interface Way {
  /** The ids of all it leads to. */
  readonly ids: RawBuilder<unknown>;
  /** Whether it leads to the sale looked at. */
  readonly test: Condition;
}

/** Sales that a filter names: any of the ways leads to one. */
export type Ways = readonly Way[];

/** Sales whose number begins with a text. */
function byNumber(text: string): Way {
  const begins = (number: RawBuilder<unknown>): Condition =>
    sql`${number} COLLATE NOCASE >= ${text} AND ${number} COLLATE NOCASE < ${`${text}\u{10ffff}`}`;
  return {
    ids: sql`SELECT id FROM sales WHERE ${begins(sql`number`)}`,
    test: begins(sql`+s.number`),
  };
}

/** Sales of any of the products that a subquery names. */
function byProducts(products: RawBuilder<unknown>): Way {
  return {
    ids: sql`SELECT sale_id AS id FROM sale_lines WHERE product_id IN ${products}`,
    test: sql`EXISTS (SELECT 1 FROM sale_lines l WHERE l.sale_id = s.id
      AND +l.product_id IN ${products})`,
  };
}

/** Sales of a product that a text is part of, by its name or code. */
function byProductText(text: string): Way {
  const key = nameKey(text);
  const code = text.toLowerCase();
  return byProducts(sql`(SELECT id FROM products
    WHERE deleted_at IS NULL AND (${key} <> '' AND instr(name_key, ${key}) > 0
      OR instr(lower(coalesce(sku, '')), ${code}) > 0))`);
}

/** Sales to any of the customers that a subquery names. */
function byCustomers(customers: RawBuilder<unknown>): Way {
  return {
    ids: sql`SELECT id FROM sales WHERE customer_id IN ${customers}`,
    test: sql`+s.customer_id IN ${customers}`,
  };
}

/** Sales to the customers a text names, by the letters typed, never by likeness. */
function byCustomerText(matches: Matches | null): Way[] {
  if (matches === null) return [];
  if (matches.kind === 'broad')
    return [
      byCustomers(
        sql`(SELECT rowid FROM customer_words WHERE customer_words MATCH ${matches.query})`,
      ),
    ];
  return matches.isFuzzy || matches.ids.length === 0 ? [] : [byCustomers(idList(matches.ids))];
}

/** What a filter names: the customer, the product, the import, a promised day, the text. A sale meets each. */
export async function filterWays(db: ReadHandle, filter: SaleFilter): Promise<Ways[]> {
  const { productId, withProduct, customerId, importId } = filter;
  const ways: Ways[] = [];
  if (customerId !== null) ways.push([byCustomers(sql`(${customerId})`)]);
  if (productId !== null) ways.push([byProducts(sql`(${productId})`)]);
  if (withProduct !== null) ways.push([byProducts(sql`(${withProduct})`)]);
  if (importId !== null)
    ways.push([
      {
        ids: sql`SELECT id FROM sales WHERE import_id = ${importId}`,
        test: sql`+s.import_id = ${importId}`,
      },
    ]);
  if (filter.sent.length > 0)
    ways.push([
      {
        ids: sql`SELECT id FROM sales WHERE promised_on IS NOT NULL`,
        test: sql`s.promised_on IS NOT NULL`,
      },
    ]);
  const text = filter.search.trim();
  if (text === '') return ways;
  const customers = byCustomerText(await searchMatches(db, text));
  return [...ways, [byNumber(text), byProductText(text), ...customers]];
}

/** All that any of the ways leads to, one after the other. */
export function idsOf(ways: Ways): RawBuilder<unknown> {
  return sql.join(
    ways.map(({ ids }) => ids),
    sql` UNION ALL `,
  );
}

/** Whether any of the ways leads to the sale looked at. */
export function isOnTheWay(ways: Ways): Condition {
  return sql`(${sql.join(
    ways.map(({ test }) => test),
    sql` OR `,
  )})`;
}

/** The span of days of a filter, both days in it, over `sales AS s` that are not in the trash. */
export function dayConditions({ soldFrom, soldTo }: SaleFilter): Condition[] {
  const conditions: Condition[] = [sql`s.deleted_at IS NULL`];
  if (soldFrom !== null) conditions.push(sql`s.sold_on >= ${soldFrom}`);
  if (soldTo !== null) conditions.push(sql`s.sold_on <= ${soldTo}`);
  return conditions;
}

/** What else a filter asks of `sales AS s` itself, on a day. */
export function columnConditions(filter: SaleFilter, today: string): Condition[] {
  const { kinds, statuses, buyer, odd, paid, sent } = filter;
  const conditions: Condition[] = [];
  if (kinds.length > 0) conditions.push(sql`s.kind IN (${sql.join(kinds)})`);
  if (statuses.length > 0) conditions.push(sql`s.status IN (${sql.join(statuses)})`);
  if (buyer === 'named') conditions.push(sql`s.customer_id IS NOT NULL`);
  if (buyer === 'none') conditions.push(sql`s.customer_id IS NULL`);
  if (buyer === 'trashed')
    conditions.push(sql`s.customer_id IN (SELECT id FROM customers WHERE deleted_at IS NOT NULL)`);
  if (odd !== null) conditions.push(oddConditions[odd]);
  if (paid.length > 0) conditions.push(isPaidAs(paid, today));
  if (sent.length > 0) conditions.push(isSentAs(sent, today));
  return [...conditions, ...whenConditions(filter), ...lineConditions(filter)];
}

/** The day of the week, and the hour where the clock of the sale is known. */
function whenConditions({ weekday, hour }: SaleFilter): Condition[] {
  const conditions: Condition[] = [];
  if (weekday !== null)
    conditions.push(sql`(CAST(strftime('%w', s.sold_on) AS INTEGER) + 6) % 7 = ${weekday}`);
  if (hour !== null)
    conditions.push(sql`s.is_purchase = 1 AND substr(s.sold_at, 12, 5) BETWEEN '00:01' AND '23:59'
      AND CAST(substr(s.sold_at, 12, 2) AS INTEGER) = ${hour}`);
  return conditions;
}

/** What the lines of a sale have to name, or not to. */
function lineConditions({ productId, withProduct, lines }: SaleFilter): Condition[] {
  const conditions: Condition[] = [];
  const has = (id: number): Condition => sql`EXISTS (SELECT 1 FROM sale_lines l
    WHERE l.sale_id = s.id AND +l.product_id = ${id} AND l.quantity_e4 > 0)`;
  if (withProduct !== null) {
    conditions.push(has(withProduct));
    if (productId !== null) conditions.push(has(productId));
  }
  if (lines === 'unnamed')
    conditions.push(sql`EXISTS (SELECT 1 FROM sale_lines l
      WHERE l.sale_id = s.id AND l.product_id IS NULL)`);
  return conditions;
}

/** Everything a filter asks of `sales AS s` on a day. */
export async function filterConditions(
  db: ReadHandle,
  filter: SaleFilter,
  today: string,
): Promise<Condition[]> {
  const ways = await filterWays(db, filter);
  const named = ways.map((each) => sql<SqlBool>`s.id IN (${idsOf(each)})`);
  return [...dayConditions(filter), ...columnConditions(filter, today), ...named];
}

/** All of them, for a WHERE. */
export function allOf(conditions: readonly Condition[]): Condition {
  return sql.join([...conditions], sql` AND `);
}
