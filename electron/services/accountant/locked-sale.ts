import { lockOver } from '#db/queries/accountant/locks.ts';
import { saleToCorrect } from '#db/queries/accountant/sale-to-correct.ts';
import type { Output, Parsed } from '#shared/contract/index.ts';
import type { CustomerId, ProductId } from '#shared/ids.ts';
import type { ReadContext } from '../../context.ts';
import { brought } from './corrections.ts';
import { heldLock } from './periods.ts';

/** What a correction of a locked sale begins with. */
export async function lockedSale(
  ctx: ReadContext,
  { saleId }: Parsed<'accountant.lockedSale'>,
): Promise<Output<'accountant.lockedSale'>> {
  const found = await saleToCorrect(ctx.db, saleId);
  if (found === null) return null;
  const { soldOn, status, revenueMinor, customerId, lines, ...facts } = found;
  const lock = await lockOver(ctx.db, { from: soldOn, to: soldOn });
  if (lock === null) return null;
  return {
    ...facts,
    soldOn,
    lock: heldLock(lock),
    customerId: customerId as CustomerId | null,
    hasBrought: brought({ status, revenue_minor: revenueMinor }),
    lines: lines.map((line) => ({ ...line, productId: line.productId as ProductId | null })),
  };
}
