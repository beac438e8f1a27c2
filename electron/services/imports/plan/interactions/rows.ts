import type { Cell } from '#shared/domain/cell.ts';
import type { SourceState } from '../../draft-store.ts';
import type { DayJudge } from '../day-judge.ts';
import { isProblem, mendingReader } from '../fixes.ts';
import { type Problem, problemOf } from '../outcomes.ts';
import { type KindRows, type RowInHand, refused, type Taken } from '../row-kind.ts';
import type { InteractionBook } from './book.ts';
import { type InteractionRow, InteractionRowReader } from './row.ts';

/** The rows of one source as interactions. */
export class InteractionRows implements KindRows {
  readonly #reader: InteractionRowReader;
  readonly #read: (cells: readonly Cell[]) => InteractionRow | Problem;
  readonly #book: InteractionBook;
  readonly #sourceId: number;
  #row: InteractionRow | null = null;

  constructor(source: SourceState, book: InteractionBook, days: DayJudge) {
    const reader = new InteractionRowReader(source, days);
    this.#reader = reader;
    this.#read = mendingReader(source, (cells) => reader.read(cells));
    this.#book = book;
    this.#sourceId = source.id;
  }

  hasNoDate(cells: readonly Cell[]): boolean {
    return this.#reader.hasNoDate(cells);
  }

  read(cells: readonly Cell[]): Problem | null {
    const found = this.#read(cells);
    if (isProblem(found)) return found;
    this.#row = found;
    return null;
  }

  take({ outcome, customer }: RowInHand): Taken {
    const row = this.#row;
    if (row === null || customer === null)
      throw new Error('a row is read and named before it is taken');
    const from = { customerId: customer.id, sourceId: this.#sourceId, outcome };
    const effect = this.#book.take(row, from);
    if (effect === 'in-trash') return refused('skipped', problemOf('contact-in-trash'));
    return { effect, problems: row.warnings };
  }
}
