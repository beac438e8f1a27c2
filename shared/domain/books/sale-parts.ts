import { E4 } from '../text/decimal.ts';
import { isCounted, type SaleKind, type SaleStatus, type TaxMode } from '../vocabulary/sales.ts';
import { spread } from './spread.ts';

/** What of a sale says how it stands in the books. Money is minor units, a return's below zero. */
export interface BookedSale {
  readonly kind: SaleKind;
  readonly status: SaleStatus;
  readonly isOnAccount: boolean;
  /** Off the sale as a whole, whatever its kind not below zero. */
  readonly discountMinor: number;
  readonly totalMinor: number;
  readonly revenueMinor: number;
  readonly taxMinor: number;
  readonly taxMode: TaxMode;
  /** Beside the total, and no revenue. */
  readonly shippingMinor: number;
}

/** A line as it is stored: its amount is after its own discount. */
export interface BookedLine {
  readonly amountMinor: number;
  readonly discountMinor: number;
  readonly taxMinor: number;
  /** Ten-thousandths. */
  readonly taxRateE4: number;
}

/** What a line comes to, tax apart: gross less discount is net; net and tax are what is paid. */
export interface LineParts {
  /** Its share of the sale's discount, as the sale states it. */
  readonly shareMinor: number;
  readonly grossMinor: number;
  readonly discountMinor: number;
  readonly netMinor: number;
  readonly taxMinor: number;
}

/** What a sale does to cash, to what is owed, and what neither explains. */
export interface SaleEffects {
  readonly cashMinor: number;
  readonly owedMinor: number;
  /** What of that is shipping: it is passed on. */
  readonly shippingMinor: number;
  /** What is owed for it and yet is no revenue and no tax: it was called off in part. */
  readonly unexplainedMinor: number;
}

/** The tax within an amount that holds it, half up, with the amount's sign. */
export function taxWithin(amountMinor: number, rateE4: number): number {
  const [size, rate, whole] = [Math.abs(amountMinor), rateE4, E4 + rateE4].map(BigInt);
  const tax = Number((2n * (size ?? 0n) * (rate ?? 0n) + (whole ?? 1n)) / (2n * (whole ?? 1n)));
  return amountMinor < 0 && tax !== 0 ? -tax : tax;
}

/** A sale that is not on account was paid on its day with all that counts of it. */
export function effectsOf(sale: BookedSale): SaleEffects {
  const paid = sale.revenueMinor + sale.taxMinor;
  if (!sale.isOnAccount)
    return { cashMinor: paid, owedMinor: 0, shippingMinor: 0, unexplainedMinor: 0 };
  const takesOff = sale.kind === 'return' && sale.revenueMinor !== 0;
  const isOwed = takesOff || isCounted(sale.status);
  const goodsMinor = isOwed ? sale.totalMinor : 0;
  const shippingMinor = isOwed ? sale.shippingMinor : 0;
  const owedMinor = goodsMinor + shippingMinor;
  return { cashMinor: 0, owedMinor, shippingMinor, unexplainedMinor: goodsMinor - paid };
}

function partsOf(sale: BookedSale, line: BookedLine, shareMinor: number): LineParts {
  const { taxMinor, taxRateE4, amountMinor } = line;
  const isReturn = sale.kind === 'return';
  const holdsTax = sale.taxMode === 'inclusive';
  const left = isReturn ? amountMinor + shareMinor : amountMinor - shareMinor;
  const netMinor = holdsTax ? left - taxMinor : left;
  const off = isReturn ? 0 : line.discountMinor + shareMinor;
  const discountMinor = holdsTax ? off - taxWithin(off, taxRateE4) : off;
  return { shareMinor, grossMinor: netMinor + discountMinor, discountMinor, netMinor, taxMinor };
}

/**
 * What the lines of a sale come to: its discount is spread over them by their amounts, and where prices
 * hold tax, discounts are taken without theirs. A return is of what was paid, so that it has no discount
 * of its own. What the sale says and its lines do not (some were called off, or it has none) is the rest;
 * null: nothing. Lines and rest always add up to the sale.
 */
export function partsOfSale(
  sale: BookedSale,
  lines: readonly BookedLine[],
): { readonly parts: readonly LineParts[]; readonly rest: LineParts | null } {
  const amounts = lines.map(({ amountMinor }) => amountMinor);
  const shares = spread(sale.discountMinor, amounts);
  const parts = lines.map((line, index) => partsOf(sale, line, shares[index] ?? 0));
  const netMinor = parts.reduce((left, part) => left - part.netMinor, sale.revenueMinor);
  const taxMinor = parts.reduce((left, part) => left - part.taxMinor, sale.taxMinor);
  const shareMinor = lines.length === 0 ? sale.discountMinor : 0;
  const isWithin = sale.taxMode === 'inclusive' && sale.taxMinor !== 0;
  // Of a sale without lines nothing says at which rate its discount is taxed.
  const discountMinor = sale.kind === 'return' || isWithin ? 0 : shareMinor;
  const grossMinor = netMinor + discountMinor;
  const isNothing = netMinor === 0 && taxMinor === 0 && discountMinor === 0;
  const rest = { shareMinor, grossMinor, discountMinor, netMinor, taxMinor };
  return { parts, rest: isNothing ? null : rest };
}
