import type { Cell } from '#shared/domain/cell.ts';
import { E4 } from '#shared/domain/text/decimal.ts';
import type { SaleStatus } from '#shared/domain/vocabulary/sales.ts';
import type { DayJudge } from '../day-judge.ts';
import type { Problem } from '../outcomes.ts';
import type { GivenDiscount } from './discount.ts';

/** What one row says about its sale and its line. One object is used for all rows of a source. */
export interface SaleRow {
  date: string;
  time: string | null;
  number: string;
  /** Null: the row does not say. */
  status: SaleStatus | null;
  quantityE4: number;
  unitPriceE4: number | null;
  discountMinor: number;
  amountMinor: number;
  /** Sum in 10^-8 units as the file writes it: two factors, to be multiplied exactly. */
  exactFactor: number;
  exactE4: number;
  /** What was taken off the product of the two. */
  exactDiscountMinor: number;
  /** The row says of no money at all, and need not. */
  lacksMoney: boolean;
  /** The amount is the sale's total: discount and shipping are within it. */
  isTotal: boolean;
  /** What the row says that the whole sale comes to, where its lines are counted. */
  statedMinor: number | null;
  /** Quantity × price, less the line's discount, where it is not the amount. */
  productMinor: number | null;
  /** The amount may be one that stands on every row of its sale. */
  repeats: boolean;
  /** The total that all rows of a sale repeat was counted with a row before; null: this row's counts. */
  againMinor: number | null;
  saleDiscount: GivenDiscount | null;
  shippingMinor: number | null;
  /** What of the sale was given back, as its own column says. */
  refundMinor: number | null;
  paymentMethod: string | null;
  note: string | null;
  /** Not taken as written, though the row is. */
  readonly warnings: Problem[];
}

/** Which sale a row is of. */
export type SaleHead = Pick<SaleRow, 'date' | 'time' | 'number'>;

export interface SaleReader {
  /** Null: the row is read into `row`. `above`: the sale it goes on with, where it names none itself. */
  read(cells: readonly Cell[], above?: SaleHead | null): Problem | null;
  readonly row: SaleRow;
  /** Whether the row has no date: it may be a line of totals. */
  hasNoDate(cells: readonly Cell[]): boolean;
}

export interface SaleContext {
  readonly currency: string;
  /** The words of the status column say what each row is: a refund is a row of its own. */
  readonly tellsRefundsApart: boolean;
  /** The amount stands on each row of a sale for the whole of it. */
  readonly repeatsTotals: boolean;
  /** The lines of its sales may stand in another source: a row without money is one nevertheless. */
  readonly mayLackMoney: boolean;
  /** Decimals of the currency's minor unit. */
  readonly digits: number;
  readonly days: DayJudge;
}

/** A row that says nothing: one piece, of nothing. */
export const blankRow: Omit<SaleRow, 'warnings'> = {
  date: '',
  time: null,
  number: '',
  status: null,
  quantityE4: E4,
  unitPriceE4: null,
  discountMinor: 0,
  amountMinor: 0,
  exactFactor: 0,
  exactE4: 0,
  exactDiscountMinor: 0,
  lacksMoney: false,
  isTotal: false,
  statedMinor: null,
  productMinor: null,
  repeats: false,
  againMinor: null,
  saleDiscount: null,
  shippingMinor: null,
  refundMinor: null,
  paymentMethod: null,
  note: null,
};

/** The row's total is the one that a row of the same sale has brought already. */
export function countNoMore(row: SaleRow): void {
  row.againMinor = row.amountMinor;
  row.amountMinor = 0;
  row.exactE4 = 0;
  row.exactDiscountMinor = 0;
}

/** A refund written without its sign. */
export function takeBack(row: SaleRow): void {
  if (row.amountMinor <= 0) return;
  row.amountMinor = -row.amountMinor;
  row.quantityE4 = -Math.abs(row.quantityE4);
  row.exactFactor = -row.exactFactor;
}
