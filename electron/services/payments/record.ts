import { openBatch } from '#db/history/journal.ts';
import { calledNow } from '#db/queries/customers/name.ts';
import { accountOf, chargesOf } from '#db/queries/payments/account.ts';
import { readPayment } from '#db/queries/payments/read.ts';
import {
  addParts,
  addPayment,
  changePayment,
  dropParts,
  trashPayment,
} from '#db/queries/payments/write.ts';
import type { Output, Parsed } from '#shared/contract/index.ts';
import type { PaymentFacts, PaymentRow, Settles } from '#shared/contract/payments.ts';
import { allocate } from '#shared/domain/books/account.ts';
import { AppFailure, notFound } from '#shared/errors.ts';
import type { BatchId, PaymentId } from '#shared/ids.ts';
import type { WriteContext } from '../../context.ts';

type Whose = PaymentRow['customerId'];

function refuse(path: string, problem: string): AppFailure {
  return new AppFailure({ code: 'VALIDATION', issues: [{ path, problem }] });
}

/** What was paid was paid: today at the latest. */
function checkDay(ctx: WriteContext, { paidOn }: PaymentFacts): void {
  if (paidOn > ctx.today) throw refuse('facts.paidOn', 'paid-later');
}

/** The sales chosen are there, and stand on this very account. */
async function checkSales(ctx: WriteContext, customerId: Whose, settles: Settles): Promise<void> {
  if (settles.kind === 'account') return;
  const charges = await chargesOf(ctx.db, ctx.today, settles.saleIds);
  if (charges.length < new Set(settles.saleIds).size)
    throw refuse('settles.saleIds', 'no-such-sale');
  if (charges.some((one) => one.customerId !== customerId))
    throw refuse('settles.saleIds', 'sale-of-another');
  if (charges.some((one) => !one.isCharged)) throw refuse('settles.saleIds', 'sale-not-on-account');
}

/** Lays a payment on what is open of its account. */
async function lay(
  ctx: WriteContext,
  batchId: number,
  payment: { id: number; customerId: Whose; amountMinor: number },
  settles: Settles,
): Promise<number> {
  const { open } = await accountOf(ctx.db, ctx.today, payment);
  const chosen =
    settles.kind === 'account'
      ? open
      : open.filter(({ saleId }) => settles.saleIds.some((id) => id === saleId));
  const { parts, waitingMinor } = allocate(payment.amountMinor, chosen);
  addParts(ctx.raw, batchId, payment.id, parts);
  return waitingMinor;
}

/** Who owes can be in the trash, and pays all the same. */
function labelOf(ctx: WriteContext, customerId: Whose, facts: PaymentFacts): string {
  if (customerId === null) return facts.paidOn;
  const label = calledNow(ctx.raw, customerId);
  if (label === null) throw notFound('customer');
  return label;
}

async function answer(
  ctx: WriteContext,
  id: number,
  batchId: number,
  waitingMinor: number,
): Promise<Output<'payments.record'>> {
  const payment = await readPayment(ctx.db, id);
  if (payment === null) throw notFound('payment');
  const { owedMinor } = await accountOf(ctx.db, ctx.today, payment);
  const { parts } = payment;
  return { id: id as PaymentId, batchId: batchId as BatchId, parts, waitingMinor, owedMinor };
}

/** Writes a payment down and lays it on what is open: one batch, undone as one. */
export async function recordPayment(
  ctx: WriteContext,
  input: Parsed<'payments.record'>,
): Promise<Output<'payments.record'>> {
  const { customerId, facts, settles } = input;
  const label = labelOf(ctx, customerId, facts);
  checkDay(ctx, facts);
  await checkSales(ctx, customerId, settles);
  const at = ctx.clock.instant();
  const batchId = openBatch(ctx.raw, { kind: 'create', label, at });
  const id = addPayment(ctx.raw, batchId, { customerId, facts, at });
  const { amountMinor } = facts;
  const waiting = await lay(ctx, batchId, { id, customerId, amountMinor }, settles);
  return answer(ctx, id, batchId, waiting);
}

/** Whether it is of another amount, of another day or for other sales: else what it settled stays. */
function isForOthers(known: PaymentRow, facts: PaymentFacts, settles: Settles): boolean {
  if (known.amountMinor !== facts.amountMinor || known.paidOn !== facts.paidOn) return true;
  const before = new Set<number>(known.parts.map(({ saleId }) => saleId));
  const after = new Set<number>(settles.kind === 'account' ? [] : settles.saleIds);
  return before.symmetricDifference(after).size > 0;
}

/** Makes a payment what is given, and lays it anew where that is another payment. */
export async function updatePayment(
  ctx: WriteContext,
  input: Parsed<'payments.update'>,
): Promise<Output<'payments.update'>> {
  const { id, facts, settles } = input;
  const known = await readPayment(ctx.db, id);
  if (known === null) throw notFound('payment');
  const { customerId } = known;
  const label = labelOf(ctx, customerId, facts);
  checkDay(ctx, facts);
  await checkSales(ctx, customerId, settles);
  const batchId = openBatch(ctx.raw, { kind: 'edit', label, at: ctx.clock.instant() });
  changePayment(ctx.raw, batchId, id, facts);
  const { amountMinor } = facts;
  if (!isForOthers(known, facts, settles)) {
    const settled = known.parts.reduce((sum, part) => sum + part.amountMinor, 0);
    return answer(ctx, id, batchId, amountMinor - settled);
  }
  dropParts(ctx.raw, batchId, id);
  const waiting = await lay(ctx, batchId, { id, customerId, amountMinor }, settles);
  return answer(ctx, id, batchId, waiting);
}

/** Moves a payment to the trash: what it settled is owed again. */
export async function removePayment(
  ctx: WriteContext,
  { id }: Parsed<'payments.remove'>,
): Promise<Output<'payments.remove'>> {
  const known = await readPayment(ctx.db, id);
  if (known === null) throw notFound('payment');
  const label = labelOf(ctx, known.customerId, known);
  const at = ctx.clock.instant();
  const batchId = openBatch(ctx.raw, { kind: 'delete', label, at });
  trashPayment(ctx.raw, batchId, id, at);
  return { id, batchId: batchId as BatchId };
}
