import { sql } from 'kysely';
import type { ReplyAbout, ReplyTemplate } from '#shared/contract/replies.ts';
import type { Severity } from '#shared/domain/vocabulary/complaints.ts';
import type { RawHandle, ReadHandle } from '../file/client.ts';
import { deleteRow, insertRow, updateRow } from '../history/journal.ts';

export interface StoredTemplate {
  readonly id: number;
  readonly template: ReplyTemplate;
}

/** The owner's own templates by name. */
export async function replyTemplates(db: ReadHandle): Promise<StoredTemplate[]> {
  const rows = await db
    .selectFrom('reply_templates')
    .select(['id', 'name', 'language', 'thanks', 'standard', 'amends'])
    .orderBy('name')
    .orderBy('id')
    .execute();
  return rows.map(({ id, ...template }) => ({ id, template }));
}

export async function readTemplate(db: ReadHandle, id: number): Promise<ReplyTemplate | null> {
  const row = await db
    .selectFrom('reply_templates')
    .select(['name', 'language', 'thanks', 'standard', 'amends'])
    .where('id', '=', id)
    .executeTakeFirst();
  return row ?? null;
}

function templateValues(template: ReplyTemplate) {
  const { name, language, thanks, standard, amends } = template;
  return { name, language, thanks, standard, amends };
}

/** Adds a template, or changes the one of that id. Returns its id. */
export function writeTemplate(
  raw: RawHandle,
  batchId: number,
  given: { id: number | null; template: ReplyTemplate; at: string },
): number {
  const { id, template, at } = given;
  if (id === null) {
    const values = { ...templateValues(template), created_at: at };
    return insertRow(raw, batchId, 'reply_templates', values);
  }
  updateRow(raw, batchId, { table: 'reply_templates', id }, templateValues(template));
  return id;
}

export function dropTemplate(raw: RawHandle, batchId: number, id: number): void {
  deleteRow(raw, batchId, { table: 'reply_templates', id });
}

export interface AboutRow {
  readonly customerId: number | null;
  readonly customerName: string;
  readonly phone: string | null;
  readonly email: string | null;
  readonly product: string | null;
  readonly number: string | null;
  readonly solution: string | null;
  readonly compensationKind: string | null;
  readonly compensationMinor: number | null;
  readonly url: string | null;
  readonly severity: Severity | null;
  readonly rating: number | null;
  readonly isAnswered: 0 | 1;
}

function firstContact(kind: 'phone' | 'email') {
  return sql`(SELECT value FROM contact_points WHERE customer_id = c.id AND kind = ${kind}
    ORDER BY position LIMIT 1)`;
}

/** Who has no name is not called by the phone here: the reply would begin with it. */
async function aboutComplaint(db: ReadHandle, id: number): Promise<AboutRow | null> {
  const found = await sql<AboutRow>`
    SELECT k.customer_id AS customerId, coalesce(c.name, '') AS customerName,
      ${firstContact('phone')} AS phone, ${firstContact('email')} AS email,
      p.name AS product, k.number, k.solution,
      g.kind AS compensationKind, g.amount_minor AS compensationMinor,
      NULL AS url, k.severity, NULL AS rating, k.answered_at IS NOT NULL AS isAnswered
    FROM complaints k
    LEFT JOIN customers c ON c.id = k.customer_id
    LEFT JOIN products p ON p.id = k.product_id
    LEFT JOIN compensations g ON g.id =
      (SELECT id FROM compensations WHERE complaint_id = k.id ORDER BY id DESC LIMIT 1)
    WHERE k.id = ${id} AND k.deleted_at IS NULL`.execute(db);
  return found.rows[0] ?? null;
}

/** Only what the platform shows of the author: a public answer names nobody by what the shop knows. */
async function aboutReview(db: ReadHandle, id: number): Promise<AboutRow | null> {
  const found = await sql<AboutRow>`
    SELECT customer_id AS customerId, author AS customerName, NULL AS phone, NULL AS email,
      NULL AS product, NULL AS number, NULL AS solution, NULL AS compensationKind,
      NULL AS compensationMinor, url, NULL AS severity,
      coalesce(revised_rating, rating) AS rating, answered_at IS NOT NULL AS isAnswered
    FROM reviews WHERE id = ${id} AND deleted_at IS NULL`.execute(db);
  return found.rows[0] ?? null;
}

/** What a reply is about; null when it is not there. */
export async function readAbout(db: ReadHandle, about: ReplyAbout): Promise<AboutRow | null> {
  return about.kind === 'complaint' ? aboutComplaint(db, about.id) : aboutReview(db, about.id);
}

function columnOf(about: ReplyAbout): 'complaint_id' | 'review_id' {
  return about.kind === 'complaint' ? 'complaint_id' : 'review_id';
}

export interface Draft {
  readonly text: string;
  readonly startedAt: string;
  readonly updatedAt: string;
}

/**
 * The draft that waits. One that went out is kept unseen for as long as its sending stands: when that
 * is taken back, the words are there again.
 */
export async function readDraft(db: ReadHandle, about: ReplyAbout): Promise<Draft | null> {
  const isSent =
    about.kind === 'complaint'
      ? sql`EXISTS (SELECT 1 FROM complaints WHERE id = d.complaint_id AND answer = d.text)
          OR EXISTS (SELECT 1 FROM interactions WHERE complaint_id = d.complaint_id
            AND direction = 'out' AND deleted_at IS NULL AND text = d.text)`
      : sql`EXISTS (SELECT 1 FROM reviews WHERE id = d.review_id AND answer = d.text)`;
  const found = await sql<Draft>`
    SELECT d.text, d.started_at AS startedAt, d.updated_at AS updatedAt FROM reply_drafts d
    WHERE d.${sql.ref(columnOf(about))} = ${about.id} AND NOT (${isSent})`.execute(db);
  return found.rows[0] ?? null;
}

export function dropDraft(raw: RawHandle, about: ReplyAbout): void {
  raw.prepare(`DELETE FROM reply_drafts WHERE ${columnOf(about)} = ?`).run(about.id);
}

/** Puts a draft in the place of the one that was there; it stays the same draft. */
export function writeDraft(raw: RawHandle, about: ReplyAbout, draft: Draft): void {
  const column = columnOf(about);
  raw
    .prepare(
      `INSERT INTO reply_drafts (${column}, text, started_at, updated_at) VALUES (?, ?, ?, ?)
       ON CONFLICT (${column}) DO UPDATE SET text = excluded.text,
         started_at = excluded.started_at, updated_at = excluded.updated_at`,
    )
    .run(about.id, draft.text, draft.startedAt, draft.updatedAt);
}
