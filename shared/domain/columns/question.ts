import type { DateOrder } from '../calendar/dates.ts';
import type { OwnFieldType } from '../own-fields/own-fields.ts';
import type { DiscountMeaning } from '../text/discounts.ts';
import type { NumberStyle } from '../text/numbers.ts';
import type { ImportField } from './fields.ts';

/** How a column's values are read; what does not apply is absent. */
export interface ColumnReading {
  readonly numberStyle?: NumberStyle;
  readonly dateOrder?: DateOrder;
  /** What bare numbers of a discount take off. */
  readonly discount?: DiscountMeaning;
  /** Of a column that is kept as a field of the customer: which, and of what type where it is new. */
  readonly own?: { readonly name: string; readonly type?: OwnFieldType | undefined };
}

/** One possible answer, with what the example becomes by it and where it puts the column's dates. */
export interface ColumnOption {
  readonly value: NumberStyle | DateOrder | DiscountMeaning | ImportField;
  /** The example read this way: an ISO day, a plain decimal or `10%`; empty where it cannot be read so. */
  readonly read: string;
  readonly from: string | null;
  readonly to: string | null;
  /** Cells that this reading puts after today. */
  readonly afterToday: number;
  readonly likely: boolean;
}

/**
 * An ambiguity that only a person can settle: how a column is read, or (`money-column`,
 * `repeated-columns`) whether it may be left out, or (`other-currency`) whether its money is the shop's;
 * that is answered by its field.
 */
export interface ColumnQuestion {
  readonly kind:
    | 'number-style'
    | 'date-order'
    | 'discount'
    | 'money-column'
    | 'repeated-columns'
    | 'other-currency';
  readonly example: string;
  readonly options: readonly ColumnOption[];
}

/** What title and neighbours of a column of discounts say about its numbers. */
export interface DiscountWitness {
  readonly saysPercent: boolean;
  readonly proven: DiscountMeaning | null;
}

export interface ReadingContext {
  readonly locale: 'id' | 'en';
  /** The shop's currency; a shop that counts in IDR writes as Indonesians do until shown otherwise. */
  readonly currency: string;
  /** Today as an ISO day. */
  readonly today: string;
  /** Whether other columns of the same file prove English numbers or month-first dates. */
  readonly englishElsewhere?: boolean;
  readonly discount?: DiscountWitness;
  /** What a field of the customer holds that the column is kept as. */
  readonly ownType?: OwnFieldType | undefined;
}

export type ReadingAnswer =
  | { readonly reading: ColumnReading; readonly question: null }
  | { readonly reading: null; readonly question: ColumnQuestion };
