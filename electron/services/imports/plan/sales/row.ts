import type { DateReading } from '#shared/domain/calendar/dates.ts';
import { readTime } from '#shared/domain/calendar/times.ts';
import type { Cell } from '#shared/domain/cell.ts';
import type { ImportField } from '#shared/domain/columns/fields.ts';
import { E4, e4ToMinor } from '#shared/domain/text/decimal.ts';
import { isBlankText } from '#shared/domain/text/number-text.ts';
import { type NumberReading, readNumber } from '#shared/domain/text/numbers.ts';
import { readSaleStatus } from '#shared/domain/vocabulary/sale-words.ts';
import type { SourceState } from '../../draft-store.ts';
import { cellText, columnsByField, remember } from '../cells.ts';
import { doubtOfText } from '../day-judge.ts';
import type { Problem } from '../outcomes.ts';
import { DiscountColumn, type GivenDiscount } from './discount.ts';
import {
  lineDiscountMinor,
  lineDoubt,
  productMinor,
  takeGiven,
  takeProduct,
} from './line-amount.ts';
import {
  blankRow,
  type SaleContext,
  type SaleHead,
  type SaleReader,
  type SaleRow,
  takeBack,
} from './sale-row.ts';

type NumberColumn = {
  readonly index: number;
  readonly read: (cell: Cell | undefined) => NumberReading;
};

/** Reads a source's rows as sale lines. */
export class SaleRowReader implements SaleReader {
  readonly row: SaleRow = { ...blankRow, warnings: [] };
  readonly #source: SourceState;
  readonly #context: SaleContext;
  readonly #columns: ReadonlyMap<ImportField, readonly number[]>;
  readonly #date: number;
  readonly #time: number;
  readonly #number: number;
  readonly #status: number;
  readonly #currency: number;
  readonly #payment: number;
  readonly #note: number;
  readonly #quantity: NumberColumn;
  readonly #price: NumberColumn;
  readonly #amount: NumberColumn;
  readonly #lineDiscount: DiscountColumn;
  readonly #total: NumberColumn;
  readonly #discount: DiscountColumn;
  readonly #shipping: NumberColumn;
  readonly #refund: NumberColumn;
  readonly #dateOf: (cell: Cell | undefined) => DateReading;
  #problem: Problem | null = null;

  constructor(source: SourceState, context: SaleContext) {
    this.#source = source;
    this.#context = context;
    this.#columns = columnsByField(source);
    this.#date = this.#column('sale.date');
    this.#time = this.#column('sale.time');
    this.#number = this.#column('sale.number');
    this.#status = this.#column('sale.status');
    this.#currency = this.#column('sale.currency');
    this.#payment = this.#column('sale.paymentMethod');
    this.#note = this.#column('sale.note');
    this.#quantity = this.#numbers('line.quantity');
    this.#price = this.#numbers('line.unitPrice');
    this.#amount = this.#numbers('line.amount');
    this.#lineDiscount = new DiscountColumn(source, this.#column('line.discount'), context.digits);
    this.#total = this.#numbers('sale.total');
    this.#discount = new DiscountColumn(source, this.#column('sale.discount'), context.digits);
    this.#shipping = this.#numbers('sale.shipping');
    this.#refund = this.#numbers('sale.refund');
    this.#dateOf = context.days.reader(this.#date);
  }

  #column(field: ImportField): number {
    return this.#columns.get(field)?.[0] ?? -1;
  }

  #numbers(field: ImportField): NumberColumn {
    const index = this.#column(field);
    const style = this.#source.columns[index]?.reading?.numberStyle ?? 'plain';
    return { index, read: remember((cell) => readNumber(cell, style)) };
  }

  /** Which sale a row says that it is of; what cannot be read is empty. */
  headOf(cells: readonly Cell[]): SaleHead {
    const date = this.#dateOf(cells[this.#date]);
    return {
      number: this.#text(cells, this.#number),
      date: (date.ok && date.date) || '',
      time: null,
    };
  }

  /** Where the number of the sale stands, and whether its day does. */
  get places(): { readonly number: number; readonly hasDay: boolean } {
    return { number: this.#number, hasDay: this.#date >= 0 };
  }

  hasNoDate(cells: readonly Cell[]): boolean {
    const date = this.#dateOf(cells[this.#date]);
    return !date.ok || date.date === null;
  }

  read(cells: readonly Cell[], above: SaleHead | null = null): Problem | null {
    const { row } = this;
    this.#problem = null;
    if (row.warnings.length > 0) row.warnings.length = 0;
    if (above === null) this.#readDay(cells);
    if (this.#problem !== null) return this.#problem;
    this.#readWords(cells);
    Object.assign(row, above);
    if (this.#problem !== null) return this.#problem;
    this.#readAmount(cells);
    return this.#problem;
  }

  #fail(problem: string, column: number, cells: readonly Cell[]): void {
    this.#problem ??= { problem, column, value: cellText(cells[column]) || null };
  }

  /** A cell is empty, or its formula has no result. */
  #missing(problem: string, column: number): string {
    const isFormula = (this.#source.columns[column]?.uncalculated ?? 0) > 0;
    return isFormula ? 'formula-not-calculated' : problem;
  }

  #readDay(cells: readonly Cell[]): void {
    const { row } = this;
    const { days } = this.#context;
    const cell = days.told(this.#date, cells[this.#date]) ?? cells[this.#date];
    const date = this.#dateOf(cell);
    if (!date.ok) {
      this.#fail(doubtOfText(cell) ?? date.problem, this.#date, cells);
      return;
    }
    if (date.date === null) {
      this.#fail(this.#missing('date-missing', this.#date), this.#date, cells);
      return;
    }
    const doubt = days.doubt({ column: this.#date, cell, day: date.date }, 'asked');
    if (doubt !== null) this.#fail(doubt, this.#date, cells);
    if (date.moved === true) {
      row.warnings.push({ problem: 'other-zone', column: this.#date, value: null });
    }
    row.date = date.date;
    row.time = date.time;
    if (this.#time < 0 || date.time !== null) return;
    const time = readTime(cellText(cells[this.#time]));
    if (time === undefined) {
      const value = cellText(cells[this.#time]);
      row.warnings.push({ problem: 'not-a-time', column: this.#time, value });
    } else row.time = time;
  }

  #text(cells: readonly Cell[], column: number): string {
    if (column < 0) return '';
    const text = cellText(cells[column]);
    return text !== '' && isBlankText(text) ? '' : text;
  }

  #readWords(cells: readonly Cell[]): void {
    const { row } = this;
    row.number = this.#text(cells, this.#number);
    row.paymentMethod = this.#text(cells, this.#payment).slice(0, 120) || null;
    row.note = this.#text(cells, this.#note).slice(0, 2000) || null;
    row.status = null;
    const status = this.#text(cells, this.#status);
    if (status !== '') {
      row.status = readSaleStatus(status);
      if (row.status === null) {
        row.warnings.push({ problem: 'status-unknown', column: this.#status, value: status });
      }
    }
    const currency = this.#text(cells, this.#currency).toUpperCase();
    const code = currency === 'RP' || currency === 'RUPIAH' ? 'IDR' : currency;
    if (code !== '' && code !== this.#context.currency) {
      this.#fail('other-currency', this.#currency, cells);
    }
  }

  /** The number of a cell in ten-thousandths; null: no value, or the row is wrong. */
  #e4(cells: readonly Cell[], column: NumberColumn): number | null {
    if (column.index < 0) return null;
    const reading = column.read(cells[column.index]);
    if (!reading.ok) {
      const { problem } = reading;
      this.#fail(problem === 'ambiguous' ? 'number-ambiguous' : problem, column.index, cells);
      return null;
    }
    if (reading.e4 !== null && reading.rounded) {
      const value = cellText(cells[column.index]);
      this.row.warnings.push({ problem: 'number-rounded', column: column.index, value });
    }
    return reading.e4;
  }

  /** An amount whose sign says nothing. */
  #sizeOf(cells: readonly Cell[], column: NumberColumn): number | null {
    const e4 = this.#e4(cells, column);
    return e4 === null ? null : e4ToMinor(Math.abs(e4), this.#context.digits);
  }

  /** What the whole sale comes to by a row whose lines count: it is compared, and makes no row wrong. */
  #stated(cells: readonly Cell[]): number | null {
    return this.#plainMinor(cells, this.#total);
  }

  #plainMinor(cells: readonly Cell[], column: NumberColumn): number | null {
    if (column.index < 0) return null;
    const reading = column.read(cells[column.index]);
    if (!reading.ok || reading.e4 === null) return null;
    return e4ToMinor(reading.e4, this.#context.digits);
  }

  /** The sum that a row of totals gives. */
  total(cells: readonly Cell[]): number | null {
    return this.#plainMinor(cells, this.#amount) ?? this.#plainMinor(cells, this.#total);
  }

  /** What a cell takes off; null: nothing, or the row is wrong. */
  #discountOf(cells: readonly Cell[], column: DiscountColumn): GivenDiscount | null {
    const { given, problem, warning } = column.given(cells);
    this.#problem ??= problem;
    if (warning !== null) this.row.warnings.push(warning);
    return given;
  }

  #readAmount(cells: readonly Cell[]): void {
    const { row } = this;
    const amount = this.#e4(cells, this.#amount);
    const price = this.#e4(cells, this.#price);
    row.quantityE4 = this.#e4(cells, this.#quantity) ?? E4;
    row.unitPriceE4 = price;
    const off = this.#discountOf(cells, this.#lineDiscount);
    row.saleDiscount = this.#discountOf(cells, this.#discount);
    row.shippingMinor = this.#sizeOf(cells, this.#shipping);
    row.refundMinor = this.#sizeOf(cells, this.#refund);
    const total = amount === null && price === null ? this.#e4(cells, this.#total) : null;
    row.isTotal = total !== null;
    row.statedMinor = row.isTotal ? null : this.#stated(cells);
    row.repeats = this.#context.repeatsTotals && row.number !== '';
    row.againMinor = null;
    row.productMinor = null;
    row.lacksMoney = false;
    if (this.#problem !== null) return;
    const given = amount ?? total;
    if (given === null && price === null && this.#context.mayLackMoney && row.number !== '') {
      takeGiven(row, 0, this.#context.digits);
      row.lacksMoney = true;
      return;
    }
    if (given === null && price === null) {
      const columns = [this.#amount, this.#price, this.#total];
      const { index } = columns.find((each) => each.index >= 0) ?? this.#total;
      this.#fail(this.#missing('amount-missing', index), index, cells);
      return;
    }
    try {
      const { digits } = this.#context;
      row.discountMinor = lineDiscountMinor(row, off, price, digits);
      const isUnknown = price === null && (off?.percentE4 ?? 0) > 0;
      if (isUnknown) row.warnings.push(this.#lineDiscount.notKept(cells));
      if (given === null) takeProduct(row, price ?? 0, digits);
      else this.#takeAmount(given, price, cells);
      if (this.#context.tellsRefundsApart && row.status === 'returned') takeBack(row);
    } catch (error) {
      if (!(error instanceof RangeError)) throw error;
      this.#fail('too-large', this.#price.index, cells);
    }
  }

  #takeAmount(given: number, price: number | null, cells: readonly Cell[]): void {
    const { row } = this;
    takeGiven(row, given, this.#context.digits);
    if (price === null || row.isTotal) return;
    const doubt = lineDoubt(row, price, this.#context.digits);
    if (doubt === null) return;
    if (doubt === 'amount-differs')
      row.productMinor = productMinor(row, price, this.#context.digits);
    const { index } = this.#amount;
    row.warnings.push({ problem: doubt, column: index, value: cellText(cells[index]) });
  }
}
