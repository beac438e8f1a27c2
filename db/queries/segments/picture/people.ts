import { sql } from 'kysely';
import type { CustomerKind, Gender } from '#shared/domain/vocabulary/customers.ts';
import type { Topic } from '#shared/domain/vocabulary/interactions.ts';
import type { ReadHandle } from '../../../file/client.ts';

/** What is known of one customer who is there and was not erased; nothing that names them. */
export interface PicturedPerson {
  readonly id: number;
  readonly kind: CustomerKind;
  readonly gender: Gender | null;
  readonly birthdayOn: string | null;
}

/** Everybody who is there, one walk over the customers. */
export async function picturedPeople(db: ReadHandle): Promise<PicturedPerson[]> {
  const found = await sql<PicturedPerson>`
    SELECT id, kind, gender, birthday_on AS birthdayOn FROM customers
    WHERE deleted_at IS NULL AND erased_at IS NULL`.execute(db);
  return found.rows;
}

/** Where each of them lives, each city once. */
export async function picturedCities(
  db: ReadHandle,
): Promise<{ customerId: number; city: string }[]> {
  const found = await sql<{ customerId: number; city: string }>`
    SELECT DISTINCT customer_id AS customerId, trim(city) AS city FROM addresses
    WHERE trim(coalesce(city, '')) <> ''`.execute(db);
  return found.rows;
}

export interface PicturedComplaint {
  readonly customerId: number;
  readonly causeKey: string | null;
  readonly cause: string | null;
  readonly count: number;
}

/** How often each complained, by the cause; a cause as it was last written. */
export async function picturedComplaints(db: ReadHandle): Promise<PicturedComplaint[]> {
  const found = await sql<PicturedComplaint>`
    SELECT customer_id AS customerId, cause_key AS causeKey, cause, count(*) AS count, max(id) AS last
    FROM complaints WHERE customer_id IS NOT NULL AND deleted_at IS NULL
    GROUP BY customer_id, cause_key ORDER BY last`.execute(db);
  return found.rows;
}

export interface PicturedReview {
  readonly customerId: number;
  readonly stars: number;
  readonly count: number;
}

/** The stars each gave, as they were revised. */
export async function picturedReviews(db: ReadHandle): Promise<PicturedReview[]> {
  const found = await sql<PicturedReview>`
    SELECT customer_id AS customerId, coalesce(revised_rating, rating) AS stars, count(*) AS count
    FROM reviews WHERE customer_id IS NOT NULL AND deleted_at IS NULL
      AND coalesce(revised_rating, rating) IS NOT NULL GROUP BY 1, 2`.execute(db);
  return found.rows;
}

/** How often each said what they suggest, criticise or need. */
export async function picturedVoices(
  db: ReadHandle,
): Promise<{ customerId: number; topic: Exclude<Topic, 'contact'>; count: number }[]> {
  const found = await sql<{ customerId: number; topic: Exclude<Topic, 'contact'>; count: number }>`
    SELECT customer_id AS customerId, topic, count(*) AS count FROM interactions
    WHERE topic <> 'contact' AND deleted_at IS NULL GROUP BY 1, 2`.execute(db);
  return found.rows;
}

export interface PicturedAnswer {
  readonly customerId: number;
  readonly kind: string;
  readonly measures: string | null;
  readonly dimension: string | null;
  readonly number: number;
  readonly count: number;
}

/** The numbers each gave in surveys, by what was asked. */
export async function picturedAnswers(db: ReadHandle): Promise<PicturedAnswer[]> {
  const found = await sql<PicturedAnswer>`
    SELECT a.customer_id AS customerId, q.kind, q.measures, q.dimension, v.number, count(*) AS count
    FROM survey_answers a CROSS JOIN surveys y ON y.id = a.survey_id AND y.deleted_at IS NULL
    CROSS JOIN survey_values v ON v.answer_id = a.id
    CROSS JOIN survey_questions q ON q.id = v.question_id
    WHERE a.outcome = 'answered' AND a.customer_id IS NOT NULL AND v.number IS NOT NULL
      AND q.kind IN ('stars', 'scale') GROUP BY 1, 2, 3, 4, 5`.execute(db);
  return found.rows;
}
