import { type RawBuilder, type SqlBool, sql } from 'kysely';
import type { SaleFilter } from '#shared/contract/sales.ts';
import { nameKey } from '#shared/domain/text/names.ts';
import type { ReadHandle } from '../../file/client.ts';
import { idList, searchMatches } from '../customers/filter.ts';
import type { Matches } from '../customers/search.ts';
import { isPaidAs } from '../payments/paid.ts';
import { oddConditions } from './odd.ts';

/** A condition on `sales AS s`. */
export type Condition = RawBuilder<SqlBool>;

/** Ids of the sales whose number begins with a text. */
function byNumber(text: string): RawBuilder<unknown> {
  return sql`SELECT id FROM sales WHERE number COLLATE NOCASE >= ${text}
    AND number COLLATE NOCASE < ${`${text}\u{10ffff}`}`;
}

/** Ids of the sales of a product that a text is part of, by its name or code. */
function byProduct(text: string): RawBuilder<unknown> {
  const key = nameKey(text);
  const code = text.toLowerCase();
  return sql`SELECT sale_id FROM sale_lines WHERE product_id IN (SELECT id FROM products
    WHERE deleted_at IS NULL AND (${key} <> '' AND instr(name_key, ${key}) > 0
      OR instr(lower(coalesce(sku, '')), ${code}) > 0))`;
}

/** Ids of the sales of the customers a text names, by the letters typed, never by likeness. */
function byCustomer(matches: Matches | null): RawBuilder<unknown> | null {
  if (matches === null) return null;
  if (matches.kind === 'broad')
    return sql`SELECT id FROM sales WHERE customer_id IN (SELECT rowid FROM customer_words
      WHERE customer_words MATCH ${matches.query})`;
  if (matches.isFuzzy || matches.ids.length === 0) return null;
  return sql`SELECT id FROM sales WHERE customer_id IN ${idList(matches.ids)}`;
}

async function searchCondition(db: ReadHandle, typed: string): Promise<Condition | null> {
  const text = typed.trim();
  if (text === '') return null;
  const ways = [byNumber(text), byProduct(text)];
  const customer = byCustomer(await searchMatches(db, text));
  if (customer !== null) ways.push(customer);
  return sql`s.id IN (${sql.join(ways, sql` UNION `)})`;
}

/** What a filter asks of `sales AS s` on a day; both days are in the span. */
export async function filterConditions(
  db: ReadHandle,
  filter: SaleFilter,
  today: string,
): Promise<Condition[]> {
  const { soldFrom, soldTo, kinds, statuses, buyer, productId, customerId, importId, odd } = filter;
  const conditions: Condition[] = [sql`s.deleted_at IS NULL`];
  if (soldFrom !== null) conditions.push(sql`s.sold_on >= ${soldFrom}`);
  if (soldTo !== null) conditions.push(sql`s.sold_on <= ${soldTo}`);
  if (kinds.length > 0) conditions.push(sql`s.kind IN (${sql.join(kinds)})`);
  if (statuses.length > 0) conditions.push(sql`s.status IN (${sql.join(statuses)})`);
  if (buyer === 'named') conditions.push(sql`s.customer_id IS NOT NULL`);
  if (buyer === 'none') conditions.push(sql`s.customer_id IS NULL`);
  if (customerId !== null) conditions.push(sql`s.customer_id = ${customerId}`);
  if (importId !== null) conditions.push(sql`s.import_id = ${importId}`);
  if (odd !== null) conditions.push(oddConditions[odd]);
  if (productId !== null)
    conditions.push(sql`s.id IN (SELECT sale_id FROM sale_lines WHERE product_id = ${productId})`);
  if (filter.paid.length > 0) conditions.push(isPaidAs(filter.paid, today));
  const found = await searchCondition(db, filter.search);
  if (found !== null) conditions.push(found);
  return conditions;
}

/** All of them, for a WHERE. */
export function allOf(conditions: readonly Condition[]): Condition {
  return sql.join([...conditions], sql` AND `);
}
