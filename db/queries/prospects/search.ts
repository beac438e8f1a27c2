import { type RawBuilder, type SqlBool, sql } from 'kysely';
import type { Output } from '#shared/contract/index.ts';
import type { ReadHandle } from '../../file/client.ts';
import { idList } from '../customers/id-list.ts';
import { called } from '../customers/name.ts';
import type { Matches } from '../customers/search.ts';
import { isOpenSql, isThereSql } from './filter.ts';

type Condition = RawBuilder<SqlBool>;

/** Of the customers the text names by the letters typed; where they are very many, of none. */
function ofCustomers(matches: Matches | null): Condition {
  if (matches?.kind !== 'ids' || matches.isFuzzy) return sql`FALSE`;
  return sql`p.customer_id IN ${idList(matches.ids)}`;
}

/**
 * What the search box shows: those whose title holds the text first, then those of the customers it names
 * (`matches`: looked up once for all the box shows); of each the open ones first, the newest first.
 */
export async function findProspects(
  db: ReadHandle,
  text: string,
  limit: number,
  matches: Matches | null,
): Promise<Output<'search.find'>['prospects']> {
  const typed = text.trim();
  if (typed === '') return [];
  const isTitled: Condition = sql`instr(lower(p.title), lower(${typed})) > 0`;
  const found = await sql<Output<'search.find'>['prospects'][number]>`
    SELECT p.id, p.title, ${called} AS customerName, p.stage
    FROM prospects p JOIN customers c ON c.id = p.customer_id
    WHERE ${isThereSql} AND (${isTitled} OR ${ofCustomers(matches)})
    ORDER BY ${isTitled} DESC, ${isOpenSql} DESC, p.id DESC LIMIT ${limit}`.execute(db);
  return found.rows;
}
