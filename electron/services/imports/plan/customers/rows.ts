import type { Cell } from '#shared/domain/cell.ts';
import type { SourceState } from '../../draft-store.ts';
import { textOf } from '../cells.ts';
import { problemOf } from '../outcomes.ts';
import { type KindRows, type Naming, refused, type Taken } from '../row-kind.ts';
import type { CustomerBook, Resolved, SourceRules } from './book.ts';
import { type CustomerContext, type CustomerReader, customerReader } from './row.ts';

/** Customers met so far, by the text of their cells: a till repeats them on every line. */
const memoLimit = 50_000;

/** The customers that the rows of one source name. */
class CustomerRows implements KindRows {
  readonly #reader: CustomerReader;
  readonly #rules: SourceRules;
  readonly #naming: Naming;
  readonly #book: CustomerBook;
  readonly #memo = new Map<string, Resolved>();
  #cells: readonly Cell[] = [];

  constructor(reader: CustomerReader, rules: SourceRules, naming: Naming, book: CustomerBook) {
    this.#reader = reader;
    this.#rules = rules;
    this.#naming = naming;
    this.#book = book;
  }

  /** Nothing a row says of a customer makes it wrong: what cannot be used is left out. */
  read(cells: readonly Cell[]): null {
    this.#cells = cells;
    return null;
  }

  take(row: { customer: { readonly id: number } | null }): Taken {
    const { slot, effect, problems } = this.#resolve();
    const { takesTrashed, nobody } = this.#naming;
    if (slot?.isDeleted && takesTrashed !== true) {
      return refused('skipped', problemOf('customer-in-trash'));
    }
    if (slot === null && nobody !== undefined) {
      const fixable = problems.find((each) => each.column !== null && each.value !== null);
      return refused('wrong', fixable ?? problemOf(nobody));
    }
    row.customer = slot;
    return { effect: slot === null ? null : effect, problems };
  }

  #resolve(): Resolved {
    const text = textOf(this.#cells, this.#reader.columns);
    // A list of customers looks at each row anew: two rows alike may be two who bear one name.
    const remembers = this.#rules.mode === 'fill';
    const known = remembers ? this.#memo.get(text) : undefined;
    if (known !== undefined) return known;
    const found = this.#book.resolve(this.#reader.read(this.#cells), this.#rules, text);
    if (!remembers) return found;
    if (this.#memo.size >= memoLimit) this.#memo.clear();
    // The same text again changes nothing: such a file only fills what is empty.
    this.#memo.set(text, { ...found, effect: 'unchanged' });
    return found;
  }
}

/** Null: the source has no column about customers. */
export function customerRows(
  source: SourceState,
  naming: Naming,
  book: CustomerBook,
  context: CustomerContext,
): KindRows | null {
  const reader = customerReader(source, context);
  if (reader.columns.length === 0) return null;
  const hasCodes = source.columns.some(({ field }) => field === 'customer.externalId');
  const rules: SourceRules = {
    id: source.id,
    mode: naming.mode,
    hasKeys: reader.hasKeys,
    ignoresCodes: naming.goesByName === true && !hasCodes,
  };
  return new CustomerRows(reader, rules, naming, book);
}
