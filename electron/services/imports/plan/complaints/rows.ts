import type { Cell } from '#shared/domain/cell.ts';
import type { SourceState } from '../../draft-store.ts';
import { isProblem, mendingReader } from '../fixes.ts';
import { type Problem, problemOf } from '../outcomes.ts';
import { type KindRows, type RowInHand, refused, type Taken } from '../row-kind.ts';
import type { ComplaintBook } from './book.ts';
import { type ComplaintContext, type ComplaintRow, ComplaintRowReader } from './row.ts';

/** Finds the sale that a complaint names by its number; null: there is none of that customer's. */
export type FindSale = (number: string, customerId: number | null) => number | null;

/** The rows of one source as complaints. */
export class ComplaintRows implements KindRows {
  readonly #reader: ComplaintRowReader;
  readonly #read: (cells: readonly Cell[]) => ComplaintRow | Problem;
  readonly #book: ComplaintBook;
  readonly #findSale: FindSale;
  readonly #sourceId: number;
  #row: ComplaintRow | null = null;

  constructor(
    source: SourceState,
    context: ComplaintContext,
    book: ComplaintBook,
    findSale: FindSale,
  ) {
    const reader = new ComplaintRowReader(source, context);
    this.#reader = reader;
    this.#read = mendingReader(source, (cells) => reader.read(cells));
    this.#book = book;
    this.#findSale = findSale;
    this.#sourceId = source.id;
  }

  hasNoDate(cells: readonly Cell[]): boolean {
    return this.#reader.hasNoDate(cells);
  }

  read(cells: readonly Cell[]): Problem | null {
    const found = this.#read(cells);
    if (isProblem(found)) return found;
    this.#row = found;
    return null;
  }

  take({ customer, product }: RowInHand): Taken {
    const row = this.#row;
    if (row === null) throw new Error('a row is read before it is taken');
    const customerId = customer?.id ?? null;
    const saleId = row.saleNumber === '' ? null : this.#findSale(row.saleNumber, customerId);
    const about = { customerId, productId: product?.id ?? null, saleId };
    const { effect, problems } = this.#book.take(row, about, this.#sourceId);
    if (effect === 'in-trash') return refused('skipped', problemOf('complaint-in-trash'));
    return { effect, problems };
  }
}
