import type { GuaranteePolicy } from '#shared/contract/guarantee.ts';
import type { ClaimRemedy, ClaimVerdict } from '#shared/domain/guarantee.ts';
import type { RawHandle, ReadHandle } from '../../file/client.ts';
import { deleteRow, insertRow, readRow, updateRow } from '../../history/journal.ts';

/** Name of a product that is not in the trash; null: there is none. */
export async function productName(db: ReadHandle, id: number): Promise<string | null> {
  const row = await db
    .selectFrom('products')
    .select('name')
    .where('id', '=', id)
    .where('deleted_at', 'is', null)
    .executeTakeFirst();
  return row?.name ?? null;
}

/** Whether a customer is there and not in the trash. */
export async function isCustomer(db: ReadHandle, id: number): Promise<boolean> {
  const row = await db
    .selectFrom('customers')
    .select('id')
    .where('id', '=', id)
    .where('deleted_at', 'is', null)
    .executeTakeFirst();
  return row !== undefined;
}

/** The policy of a product that begins on a day (null: from the start), if there is one. */
export async function policyBeginning(
  db: ReadHandle,
  productId: number,
  appliesFrom: string | null,
): Promise<number | null> {
  const row = await db
    .selectFrom('guarantee_policies')
    .select('id')
    .where('product_id', '=', productId)
    .where('applies_from', appliesFrom === null ? 'is' : '=', appliesFrom)
    .executeTakeFirst();
  return row?.id ?? null;
}

/** The product that a policy belongs to; null: there is no such policy. */
export async function productOfPolicy(
  db: ReadHandle,
  id: number,
): Promise<{ productId: number; product: string } | null> {
  const row = await db
    .selectFrom('guarantee_policies as g')
    .innerJoin('products as p', 'p.id', 'g.product_id')
    .select(['p.id as productId', 'p.name as product'])
    .where('g.id', '=', id)
    .executeTakeFirst();
  return row ?? null;
}

function columnsOf(policy: GuaranteePolicy) {
  return {
    product_id: policy.productId,
    applies_from: policy.appliesFrom,
    months: policy.months,
    days: policy.days,
    covers: policy.covers,
    excludes: policy.excludes,
    how_to_claim: policy.howToClaim,
    service_months: policy.serviceMonths,
  };
}

export function insertPolicy(
  raw: RawHandle,
  batchId: number,
  policy: GuaranteePolicy,
  at: string,
): number {
  const row = { ...columnsOf(policy), created_at: at };
  return insertRow(raw, batchId, 'guarantee_policies', row);
}

export function updatePolicy(
  raw: RawHandle,
  batchId: number,
  id: number,
  policy: GuaranteePolicy,
): void {
  updateRow(raw, batchId, { table: 'guarantee_policies', id }, columnsOf(policy));
}

/** A policy goes for good: what was claimed under it keeps the end that was reckoned then. */
export function dropPolicy(raw: RawHandle, batchId: number, id: number): void {
  deleteRow(raw, batchId, { table: 'guarantee_policies', id });
}

/** The next claim number of a year, `G-2026-007`; numbers in the trash are not given again. */
export function nextClaimNumber(raw: RawHandle, year: string): string {
  const start = `G-${year}-`;
  const last = raw
    .prepare('SELECT max(CAST(substr(number, ?) AS INTEGER)) FROM claims WHERE number LIKE ?')
    .pluck()
    .get(start.length + 1, `${start}%`);
  return `${start}${String(Number(last ?? 0) + 1).padStart(3, '0')}`;
}

export interface NewClaim {
  readonly number: string;
  readonly customerId: number;
  readonly saleLineId: number;
  readonly productId: number;
  readonly claimedAt: string;
  readonly problem: string;
  readonly endsOn: string | null;
  readonly verdict: ClaimVerdict;
  readonly remedy: ClaimRemedy;
  readonly promisedOn: string | null;
  readonly costMinor: number;
  readonly note: string | null;
  readonly complaintId: number | null;
}

export function insertClaim(raw: RawHandle, batchId: number, claim: NewClaim): number {
  return insertRow(raw, batchId, 'claims', {
    number: claim.number,
    customer_id: claim.customerId,
    sale_line_id: claim.saleLineId,
    product_id: claim.productId,
    claimed_at: claim.claimedAt,
    problem: claim.problem,
    ends_on: claim.endsOn,
    verdict: claim.verdict,
    remedy: claim.remedy,
    promised_on: claim.promisedOn,
    cost_minor: claim.costMinor,
    note: claim.note,
    complaint_id: claim.complaintId,
    created_at: claim.claimedAt,
  });
}

/** Number and state of a claim that is not in the trash; null: there is none. */
export function readClaim(
  raw: RawHandle,
  id: number,
): { readonly number: string; readonly isDone: boolean } | null {
  const row = readRow(raw, { table: 'claims', id });
  if (row === null || row.deleted_at !== null) return null;
  return { number: String(row.number), isDone: row.done_at !== null };
}

/** Handed over; `costMinor` is what it came to. */
export function finishClaim(
  raw: RawHandle,
  batchId: number,
  id: number,
  done: { readonly at: string; readonly costMinor: number },
): void {
  updateRow(
    raw,
    batchId,
    { table: 'claims', id },
    { done_at: done.at, cost_minor: done.costMinor },
  );
}

export function trashClaim(raw: RawHandle, batchId: number, id: number, at: string): void {
  updateRow(raw, batchId, { table: 'claims', id }, { deleted_at: at });
}
