import type { Cell } from '#shared/domain/cell.ts';
import type { SourceState } from '../../draft-store.ts';
import { textOf } from '../cells.ts';
import type { KindRows, Naming, RowInHand, Taken } from '../row-kind.ts';
import type { ProductBook } from './book.ts';
import { type ProductReader, productReader } from './row.ts';

/** Products met so far, by the text of their cells: a till repeats them on every line. */
const memoLimit = 50_000;

type Named = NonNullable<RowInHand['product']>;

const none: Taken = { effect: null, problems: [] };
const known: Taken = { effect: 'unchanged', problems: [] };

/** The products that the rows of one source name. */
class ProductRows implements KindRows {
  readonly #reader: ProductReader;
  readonly #mode: Naming['mode'];
  readonly #sourceId: number;
  readonly #book: ProductBook;
  readonly #memo = new Map<string, Named>();
  #cells: readonly Cell[] = [];

  constructor(source: SourceState, reader: ProductReader, mode: Naming['mode'], book: ProductBook) {
    this.#reader = reader;
    this.#mode = mode;
    this.#sourceId = source.id;
    this.#book = book;
  }

  /** Nothing a row says of a product makes it wrong: what cannot be used is left out. */
  read(cells: readonly Cell[]): null {
    this.#cells = cells;
    return null;
  }

  take(row: RowInHand): Taken {
    return this.#mode === 'fill' ? this.#named(row) : this.#listed(row);
  }

  /** A row of a list of products. */
  #listed(row: RowInHand): Taken {
    const read = this.#reader.read(this.#cells);
    if (read === null) return none;
    const { slot, keys, effect } = this.#book.resolve(read, this.#sourceId, this.#mode);
    row.product = { id: slot.id, keys };
    return { effect, problems: read.problems };
  }

  /** A product that a row is about: what its cells have besides its name is no matter of the row. */
  #named(row: RowInHand): Taken {
    const text = textOf(this.#cells, this.#reader.columns);
    row.product = this.#memo.get(text) ?? null;
    if (row.product !== null) return known;
    const read = this.#reader.read(this.#cells);
    if (read === null) return none;
    const { slot, keys, effect } = this.#book.resolve(read, this.#sourceId, this.#mode);
    if (this.#memo.size >= memoLimit) this.#memo.clear();
    row.product = { id: slot.id, keys };
    this.#memo.set(text, row.product);
    return { effect, problems: [] };
  }
}

/** Null: the source has no column about products. */
export function productRows(
  source: SourceState,
  mode: Naming['mode'],
  book: ProductBook,
  digits: number,
): KindRows | null {
  const reader = productReader(source, digits);
  return reader.columns.length === 0 ? null : new ProductRows(source, reader, mode, book);
}
