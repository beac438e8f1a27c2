type ColumnOf<Columns> = keyof Columns & string;

/**
 * What the rows are to the owner: `own` rows are journalled, can be taken back and leave with the
 * logical dump; a `draft` and a `setting` leave with it but have no history; a `record` says what the
 * app has done; `derived` rows can be computed again.
 */
type Holding = 'own' | 'draft' | 'setting' | 'record' | 'derived';

/** Columns that mean the same in every table that has them. */
export type Mark = 'import_id' | 'created_at' | 'deleted_at';

/** What a table is. Everything that has to know all tables, or which of them, is derived from here. */
export interface TableEntry<Columns, Table extends string> {
  /** The area that writes it. */
  readonly area: string;
  readonly holds: Holding;
  /** The column by which a row is a part of another: the whole keeps its parts and loses them with itself. */
  readonly partOf?: { readonly column: ColumnOf<Columns>; readonly table: Table };
  /** The marks it has: the import that made it, when it was made, when it went to the trash. */
  readonly carries?: readonly Extract<ColumnOf<Columns>, Mark>[];
  /** Every other row a row points to, but for the import that made it. */
  readonly refersTo?: Readonly<Partial<Record<ColumnOf<Columns>, Table>>>;
  /** The columns an import writes, but for the import's id and the time. */
  readonly plan?: readonly ColumnOf<Columns>[];
  /** An import's changes to it and to its parts stay or go together: they add up, or tell one story. */
  readonly holdsTogether?: true;
  /** Rows of its own say what the shop holds: without any of these it is an empty one. */
  readonly fillsShop?: true;
  /** Belongs to what is known about the customer, and is found by searching for it. */
  readonly isSearched?: true;
  /** A customer has so many that only this index finds those of one import. */
  readonly manyByCustomer?: string;
  /** What one is called where it is named, as SQL over the row; else it goes by its customer's name. */
  readonly label?: string;
}

/** An entry for each table of an area; which tables they may name is held where all come together. */
export type EntriesOf<Tables, Table extends string = string> = {
  readonly [T in keyof Tables]: TableEntry<Tables[T], Table>;
};
