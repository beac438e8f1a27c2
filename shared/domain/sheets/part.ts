/** The record that a cell of a sheet opens. */
export type SheetTarget =
  | { readonly kind: 'claims' | 'owed' }
  | {
      readonly kind: 'complaint' | 'customer' | 'note' | 'product' | 'prospect' | 'sale';
      readonly id: number;
    };

/** How a column's cells are written: `money` is in minor units, `date` an ISO day. */
export type SheetColumnType = 'date' | 'decimal' | 'integer' | 'money' | 'phone' | 'text';

export interface SheetColumn {
  readonly title: string;
  readonly type: SheetColumnType;
  /** In characters, for a file. */
  readonly width?: number;
}

export interface SheetCell {
  readonly value: string | number | null;
  /** What a click on it opens. */
  readonly to?: SheetTarget;
  /** It is late. */
  readonly isLate?: boolean;
}

/** The first column names each row. */
export interface SheetTable {
  readonly name: string;
  readonly columns: readonly SheetColumn[];
  readonly rows: readonly (readonly SheetCell[])[];
}

/** A bar of a chart; `text` is its figure as it is written. */
export interface SheetBar {
  readonly name: string;
  readonly value: number;
  readonly text: string;
  readonly isMain: boolean;
}

/** One part of a sheet: what it is about, the answer in a sentence, what has to be said beside it, and the figures. */
export interface SheetPart {
  readonly id: string;
  readonly title: string;
  readonly finding: string;
  readonly notes: readonly string[];
  readonly chart?: { readonly title: string; readonly bars: readonly SheetBar[] };
  readonly tables: readonly SheetTable[];
}
