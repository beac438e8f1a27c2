import type { Deed } from '#shared/domain/vocabulary/deeds.ts';
import type { OwnTable } from '../table-facts.ts';
import type { BatchRequest, RowValues } from './journal.ts';

/** One row of a batch: null before, it was made; null after, it was taken away. */
export interface DeedRow {
  readonly entity: string;
  readonly before: RowValues | null;
  readonly after: RowValues | null;
}

/** Questions about a batch's rows. */
export class Rows {
  readonly #rows: readonly DeedRow[];
  readonly kind: BatchRequest['kind'];

  constructor(kind: BatchRequest['kind'], rows: readonly DeedRow[]) {
    this.kind = kind;
    this.#rows = rows;
  }

  #of(table: OwnTable): readonly DeedRow[] {
    return this.#rows.filter((row) => row.entity === table);
  }

  made(table: OwnTable, test: (after: RowValues) => boolean = () => true): boolean {
    return this.#of(table).some(
      ({ before, after }) => before === null && after !== null && test(after),
    );
  }

  gone(table: OwnTable): boolean {
    return this.#of(table).some(({ after }) => after === null);
  }

  /** Whether a row that was there holds something else now, in that column or in any. */
  set(table: OwnTable, column?: string, test: (value: unknown) => boolean = () => true): boolean {
    return this.#of(table).some(({ before, after }) => {
      if (before === null || after === null) return false;
      const columns = column === undefined ? Object.keys(after) : [column];
      return columns.some((one) => before[one] !== after[one] && test(after[one]));
    });
  }

  touched(table: OwnTable): boolean {
    return this.#of(table).length > 0;
  }

  trashed(table: OwnTable): boolean {
    return this.set(table, 'deleted_at', isThere);
  }

  moved(move: string): boolean {
    return this.made('complaint_events', (event) => event.move === move);
  }

  /** Whether nothing but these columns of these rows changed. */
  isOnly(table: OwnTable, columns: readonly string[]): boolean {
    return this.#of(table).every(({ before, after }) =>
      Object.keys(after ?? {}).every(
        (column) => columns.includes(column) || before?.[column] === after?.[column],
      ),
    );
  }

  areAll(table: OwnTable): boolean {
    return this.#rows.every(({ entity, before }) => entity === table && before === null);
  }
}

/** Something stands there. */
export function isThere(value: unknown): boolean {
  return value !== null;
}

/** A deed, and how it shows. */
export type Rule = readonly [deed: Deed, is: (rows: Rows) => boolean];

/** It is that. */
export function isTurn(turn: string): (value: unknown) => boolean {
  return (value) => value === turn;
}

/** The row stands so. */
export function hasCome(turn: string): (row: RowValues) => boolean {
  return ({ state }) => state === turn;
}
