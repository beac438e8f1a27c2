import { type RawBuilder, type SqlBool, sql } from 'kysely';
import type { Period } from '#shared/domain/books/period.ts';
import type { CompensationKind } from '#shared/domain/vocabulary/complaints.ts';
import type { ReadHandle } from '../../file/client.ts';
import { calledName } from '../customers/name.ts';

/** What a customer got for a complaint, and what became of a voucher. */
export interface GivenCompensation {
  readonly id: number;
  readonly complaintId: number;
  readonly complaint: string;
  readonly customer: string | null;
  readonly kind: CompensationKind;
  readonly amountMinor: number;
  readonly givenOn: string;
  readonly validUntil: string | null;
  readonly usedOn: string | null;
  readonly note: string | null;
}

/** Last day of a voucher and day of its use, neither before it was given: whoever typed them so slipped. */
const lastDay = sql`max(o.valid_until, o.given_on)`;
const useDay = sql`max(o.used_on, o.given_on)`;

async function compensations(
  db: ReadHandle,
  condition: RawBuilder<SqlBool>,
): Promise<GivenCompensation[]> {
  const { rows } = await sql<GivenCompensation>`
    SELECT o.id, c.id AS complaintId, c.number AS complaint, ${calledName('g')} AS customer, o.kind,
      o.amount_minor AS amountMinor, o.given_on AS givenOn, ${lastDay} AS validUntil,
      ${useDay} AS usedOn, o.note
    FROM compensations o JOIN complaints c ON c.id = o.complaint_id
      LEFT JOIN customers g ON g.id = o.customer_id
    WHERE c.deleted_at IS NULL AND ${condition} ORDER BY o.given_on, o.id`.execute(db);
  return rows;
}

/** What was given in a period. */
export function givenWithin(db: ReadHandle, { from, to }: Period): Promise<GivenCompensation[]> {
  return compensations(db, sql`o.given_on >= ${from} AND o.given_on <= ${to}`);
}

/** Vouchers that were used in a period. */
export function usedWithin(db: ReadHandle, { from, to }: Period): Promise<GivenCompensation[]> {
  return compensations(db, sql`o.kind = 'voucher' AND ${useDay} >= ${from} AND ${useDay} <= ${to}`);
}

/** Vouchers whose day after the last lies in a period, and that nobody had used by then. */
export function expiredWithin(db: ReadHandle, { from, to }: Period): Promise<GivenCompensation[]> {
  return compensations(
    db,
    sql`o.kind = 'voucher' AND ${lastDay} >= date(${from}, '-1 day') AND ${lastDay} < ${to}
      AND (o.used_on IS NULL OR ${useDay} > ${lastDay})`,
  );
}

/** Vouchers that are owed on a day: given by then, not used by then, and still good. */
export function vouchersOn(db: ReadHandle, day: string): Promise<GivenCompensation[]> {
  return compensations(
    db,
    sql`o.kind = 'voucher' AND o.given_on <= ${day} AND (o.used_on IS NULL OR ${useDay} > ${day})
      AND (o.valid_until IS NULL OR ${lastDay} >= ${day})`,
  );
}
