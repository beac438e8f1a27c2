import type { Cell } from '#shared/domain/cell.ts';
import type { SourceState } from '../../draft-store.ts';
import { textOf } from '../cells.ts';
import { type Problem, problemOf } from '../outcomes.ts';
import { type KindRows, type Naming, type RowInHand, refused, type Taken } from '../row-kind.ts';
import type { CustomerBook } from './book.ts';
import type { Referrals } from './referrals.ts';
import { type CustomerReader, customerReader } from './row.ts';
import { belowCheck, namelessRow } from './row-below.ts';
import type { CustomerSlot } from './slot.ts';
import {
  type CustomerContext,
  erasedPerson,
  type Resolved,
  type SourceRules,
} from './source-rules.ts';

interface RowsOf {
  readonly rules: SourceRules;
  readonly naming: Naming;
  readonly reader: CustomerReader;
}

/** Customers met so far, by the text of their cells: a till repeats them on every line. */
const memoLimit = 50_000;

/** The customers that the rows of one source name. */
class CustomerRows implements KindRows {
  readonly #reader: CustomerReader;
  readonly #rules: SourceRules;
  readonly #naming: Naming;
  readonly #book: CustomerBook;
  readonly #memo = new Map<string, Resolved>();
  readonly #standing: ReturnType<typeof belowCheck>;
  readonly #nameColumn: number;
  readonly #referrals: Referrals;
  readonly #schemes: readonly string[];
  #cells: readonly Cell[] = [];
  /** The last row of a list that named a customer, and whom. */
  #above: { readonly cells: readonly Cell[]; readonly slot: CustomerSlot } | null = null;

  constructor(
    source: SourceState,
    { rules, naming, reader }: RowsOf,
    book: CustomerBook,
    referrals: Referrals,
  ) {
    this.#referrals = referrals;
    this.#schemes = [reader.scheme, rules.alsoScheme].filter((scheme) => scheme !== null);
    this.#standing = belowCheck(source);
    this.#nameColumn = source.columns.findIndex(({ field }) => field === 'customer.name');
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

  interrupt(): void {
    this.#above = null;
  }

  take(row: Pick<RowInHand, 'customer' | 'erasedId' | 'outcome'>): Taken {
    const { slot, effect, problems, erasedId = null, referrer = null } = this.#resolve();
    row.erasedId = erasedId;
    const { takesTrashed, nobody } = this.#naming;
    if (slot?.isDeleted && takesTrashed !== true) {
      return refused('skipped', problemOf('customer-in-trash'));
    }
    if (slot === null && erasedId !== null) return this.#erased(nobody);
    if (slot === null) return this.#nobody(problems, nobody);
    row.customer = slot;
    if (referrer !== null && !slot.isDeleted) {
      const [rules, schemes] = [this.#rules, this.#schemes];
      this.#referrals.tell({ slot, by: referrer, rules, schemes, index: row.outcome });
    }
    return { effect, problems };
  }

  /** A sale counts without its customer; what is nothing without one is left out. */
  #erased(nobody: string | undefined): Taken {
    const problem = { ...problemOf(erasedPerson), column: this.#reader.columns[0] ?? null };
    const isAbout = this.#naming.mode === 'correct' || nobody !== undefined;
    return isAbout ? refused('skipped', problem) : { effect: null, problems: [problem] };
  }

  /** What the row says of a phone was kept nowhere. */
  #nobody(said: readonly Problem[], nobody: string | undefined): Taken {
    const problems = said.map((each) =>
      each.problem === 'phone-unread' ? { ...each, problem: 'not-a-phone' } : each,
    );
    if (nobody !== undefined) {
      const fixable = problems.find((each) => each.column !== null && each.value !== null);
      return refused('wrong', fixable ?? problemOf(nobody));
    }
    return { effect: null, problems };
  }

  #resolve(): Resolved {
    const text = textOf(this.#cells, this.#reader.columns);
    // A list of customers looks at each row anew: two rows alike may be two who bear one name.
    const remembers = this.#rules.mode === 'fill';
    const known = remembers ? this.#memo.get(text) : undefined;
    if (known !== undefined) return known;
    if (!remembers) return this.#listed(text);
    const found = this.#book.resolve(this.#reader.read(this.#cells), this.#rules, text);
    if (this.#memo.size >= memoLimit) this.#memo.clear();
    // The same text again changes nothing: such a file only fills what is empty.
    this.#memo.set(text, { ...found, effect: 'unchanged' });
    return found;
  }

  /** A row of a list of customers: one of its own, or more of the one above. */
  #listed(text: string): Resolved {
    const read = this.#reader.read(this.#cells);
    const above = this.#above;
    const standing = above === null ? 'own' : this.#standing(read, this.#cells, above.cells);
    if (above !== null && standing === 'below')
      return this.#book.resolve(read, this.#rules, text, above.slot);
    const found = this.#book.resolve(read, this.#rules, text);
    const { slot } = found;
    if (read.name !== '') this.#above = slot === null ? null : { cells: this.#cells, slot };
    if (standing !== 'perhaps-below' || found.effect !== 'added') return found;
    const asked = { problem: namelessRow, column: this.#nameColumn, value: null };
    return { ...found, problems: [...found.problems, asked] };
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
    existing: naming.mode === 'correct' ? (source.existing ?? 'correct') : 'fill',
    hasKeys: reader.hasKeys,
    alsoScheme: source.alsoScheme ?? null,
    ignoresCodes: naming.goesByName === true && !hasCodes,
    takesErased: source.fixes.some(
      ({ problem, stands }) => problem === erasedPerson && stands === true,
    ),
  };
  return new CustomerRows(source, { rules, naming, reader }, book, context.referrals);
}
