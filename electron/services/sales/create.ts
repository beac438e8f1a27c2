import { openBatch } from '#db/history/journal.ts';
import { markRanksMoved } from '#db/queries/figures/state.ts';
import { isCustomer } from '#db/queries/guarantee/write.ts';
import { hasNumber, nextNumber } from '#db/queries/sales/numbers.ts';
import { insertPayment, insertSale } from '#db/queries/sales/write.ts';
import type { Output, Parsed } from '#shared/contract/index.ts';
import type { SaleFacts } from '#shared/contract/sales/entry.ts';
import { numberFrame } from '#shared/domain/books/sale-number.ts';
import { localTime } from '#shared/domain/calendar/zone-time.ts';
import { AppFailure } from '#shared/errors.ts';
import type { BatchId, CustomerId, SaleId } from '#shared/ids.ts';
import type { ReadContext, WriteContext } from '../../context.ts';
import { followCustomers, writeBuyer } from '../customers.ts';
import { checkRedeem, writeRedeemed } from '../loyalty/at-sale.ts';
import { becomeSale, checkWon } from '../prospects/won.ts';
import { matchKeyOf, rowsOf, sumsOf } from './rows.ts';

type Create = Parsed<'sales.create'>;

/** The shop's next number on a day; null: its sales go without. */
export async function numberOn(ctx: ReadContext, on: string): Promise<string | null> {
  const frame = numberFrame(ctx.settings.selling.numbers, on);
  return frame === null ? null : nextNumber(ctx.db, frame);
}

export function refuseField(path: string, problem: string): AppFailure {
  return new AppFailure({ code: 'VALIDATION', issues: [{ path, problem }] });
}

/** That the number is free on that day, and the customer somebody. */
export async function checkHead(
  ctx: WriteContext,
  { number, soldOn, customerId }: SaleFacts,
  self: number | null,
): Promise<void> {
  if (number !== null && number !== '' && (await hasNumber(ctx.db, { number, soldOn, self })))
    throw refuseField('facts.number', 'sale-number-taken');
  if (customerId !== null && !(await isCustomer(ctx.db, customerId)))
    throw refuseField('facts.customerId', 'no-such-customer');
}

/** Whom the sale is for, written down with it where they are new. */
function buyerOf(ctx: WriteContext, batchId: number, { facts, newCustomer }: Create) {
  if (newCustomer === null) return facts.customerId;
  return writeBuyer(ctx, batchId, newCustomer) as CustomerId;
}

/** The time of a sale that is written down on its day. */
function soldAt(ctx: WriteContext, soldOn: string): string | null {
  if (soldOn !== ctx.today) return null;
  return `${soldOn}T${localTime(ctx.clock.instant(), ctx.settings.timeZone)}`;
}

function checkPaid({ facts, paidMinor }: Create, chargedMinor: number): void {
  if (paidMinor === 0) return;
  if (!facts.isOnAccount || paidMinor >= chargedMinor)
    throw refuseField('paidMinor', 'paid-beyond');
}

/**
 * Writes a sale down with everything that is new in it, as one change: its customer, its products,
 * and what was paid of it at once. Goods and money are counted by the shop's rules, never taken over.
 */
export async function createSale(
  ctx: WriteContext,
  input: Create,
): Promise<Output<'sales.create'>> {
  const number = input.isNumbered ? await numberOn(ctx, input.facts.soldOn) : input.facts.number;
  const given = { ...input.facts, number, lines: input.facts.lines.map(asNew) };
  const redeemed = await checkRedeem(ctx, given, input.redeem);
  const sums = sumsOf(ctx, given, redeemed.offMinor);
  checkPaid(input, sums.totalMinor + given.shippingMinor);
  await checkHead(ctx, given, null);
  if (input.prospectId !== null) await checkWon(ctx, input.prospectId, given.customerId);
  const at = ctx.clock.instant();
  const batchId = openBatch(ctx.raw, { kind: 'create', label: number ?? given.soldOn, at });
  const customerId = buyerOf(ctx, batchId, input);
  const facts = { ...given, customerId };
  const rows = rowsOf(ctx, batchId, { facts, sums, status: 'completed' });
  const own = { match_key: matchKeyOf(facts), sold_at: soldAt(ctx, facts.soldOn) };
  const id = insertSale(ctx.raw, batchId, { ...rows, sale: { ...rows.sale, ...own } }, at);
  writeRedeemed(ctx, batchId, redeemed, id);
  if (input.paidMinor > 0) {
    const { soldOn: paidOn, paymentMethod: method } = facts;
    const amountMinor = input.paidMinor;
    insertPayment(ctx.raw, batchId, { saleId: id, customerId, paidOn, amountMinor, method }, at);
  }
  if (input.prospectId !== null) await becomeSale(ctx, batchId, input.prospectId, id as SaleId);
  followBuyers(ctx, [customerId]);
  return { id: id as SaleId, batchId: batchId as BatchId, number };
}

function asNew<T extends { readonly id: number | null }>(line: T): T {
  return { ...line, id: null };
}

/** Lets the figures of those who bought follow. */
export function followBuyers(ctx: WriteContext, ids: readonly (number | null)[]): void {
  const known = [...new Set(ids.filter((id) => id !== null))];
  if (known.length > 0) followCustomers(ctx, known);
  markRanksMoved(ctx.raw);
}
