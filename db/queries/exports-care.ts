import { sql } from 'kysely';
import type { ComplaintFilter } from '#shared/contract/complaint-facts.ts';
import type { ReadHandle } from '../file/client.ts';
import { allOf, filterConditions, type Moment } from './complaints/filter.ts';

/** Who a row is about, by what an import recognises a customer by. */
interface Who {
  readonly customer: string | null;
  readonly phone: string | null;
  readonly email: string | null;
}

/** One complaint with what hangs on it, as it goes out. Instants are UTC; money is minor units. */
export interface ComplaintToExport extends Who {
  readonly id: number;
  readonly number: string;
  readonly kind: string;
  readonly channel: string;
  readonly severity: string;
  readonly title: string;
  readonly words: string;
  readonly product: string | null;
  readonly sku: string | null;
  readonly sale: string | null;
  readonly state: string;
  readonly receivedAt: string;
  readonly hasTime: number;
  readonly answeredAt: string | null;
  readonly answer: string | null;
  readonly cause: string | null;
  readonly causeNote: string | null;
  readonly solution: string | null;
  readonly resolvedAt: string | null;
  readonly closedAt: string | null;
  readonly handledBy: string | null;
  /** Of the largest compensation; null: nothing was given. */
  readonly compensationKind: string | null;
  readonly compensationNote: string | null;
  readonly compensationMinor: number | null;
}

export interface ContactToExport extends Who {
  readonly id: number;
  readonly channel: string;
  readonly direction: string;
  readonly topic: string;
  readonly happenedAt: string;
  readonly hasTime: number;
  readonly text: string;
  readonly outcome: string | null;
  readonly handledBy: string | null;
}

const pageRows = 500;

/** The first phone and e-mail of the customer `g`, in the order of their positions. */
function firstPoint(kind: 'phone' | 'email') {
  return sql`(SELECT p.value FROM contact_points p WHERE p.customer_id = g.id
    AND p.kind = ${sql.lit(kind)} ORDER BY p.position, p.id LIMIT 1)`;
}

const who = sql`g.name AS customer, ${firstPoint('phone')} AS phone, ${firstPoint('email')} AS email`;

const given = (column: string) =>
  sql`(SELECT o.${sql.raw(column)} FROM compensations o WHERE o.complaint_id = c.id
    ORDER BY o.amount_minor DESC, o.id LIMIT 1)`;

/** The complaints a filter shows, the oldest first, page by page. */
export async function* complaintsToExport(
  db: ReadHandle,
  filter: ComplaintFilter,
  moment: Moment,
): AsyncGenerator<ComplaintToExport> {
  const conditions = await filterConditions(db, filter, moment);
  let after: readonly [string, number] = ['', 0];
  for (;;) {
    const { rows } = await sql<ComplaintToExport>`
      SELECT c.id, c.number, c.kind, c.channel, c.severity, c.title, c.words, c.state,
        c.received_at AS receivedAt, c.has_time AS hasTime, c.answered_at AS answeredAt, c.answer,
        c.cause, c.cause_note AS causeNote, c.solution, c.resolved_at AS resolvedAt,
        c.closed_at AS closedAt, c.handled_by AS handledBy, p.name AS product, p.sku AS sku,
        s.number AS sale, ${who}, ${given('kind')} AS compensationKind,
        ${given('note')} AS compensationNote,
        (SELECT sum(o.amount_minor) FROM compensations o WHERE o.complaint_id = c.id)
          AS compensationMinor
      FROM complaints c LEFT JOIN customers g ON g.id = c.customer_id
        LEFT JOIN products p ON p.id = c.product_id LEFT JOIN sales s ON s.id = c.sale_id
      WHERE ${allOf(conditions)} AND (c.received_at, c.id) > (${after[0]}, ${after[1]})
      ORDER BY c.received_at, c.id LIMIT ${pageRows}`.execute(db);
    yield* rows;
    const last = rows.at(-1);
    if (last === undefined || rows.length < pageRows) return;
    after = [last.receivedAt, last.id];
  }
}

/** Every contact with a customer (null: with all), the oldest first, page by page. */
export async function* contactsToExport(
  db: ReadHandle,
  customerId: number | null,
): AsyncGenerator<ContactToExport> {
  const ofOne = customerId === null ? sql`1 = 1` : sql`i.customer_id = ${customerId}`;
  let after: readonly [string, number] = ['', 0];
  for (;;) {
    const { rows } = await sql<ContactToExport>`
      SELECT i.id, i.channel, i.direction, i.topic, i.happened_at AS happenedAt,
        i.has_time AS hasTime, i.text, i.outcome, i.handled_by AS handledBy, ${who}
      FROM interactions i JOIN customers g ON g.id = i.customer_id
      WHERE ${ofOne} AND i.deleted_at IS NULL AND g.deleted_at IS NULL
        AND (i.happened_at, i.id) > (${after[0]}, ${after[1]})
      ORDER BY i.happened_at, i.id LIMIT ${pageRows}`.execute(db);
    yield* rows;
    const last = rows.at(-1);
    if (last === undefined || rows.length < pageRows) return;
    after = [last.happenedAt, last.id];
  }
}
