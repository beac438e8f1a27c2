import { openBatch } from '#db/history/journal.ts';
import {
  findBack,
  findLines,
  findReturns,
  type LineFound,
  paidOf,
  type SaleFound,
} from '#db/queries/sales/entry.ts';
import { insertPayment, insertSale, type SaleRows } from '#db/queries/sales/write.ts';
import type { Output, Parsed } from '#shared/contract/index.ts';
import { partGivenBack } from '#shared/domain/books/sale-sums.ts';
import { spread } from '#shared/domain/books/spread.ts';
import { isCounted } from '#shared/domain/vocabulary/sales.ts';
import { AppFailure } from '#shared/errors.ts';
import type { BatchId, SaleId } from '#shared/ids.ts';
import type { WriteContext } from '../../context.ts';
import { followBuyers, refuseField } from './create.ts';
import { backOfLines, requireSale } from './facts.ts';

type Return = Parsed<'sales.return'>;

/** What comes back of one line: its parts of what the line came to, positive. */
interface Part {
  readonly line: LineFound;
  readonly backE4: number;
  readonly amountMinor: number;
  /** Of the sale's own discount. */
  readonly shareMinor: number;
  readonly discountMinor: number;
  readonly taxMinor: number;
}

function partOf(line: LineFound, shareMinor: number, beforeE4: number, backE4: number): Part {
  const step = { quantityE4: line.quantityE4, beforeE4, backE4 };
  return {
    line,
    backE4,
    amountMinor: partGivenBack(line.amountMinor, step),
    shareMinor: partGivenBack(shareMinor, step),
    discountMinor: partGivenBack(line.discountMinor, step),
    taxMinor: partGivenBack(line.taxMinor, step),
  };
}

/** VALIDATION where more comes back than there is. */
function partsOf(
  sale: SaleFound,
  lines: readonly LineFound[],
  before: ReadonlyMap<number, number>,
  wanted: Return['lines'],
): Part[] {
  const shares = spread(
    sale.discountMinor,
    lines.map(({ amountMinor }) => amountMinor),
  );
  return wanted.map(({ lineId, quantityE4 }, place) => {
    const index = lines.findIndex(({ id }) => id === lineId);
    const line = lines[index];
    const isTwice = wanted.findIndex((one) => one.lineId === lineId) !== place;
    const gone = before.get(lineId) ?? 0;
    if (line === undefined || isTwice || gone + quantityE4 > line.quantityE4)
      throw refuseField(`lines.${place}.quantityE4`, 'more-than-left');
    return partOf(line, shares[index] ?? 0, gone, quantityE4);
  });
}

interface ReturnSums {
  readonly totalMinor: number;
  readonly discountMinor: number;
  readonly taxMinor: number;
}

function sumOf(parts: readonly Part[], of: (part: Part) => number): number {
  return parts.reduce((sum, part) => sum + of(part), 0);
}

function sumParts(sale: SaleFound, parts: readonly Part[]): ReturnSums {
  const taxMinor = sumOf(parts, (part) => part.taxMinor);
  const discountMinor = sumOf(parts, (part) => part.shareMinor);
  const onTop = sale.taxMode === 'exclusive' ? taxMinor : 0;
  const totalMinor = sumOf(parts, (part) => part.amountMinor) - discountMinor + onTop;
  return { totalMinor, discountMinor, taxMinor };
}

/** Goods that come back are below zero, as an import writes them. */
function rowsOf(
  sale: SaleFound,
  parts: readonly Part[],
  sums: ReturnSums,
  input: Return,
): SaleRows {
  const minus = (amount: number) => (amount === 0 ? 0 : -amount);
  return {
    sale: {
      match_key: `h|${input.returnedOn}`,
      sold_on: input.returnedOn,
      customer_id: sale.customerId,
      kind: 'return',
      status: 'completed',
      discount_minor: sums.discountMinor,
      total_minor: minus(sums.totalMinor),
      revenue_minor: minus(sums.totalMinor - sums.taxMinor),
      is_purchase: 0,
      payment_method: input.method,
      note: input.note,
      is_on_account: input.isOnAccount ? 1 : 0,
      tax_mode: sale.taxMode,
      tax_minor: minus(sums.taxMinor),
      return_of: sale.id,
    },
    lines: parts.map(({ line, backE4, amountMinor, discountMinor, taxMinor }) => ({
      product_id: line.productId,
      quantity_e4: -backE4,
      unit_price_e4: line.unitPriceE4,
      discount_minor: discountMinor,
      amount_minor: minus(amountMinor),
      tax_rate_e4: line.taxRateE4,
      tax_minor: minus(taxMinor),
    })),
  };
}

/** What is still owed for a sale: its total and shipping less what came back on account and what was paid. */
async function owedFor(ctx: WriteContext, sale: SaleFound): Promise<number> {
  const returns = await findReturns(ctx.db, sale.id);
  const back = returns
    .filter((one) => one.isOnAccount === 1)
    .reduce((sum, one) => sum + Math.abs(one.chargedMinor), 0);
  return sale.totalMinor + sale.shippingMinor - back - (await paidOf(ctx.db, sale.id));
}

function checkReturn(sale: SaleFound, input: Return): void {
  const refuse = (reason: string) => new AppFailure({ code: 'CONFLICT', reason });
  if (sale.kind === 'return') throw refuse('sale-is-return');
  if (!isCounted(sale.status)) throw refuse('sale-cancelled');
  if (input.isOnAccount && sale.isOnAccount === 0) throw refuse('sale-not-on-account');
  if (input.returnedOn < sale.soldOn) throw refuseField('returnedOn', 'before-sale');
}

/**
 * Takes goods of a sale back, at what they were sold for: each line's amount, discount and tax by
 * the share that comes back, so that all of it back comes to the sale. On account it is taken off
 * what is owed for the sale; what is more than that is paid back.
 */
export async function giveBack(ctx: WriteContext, input: Return): Promise<Output<'sales.return'>> {
  const sale = await requireSale(ctx, input.id);
  checkReturn(sale, input);
  const lines = await findLines(ctx.db, sale.id);
  const before = backOfLines(lines, await findBack(ctx.db, sale.id));
  const parts = partsOf(sale, lines, before, input.lines);
  const sums = sumParts(sale, parts);
  const owed = input.isOnAccount ? Math.max(0, await owedFor(ctx, sale)) : 0;
  const paidBackMinor = Math.max(0, sums.totalMinor - owed);
  const at = ctx.clock.instant();
  const label = sale.number ?? sale.soldOn;
  const batchId = openBatch(ctx.raw, { kind: 'create', label, at });
  const id = insertSale(ctx.raw, batchId, rowsOf(sale, parts, sums, input), at);
  if (input.isOnAccount && paidBackMinor > 0) {
    const { returnedOn: paidOn, method } = input;
    const payment = { saleId: sale.id, customerId: sale.customerId, paidOn, method };
    insertPayment(ctx.raw, batchId, { ...payment, amountMinor: -paidBackMinor }, at);
  }
  followBuyers(ctx, [sale.customerId]);
  return {
    ...{ id: id as SaleId, batchId: batchId as BatchId },
    ...{ totalMinor: sums.totalMinor, paidBackMinor },
  };
}
