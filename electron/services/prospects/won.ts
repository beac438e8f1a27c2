import { dropSteps, linkSale, moveProspect } from '#db/queries/prospects/write.ts';
import { AppFailure } from '#shared/errors.ts';
import type { CustomerId, ProspectId, SaleId } from '#shared/ids.ts';
import type { WriteContext } from '../../context.ts';
import { requireProspect } from './change.ts';

/** That a sale to this customer can be what a prospect became. */
export async function checkWon(
  ctx: WriteContext,
  id: ProspectId,
  customerId: CustomerId | null,
): Promise<void> {
  const stored = await requireProspect(ctx, id);
  if (stored.sale !== null) throw new AppFailure({ code: 'CONFLICT', reason: 'prospect-sold' });
  if (stored.customerId === customerId) return;
  const issues = [{ path: 'facts.customerId', problem: 'sale-of-another' }];
  throw new AppFailure({ code: 'VALIDATION', issues });
}

/** The sale that was just written down is what the prospect became, which is won with it. */
export async function becomeSale(
  ctx: WriteContext,
  batchId: number,
  id: ProspectId,
  saleId: SaleId,
): Promise<void> {
  const { stage } = await requireProspect(ctx, id);
  const at = ctx.clock.instant();
  if (stage === 'won') linkSale(ctx.raw, batchId, id, saleId);
  else moveProspect(ctx.raw, batchId, id, { stage: 'won', lost: null, saleId, at, on: ctx.today });
  dropSteps(ctx.raw, batchId, id, at);
}
