import { type RawBuilder, type SqlBool, sql } from 'kysely';
import type { Output } from '#shared/contract/index.ts';
import { complaintNumber, readComplaintNumber } from '#shared/domain/complaints/rules.ts';
import { nameKey } from '#shared/domain/text/names.ts';
import type { ComplaintId } from '#shared/ids.ts';
import type { ReadHandle } from '../../file/client.ts';
import { searchMatches } from '../customers/filter.ts';
import { idList } from '../customers/id-list.ts';
import { calledName } from '../customers/name.ts';
import type { Matches } from '../customers/search.ts';
import { prefixQuery } from '../search/match.ts';

type Condition = RawBuilder<SqlBool>;

/** The years complaints were received in, and one to each side: a year begins earlier in the east. */
async function yearsOf(db: ReadHandle): Promise<number[]> {
  const ends = await sql<{ first: string | null; last: string | null }>`
    SELECT (SELECT min(received_at) FROM complaints WHERE deleted_at IS NULL) AS first,
      (SELECT max(received_at) FROM complaints WHERE deleted_at IS NULL) AS last`.execute(db);
  const { first = null, last = null } = ends.rows[0] ?? {};
  if (first === null || last === null) return [];
  const from = Number(first.slice(0, 4)) - 1;
  return Array.from({ length: Number(last.slice(0, 4)) + 2 - from }, (_, index) => from + index);
}

async function numbersMeant(db: ReadHandle, text: string): Promise<string[]> {
  const read = readComplaintNumber(text);
  if (read === null) return [];
  const years = read.year === null ? await yearsOf(db) : [read.year];
  return years.map((year) => complaintNumber(year, read.running));
}

function hasNumber(numbers: readonly string[]): Condition {
  return sql`c.number COLLATE NOCASE IN (SELECT value FROM json_each(${JSON.stringify(numbers)}))`;
}

/** An FTS5 expression over the words typed; null: none was. */
function wordsQuery(text: string): string | null {
  const words = nameKey(text)
    .split(' ')
    .filter((word) => /[\p{L}\p{N}]/u.test(word));
  return words.length === 0 ? null : prefixQuery(words);
}

/** Whose customer the text names: by the letters typed, never by likeness. */
async function hasNamedCustomer(db: ReadHandle, text: string): Promise<Condition | null> {
  const matches = await searchMatches(db, text);
  if (matches === null) return null;
  if (matches.kind === 'broad')
    return sql`c.customer_id IN (SELECT rowid FROM customer_words
      WHERE customer_words MATCH ${matches.query})`;
  if (matches.isFuzzy || matches.ids.length === 0) return null;
  return sql`c.customer_id IN ${idList(matches.ids)}`;
}

/**
 * Which complaints a typed text finds: its number with or without year and zeros, words (their
 * beginnings) of title and account, or the customer. Null: nothing was typed.
 */
export async function searchCondition(db: ReadHandle, text: string): Promise<Condition | null> {
  const query = wordsQuery(text);
  if (query === null) return null;
  const numbers = await numbersMeant(db, text);
  const customer = await hasNamedCustomer(db, text);
  const words: Condition = sql`c.id IN (SELECT rowid FROM complaint_words
    WHERE complaint_words MATCH ${query})`;
  const ways = [words, ...(numbers.length > 0 ? [hasNumber(numbers)] : [])];
  if (customer !== null) ways.push(customer);
  return sql`(${sql.join(ways, sql` OR `)})`;
}

/** The search box looks no farther back than so many complaints where very many could match. */
const newestLookedAt = 500;
/** Customers few enough to look up all complaints of each. */
const fewCustomers = 200;

/** Complaints of the customers the text names: all where these are few, else of the newest. */
function ofCustomers(matches: Matches | null): RawBuilder<unknown> {
  const none = sql`SELECT NULL WHERE 0`;
  if (matches === null) return none;
  const newest = sql`(SELECT id, customer_id FROM complaints WHERE deleted_at IS NULL
    ORDER BY received_at DESC, id DESC LIMIT ${newestLookedAt}) n`;
  if (matches.kind === 'broad') {
    const has = matches.words.map((word) => sql`instr(f.search_text, ${` ${word}`}) > 0`);
    return sql`SELECT n.id FROM ${newest} JOIN customer_figures f ON f.customer_id = n.customer_id
      WHERE ${sql.join(has, sql` AND `)}`;
  }
  const { ids, isFuzzy } = matches;
  if (isFuzzy || ids.length === 0) return none;
  return ids.length <= fewCustomers
    ? sql`SELECT id FROM complaints WHERE customer_id IN ${idList(ids)}`
    : sql`SELECT n.id FROM ${newest} WHERE n.customer_id IN ${idList(ids)}`;
}

/**
 * What the search box shows: the number typed first, then open ones, the newest first. `matches`: the
 * customers the text names, looked up once for all the box shows. The queue's own search finds all.
 */
export async function findComplaints(
  db: ReadHandle,
  text: string,
  limit: number,
  matches: Matches | null,
): Promise<Output<'search.find'>['complaints']> {
  const query = wordsQuery(text);
  if (query === null) return [];
  const numbers = await numbersMeant(db, text);
  const found = await sql<{
    id: number;
    number: string;
    title: string;
    customerName: string | null;
    isClosed: number;
  }>`
    SELECT c.id, c.number, c.title, ${calledName('u')} AS customerName, c.state = 'closed' AS isClosed
    FROM complaints c LEFT JOIN customers u ON u.id = c.customer_id
    WHERE c.id IN (
        SELECT c.id FROM complaints c WHERE ${hasNumber(numbers)}
        UNION ALL SELECT * FROM (SELECT rowid FROM complaint_words
          WHERE complaint_words MATCH ${query} ORDER BY rowid DESC LIMIT ${newestLookedAt})
        UNION ALL SELECT * FROM (${ofCustomers(matches)}))
      AND c.deleted_at IS NULL AND u.deleted_at IS NULL
    ORDER BY ${hasNumber(numbers)} DESC, isClosed, c.received_at DESC, c.id DESC
    LIMIT ${limit}`.execute(db);
  return found.rows.map((row) => ({
    ...row,
    id: row.id as ComplaintId,
    isClosed: row.isClosed === 1,
  }));
}
