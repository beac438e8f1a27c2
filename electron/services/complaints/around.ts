import {
  boughtAfter,
  complainerOf,
  defectsOf,
  earlierComplaints,
  productName,
  type Stretch,
} from '#db/queries/complaints/around.ts';
import type { ComplaintPage } from '#shared/contract/complaints-page.ts';
import { addDays } from '#shared/domain/calendar/dates.ts';
import { instantOf, localDay } from '#shared/domain/calendar/zone-time.ts';
import type { CustomerId, ProductId } from '#shared/ids.ts';
import type { ReadContext } from '../../context.ts';

/** The card of whom it is from; null: nobody known. */
export async function customerCard(
  ctx: ReadContext,
  given: { id: number; customerId: number | null; receivedAt: string },
): Promise<ComplaintPage['customer']> {
  const { id: notId, customerId, receivedAt } = given;
  const row = customerId === null ? null : await complainerOf(ctx.db, customerId);
  if (row === null || customerId === null) return null;
  const earlier = await earlierComplaints(ctx.db, { customerId, before: receivedAt, notId });
  const lastOn = earlier.lastAt === null ? null : localDay(earlier.lastAt, ctx.settings.timeZone);
  return {
    ...row,
    id: row.id as CustomerId,
    isErased: row.isErased === 1,
    earlierComplaints: earlier.count,
    boughtAfterLast:
      lastOn === null ? null : await boughtAfter(ctx.db, customerId, lastOn, ctx.today),
  };
}

/** Fewer units sold say nothing about a share of them. */
const fewestSold = 20;
const recentDays = 90;
const usualDays = 365;

function stretchOf(from: string, to: string, timeZone: string): Stretch {
  return {
    from,
    to,
    fromAt: instantOf(from, '00:00', timeZone),
    beforeAt: instantOf(addDays(to, 1), '00:00', timeZone),
  };
}

async function per100(
  ctx: ReadContext,
  productId: number,
  from: string,
  to: string,
): Promise<number | null> {
  const stretch = stretchOf(from, to, ctx.settings.timeZone);
  const { sold, defects } = await defectsOf(ctx.db, productId, stretch);
  return sold < fewestSold ? null : (defects / sold) * 100;
}

/**
 * Complaints and claims per 100 units sold: the last 90 days with today, and the 365 days before
 * them. Null with fewer than 20 sold.
 */
export async function productCard(
  ctx: ReadContext,
  productId: number | null,
): Promise<ComplaintPage['product']> {
  const name = productId === null ? null : await productName(ctx.db, productId);
  if (productId === null || name === null) return null;
  const recentFrom = addDays(ctx.today, 1 - recentDays);
  const usualTo = addDays(recentFrom, -1);
  return {
    id: productId as ProductId,
    name,
    per100: await per100(ctx, productId, recentFrom, ctx.today),
    usualPer100: await per100(ctx, productId, addDays(usualTo, 1 - usualDays), usualTo),
  };
}
