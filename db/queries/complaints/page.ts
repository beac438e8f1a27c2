import { sql } from 'kysely';
import type { ReadHandle } from '../../file/client.ts';
import { calledName } from '../customers/name.ts';

/** One complaint's row, in the trash or not; undefined: none. */
export function readComplaint(db: ReadHandle, id: number) {
  return db.selectFrom('complaints').selectAll().where('id', '=', id).executeTakeFirst();
}

/** The steps taken, oldest first. */
export function eventsOf(db: ReadHandle, complaintId: number) {
  return db
    .selectFrom('complaint_events')
    .select(['move', 'from_state as from', 'to_state as to', 'at', 'note'])
    .where('complaint_id', '=', complaintId)
    .orderBy('id')
    .execute();
}

export function compensationsOf(db: ReadHandle, complaintId: number) {
  return db
    .selectFrom('compensations')
    .selectAll()
    .where('complaint_id', '=', complaintId)
    .orderBy('id')
    .execute();
}

export function actionsOf(db: ReadHandle, complaintId: number) {
  return db
    .selectFrom('corrective_actions')
    .selectAll()
    .where('complaint_id', '=', complaintId)
    .orderBy('id')
    .execute();
}

/** Another complaint in a line: who, when, and whether something was changed after it. */
export interface BriefRow {
  readonly id: number;
  readonly number: string;
  readonly customerName: string | null;
  readonly receivedAt: string;
  readonly hasAction: number;
}

const briefColumns = sql`c.id, c.number, ${calledName('u')} AS customerName, c.received_at AS receivedAt,
  EXISTS (SELECT 1 FROM corrective_actions x WHERE x.complaint_id = c.id) AS hasAction
  FROM complaints c LEFT JOIN customers u ON u.id = c.customer_id`;

/** Others with this cause (with a product only those about it) between two instants, newest first. */
export async function othersOfCause(
  db: ReadHandle,
  given: { causeKey: string; productId: number | null; from: string; to: string; notId: number },
): Promise<BriefRow[]> {
  const product =
    given.productId === null ? sql`1` : sql<boolean>`c.product_id = ${given.productId}`;
  const found = await sql<BriefRow>`SELECT ${briefColumns}
    WHERE c.cause_key = ${given.causeKey} AND ${product}
      AND c.received_at BETWEEN ${given.from} AND ${given.to}
      AND c.id <> ${given.notId} AND c.deleted_at IS NULL
    ORDER BY c.received_at DESC, c.id DESC`.execute(db);
  return [...found.rows];
}

/** The complaint it came back from; null: none, or in the trash. */
export async function cameBackFrom(db: ReadHandle, id: number | null): Promise<BriefRow | null> {
  if (id === null) return null;
  const found = await sql<BriefRow>`SELECT ${briefColumns}
    WHERE c.id = ${id} AND c.deleted_at IS NULL`.execute(db);
  return found.rows[0] ?? null;
}

/** The complaints it came back as, oldest first. */
export async function cameBackAs(db: ReadHandle, id: number): Promise<BriefRow[]> {
  const found = await sql<BriefRow>`SELECT ${briefColumns}
    WHERE c.came_back_from = ${id} AND c.deleted_at IS NULL ORDER BY c.received_at, c.id`.execute(
    db,
  );
  return [...found.rows];
}

/** The claim, the public review and the answer to a survey that belong to it. */
export async function linkedTo(
  db: ReadHandle,
  id: number,
): Promise<{
  claim: { id: number; number: string } | null;
  review: { id: number; platform: string } | null;
  survey: { id: number; name: string } | null;
}> {
  const claim = await db
    .selectFrom('claims')
    .select(['id', 'number'])
    .where('complaint_id', '=', id)
    .where('deleted_at', 'is', null)
    .orderBy('id', 'desc')
    .executeTakeFirst();
  const review = await db
    .selectFrom('reviews')
    .select(['id', 'platform'])
    .where('complaint_id', '=', id)
    .where('deleted_at', 'is', null)
    .orderBy('id', 'desc')
    .executeTakeFirst();
  const survey = await db
    .selectFrom('survey_answers')
    .innerJoin('surveys', 'surveys.id', 'survey_answers.survey_id')
    .select(['surveys.id', 'surveys.name'])
    .where('survey_answers.complaint_id', '=', id)
    .where('surveys.deleted_at', 'is', null)
    .orderBy('survey_answers.id', 'desc')
    .executeTakeFirst();
  return { claim: claim ?? null, review: review ?? null, survey: survey ?? null };
}

export function saleOf(db: ReadHandle, id: number) {
  return db
    .selectFrom('sales')
    .select(['id', 'number', 'sold_on as soldOn', 'total_minor as totalMinor'])
    .where('id', '=', id)
    .executeTakeFirst();
}
