import { sql } from 'kysely';

import { addDays } from '#shared/domain/calendar/dates.ts';
import type { ReadHandle } from '../../file/client.ts';
import type { CompensationsTable } from '../../schema/complaints.ts';
import { calledName } from '../customers/name.ts';
import { cameBackAfter, isUnwaited } from './filter.ts';

/** A complaint as the report counts it. `*At` are instants; booleans come as 0 and 1. */
export interface ReportedComplaint {
  readonly id: number;
  readonly number: string;
  readonly title: string;
  readonly customerId: number | null;
  readonly customerName: string | null;
  readonly productId: number | null;
  readonly product: string | null;
  readonly receivedAt: string;
  readonly hasTime: number;
  readonly isClosed: number;
  readonly answerDueAt: string;
  readonly resolutionDueAt: string;
  readonly answeredAt: string | null;
  readonly resolvedAt: string | null;
  readonly cause: string | null;
  readonly causeKey: string | null;
  readonly isFirstContact: number;
  readonly reopened: number;
  /** A corrective action of it was done. */
  readonly hasClosedAction: number;
  /** Its action was found not to have helped, or another complaint says that it is this one again. */
  readonly hasComeBack: number;
  /** Nobody has looked yet whether a corrective action that was done has held. */
  readonly isUnchecked: number;
  /** It has not come back, but nobody has waited to see. */
  readonly isUnwaited: number;
}

/** Instants that surely hold all local days from `from` to `to`, whatever the zone. */
function wideSpan(from: string, to: string): { since: string; before: string } {
  return { since: addDays(from, -1), before: addDays(to, 2) };
}

/**
 * Complaints received around a span of local days, in order of id: every one of the span and some of
 * the days beside it, which only the shop's zone can tell. As in the list, what is in the trash or
 * whose customer is there is left out.
 */
export async function complaintsAround(
  db: ReadHandle,
  from: string,
  to: string,
): Promise<ReportedComplaint[]> {
  const { since, before } = wideSpan(from, to);
  const found = await sql<ReportedComplaint>`
    SELECT k.id, k.number, k.title, c.id AS customerId,
      ${calledName('c')} AS customerName,
      k.product_id AS productId, p.name AS product, k.received_at AS receivedAt,
      k.has_time AS hasTime, k.state = 'closed' AS isClosed, k.answer_due_at AS answerDueAt,
      k.resolution_due_at AS resolutionDueAt, k.answered_at AS answeredAt,
      k.resolved_at AS resolvedAt, k.cause, k.cause_key AS causeKey,
      k.is_first_contact AS isFirstContact, k.reopened,
      EXISTS (SELECT 1 FROM corrective_actions
        WHERE complaint_id = k.id AND done_on IS NOT NULL) AS hasClosedAction,
      EXISTS (SELECT 1 FROM corrective_actions
        WHERE complaint_id = k.id AND done_on IS NOT NULL AND verdict IS NULL) AS isUnchecked,
      ${cameBackAfter('k')} AS hasComeBack, ${isUnwaited('k')} AS isUnwaited
    FROM complaints k
    LEFT JOIN customers c ON c.id = k.customer_id
    LEFT JOIN products p ON p.id = k.product_id
    WHERE k.deleted_at IS NULL AND c.deleted_at IS NULL AND k.received_at >= ${since} AND k.received_at < ${before}
    ORDER BY k.id`.execute(db);
  return found.rows;
}

export interface GivenCompensation {
  readonly complaintId: number;
  readonly kind: CompensationsTable['kind'];
  readonly amountMinor: number;
  readonly costMinor: number;
  readonly isWithinAuthority: number;
  readonly givenOn: string;
}

/** Everything given for these complaints, the dearest first, then by id. */
export async function compensationsFor(
  db: ReadHandle,
  complaintIds: readonly number[],
): Promise<GivenCompensation[]> {
  const found = await sql<GivenCompensation>`
    SELECT complaint_id AS complaintId, kind, amount_minor AS amountMinor,
      cost_minor AS costMinor, is_within_authority AS isWithinAuthority, given_on AS givenOn
    FROM compensations
    WHERE complaint_id IN (SELECT value FROM json_each(${JSON.stringify(complaintIds)}))
    ORDER BY cost_minor DESC, id`.execute(db);
  return found.rows;
}

export interface Defect {
  readonly productId: number;
  readonly product: string;
  /** Instant it was reported. */
  readonly at: string;
  readonly isClaim: number;
}

/**
 * Customers' complaints about a product, and guarantee claims that are not part of a complaint,
 * reported around a span of local days; as `complaintsAround` with some beside it.
 */
export async function defectsAround(db: ReadHandle, from: string, to: string): Promise<Defect[]> {
  const { since, before } = wideSpan(from, to);
  const isShown = sql`deleted_at IS NULL AND (customer_id IS NULL
    OR customer_id IN (SELECT id FROM customers WHERE deleted_at IS NULL))`;
  const found = await sql<Defect>`
    SELECT d.productId, p.name AS product, d.at, d.isClaim FROM (
      SELECT product_id AS productId, received_at AS at, 0 AS isClaim FROM complaints
      WHERE kind = 'customer' AND product_id IS NOT NULL AND ${isShown}
        AND received_at >= ${since} AND received_at < ${before}
      UNION ALL
      SELECT product_id, claimed_at, 1 FROM claims
      WHERE product_id IS NOT NULL AND complaint_id IS NULL AND ${isShown}
        AND claimed_at >= ${since} AND claimed_at < ${before}
    ) d JOIN products p ON p.id = d.productId`.execute(db);
  return found.rows;
}

export interface UnitsSold {
  readonly productId: number;
  /** `YYYY-MM`. */
  readonly month: string;
  /** Ten-thousandths of a unit. */
  readonly quantityE4: number;
}

/** Units of these products in completed sales, by month; what came back as a return is not taken off. */
export async function unitsSold(
  db: ReadHandle,
  productIds: readonly number[],
  from: string,
  to: string,
): Promise<UnitsSold[]> {
  const found = await sql<UnitsSold>`
    SELECT l.product_id AS productId, substr(s.sold_on, 1, 7) AS month,
      sum(l.quantity_e4) AS quantityE4
    FROM sale_lines l CROSS JOIN sales s ON s.id = l.sale_id
    WHERE l.product_id IN (SELECT value FROM json_each(${JSON.stringify(productIds)}))
      AND s.kind = 'sale' AND s.status = 'completed' AND s.deleted_at IS NULL
      AND s.sold_on >= ${from} AND s.sold_on <= ${to}
    GROUP BY 1, 2`.execute(db);
  return found.rows;
}

/**
 * Every purchase in a span of days by a customer who is not in the trash, in order of customer and
 * day; a customer once for each purchase.
 */
export async function purchasesBetween(
  db: ReadHandle,
  from: string,
  to: string,
): Promise<{ customerId: number; soldOn: string }[]> {
  const found = await sql<{ customerId: number; soldOn: string }>`
    SELECT s.customer_id AS customerId, s.sold_on AS soldOn FROM sales s
    WHERE s.customer_id IN (SELECT id FROM customers WHERE deleted_at IS NULL)
      AND s.sold_on >= ${from} AND s.sold_on <= ${to}
      AND s.is_purchase = 1 AND s.deleted_at IS NULL
    ORDER BY s.customer_id, s.sold_on`.execute(db);
  return found.rows;
}

/** Customers not in the trash, and which of them have ever complained. */
export async function everComplained(
  db: ReadHandle,
): Promise<{ customers: number; complained: number[] }> {
  const counted = await sql<{ customers: number }>`
    SELECT count(*) AS customers FROM customers WHERE deleted_at IS NULL`.execute(db);
  const found = await sql<{ id: number }>`
    SELECT DISTINCT k.customer_id AS id FROM complaints k
    JOIN customers c ON c.id = k.customer_id AND c.deleted_at IS NULL
    WHERE k.deleted_at IS NULL`.execute(db);
  return {
    customers: counted.rows[0]?.customers ?? 0,
    complained: found.rows.map((row) => row.id),
  };
}
