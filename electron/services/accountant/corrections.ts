import { openBatch, type RowValues } from '#db/history/journal.ts';
import {
  hasReturns,
  insertSaleWhole,
  isCustomerThere,
  type LineValues,
  productsThere,
  readSaleWhole,
  type SaleWhole,
  type StoredLine,
  type StoredSale,
} from '#db/queries/accountant/corrections.ts';
import { lockOver } from '#db/queries/accountant/locks.ts';
import { markRanksMoved } from '#db/queries/figures/state.ts';
import type { CorrectedSale } from '#shared/contract/accountant/periods.ts';
import type { Output, Parsed } from '#shared/contract/index.ts';
import { saleIssues, sumCorrected } from '#shared/domain/books/corrections.ts';
import { minorDigits } from '#shared/domain/currency.ts';
import { isCounted } from '#shared/domain/vocabulary/sales.ts';
import { AppFailure, type FieldIssue, notFound } from '#shared/errors.ts';
import type { BatchId, SaleId } from '#shared/ids.ts';
import type { WriteContext } from '../../context.ts';
import { followCustomers } from '../customers.ts';

/** No file names a sale so: what is corrected here is never taken for one that an import brings. */
function matchKey(sale: StoredSale): string {
  return `c|${sale.id}`;
}

/** What both sales of a correction have of the one that is corrected. */
function carriedOver(ctx: WriteContext, sale: StoredSale): RowValues {
  return {
    match_key: matchKey(sale),
    sold_on: ctx.today,
    status: 'completed',
    payment_method: sale.payment_method,
    is_on_account: sale.is_on_account,
    tax_mode: sale.tax_mode,
    channel: sale.channel,
    created_at: ctx.clock.instant(),
  };
}

function takenBack(line: StoredLine): LineValues {
  return {
    product_id: line.product_id,
    quantity_e4: -line.quantity_e4,
    unit_price_e4: line.unit_price_e4,
    discount_minor: line.discount_minor,
    amount_minor: -line.amount_minor,
    tax_rate_e4: line.tax_rate_e4,
    tax_minor: -line.tax_minor,
  };
}

/** The whole sale with its signs turned: of a return, a sale that is no purchase. Returns its id. */
function writeReversal(
  ctx: WriteContext,
  batchId: number,
  sale: StoredSale,
  lines: readonly StoredLine[],
): number {
  const values = {
    ...carriedOver(ctx, sale),
    number: null,
    customer_id: sale.customer_id,
    kind: sale.kind === 'return' ? 'sale' : 'return',
    discount_minor: sale.discount_minor,
    shipping_minor: -sale.shipping_minor,
    total_minor: -sale.total_minor,
    revenue_minor: -sale.revenue_minor,
    is_purchase: 0,
    tax_minor: -sale.tax_minor,
    return_of: sale.id,
  };
  return insertSaleWhole(ctx.raw, batchId, values, lines.map(takenBack));
}

/** Whom and what the locked sale names may be named again, also from the trash. */
function issuesIn(
  ctx: WriteContext,
  { sale, lines: sold }: SaleWhole,
  corrected: CorrectedSale,
  digits: number,
): FieldIssue[] {
  const { customerId, lines, discountMinor } = corrected;
  const issues: FieldIssue[] = [];
  const isAsBefore = customerId === null || customerId === sale.customer_id;
  if (!isAsBefore && !isCustomerThere(ctx.raw, customerId))
    issues.push({ path: 'corrected.customerId', problem: 'no-such-customer' });
  const there = productsThere(
    ctx.raw,
    lines.flatMap(({ productId }) => productId ?? []),
  );
  const before = new Set(sold.map((line) => line.product_id));
  for (const [index, { productId }] of lines.entries())
    if (productId !== null && !there.has(productId) && !before.has(productId))
      issues.push({ path: `corrected.lines.${index}.productId`, problem: 'no-such-product' });
  for (const { path, problem } of saleIssues(lines, discountMinor, digits))
    issues.push({ path: `corrected.${path}`, problem });
  return issues;
}

/** Sells anew what should have been sold. Returns its id. */
function writeCorrected(
  ctx: WriteContext,
  batchId: number,
  whole: SaleWhole,
  corrected: CorrectedSale,
): number {
  const { sale } = whole;
  const digits = minorDigits(ctx.settings.currency);
  const issues = issuesIn(ctx, whole, corrected, digits);
  if (issues.length > 0) throw new AppFailure({ code: 'VALIDATION', issues });
  const { lines, discountMinor } = corrected;
  const { taxRounding } = ctx.settings.selling;
  const taxMode = sale.tax_mode;
  const sums = sumCorrected(lines, discountMinor, { taxMode, taxRounding, digits });
  const values = {
    ...carriedOver(ctx, sale),
    number: sale.number,
    customer_id: corrected.customerId,
    kind: 'sale',
    discount_minor: discountMinor,
    shipping_minor: corrected.shippingMinor,
    total_minor: sums.totalMinor,
    revenue_minor: sums.revenueMinor,
    is_purchase: sums.revenueMinor > 0 ? 1 : 0,
    tax_minor: sums.taxMinor,
    due_on: sale.due_on,
  };
  const written = lines.map((line, index) => ({
    product_id: line.productId,
    quantity_e4: line.quantityE4,
    unit_price_e4: line.unitPriceE4,
    discount_minor: line.discountMinor,
    amount_minor: sums.lines[index]?.amountMinor ?? 0,
    tax_rate_e4: sale.tax_mode === 'none' ? 0 : line.taxRateE4,
    tax_minor: sums.lines[index]?.taxMinor ?? 0,
  }));
  return insertSaleWhole(ctx.raw, batchId, values, written);
}

async function requireLocked(ctx: WriteContext, { id, sold_on: day }: StoredSale): Promise<void> {
  if ((await lockOver(ctx.db, { from: day, to: day })) === null)
    throw new AppFailure({ code: 'CONFLICT', reason: 'sale-not-locked' });
  if (hasReturns(ctx.raw, id))
    throw new AppFailure({ code: 'CONFLICT', reason: 'sale-partly-returned' });
}

/** One that never counted brought nothing: there is nothing to take back. */
export function brought(sale: Pick<StoredSale, 'status' | 'revenue_minor'>): boolean {
  return isCounted(sale.status) || sale.revenue_minor !== 0;
}

/**
 * What a locked sale should have been, booked today: a return of it as a whole and, if given, the sale
 * anew under its number. The locked one stays as it is.
 */
export async function correctSale(
  ctx: WriteContext,
  { saleId, corrected }: Parsed<'accountant.correct'>,
): Promise<Output<'accountant.correct'>> {
  const whole = readSaleWhole(ctx.raw, saleId);
  if (whole === null) throw notFound('sale');
  const { sale, lines } = whole;
  await requireLocked(ctx, sale);
  if (!brought(sale) && corrected === null)
    throw new AppFailure({ code: 'CONFLICT', reason: 'sale-brought-nothing' });
  const label = sale.number ?? sale.sold_on;
  const batchId = openBatch(ctx.raw, { kind: 'create', label, at: ctx.clock.instant() });
  const returnId = brought(sale) ? writeReversal(ctx, batchId, sale, lines) : null;
  const newId = corrected === null ? null : writeCorrected(ctx, batchId, whole, corrected);
  const ids = new Set([sale.customer_id, corrected?.customerId ?? null]);
  followCustomers(
    ctx,
    [...ids].filter((id) => id !== null),
  );
  markRanksMoved(ctx.raw);
  return {
    batchId: batchId as BatchId,
    returnId: returnId as SaleId | null,
    saleId: newId as SaleId | null,
  };
}
