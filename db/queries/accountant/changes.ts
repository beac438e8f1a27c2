import { hash } from 'node:crypto';
import { type RawBuilder, sql } from 'kysely';
import {
  type ContentPart,
  contentText,
  type EntryKind,
  entryKinds,
  type PackEntry,
} from '#shared/domain/books/pack-entries.ts';
import type { ReadHandle } from '../../file/client.ts';
import { chargedOf, countsOf } from '../sales/counted.ts';

/** From its first day to its last. */
export interface Period {
  readonly from: string;
  readonly to: string;
}

interface EntryRow {
  readonly id: number;
  readonly day: string;
  readonly label: string;
  readonly amountMinor: number;
  readonly owedMinor: number;
  /** JSON: what a pack shows of it, but for its lines or parts. */
  readonly facts: string;
  /** JSON: its lines or parts. */
  readonly parts: string;
}

/** Rows of one kind that lie in a period, and what is said of each. */
interface EntrySource {
  readonly rows: (period: Period) => RawBuilder<unknown>;
  readonly id: RawBuilder<number>;
  readonly columns: (period: Period) => RawBuilder<EntryRow>;
  readonly from: RawBuilder<unknown>;
  /** The days again, so that no index is taken by them: a page follows the ids. */
  readonly days: (period: Period) => RawBuilder<boolean>;
}

/** Sales of the period with their lines; owed is what stands on account and counts. */
const sales: EntrySource = {
  rows: ({ from, to }) =>
    sql`sales s WHERE s.sold_on >= ${from} AND s.sold_on <= ${to} AND s.deleted_at IS NULL`,
  id: sql`s.id`,
  from: sql`sales s`,
  days: ({ from, to }) =>
    sql`+s.sold_on >= ${from} AND +s.sold_on <= ${to} AND s.deleted_at IS NULL`,
  columns: () => sql`s.id, s.sold_on AS day, coalesce(s.number, '') AS label,
    s.revenue_minor AS amountMinor,
    CASE WHEN s.is_on_account = 1 AND ${countsOf('s')} THEN ${chargedOf('s')} ELSE 0 END AS owedMinor,
    json_array(s.sold_on, s.number, s.customer_id, s.kind, s.status, s.discount_minor, s.shipping_minor,
      s.total_minor, s.revenue_minor, s.is_purchase, s.payment_method, s.is_on_account, s.tax_mode,
      s.tax_minor, s.return_of) AS facts,
    (SELECT json_group_array(json_array(l.product_id, l.quantity_e4, l.unit_price_e4, l.discount_minor,
        l.amount_minor, l.tax_rate_e4, l.tax_minor) ORDER BY l.id)
      FROM sale_lines l WHERE l.sale_id = s.id) AS parts`,
};

/** Payments of the period; what they settle of sales up to its end, not of later ones. */
const payments: EntrySource = {
  rows: ({ from, to }) =>
    sql`payments p WHERE p.paid_on >= ${from} AND p.paid_on <= ${to} AND p.deleted_at IS NULL`,
  id: sql`p.id`,
  from: sql`payments p`,
  days: ({ from, to }) =>
    sql`+p.paid_on >= ${from} AND +p.paid_on <= ${to} AND p.deleted_at IS NULL`,
  columns: ({ to }) => sql`p.id, p.paid_on AS day, coalesce(p.number, '') AS label,
    p.amount_minor AS amountMinor, -p.amount_minor AS owedMinor,
    json_array(p.paid_on, p.number, p.customer_id, p.amount_minor, p.method) AS facts,
    (SELECT json_group_array(json_array(a.sale_id, a.amount_minor) ORDER BY a.id)
      FROM payment_parts a JOIN sales s ON s.id = a.sale_id
      WHERE a.payment_id = p.id AND s.sold_on <= ${to}) AS parts`,
};

const isGiven = ({ from, to }: Period) => sql`o.given_on >= ${from} AND o.given_on <= ${to}`;
const isUsed = ({ from, to }: Period) => sql`o.used_on >= ${from} AND o.used_on <= ${to}`;
const withComplaint = sql`compensations o JOIN complaints c ON c.id = o.complaint_id`;
const within = (period: Period) =>
  sql<boolean>`c.deleted_at IS NULL AND (${isGiven(period)} OR ${isUsed(period)})`;

/** Compensations given in the period, and vouchers used in it, which bring no amount of their own. */
const compensations: EntrySource = {
  rows: (period) => sql`${withComplaint} WHERE ${within(period)}`,
  id: sql`o.id`,
  from: withComplaint,
  days: within,
  columns: (period) => sql`o.id,
    CASE WHEN ${isGiven(period)} THEN o.given_on ELSE o.used_on END AS day, c.number AS label,
    CASE WHEN ${isGiven(period)} THEN o.amount_minor ELSE 0 END AS amountMinor, 0 AS owedMinor,
    json_array(o.complaint_id, o.customer_id, o.kind, o.amount_minor, o.cost_minor, o.given_on,
      o.valid_until, CASE WHEN o.used_on <= ${period.to} THEN o.used_on END) AS facts, '[]' AS parts`,
};

const sources: Readonly<Record<EntryKind, EntrySource>> = { sales, payments, compensations };

const pageEntries = 500;

function toEntry(entity: EntryKind, row: EntryRow): PackEntry {
  const { facts, parts, ...entry } = row;
  const content = contentText(entity, [
    JSON.parse(facts) as ContentPart[],
    JSON.parse(parts) as ContentPart[],
  ]);
  return { entity, ...entry, contentHash: hash('sha256', content, 'base64url') };
}

/** The ids that the rows of a kind lie between; nothing where there is none. */
async function idsOf(db: ReadHandle, { id, rows }: EntrySource, period: Period) {
  const found = await sql<{ first: number | null; last: number | null }>`
    SELECT min(${id}) AS first, max(${id}) AS last FROM ${rows(period)}`.execute(db);
  return { first: found.rows[0]?.first ?? 0, last: found.rows[0]?.last ?? -1 };
}

/** Every row of a period as the books have it now, by kind and id, page by page. */
export async function* entriesNow(
  db: ReadHandle,
  period: Period,
): AsyncGenerator<readonly PackEntry[]> {
  for (const entity of entryKinds) {
    const source = sources[entity];
    const { id, columns, from, days } = source;
    const { first, last } = await idsOf(db, source, period);
    for (let after = first - 1; after < last; ) {
      const { rows } = await sql<EntryRow>`
        SELECT ${columns(period)} FROM ${from}
        WHERE ${id} > ${after} AND ${id} <= ${last} AND ${days(period)}
        ORDER BY ${id} LIMIT ${pageEntries}`.execute(db);
      after = rows.at(-1)?.id ?? last;
      yield rows.map((row) => toEntry(entity, row));
    }
  }
}

/** Every row of its period as a pack has it, by kind and id, page by page. */
export async function* entriesThen(
  db: ReadHandle,
  packId: number,
): AsyncGenerator<readonly PackEntry[]> {
  for (const entity of entryKinds)
    for (let after: number | null = 0; after !== null; ) {
      const rows: PackEntry[] = await db
        .selectFrom('pack_entries')
        .select([
          'entity',
          'entity_id as id',
          'day',
          'label',
          'amount_minor as amountMinor',
          'owed_minor as owedMinor',
          'content_hash as contentHash',
        ])
        .where('pack_id', '=', packId)
        .where('entity', '=', entity)
        .where('entity_id', '>', after)
        .orderBy('entity_id')
        .limit(pageEntries)
        .execute();
      yield rows;
      after = rows.length < pageEntries ? null : (rows.at(-1)?.id ?? null);
    }
}
