import type { RowOutcome } from '#shared/contract/imports.ts';
import type { Cell } from '#shared/domain/cell.ts';
import type { SourceState } from '../draft-store.ts';
import { bringsSales } from '../source-brings.ts';
import { cellText, fixer } from './cells.ts';
import { type CareBooks, type CareSource, careSource } from './complaints/rows.ts';
import type { CustomerBook, Resolved, SourceRules } from './customers/book.ts';
import { type CustomerReader, customerReader } from './customers/row.ts';
import type { MoneySum } from './money-sum.ts';
import { type NoData, noDataCheck } from './no-data.ts';
import type { Outcomes, Problem } from './outcomes.ts';
import {
  type ProductBook,
  type ProductReader,
  type ProductSlot,
  productReader,
} from './products/book.ts';
import type { SaleBook } from './sales/book.ts';
import { SaleRowReader } from './sales/row.ts';

/** The books that all sources of a draft are entered into. */
export interface Books {
  readonly customers: CustomerBook;
  readonly products: ProductBook;
  readonly sales: SaleBook;
  readonly care: CareBooks;
  readonly outcomes: Outcomes;
  readonly money: MoneySum;
}

export interface PlanContext {
  readonly country: string;
  readonly currency: string;
  readonly digits: number;
}

type Effect = 'added' | 'updated' | 'unchanged';

/** Customers or products met so far, by the text of their cells: a till repeats them on every line. */
const memoLimit = 50_000;

/** Enters the rows of one source, one by one. */
export class SourcePlan {
  readonly #books: Books;
  readonly #rules: SourceRules;
  readonly #customers: CustomerReader;
  readonly #products: ProductReader;
  readonly #sales: SaleRowReader | null;
  readonly #care: CareSource | null;
  readonly #fix: ((row: readonly Cell[]) => readonly Cell[]) | null;
  readonly #noData: (row: readonly Cell[]) => NoData | null;
  readonly #customerMemo = new Map<string, Resolved>();
  readonly #productMemo = new Map<string, ProductSlot>();

  constructor(source: SourceState, context: PlanContext, books: Books) {
    this.#books = books;
    this.#customers = customerReader(source, context.country);
    this.#products = productReader(source, context.digits);
    this.#sales = bringsSales(source.columns) ? new SaleRowReader(source, context) : null;
    this.#care = careSource(source, books.care, context.digits);
    const hasCodes = source.columns.some(({ field }) => field === 'customer.externalId');
    this.#rules = {
      id: source.id,
      mode: this.#sales === null && this.#care === null ? 'correct' : 'fill',
      hasKeys: this.#customers.hasKeys,
      ignoresCodes: this.#care !== null && !hasCodes,
    };
    this.#fix = fixer(source);
    const dated = this.#sales ?? this.#care;
    this.#noData = noDataCheck(source, (row) => dated?.hasNoDate(row) ?? true);
    books.outcomes.startSource(source.id);
    books.sales.startSource(source.id);
  }

  enter(rowNumber: number, cells: readonly Cell[]): void {
    const row = this.#fix === null ? cells : this.#fix(cells);
    const noData = this.#noData(row);
    if (noData !== null) {
      this.#refuse(rowNumber, { problem: noData, column: null, value: null }, 'skipped');
    } else if (this.#sales !== null) {
      this.#enterSale(rowNumber, row, this.#sales);
    } else if (this.#care !== null) this.#enterCare(rowNumber, row, this.#care);
    else this.#enterOther(rowNumber, row);
  }

  #refuse(rowNumber: number, problem: Problem, outcome: 'skipped' | 'wrong'): void {
    this.#books.outcomes.add(rowNumber, outcome);
    this.#books.outcomes.note(rowNumber, problem, outcome);
  }

  #warn(rowNumber: number, problems: readonly Problem[], outcome: RowOutcome): void {
    for (const problem of problems) this.#books.outcomes.note(rowNumber, problem, outcome);
  }

  #enterSale(rowNumber: number, cells: readonly Cell[], reader: SaleRowReader): void {
    const wrong = reader.read(cells);
    if (wrong !== null) {
      this.#refuse(rowNumber, wrong, 'wrong');
      return;
    }
    const { row } = reader;
    const { outcomes, sales, money } = this.#books;
    const customer = this.#customerOf(cells);
    const product = this.#productOf(cells);
    const base = stronger(customer.effect, product.effect);
    const index = outcomes.add(rowNumber, base);
    const taken = sales.take(row, customer.slot?.id ?? null, product.slot, index);
    if (taken === 'in-trash') {
      outcomes.settle(index, 'skipped');
      outcomes.note(rowNumber, { problem: 'sale-in-trash', column: null, value: null }, 'skipped');
      return;
    }
    if (taken === 'added') outcomes.settle(index, 'added');
    money.add(row.exactFactor, row.exactE4, row.exactDiscountMinor, row.amountMinor);
    if (row.warnings.length > 0) this.#warn(rowNumber, row.warnings, 'added');
    if (customer.problems.length > 0) this.#warn(rowNumber, customer.problems, 'added');
  }

  /** A row of a list of complaints or interactions. */
  #enterCare(rowNumber: number, cells: readonly Cell[], care: CareSource): void {
    const read = care.read(cells);
    if ('problem' in read) {
      this.#refuse(rowNumber, read, 'wrong');
      return;
    }
    const customer = this.#customerOf(cells);
    if (customer.slot?.isDeleted) {
      this.#skip(rowNumber, 'customer-in-trash');
      return;
    }
    if (customer.slot === null && read.needsCustomer) {
      const fixable = customer.problems.find((each) => each.column !== null && each.value !== null);
      const missing = { problem: 'contact-without-customer', column: null, value: null };
      this.#refuse(rowNumber, fixable ?? missing, 'wrong');
      return;
    }
    const product = this.#productOf(cells);
    const about = { customerId: customer.slot?.id ?? null, productId: product.slot?.id ?? null };
    const index = this.#books.outcomes.add(rowNumber, 'unchanged');
    const taken = read.take(about, index);
    if (taken.effect === 'in-trash') {
      this.#books.outcomes.settle(index, 'skipped');
      this.#warn(rowNumber, [{ problem: care.trashProblem, column: null, value: null }], 'skipped');
      return;
    }
    const effect = stronger(taken.effect, stronger(customer.effect, product.effect));
    this.#books.outcomes.settle(index, effect);
    this.#warn(rowNumber, [...taken.problems, ...customer.problems], effect);
  }

  #skip(rowNumber: number, problem: string): void {
    this.#refuse(rowNumber, { problem, column: null, value: null }, 'skipped');
  }

  #customerOf(cells: readonly Cell[]): Resolved {
    const { columns } = this.#customers;
    if (columns.length === 0) return noCustomer;
    const text = textOf(cells, columns);
    const known = this.#customerMemo.get(text);
    if (known !== undefined) return known;
    const found = this.#books.customers.resolve(this.#customers.read(cells), this.#rules, text);
    if (this.#customerMemo.size >= memoLimit) this.#customerMemo.clear();
    // The same text again changes nothing: a sales file only fills what is empty.
    this.#customerMemo.set(text, { ...found, effect: 'unchanged' });
    return found;
  }

  #productOf(cells: readonly Cell[]): { slot: ProductSlot | null; effect: Effect } {
    const { columns } = this.#products;
    if (columns.length === 0) return noProduct;
    const text = textOf(cells, columns);
    const known = this.#productMemo.get(text);
    if (known !== undefined) return { slot: known, effect: 'unchanged' };
    const row = this.#products.read(cells);
    if (row === null) return noProduct;
    const found = this.#books.products.resolve(row, this.#rules.id, this.#rules.mode);
    if (this.#productMemo.size >= memoLimit) this.#productMemo.clear();
    this.#productMemo.set(text, found.slot);
    return found;
  }

  /** A row of a customer or product list. */
  #enterOther(rowNumber: number, cells: readonly Cell[]): void {
    const { customers, products, outcomes } = this.#books;
    const product = this.#products.read(cells);
    let effect: Effect | null = null;
    let problems: readonly Problem[] = product?.problems ?? [];
    if (this.#customers.columns.length > 0) {
      const content = textOf(cells, this.#customers.columns);
      const found = customers.resolve(this.#customers.read(cells), this.#rules, content);
      problems = [...problems, ...found.problems];
      if (found.slot?.isDeleted) {
        this.#skip(rowNumber, 'customer-in-trash');
        return;
      }
      if (found.slot !== null) effect = found.effect;
    }
    if (product !== null) {
      const found = products.resolve(product, this.#rules.id, this.#rules.mode);
      effect = stronger(effect ?? 'unchanged', found.effect);
    }
    if (effect === null) {
      this.#refuseUnknown(rowNumber, problems);
      return;
    }
    outcomes.add(rowNumber, effect);
    this.#warn(rowNumber, problems, effect);
  }

  /** Nothing in the row says who it is about: a damaged number can be put right, a blank cannot. */
  #refuseUnknown(rowNumber: number, problems: readonly Problem[]): void {
    const fixable = problems.find((each) => each.value !== null);
    if (fixable !== undefined) this.#refuse(rowNumber, fixable, 'wrong');
    else {
      const masked = problems[0] ?? { problem: 'nothing-to-take', column: null, value: null };
      this.#refuse(rowNumber, masked, 'skipped');
    }
  }
}

const noCustomer: Resolved = { slot: null, effect: 'unchanged', problems: [] };
const noProduct = { slot: null, effect: 'unchanged' as const };

function textOf(cells: readonly Cell[], columns: readonly number[]): string {
  if (columns.length === 1) return cellText(cells[columns[0] ?? -1]);
  let text = '';
  for (const column of columns) text += `${cellText(cells[column])}\u0001`;
  return text;
}

function stronger(a: Effect, b: Effect): Effect {
  if (a === 'added' || b === 'added') return 'added';
  return a === 'updated' || b === 'updated' ? 'updated' : 'unchanged';
}
