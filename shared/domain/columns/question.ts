import type { DateOrder } from '../calendar/dates.ts';
import type { NumberStyle } from '../text/numbers.ts';

/** How a column's values are read; what does not apply is absent. */
export interface ColumnReading {
  readonly numberStyle?: NumberStyle;
  readonly dateOrder?: DateOrder;
}

/** One possible answer, with what the example becomes by it and where it puts the column's dates. */
export interface ColumnOption {
  readonly value: NumberStyle | DateOrder;
  /** The example read this way: an ISO day or a plain decimal; empty where it cannot be read so. */
  readonly read: string;
  readonly from: string | null;
  readonly to: string | null;
  /** Cells that this reading puts after today. */
  readonly afterToday: number;
  readonly likely: boolean;
}

/** An ambiguity that only a person can settle. */
export interface ColumnQuestion {
  readonly kind: 'number-style' | 'date-order';
  readonly example: string;
  readonly options: readonly ColumnOption[];
}

export interface ReadingContext {
  readonly locale: 'id' | 'en';
  /** The shop's currency; a shop that counts in IDR writes as Indonesians do until shown otherwise. */
  readonly currency: string;
  /** Today as an ISO day. */
  readonly today: string;
  /** Whether other columns of the same file prove English numbers or month-first dates. */
  readonly englishElsewhere?: boolean;
}

export type ReadingAnswer =
  | { readonly reading: ColumnReading; readonly question: null }
  | { readonly reading: null; readonly question: ColumnQuestion };
