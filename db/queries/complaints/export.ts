import { sql } from 'kysely';
import type { ComplaintFilter } from '#shared/contract/complaints-facts.ts';
import type {
  CompensationKind,
  ComplaintKind,
  ComplaintState,
  Severity,
} from '#shared/domain/vocabulary/complaints.ts';
import type { Channel } from '#shared/domain/vocabulary/interactions.ts';
import type { ReadHandle } from '../../file/client.ts';
import type { Flag } from '../../schema/column-types.ts';
import { type Who, who } from '../customers/who.ts';
import { allOf, filterConditions, type Moment } from './filter.ts';

/** One complaint with what hangs on it, as it goes out. Instants are UTC; money is minor units. */
export interface ComplaintToExport extends Who {
  readonly id: number;
  readonly number: string;
  readonly kind: ComplaintKind;
  readonly channel: Channel;
  readonly severity: Severity;
  readonly title: string;
  readonly words: string;
  readonly product: string | null;
  readonly sku: string | null;
  readonly sale: string | null;
  readonly state: ComplaintState;
  readonly receivedAt: string;
  readonly hasTime: Flag;
  readonly answeredAt: string | null;
  readonly answer: string | null;
  readonly cause: string | null;
  readonly causeNote: string | null;
  readonly solution: string | null;
  readonly resolvedAt: string | null;
  readonly closedAt: string | null;
  readonly handledBy: string | null;
  /** Of the largest compensation; null: nothing was given. */
  readonly compensationKind: CompensationKind | null;
  readonly compensationNote: string | null;
  readonly compensationMinor: number | null;
}

const pageRows = 500;

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
