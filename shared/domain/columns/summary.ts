import type { NumberShape } from '../text/number-text.ts';

export interface NumberEvidence {
  /** Text cells that are a number in some style, and typed number cells. */
  readonly text: number;
  readonly typed: number;
  readonly whole: number;
  readonly decimals: number;
  readonly negative: number;
  readonly min: number | null;
  readonly max: number | null;
  readonly withCurrency: number;
  readonly currencies: readonly string[];
  /** Of the texts, those with a percent sign; everything below is about the others. */
  readonly percent: number;
  readonly withPower: number;
  readonly leadingZero: number;
  readonly shapes: Readonly<Partial<Record<NumberShape, number>>>;
  readonly examples: Readonly<Partial<Record<NumberShape, string>>>;
  /** Of `dot-3` and `comma-3` values, those that end in 0, as groups do and cut decimals do not. */
  readonly dotThreeZero: number;
  readonly commaThreeZero: number;
  /** Whether proven decimals have a fixed count of three digits (`1250.500`). */
  readonly threeDecimalsProven: boolean;
}

export interface DateEvidence {
  readonly iso: number;
  readonly compact: number;
  readonly named: number;
  /** Numeric dates whose first part (second part) is above 12, so it must be the day. */
  readonly dayFirst: number;
  readonly monthFirst: number;
  /** Both parts at most 12: two readings; `same` of them have equal parts and read alike. */
  readonly either: number;
  readonly same: number;
  /** First part above 31: a year of two digits that leads. */
  readonly yearFirst: number;
  readonly withTime: number;
  /** Times of day without a date. */
  readonly times: number;
  /** Whole numbers that could be a workbook's day numbers of 1954 to 2064. */
  readonly serialLike: number;
  /** Every distinct numeric date: [first part, second part, year, count]; at most 20,000. */
  readonly numeric: readonly (readonly [number, number, number, number])[];
  readonly examples: Readonly<Partial<Record<'dayFirst' | 'monthFirst' | 'either', string>>>;
}

/** What all the cells of a column look like; plain data. Counts are cells. */
export interface ColumnSummary {
  readonly rows: number;
  readonly filled: number;
  readonly empty: number;
  /** Counted from 1 below the titles, the last row with something in the column; 0: there is none. */
  readonly lastRow: number;
  readonly booleans: number;
  readonly numbers: NumberEvidence;
  readonly dates: DateEvidence;
  readonly phones: number;
  readonly damagedPhones: number;
  readonly emails: number;
  readonly masked: number;
  /** Cells with letters that are no date, number, phone or e-mail address. */
  readonly words: number;
  /** Distinct values, exact up to 10,000; `distinctCapped` says that there are more. */
  readonly distinct: number;
  readonly distinctCapped: boolean;
  readonly longest: number;
  /** The first three distinct values, and the first 24, as text. */
  readonly samples: readonly string[];
  readonly values: readonly string[];
  /** What the cells of the first rows come to, row by row and roughly; null: no number. */
  readonly sizes: readonly (number | null)[];
}
