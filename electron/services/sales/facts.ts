import { pointsSpentAt } from '#db/queries/loyalty/read.ts';
import {
  type BackFound,
  findBack,
  findLines,
  findReturns,
  findSale,
  type LineFound,
  type SaleFound,
} from '#db/queries/sales/entry.ts';
import type { Output, Parsed } from '#shared/contract/index.ts';
import type { EnteredLine, SaleFacts } from '#shared/contract/sales/entry.ts';
import { minorDigits } from '#shared/domain/currency.ts';
import { E4, lineAmountMinor, minorToE4 } from '#shared/domain/text/decimal.ts';
import { AppFailure, notFound } from '#shared/errors.ts';
import type { CustomerId, ProductId, SaleId } from '#shared/ids.ts';
import type { ReadContext } from '../../context.ts';

/** A sale that is not in the trash; NOT_FOUND where there is none. */
export async function requireSale(ctx: Pick<ReadContext, 'db'>, id: number): Promise<SaleFound> {
  const sale = await findSale(ctx.db, id);
  if (sale === null) throw notFound('sale');
  return sale;
}

/**
 * A line as price and discount: where a file gave no price, or an amount that is not its price less
 * its discount, the price that comes to the amount, and what is too much of it comes off.
 */
function enteredLine(line: LineFound, digits: number): EnteredLine {
  const { id, name, quantityE4, amountMinor, taxRateE4 } = line;
  const own = line.unitPriceE4 ?? -1;
  const isEnough = own >= 0 && lineAmountMinor(quantityE4, own, digits) >= amountMinor;
  const wholeE4 = minorToE4(amountMinor, digits) ?? 0;
  const price = Number(
    (BigInt(wholeE4) * BigInt(E4) + BigInt(quantityE4) - 1n) / BigInt(quantityE4),
  );
  const unitPriceE4 = isEnough ? own : price;
  const minor = lineAmountMinor(quantityE4, unitPriceE4, digits) - amountMinor;
  return {
    id,
    productId: line.productId as ProductId | null,
    name: name ?? '',
    quantityE4,
    unitPriceE4,
    discount: minor === 0 ? null : { kind: 'amount', minor },
    taxRateE4,
  };
}

/** A stored sale as it would be written by hand. */
export function factsOf(sale: SaleFound, lines: readonly LineFound[], currency: string): SaleFacts {
  const { number, soldOn, discountMinor, shippingMinor, taxMode, paymentMethod } = sale;
  const { dueOn, promisedOn, deliveredOn, note } = sale;
  return {
    number,
    soldOn,
    customerId: sale.customerId as CustomerId | null,
    lines: lines.map((line) => enteredLine(line, minorDigits(currency))),
    discount: discountMinor === 0 ? null : { kind: 'amount', minor: discountMinor },
    shippingMinor,
    taxMode,
    paymentMethod,
    isOnAccount: sale.isOnAccount === 1,
    dueOn,
    promisedOn,
    deliveredOn,
    note,
  };
}

/** Why a sale cannot be written anew by hand; null: it can. */
export async function fixedBy(
  ctx: Pick<ReadContext, 'db'>,
  sale: SaleFound,
  lines: readonly LineFound[],
): Promise<string | null> {
  if (sale.kind === 'return') return 'sale-is-return';
  if ((await findReturns(ctx.db, sale.id)).length > 0) return 'sale-has-returns';
  const isPlain = lines.every(({ quantityE4, amountMinor }) => quantityE4 > 0 && amountMinor >= 0);
  return isPlain && lines.length > 0 ? null : 'sale-mixed';
}

/** CONFLICT where it cannot be written anew. */
export async function saleFactsOf(
  ctx: ReadContext,
  input: Parsed<'sales.facts'>,
): Promise<Output<'sales.facts'>> {
  const sale = await requireSale(ctx, input.id);
  const lines = await findLines(ctx.db, sale.id);
  const reason = await fixedBy(ctx, sale, lines);
  if (reason !== null && reason !== 'sale-has-returns')
    throw new AppFailure({ code: 'CONFLICT', reason });
  const facts = factsOf(sale, lines, ctx.settings.currency);
  const spent = await pointsSpentAt(ctx.db, sale.id);
  const pointsMinor = spent.reduce((sum, { worthMinor }) => sum + worthMinor, 0);
  return { facts, customerName: sale.customerName, pointsMinor };
}

/** What of each line has come back, in the slip's order: lines of one product and price fill one after the other. */
export function backOfLines(
  lines: readonly LineFound[],
  found: readonly BackFound[],
): Map<number, number> {
  const key = (one: Pick<LineFound, 'productId' | 'unitPriceE4'>) =>
    `${one.productId} ${one.unitPriceE4}`;
  const left = new Map(found.map((one) => [key(one), one.quantityE4]));
  return new Map(
    lines.map((line) => {
      const open = left.get(key(line)) ?? 0;
      const back = Math.min(Math.max(0, line.quantityE4), open);
      left.set(key(line), open - back);
      return [line.id, back];
    }),
  );
}

/** What hangs on a sale. */
export async function aroundSale(
  ctx: ReadContext,
  input: Parsed<'sales.around'>,
): Promise<Output<'sales.around'>> {
  const sale = await requireSale(ctx, input.id);
  const lines = await findLines(ctx.db, sale.id);
  const back = backOfLines(lines, await findBack(ctx.db, sale.id));
  const returns = await findReturns(ctx.db, sale.id);
  const of = sale.returnOf === null ? null : await findSale(ctx.db, sale.returnOf);
  const isSale = sale.kind === 'sale';
  return {
    taxMinor: sale.taxMinor,
    taxMode: sale.taxMode,
    isOnAccount: sale.isOnAccount === 1,
    dueOn: sale.dueOn,
    promisedOn: sale.promisedOn,
    deliveredOn: sale.deliveredOn,
    returnOf: of === null ? null : { id: of.id as SaleId, number: of.number, soldOn: of.soldOn },
    returns: returns.map(({ id, number, soldOn, totalMinor }) => ({
      ...{ number, soldOn, totalMinor },
      id: id as SaleId,
    })),
    lines: lines.map(({ id, name, quantityE4, amountMinor }) => ({
      ...{ lineId: id, name, quantityE4, amountMinor },
      leftE4: isSale ? Math.max(0, quantityE4 - (back.get(id) ?? 0)) : 0,
    })),
    pointsSpent: await pointsSpentAt(ctx.db, sale.id),
    fixedBy: await fixedBy(ctx, sale, lines),
  };
}
