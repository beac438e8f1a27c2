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

const pageGiven = 500;

/** Those of a condition by the day they were given, page by page. */
async function* compensations(
  db: ReadHandle,
  condition: RawBuilder<SqlBool>,
): AsyncGenerator<GivenCompensation> {
  let after = { givenOn: '', id: 0 };
  for (;;) {
    const { rows } = await sql<GivenCompensation>`
      SELECT o.id, c.id AS complaintId, c.number AS complaint, ${calledName('g')} AS customer, o.kind,
        o.amount_minor AS amountMinor, o.given_on AS givenOn, ${lastDay} AS validUntil,
        ${useDay} AS usedOn, o.note
      FROM compensations o JOIN complaints c ON c.id = o.complaint_id
        LEFT JOIN customers g ON g.id = o.customer_id
      WHERE c.deleted_at IS NULL AND ${condition} AND (o.given_on, o.id) > (${after.givenOn}, ${after.id})
      ORDER BY o.given_on, o.id LIMIT ${pageGiven}`.execute(db);
    yield* rows;
    const last = rows.at(-1);
    if (last === undefined || rows.length < pageGiven) return;
    after = last;
  }
}

/** So many, and what they come to in minor units. */
export interface CompensationSum {
  readonly kind: CompensationKind;
  readonly count: number;
  readonly minor: number;
}

/** Of a condition, by kind: what there are of each. */
async function sumsOf(
  db: ReadHandle,
  condition: RawBuilder<SqlBool>,
): Promise<readonly CompensationSum[]> {
  const { rows } = await sql<CompensationSum>`
    SELECT o.kind, count(*) AS count, sum(o.amount_minor) AS minor
    FROM compensations o JOIN complaints c ON c.id = o.complaint_id
    WHERE c.deleted_at IS NULL AND ${condition} GROUP BY o.kind`.execute(db);
  return rows;
}

const isGiven = ({ from, to }: Period) =>
  sql<SqlBool>`o.given_on >= ${from} AND o.given_on <= ${to}`;

/** Given by a day, not used by then, and still good. */
const isGood = (day: string) => sql<SqlBool>`o.kind = 'voucher' AND o.given_on <= ${day}
  AND (o.used_on IS NULL OR ${useDay} > ${day}) AND (o.valid_until IS NULL OR ${lastDay} >= ${day})`;

/** What was given in a period. */
export function givenWithin(db: ReadHandle, period: Period): AsyncGenerator<GivenCompensation> {
  return compensations(db, isGiven(period));
}

/** What was given in a period, by kind. */
export function sumsGiven(db: ReadHandle, period: Period): Promise<readonly CompensationSum[]> {
  return sumsOf(db, isGiven(period));
}

/** The vouchers that are owed on a day: one sum, or none. */
export function sumsOfVouchers(db: ReadHandle, day: string): Promise<readonly CompensationSum[]> {
  return sumsOf(db, isGood(day));
}

/** Vouchers that were used in a period. */
export function usedWithin(
  db: ReadHandle,
  { from, to }: Period,
): AsyncGenerator<GivenCompensation> {
  return compensations(db, sql`o.kind = 'voucher' AND ${useDay} >= ${from} AND ${useDay} <= ${to}`);
}

/** Vouchers whose day after the last lies in a period, and that nobody had used by then. */
export function expiredWithin(
  db: ReadHandle,
  { from, to }: Period,
): AsyncGenerator<GivenCompensation> {
  return compensations(
    db,
    sql`o.kind = 'voucher' AND ${lastDay} >= date(${from}, '-1 day') AND ${lastDay} < ${to}
      AND (o.used_on IS NULL OR ${useDay} > ${lastDay})`,
  );
}

/** Vouchers that are owed on a day: given by then, not used by then, and still good. */
export function vouchersOn(db: ReadHandle, day: string): AsyncGenerator<GivenCompensation> {
  return compensations(db, isGood(day));
}
