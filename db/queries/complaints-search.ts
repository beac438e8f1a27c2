import { type RawBuilder, type SqlBool, sql } from 'kysely';
import type { Output } from '#shared/contract/index.ts';
import { complaintNumber, readComplaintNumber } from '#shared/domain/complaint-rules.ts';
import { nameKey } from '#shared/domain/names.ts';
import type { ComplaintId } from '#shared/ids.ts';
import type { ReadHandle } from '../client.ts';
import { shownName } from './complaints-shown.ts';
import { idList, searchMatches } from './customers-filter.ts';
import { prefixQuery } from './search-match.ts';

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

function hasWords(text: string): Condition | null {
  const words = nameKey(text)
    .split(' ')
    .filter((word) => /[\p{L}\p{N}]/u.test(word));
  if (words.length === 0) return null;
  return sql`c.id IN (SELECT rowid FROM complaint_words
    WHERE complaint_words MATCH ${prefixQuery(words)})`;
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
  const words = hasWords(text);
  if (words === null) return null;
  const numbers = await numbersMeant(db, text);
  const customer = await hasNamedCustomer(db, text);
  const ways = [words, ...(numbers.length > 0 ? [hasNumber(numbers)] : [])];
  if (customer !== null) ways.push(customer);
  return sql`(${sql.join(ways, sql` OR `)})`;
}

/** What the search box shows: the number typed first, then open ones, the newest first. */
export async function findComplaints(
  db: ReadHandle,
  text: string,
  limit: number,
): Promise<Output<'search.find'>['complaints']> {
  const condition = await searchCondition(db, text);
  if (condition === null) return [];
  const numbers = await numbersMeant(db, text);
  const found = await sql<{
    id: number;
    number: string;
    title: string;
    customerName: string | null;
    isClosed: number;
  }>`
    SELECT c.id, c.number, c.title, ${shownName} AS customerName, c.state = 'closed' AS isClosed
    FROM complaints c LEFT JOIN customers u ON u.id = c.customer_id
    WHERE ${condition} AND c.deleted_at IS NULL AND u.deleted_at IS NULL
    ORDER BY ${hasNumber(numbers)} DESC, isClosed, c.received_at DESC, c.id DESC
    LIMIT ${limit}`.execute(db);
  return found.rows.map((row) => ({
    ...row,
    id: row.id as ComplaintId,
    isClosed: row.isClosed === 1,
  }));
}
