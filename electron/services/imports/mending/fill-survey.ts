import type { Cell } from '#shared/domain/cell.ts';
import type { ImportField } from '#shared/domain/columns/fields.ts';
import { type FillShape, ShapeSurvey } from '#shared/domain/mending/fill-shape.ts';
import type { ColumnState, SourceState } from '../draft-store.ts';
import { cellText } from '../plan/cells.ts';
import { goesOn, mayBeTotal } from './lone-rows.ts';
import { isReturned } from './returned.ts';

/**
 * What people write once above a group: a day, a number, a place, a kind of goods. Money, phones and what
 * is a person's own are empty because they are; nobody's birthday is the one of the person above.
 */
const HEADS: ReadonlySet<ImportField> = new Set<ImportField>([
  'sale.date',
  'sale.number',
  'contact.date',
  'complaint.receivedOn',
  'complaint.number',
  'customer.city',
  'customer.province',
  'customer.district',
  'product.category',
]);

/** Days and numbers may be one group; a place that stands once may be that of one customer alone. */
const mayBeOne = (field: ImportField): boolean => !field.startsWith('customer.');

/** Days without which a row is wrong: they come again where a file goes through its days more than once. */
const NEEDED: ReadonlySet<ImportField> = new Set<ImportField>([
  'sale.date',
  'contact.date',
  'complaint.receivedOn',
]);

/** A column that looks as if it were to be filled down. */
export interface FoundShape {
  readonly column: number;
  readonly header: string;
  readonly shape: FillShape;
}

/** Looks, while the rows of a source are planned, for columns that are filled only at the head of groups. */
export class FillSurvey {
  readonly #columns: readonly { readonly column: ColumnState; readonly survey: ShapeSurvey }[];
  readonly #goesOn: (row: readonly Cell[]) => boolean;
  readonly #mayBeTotal: (row: readonly Cell[]) => boolean;
  #last = -1;
  #hasAbove = false;

  constructor(source: SourceState) {
    // What stands above a row there did not stand above it in its file.
    const columns = isReturned(source) ? [] : source.columns;
    this.#columns = columns
      .filter(({ field }) => HEADS.has(field))
      .map((column) => ({ column, survey: new ShapeSurvey() }));
    this.#goesOn = goesOn(source);
    this.#mayBeTotal = mayBeTotal(source);
  }

  /** A row of data, once it is mended; rows that are a part of the one above are none. */
  add(number: number, row: readonly Cell[]): void {
    if (this.#columns.length === 0) return;
    if (number !== this.#last + 1) this.stop();
    this.#last = number;
    const isBelow = this.#hasAbove && this.#goesOn(row);
    this.#hasAbove = true;
    if (this.#mayBeTotal(row)) for (const { survey } of this.#columns) survey.stop();
    else if (!isBelow) this.#look(number, row);
  }

  #look(number: number, row: readonly Cell[]): void {
    for (const { column, survey } of this.#columns) survey.add(number, cellText(row[column.index]));
  }

  /** A row came that is no data. */
  stop(): void {
    this.#hasAbove = false;
    for (const { survey } of this.#columns) survey.stop();
  }

  found(): FoundShape[] {
    return this.#columns.flatMap(({ column, survey }) => {
      const shape = survey.shape(NEEDED.has(column.field));
      if (shape === null || (shape.groups < 2 && !mayBeOne(column.field))) return [];
      return [{ column: column.index, header: column.header, shape }];
    });
  }
}
