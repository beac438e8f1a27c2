import { openBatch } from '#db/history/journal.ts';
import { findLines, findReturns, paidOf, type SaleFound } from '#db/queries/sales/entry.ts';
import { changeSale, isClaimed, updateSale } from '#db/queries/sales/write.ts';
import type { Output, Parsed } from '#shared/contract/index.ts';
import type { SaleFacts } from '#shared/contract/sales/entry.ts';
import { AppFailure } from '#shared/errors.ts';
import type { BatchId } from '#shared/ids.ts';
import type { WriteContext } from '../../context.ts';
import { checkSpentStays } from '../loyalty/at-sale.ts';
import { checkHead, followBuyers } from './create.ts';
import { factsOf, fixedBy, requireSale } from './facts.ts';
import { matchKeyOf, rowsOf, sumsOf } from './rows.ts';

function conflict(reason: string): AppFailure {
  return new AppFailure({ code: 'CONFLICT', reason });
}

function labelOf({ number, soldOn }: Pick<SaleFound, 'number' | 'soldOn'>): string {
  return number ?? soldOn;
}

/** The lines that go are nobody's, and those that stay are this sale's. */
function checkLines(ctx: WriteContext, stored: readonly number[], facts: SaleFacts): void {
  const kept = facts.lines.flatMap(({ id }) => id ?? []);
  const isOwn = kept.every((id) => stored.includes(id)) && new Set(kept).size === kept.length;
  if (!isOwn) throw conflict('changed-meanwhile');
  if (stored.some((id) => !kept.includes(id) && isClaimed(ctx.raw, id)))
    throw conflict('sale-line-claimed');
}

/** An import goes on finding what it brought by what its file says. */
function matchKeyFor(sale: SaleFound, facts: SaleFacts): string {
  return sale.importId === null ? matchKeyOf(facts) : sale.matchKey;
}

/** Makes a sale what is given. CONFLICT where it is another than was seen, or cannot be written anew. */
export async function updateOne(
  ctx: WriteContext,
  input: Parsed<'sales.update'>,
): Promise<Output<'sales.update'>> {
  const { id, expected, facts } = input;
  const sale = await requireSale(ctx, id);
  const lines = await findLines(ctx.db, id);
  const reason = await fixedBy(ctx, sale, lines);
  if (reason !== null) throw conflict(reason);
  const stored = factsOf(sale, lines, ctx.settings.currency);
  if (JSON.stringify(stored) !== JSON.stringify(expected)) throw conflict('changed-meanwhile');
  checkLines(
    ctx,
    lines.map((line) => line.id),
    facts,
  );
  if (!facts.isOnAccount && sale.isOnAccount === 1 && (await paidOf(ctx.db, id)) !== 0)
    throw conflict('sale-has-payments');
  const sums = sumsOf(ctx, facts);
  await checkSpentStays(ctx, sale, { facts, discountMinor: sums.discountMinor });
  await checkHead(ctx, facts, id);
  const at = ctx.clock.instant();
  const batchId = openBatch(ctx.raw, { kind: 'edit', label: labelOf(facts), at });
  const rows = rowsOf(ctx, batchId, { facts, sums, status: sale.status });
  const isSameDay = facts.soldOn === sale.soldOn;
  const own = {
    match_key: matchKeyFor(sale, facts),
    sold_at: isSameDay ? sale.soldAt : null,
  };
  updateSale(ctx.raw, batchId, id, { ...rows, sale: { ...rows.sale, ...own } });
  followBuyers(ctx, [sale.customerId, facts.customerId]);
  return { id, batchId: batchId as BatchId };
}

async function refuseReturned(ctx: WriteContext, sale: SaleFound): Promise<void> {
  if ((await findReturns(ctx.db, sale.id)).length > 0) throw conflict('sale-has-returns');
}

/** It brings nothing any more; what was paid for it waits on the account. */
export async function cancelSale(
  ctx: WriteContext,
  input: Parsed<'sales.cancel'>,
): Promise<Output<'sales.cancel'>> {
  const sale = await requireSale(ctx, input.id);
  if (sale.status === 'cancelled') throw conflict('sale-cancelled');
  await refuseReturned(ctx, sale);
  const at = ctx.clock.instant();
  const batchId = openBatch(ctx.raw, { kind: 'edit', label: labelOf(sale), at });
  const nothing = { status: 'cancelled', revenue_minor: 0, is_purchase: 0 };
  changeSale(ctx.raw, batchId, sale.id, nothing);
  followBuyers(ctx, [sale.customerId]);
  return { id: input.id, batchId: batchId as BatchId };
}

export async function deliverSale(
  ctx: WriteContext,
  input: Parsed<'sales.deliver'>,
): Promise<Output<'sales.deliver'>> {
  const sale = await requireSale(ctx, input.id);
  const at = ctx.clock.instant();
  const batchId = openBatch(ctx.raw, { kind: 'edit', label: labelOf(sale), at });
  changeSale(ctx.raw, batchId, sale.id, { delivered_on: input.deliveredOn });
  return { id: input.id, batchId: batchId as BatchId };
}

export async function removeSale(
  ctx: WriteContext,
  input: Parsed<'sales.remove'>,
): Promise<Output<'sales.remove'>> {
  const sale = await requireSale(ctx, input.id);
  await refuseReturned(ctx, sale);
  const at = ctx.clock.instant();
  const batchId = openBatch(ctx.raw, { kind: 'delete', label: labelOf(sale), at });
  changeSale(ctx.raw, batchId, sale.id, { deleted_at: at });
  followBuyers(ctx, [sale.customerId]);
  return { id: input.id, batchId: batchId as BatchId };
}
