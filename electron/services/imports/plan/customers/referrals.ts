import { nameKey } from '#shared/domain/text/names.ts';
import { phoneDigits, readPhones } from '#shared/domain/text/phone.ts';
import type { Outcomes } from '../outcomes.ts';
import type { CustomerBook } from './book.ts';
import type { CustomerSlot } from './slot.ts';
import type { SourceRules } from './source-rules.ts';

/** Who brought a row's customer, as the row writes it. */
export interface Referrer {
  readonly text: string;
  readonly column: number;
}

/** A row that says who brought its customer: who that is shows once all rows are read. */
interface Told {
  readonly slot: CustomerSlot;
  readonly by: Referrer;
  readonly rules: SourceRules;
  /** Its index among the outcomes of its source. */
  readonly index: number;
  /** What its own codes are kept under. */
  readonly schemes: readonly string[];
}

/** Whose referrer was not found in the files up to theirs, with where the row stands. */
interface Unfound extends Told {
  readonly rowNumber: number;
}

/** Who brought whom, by what the rows of files say. */
export class Referrals {
  readonly #book: CustomerBook;
  readonly #country: string;
  /** What the codes of customers are kept under in the shop. */
  readonly #schemes: () => readonly string[];
  #known: readonly string[] | null = null;
  #told = new Map<number, Told>();
  readonly #unfound: Unfound[] = [];
  #outcomes: Outcomes | null = null;

  constructor(book: CustomerBook, country: string, schemes: () => readonly string[]) {
    this.#book = book;
    this.#country = country;
    this.#schemes = schemes;
  }

  /** The first row of a source that says it counts. */
  tell(told: Told): void {
    const { slot, rules } = told;
    if (rules.existing === 'leave' && !slot.isNew) return;
    if (!this.#told.has(slot.id)) this.#told.set(slot.id, told);
  }

  /** Settles what the rows of a source say; whoever is not found may still come in a later file. */
  *finishSource(outcomes: Outcomes): Generator<void> {
    this.#outcomes = outcomes;
    for (const told of this.#told.values()) {
      const problem = this.#settle(told);
      if (problem === 'not-there') {
        this.#unfound.push({ ...told, rowNumber: outcomes.numberAt(told.index) });
      } else if (problem !== null) {
        this.#note(outcomes, { ...told, rowNumber: outcomes.numberAt(told.index) }, problem);
      } else if (told.slot.isReferrerChanged && outcomes.outcomeAt(told.index) === 'unchanged') {
        outcomes.settle(told.index, 'updated');
      }
      yield;
    }
    this.#told = new Map();
  }

  /** Looks once more for whoever was not found, among all files, and says who is nowhere. */
  *finish(): Generator<void> {
    for (const told of this.#unfound) {
      const problem = this.#settle(told);
      if (problem !== null && this.#outcomes !== null) this.#note(this.#outcomes, told, problem);
      yield;
    }
  }

  #note(outcomes: Outcomes, { by, rules, rowNumber }: Unfound, problem: string): void {
    const said = { problem: `referrer-${problem}`, column: by.column, value: by.text };
    outcomes.note(rowNumber, said, 'updated', rules.id);
  }

  /** Why it is not taken; null: it is, or it is known already. */
  #settle({ slot, by, rules, schemes }: Told): string | null {
    const corrects = rules.mode === 'correct' && rules.existing === 'correct' && !slot.isJoined;
    const [found, second] = this.#find(by.text, schemes);
    if (found === undefined) return 'not-there';
    if (second !== undefined) return 'ambiguous';
    if (found === slot) return 'self';
    if (slot.referredBy === found.id || (slot.referredBy !== null && !corrects)) return null;
    if (this.#leadsTo(found, slot)) return 'circle';
    slot.referredBy = found.id;
    return null;
  }

  /** By phone or e-mail, then by code, then by name. */
  #find(text: string, schemes: readonly string[]): readonly CustomerSlot[] {
    const { phones } = readPhones(text, this.#country);
    const points = [
      ...phones.map((value) => ({ kind: 'phone' as const, value, matchKey: phoneDigits(value) })),
      { kind: 'email' as const, value: text, matchKey: text.toLowerCase() },
    ];
    const there = (slots: readonly CustomerSlot[]) => slots.filter(({ isDeleted }) => !isDeleted);
    const byPoint = there(points.flatMap((point) => this.#book.ownerOfPoint(point) ?? []));
    if (byPoint.length > 0) return [...new Set(byPoint)];
    const byCode = there(this.#holdersOf(text, schemes));
    return byCode.length > 0 ? byCode : there(this.#book.allNamed(nameKey(text)));
  }

  /** Whose a code is, whatever such codes are called in the shop or in the file. */
  #holdersOf(value: string, schemes: readonly string[]): readonly CustomerSlot[] {
    this.#known ??= this.#schemes();
    const owners = [...new Set([...schemes, ...this.#known])].flatMap(
      (scheme) => this.#book.ownerOfId({ scheme, value }) ?? [],
    );
    return [...new Set(owners)];
  }

  /** Whether whoever brought somebody was, at some remove, brought by this one. */
  #leadsTo(from: CustomerSlot, to: CustomerSlot): boolean {
    const seen = new Set<number>();
    let at: number | null = from.id;
    while (at !== null && !seen.has(at)) {
      if (at === to.id) return true;
      seen.add(at);
      at = this.#book.stored(at).referredBy;
    }
    return false;
  }
}
