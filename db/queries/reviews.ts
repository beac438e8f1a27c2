import { type RawBuilder, sql } from 'kysely';
import type { ReviewFacts, ReviewFilter, ReviewRow } from '#shared/contract/reviews.ts';
import { daysBetween } from '#shared/domain/calendar/dates.ts';
import type { ComplaintId, CustomerId, ReviewId } from '#shared/ids.ts';
import type { RawHandle, ReadHandle } from '../file/client.ts';
import { insertRow, type RowValues, updateRow } from '../history/journal.ts';
import { calledName } from './customers/name.ts';

/** Stars up to which a review is a bad one. */
const MOST_BAD_STARS = 2;

interface Columns extends Omit<ReviewFacts, 'customerId'> {
  id: number;
  customerId: number | null;
  customerName: string | null;
  answer: string | null;
  answeredAt: string | null;
  complaintId: number | null;
  complaintNumber: string | null;
  canAskRevision: 0 | 1;
  revisionAskedOn: string | null;
  revisedOn: string | null;
  revisedRating: number | null;
}

const canAsk = sql`(k.resolved_at IS NOT NULL AND r.revision_asked_on IS NULL
  AND r.revised_on IS NULL AND coalesce(r.rating, 1) < 5)`;
const starsNow = sql`coalesce(r.revised_rating, r.rating)`;
const isBad = sql`${starsNow} <= ${sql.lit(MOST_BAD_STARS)}`;

const columns = sql`
  r.id, r.customer_id AS customerId, r.platform, r.author, r.rating, r.text, r.url,
  r.posted_on AS postedOn, r.answer, r.answered_at AS answeredAt, k.id AS complaintId,
  k.number AS complaintNumber, ${canAsk} AS canAskRevision,
  r.revision_asked_on AS revisionAskedOn, r.revised_on AS revisedOn,
  r.revised_rating AS revisedRating, ${calledName('c')} AS customerName`;

/** A complaint or a customer in the trash is not linked to. */
const joins = sql`
  LEFT JOIN complaints k ON k.id = r.complaint_id AND k.deleted_at IS NULL
  LEFT JOIN customers c ON c.id = r.customer_id AND c.deleted_at IS NULL`;

function toRow(row: Columns, today: string): ReviewRow {
  const { platform, author, rating, text, url, postedOn } = row;
  const customerId = row.customerId as CustomerId | null;
  return {
    id: row.id as ReviewId,
    facts: { customerId, platform, author, rating, text, url, postedOn },
    customerName: row.customerName,
    answer: row.answer,
    answeredAt: row.answeredAt,
    complaintId: row.complaintId as ComplaintId | null,
    complaintNumber: row.complaintNumber,
    canAskRevision: row.canAskRevision === 1,
    revisionAskedOn: row.revisionAskedOn,
    revisedOn: row.revisedOn,
    revisedRating: row.revisedRating,
    daysWaiting: row.answeredAt === null ? Math.max(0, daysBetween(postedOn, today)) : null,
  };
}

function conditionsOf(filter: ReviewFilter): RawBuilder<unknown>[] {
  const found: RawBuilder<unknown>[] = [sql`r.deleted_at IS NULL`];
  if (filter.only === 'waiting') found.push(sql`r.answered_at IS NULL`);
  if (filter.only === 'negative') found.push(isBad);
  if (filter.only === 'revisable') found.push(canAsk);
  if (filter.platform !== null) found.push(sql`r.platform = ${filter.platform}`);
  for (const word of filter.search.split(/\s+/).filter((one) => one !== '')) {
    const like = `%${word.replace(/[\\%_]/g, '\\$&')}%`;
    found.push(sql`(r.text LIKE ${like} ESCAPE '\\' OR r.author LIKE ${like} ESCAPE '\\'
      OR c.name LIKE ${like} ESCAPE '\\' OR r.answer LIKE ${like} ESCAPE '\\')`);
  }
  return found;
}

export interface ReviewCursor {
  readonly postedOn: string;
  readonly id: number;
}

/** A page of reviews, newest first; of those that wait, the one that has waited longest first. */
export async function listReviews(
  db: ReadHandle,
  request: { filter: ReviewFilter; after: ReviewCursor | null; limit: number; today: string },
): Promise<{ rows: ReviewRow[]; next: ReviewCursor | null }> {
  const { filter, after, limit, today } = request;
  const isOldestFirst = filter.only === 'waiting';
  const conditions = conditionsOf(filter);
  if (after !== null)
    conditions.push(
      isOldestFirst
        ? sql`(r.posted_on, r.id) > (${after.postedOn}, ${after.id})`
        : sql`(r.posted_on, r.id) < (${after.postedOn}, ${after.id})`,
    );
  const order = isOldestFirst ? sql`r.posted_on, r.id` : sql`r.posted_on DESC, r.id DESC`;
  const found = await sql<Columns>`
    SELECT ${columns} FROM reviews r ${joins}
    WHERE ${sql.join(conditions, sql` AND `)}
    ORDER BY ${order} LIMIT ${limit + 1}`.execute(db);
  const rows = found.rows.slice(0, limit).map((row) => toRow(row, today));
  const last = rows.at(-1);
  const hasMore = found.rows.length > limit && last !== undefined;
  return { rows, next: hasMore ? { postedOn: last.facts.postedOn, id: last.id } : null };
}

/** One review; null when it is not there, or in the trash. */
export async function readReview(
  db: ReadHandle,
  id: number,
  today: string,
): Promise<ReviewRow | null> {
  const found = await sql<Columns>`
    SELECT ${columns} FROM reviews r ${joins}
    WHERE r.id = ${id} AND r.deleted_at IS NULL`.execute(db);
  const row = found.rows[0];
  return row === undefined ? null : toRow(row, today);
}

/** Counts, and the mean of the stars as they were posted and as they are now. */
export async function summarizeReviews(db: ReadHandle): Promise<{
  count: number;
  waiting: number;
  negative: number;
  revisable: number;
  averagePosted: number | null;
  averageNow: number | null;
}> {
  const found = await sql<Awaited<ReturnType<typeof summarizeReviews>>>`
    SELECT count(*) AS count,
      count(*) FILTER (WHERE r.answered_at IS NULL) AS waiting,
      count(*) FILTER (WHERE ${isBad}) AS negative,
      count(*) FILTER (WHERE ${canAsk}) AS revisable,
      avg(r.rating) AS averagePosted, avg(${starsNow}) AS averageNow
    FROM reviews r LEFT JOIN complaints k ON k.id = r.complaint_id AND k.deleted_at IS NULL
    WHERE r.deleted_at IS NULL`.execute(db);
  const [row] = found.rows;
  if (row === undefined) throw new Error('a count without a row');
  return row;
}

function reviewValues(facts: ReviewFacts): RowValues {
  return {
    customer_id: facts.customerId,
    platform: facts.platform,
    author: facts.author,
    rating: facts.rating,
    text: facts.text,
    url: facts.url,
    posted_on: facts.postedOn,
  };
}

export function insertReview(
  raw: RawHandle,
  batchId: number,
  facts: ReviewFacts,
  at: string,
): number {
  return insertRow(raw, batchId, 'reviews', { ...reviewValues(facts), created_at: at });
}

export function changeReview(
  raw: RawHandle,
  batchId: number,
  id: number,
  facts: ReviewFacts,
): boolean {
  return updateRow(raw, batchId, { table: 'reviews', id }, reviewValues(facts));
}

export function answerReview(
  raw: RawHandle,
  batchId: number,
  id: number,
  given: { answer: string; answeredAt: string },
): boolean {
  const { answer, answeredAt } = given;
  return updateRow(raw, batchId, { table: 'reviews', id }, { answer, answered_at: answeredAt });
}

/** Moves a review to the trash. */
export function trashReview(raw: RawHandle, batchId: number, id: number, at: string): boolean {
  return updateRow(raw, batchId, { table: 'reviews', id }, { deleted_at: at });
}

/** Links a review with the complaint it became. */
export function linkComplaint(
  raw: RawHandle,
  batchId: number,
  id: number,
  complaintId: number,
): boolean {
  return updateRow(raw, batchId, { table: 'reviews', id }, { complaint_id: complaintId });
}

export function markRevisionAsked(
  raw: RawHandle,
  batchId: number,
  id: number,
  on: string,
): boolean {
  return updateRow(raw, batchId, { table: 'reviews', id }, { revision_asked_on: on });
}

export function markRevised(
  raw: RawHandle,
  batchId: number,
  id: number,
  given: { on: string; rating: number | null },
): boolean {
  const { on, rating } = given;
  return updateRow(
    raw,
    batchId,
    { table: 'reviews', id },
    { revised_on: on, revised_rating: rating },
  );
}
