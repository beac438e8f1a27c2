import type { CustomerLookup } from '#db/queries/imports/lookup-customers.ts';
import type { prepareErasedKeys } from '#db/queries/privacy/erased-keys.ts';
import type { ExistingRule } from '#shared/contract/imports-draft.ts';
import type { Problem } from '../outcomes.ts';
import type { Effect, Naming } from '../row-kind.ts';
import type { SameAnswers } from './answers.ts';
import type { OwnFieldBook } from './own-fields.ts';
import type { Referrals, Referrer } from './referrals.ts';
import type { CustomerSlot } from './slot.ts';

/** What a source allows when customers are recognised. */
export interface SourceRules {
  readonly id: number;
  readonly mode: Naming['mode'];
  /** What it may change of those who are there. */
  readonly existing: ExistingRule;
  /** It has a column for phones, e-mails or ids: names alone recognise nobody who has one. */
  readonly hasKeys: boolean;
  /** It has no column for codes: a customer known by a code alone is recognised by name. */
  readonly ignoresCodes: boolean;
  /** What other files call its codes; null: as it does itself. */
  readonly alsoScheme: string | null;
  /** A person says that whoever was erased is to be taken in again. */
  readonly takesErased: boolean;
}

export interface Resolved {
  /** Null: the row has no customer. */
  readonly slot: CustomerSlot | null;
  readonly effect: Effect;
  readonly problems: readonly Problem[];
  /** The number under which what is left of an erased person stands, where the row is about one. */
  readonly erasedId?: number;
  /** Who brought them, as the row says. */
  readonly referrer?: Referrer | null;
}

/** The row is about somebody who was erased: a key of the locale's `problem.*`. */
export const erasedPerson = 'erased-person';

/** Who was erased, by their keys; a shop in which nothing is left may still know of some. */
export type ErasedLookup = ReturnType<typeof prepareErasedKeys>;

/** What a book of customers starts from; null: nothing is in the shop, nobody was erased, nothing is said. */
export interface Known {
  readonly lookup: CustomerLookup | null;
  readonly erased: ErasedLookup;
  readonly answers: SameAnswers | null;
}

/** What reading customers depends on besides their source. */
export interface CustomerContext {
  /** Where phones without a country code belong. */
  readonly country: string;
  readonly today: string;
  readonly timeZone: string;
  readonly fields: OwnFieldBook;
  readonly referrals: Referrals;
}
