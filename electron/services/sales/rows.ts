import type { SaleRows } from '#db/queries/sales/write.ts';
import { isProduct, productNamed } from '#db/queries/sales/write.ts';
import type { EnteredLine, SaleFacts } from '#shared/contract/sales/entry.ts';
import {
  discountOf,
  isTooLarge,
  mostMinor,
  type SaleSums,
  sumSale,
} from '#shared/domain/books/sale-sums.ts';
import { minorDigits } from '#shared/domain/currency.ts';
import { e4ToMinor, lineAmountMinor } from '#shared/domain/text/decimal.ts';
import { isCounted, type SaleStatus } from '#shared/domain/vocabulary/sales.ts';
import { AppFailure, type FieldIssue } from '#shared/errors.ts';
import type { WriteContext } from '../../context.ts';

function lineIssues(line: EnteredLine, index: number, digits: number): FieldIssue[] {
  const path = (field: string) => `facts.lines.${index}.${field}`;
  if (isTooLarge(line, digits)) return [{ path: path('unitPriceE4'), problem: 'too-large' }];
  const gross = lineAmountMinor(line.quantityE4, line.unitPriceE4, digits);
  const issues: FieldIssue[] = [];
  if (line.productId === null && line.id === null && line.name === '')
    issues.push({ path: path('name'), problem: 'line-nameless' });
  if (discountOf(line.discount, gross) > gross)
    issues.push({ path: path('discount'), problem: 'discount-above-amount' });
  return issues;
}

/**
 * What a sale comes to by the shop's rules, with what is taken off for points; VALIDATION where more comes off
 * than there is.
 */
export function sumsOf(ctx: WriteContext, facts: SaleFacts, pointsMinor = 0): SaleSums {
  const { currency, selling } = ctx.settings;
  const digits = minorDigits(currency);
  const issues = facts.lines.flatMap((line, index) => lineIssues(line, index, digits));
  if (issues.length > 0) throw new AppFailure({ code: 'VALIDATION', issues });
  const { discount, taxMode } = facts;
  const terms = { taxMode, taxRounding: selling.taxRounding, digits };
  const plain = sumSale(facts.lines, { ...terms, discount });
  const refuse = (path: string, problem: string) =>
    new AppFailure({ code: 'VALIDATION', issues: [{ path, problem }] });
  if (plain.linesMinor > mostMinor) throw refuse('facts.lines', 'too-large');
  if (plain.discountMinor > plain.linesMinor)
    throw refuse('facts.discount', 'discount-above-amount');
  if (pointsMinor === 0) return plain;
  const minor = plain.discountMinor + pointsMinor;
  if (minor > plain.linesMinor) throw refuse('redeem.points', 'points-above-amount');
  return sumSale(facts.lines, { ...terms, discount: { kind: 'amount', minor } });
}

/** The product of a line: the one chosen, or the one of the name that was typed. */
function productOf(ctx: WriteContext, batchId: number, line: EnteredLine, index: number) {
  const { productId, name, unitPriceE4 } = line;
  if (productId !== null) {
    if (isProduct(ctx.raw, productId)) return productId;
    const issue = { path: `facts.lines.${index}.name`, problem: 'no-such-product' };
    throw new AppFailure({ code: 'VALIDATION', issues: [issue] });
  }
  if (name === '') return null;
  const priceMinor = e4ToMinor(unitPriceE4, minorDigits(ctx.settings.currency));
  return productNamed(ctx.raw, batchId, { name, priceMinor, at: ctx.clock.instant() });
}

/** How an import finds the sale again: by number and day, else by day and customer. */
export function matchKeyOf({ number, soldOn, customerId }: SaleFacts): string {
  if (number !== null && number !== '') return `n|${number}|${soldOn}`;
  return customerId === null ? `h|${soldOn}` : `d|${soldOn}`;
}

/** The rows of a sale that comes to so much; new products are made on the way. */
export function rowsOf(
  ctx: WriteContext,
  batchId: number,
  sale: { readonly facts: SaleFacts; readonly sums: SaleSums; readonly status: SaleStatus },
): SaleRows {
  const { facts, sums, status } = sale;
  const counts = isCounted(status);
  const lines = facts.lines.map((line, index) => ({
    ...(line.id === null ? {} : { id: line.id }),
    product_id: productOf(ctx, batchId, line, index),
    quantity_e4: line.quantityE4,
    unit_price_e4: line.unitPriceE4,
    discount_minor: sums.lines[index]?.discountMinor ?? 0,
    amount_minor: sums.lines[index]?.amountMinor ?? 0,
    tax_rate_e4: facts.taxMode === 'none' ? 0 : line.taxRateE4,
    tax_minor: sums.lines[index]?.taxMinor ?? 0,
  }));
  return {
    lines,
    sale: {
      number: facts.number === '' ? null : facts.number,
      sold_on: facts.soldOn,
      customer_id: facts.customerId,
      kind: 'sale',
      status,
      discount_minor: sums.discountMinor,
      shipping_minor: facts.shippingMinor,
      total_minor: sums.totalMinor,
      revenue_minor: counts ? sums.revenueMinor : 0,
      is_purchase: counts && sums.revenueMinor > 0 ? 1 : 0,
      payment_method: facts.paymentMethod,
      note: facts.note,
      is_on_account: facts.isOnAccount ? 1 : 0,
      due_on: facts.isOnAccount ? facts.dueOn : null,
      tax_mode: facts.taxMode,
      tax_minor: sums.taxMinor,
      promised_on: facts.promisedOn,
      delivered_on: facts.deliveredOn,
    },
  };
}
