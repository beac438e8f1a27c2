import type { PaymentFacts } from '#shared/contract/payments.ts';
import type { RawHandle } from '../../file/client.ts';
import { deleteRow, insertRow, type RowValues, updateRow } from '../../history/journal.ts';

function factValues(facts: PaymentFacts): RowValues {
  return {
    paid_on: facts.paidOn,
    amount_minor: facts.amountMinor,
    method: facts.method === '' ? null : facts.method,
    note: facts.note === '' ? null : facts.note,
  };
}

/** Writes a payment down. Returns its id. */
export function addPayment(
  raw: RawHandle,
  batchId: number,
  given: { customerId: number | null; facts: PaymentFacts; at: string },
): number {
  return insertRow(raw, batchId, 'payments', {
    customer_id: given.customerId,
    ...factValues(given.facts),
    created_at: given.at,
  });
}

/** Makes a payment's stored facts equal the given ones; false when nothing differs. */
export function changePayment(
  raw: RawHandle,
  batchId: number,
  id: number,
  facts: PaymentFacts,
): boolean {
  return updateRow(raw, batchId, { table: 'payments', id }, factValues(facts));
}

/** Lays a payment on sales. */
export function addParts(
  raw: RawHandle,
  batchId: number,
  paymentId: number,
  parts: readonly { readonly saleId: number; readonly amountMinor: number }[],
): void {
  for (const { saleId, amountMinor } of parts)
    insertRow(raw, batchId, 'payment_parts', {
      payment_id: paymentId,
      sale_id: saleId,
      amount_minor: amountMinor,
    });
}

/** Takes a payment off every sale it was laid on. */
export function dropParts(raw: RawHandle, batchId: number, paymentId: number): void {
  const ids = raw
    .prepare('SELECT id FROM payment_parts WHERE payment_id = ? ORDER BY id')
    .pluck()
    .all(paymentId);
  for (const id of ids) deleteRow(raw, batchId, { table: 'payment_parts', id: Number(id) });
}

/** Moves a payment to the trash; what it settled is owed again. */
export function trashPayment(raw: RawHandle, batchId: number, id: number, at: string): boolean {
  return updateRow(raw, batchId, { table: 'payments', id }, { deleted_at: at });
}
