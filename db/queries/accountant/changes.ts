import { createHash } from 'node:crypto';
import { type RawBuilder, sql } from 'kysely';
import {
  type ContentPart,
  contentText,
  type EntryKind,
  type PackEntry,
} from '#shared/domain/books/pack-entries.ts';
import type { ReadHandle } from '../../file/client.ts';
import { countsOf } from '../sales/counted.ts';

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

/** Sales of the period with their lines; owed is what stands on account and counts. */
function salesOf({ from, to }: Period): RawBuilder<EntryRow> {
  return sql<EntryRow>`
    SELECT s.id, s.sold_on AS day, coalesce(s.number, '') AS label, s.revenue_minor AS amountMinor,
      CASE WHEN s.is_on_account = 1 AND ${countsOf('s')}
        THEN s.total_minor ELSE 0 END AS owedMinor,
      json_array(s.sold_on, s.number, s.customer_id, s.kind, s.status, s.discount_minor, s.shipping_minor,
        s.total_minor, s.revenue_minor, s.is_purchase, s.payment_method, s.is_on_account, s.tax_mode,
        s.tax_minor, s.return_of) AS facts,
      (SELECT json_group_array(json_array(l.product_id, l.quantity_e4, l.unit_price_e4, l.discount_minor,
          l.amount_minor, l.tax_rate_e4, l.tax_minor) ORDER BY l.id)
        FROM sale_lines l WHERE l.sale_id = s.id) AS parts
    FROM sales s WHERE s.sold_on >= ${from} AND s.sold_on <= ${to} AND s.deleted_at IS NULL`;
}

/** Payments of the period; what they settle of sales up to its end, not of later ones. */
function paymentsOf({ from, to }: Period): RawBuilder<EntryRow> {
  return sql<EntryRow>`
    SELECT p.id, p.paid_on AS day, coalesce(p.number, '') AS label, p.amount_minor AS amountMinor,
      -p.amount_minor AS owedMinor,
      json_array(p.paid_on, p.number, p.customer_id, p.amount_minor, p.method) AS facts,
      (SELECT json_group_array(json_array(a.sale_id, a.amount_minor) ORDER BY a.id)
        FROM payment_parts a JOIN sales s ON s.id = a.sale_id
        WHERE a.payment_id = p.id AND s.sold_on <= ${to}) AS parts
    FROM payments p WHERE p.paid_on >= ${from} AND p.paid_on <= ${to} AND p.deleted_at IS NULL`;
}

/** Compensations given in the period, and vouchers used in it, which bring no amount of their own. */
function compensationsOf({ from, to }: Period): RawBuilder<EntryRow> {
  const isGiven = sql`o.given_on >= ${from} AND o.given_on <= ${to}`;
  const isUsed = sql`o.used_on >= ${from} AND o.used_on <= ${to}`;
  return sql<EntryRow>`
    SELECT o.id, CASE WHEN ${isGiven} THEN o.given_on ELSE o.used_on END AS day, c.number AS label,
      CASE WHEN ${isGiven} THEN o.amount_minor ELSE 0 END AS amountMinor, 0 AS owedMinor,
      json_array(o.complaint_id, o.customer_id, o.kind, o.amount_minor, o.cost_minor, o.given_on,
        o.valid_until, CASE WHEN o.used_on <= ${to} THEN o.used_on END) AS facts, '[]' AS parts
    FROM compensations o JOIN complaints c ON c.id = o.complaint_id
    WHERE c.deleted_at IS NULL AND (${isGiven} OR ${isUsed})`;
}

const kinds: readonly (readonly [EntryKind, (period: Period) => RawBuilder<EntryRow>])[] = [
  ['sales', salesOf],
  ['payments', paymentsOf],
  ['compensations', compensationsOf],
];

function toEntry(entity: EntryKind, row: EntryRow): PackEntry {
  const { facts, parts, ...entry } = row;
  const content = contentText(entity, [
    JSON.parse(facts) as ContentPart[],
    JSON.parse(parts) as ContentPart[],
  ]);
  const contentHash = createHash('sha256').update(content).digest('base64url');
  return { entity, ...entry, contentHash };
}

/** Every row of a period as the books have it now. */
export async function entriesNow(db: ReadHandle, period: Period): Promise<PackEntry[]> {
  const all: PackEntry[] = [];
  for (const [entity, rowsOf] of kinds) {
    const { rows } = await rowsOf(period).execute(db);
    for (const row of rows) all.push(toEntry(entity, row));
  }
  return all;
}

/** Every row of its period as a pack has it. */
export async function entriesThen(db: ReadHandle, packId: number): Promise<PackEntry[]> {
  return db
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
    .execute();
}
