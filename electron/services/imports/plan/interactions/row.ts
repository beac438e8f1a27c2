import type { Cell } from '#shared/domain/cell.ts';
import {
  readChannel,
  readDirection,
  readOutcome,
  readTopic,
} from '#shared/domain/vocabulary/interaction-words.ts';
import type { Channel, Direction, Outcome, Topic } from '#shared/domain/vocabulary/interactions.ts';
import type { SourceState } from '../../draft-store.ts';
import type { DayJudge } from '../day-judge.ts';
import type { Moment } from '../moment.ts';
import { type Problem, problemOf } from '../outcomes.ts';
import { RowCells } from '../row-cells.ts';

/** What one row says about an interaction; null where it says nothing. */
export interface InteractionRow {
  readonly at: Moment;
  readonly channel: Channel | null;
  readonly direction: Direction | null;
  readonly topic: Topic | null;
  readonly text: string;
  readonly outcome: Outcome | null;
  readonly handledBy: string;
  /** The day on which the customer is to be contacted again. */
  readonly nextOn: string | null;
  readonly nextReason: string;
  readonly warnings: readonly Problem[];
}

/** Reads a source's rows as interactions. */
export class InteractionRowReader {
  readonly #cells: RowCells;

  constructor(source: SourceState, days: DayJudge) {
    this.#cells = new RowCells(source, days);
  }

  hasNoDate(cells: readonly Cell[]): boolean {
    this.#cells.start(cells);
    return this.#cells.moment('contact.date', null) === null;
  }

  /** The row, or what is wrong with it. */
  read(cells: readonly Cell[]): InteractionRow | Problem {
    const at = this.#cells;
    at.start(cells);
    const moment = at.moment('contact.date', 'contact.time');
    if (moment === null) {
      at.fail('date-missing', 'contact.date');
      return at.problem ?? problemOf('date-missing');
    }
    const next = this.#next(moment);
    if (at.problem !== null) return at.problem;
    return {
      at: moment,
      channel: at.word('contact.channel', readChannel),
      direction: at.word('contact.direction', readDirection),
      topic: at.word('contact.topic', readTopic),
      ...this.#words(),
      handledBy: at.text('contact.handledBy', 80),
      ...next,
      warnings: [...at.warnings],
    };
  }

  /** An outcome in the owner's own words is kept with the note. */
  #words(): Pick<InteractionRow, 'text' | 'outcome'> {
    const at = this.#cells;
    const said = at.text('contact.outcome', 2000);
    const outcome = readOutcome(said);
    const parts = [at.text('contact.text', 6000), outcome === null ? said : ''];
    return { text: parts.filter((part) => part !== '').join('\n'), outcome };
  }

  #next({ day }: Moment): Pick<InteractionRow, 'nextOn' | 'nextReason'> {
    const at = this.#cells;
    const next = at.moment('contact.nextOn', null, 'free');
    const nextReason = at.text('contact.nextReason', 400);
    if (next === null) return { nextOn: null, nextReason };
    if (next.day < day) at.fail('next-before-contact', 'contact.nextOn');
    return { nextOn: next.day, nextReason };
  }
}
