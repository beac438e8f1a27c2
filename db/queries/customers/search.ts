import { sql } from 'kysely';
import { errorsAllowed } from '#shared/domain/text/edit-distance.ts';
import type { ReadHandle } from '../../file/client.ts';
import {
  anyOfEachQuery,
  halvesQuery,
  insideQuery,
  prefixQuery,
  type SearchTerms,
  typingErrors,
} from '../search/match.ts';

/**
 * Who matches a typed text. `ids` where they are few enough to name; `broad` where so many match
 * that it is left to the database: `query` finds all of them, ` word` in the search text tells one.
 */
export type Matches =
  | { readonly kind: 'ids'; readonly ids: readonly number[]; readonly isFuzzy: boolean }
  | { readonly kind: 'broad'; readonly query: string; readonly words: readonly string[] };

const fewEnough = 1500;
/** The beginning and the inside of a number are looked up together, so more are named. */
const fewEnoughNumbers = 5000;
const likeNumbers = 400;
const likeWords = 30;
/** Known words looked at for likeness, about 20 ms of comparing; names of a real shop are far fewer. */
const vocabularyLimit = 10_000;

type SearchTable = 'customer_words' | 'customer_parts';

async function idsOf(
  db: ReadHandle,
  table: SearchTable,
  query: string,
  limit: number,
): Promise<number[]> {
  const found = await sql<{ id: number }>`SELECT rowid AS id FROM ${sql.table(table)}
    WHERE ${sql.table(table)} MATCH ${query} LIMIT ${limit}`.execute(db);
  return found.rows.map((row) => row.id);
}

async function textsOf(
  db: ReadHandle,
  ids: readonly number[],
): Promise<{ id: number; text: string }[]> {
  if (ids.length === 0) return [];
  return db
    .selectFrom('customer_figures')
    .select(['customer_id as id', 'search_text as text'])
    .where('customer_id', 'in', sql<number>`(SELECT value FROM json_each(${JSON.stringify(ids)}))`)
    .execute();
}

/** Customers whose search text has all of these somewhere, inside a word too. */
async function idsInside(db: ReadHandle, words: readonly string[]): Promise<number[]> {
  const query = insideQuery(words);
  if (query === null) return [];
  const texts = await textsOf(db, await idsOf(db, 'customer_parts', query, fewEnoughNumbers));
  return texts.filter(({ text }) => words.every((word) => text.includes(word))).map(({ id }) => id);
}

async function knownWords(db: ReadHandle, beginning: string): Promise<string[]> {
  const known = await sql<{ term: string }>`SELECT term FROM customer_vocabulary
    WHERE term >= ${beginning} AND term < ${`${beginning}\u{10ffff}`}
    LIMIT ${vocabularyLimit}`.execute(db);
  return known.rows.map(({ term }) => term);
}

/**
 * Words the index knows that are like this one, the likest first. Most errors leave the first two
 * letters as they are; else the first must be right, or swapped with the second.
 */
async function likeWordsOf(db: ReadHandle, word: string): Promise<string[]> {
  const limit = errorsAllowed(word);
  const [first = '', second = ''] = Array.from(word);
  if (limit === 0 || /\p{N}/u.test(first)) return [];
  for (const beginnings of [[`${first}${second}`], [first, `${second}${first}`]]) {
    const known = await Promise.all(beginnings.map((beginning) => knownWords(db, beginning)));
    const alike = known
      .flat()
      .map((term) => ({ term, errors: typingErrors(word, term, limit) }))
      .filter(({ errors }) => errors <= limit)
      .sort((a, b) => a.errors - b.errors);
    if (alike.length > 0) return alike.slice(0, likeWords).map(({ term }) => term);
  }
  return [];
}

/** Every word is known (its beginning is enough) or like a known one. */
async function idsAlike(db: ReadHandle, words: readonly string[]): Promise<number[]> {
  const known: string[] = [];
  const alike: string[][] = [];
  for (const word of words) {
    const isKnown = (await idsOf(db, 'customer_words', prefixQuery([word]), 1)).length > 0;
    if (isKnown) known.push(word);
    else alike.push(await likeWordsOf(db, word));
  }
  if (alike.length === 0 || alike.some((terms) => terms.length === 0)) return [];
  const parts = [prefixQuery(known), anyOfEachQuery(alike)].filter((part) => part !== '');
  return idsOf(db, 'customer_words', parts.join(' AND '), fewEnough);
}

async function matchWords(db: ReadHandle, words: readonly string[]): Promise<Matches> {
  const query = prefixQuery(words);
  const ids = await idsOf(db, 'customer_words', query, fewEnough + 1);
  if (ids.length > fewEnough) return { kind: 'broad', query, words };
  if (ids.length > 0) return { kind: 'ids', ids, isFuzzy: false };
  const inside = await idsInside(db, words);
  if (inside.length > 0) return { kind: 'ids', ids: inside, isFuzzy: false };
  return { kind: 'ids', ids: await idsAlike(db, words), isFuzzy: true };
}

async function numbersAlike(db: ReadHandle, bare: string): Promise<number[]> {
  const query = halvesQuery(bare);
  if (query === null) return [];
  const texts = await textsOf(db, await idsOf(db, 'customer_parts', query, likeNumbers));
  return texts
    .filter(({ text }) => text.split(' ').some((word) => typingErrors(bare, word, 1) <= 1))
    .map(({ id }) => id);
}

/** Numbers that begin with the digits, and those that have them inside or at the end as typed. */
async function matchDigits(db: ReadHandle, typed: string, bare: string): Promise<Matches> {
  const query = prefixQuery([bare]);
  const begins = await idsOf(db, 'customer_words', query, fewEnoughNumbers + 1);
  if (begins.length > fewEnoughNumbers) return { kind: 'broad', query, words: [bare] };
  const ids = new Set([...begins, ...(await idsInside(db, [typed]))]);
  if (ids.size > 0) return { kind: 'ids', ids: [...ids], isFuzzy: false };
  const inside = await idsInside(db, [bare]);
  if (inside.length > 0) return { kind: 'ids', ids: inside, isFuzzy: false };
  return { kind: 'ids', ids: await numbersAlike(db, bare), isFuzzy: true };
}

/** Word beginnings first; then text inside words; then likeness (one typing error, two from eight letters). */
export function matchCustomers(db: ReadHandle, terms: SearchTerms): Promise<Matches> {
  if (terms.kind === 'words') return matchWords(db, terms.words);
  return matchDigits(db, terms.typed, terms.bare);
}
