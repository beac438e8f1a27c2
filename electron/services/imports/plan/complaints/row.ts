import type { Cell } from '#shared/domain/cell.ts';
import { e4ToMinor } from '#shared/domain/text/decimal.ts';
import { readNumber } from '#shared/domain/text/numbers.ts';
import {
  isCompensationWord,
  readCompensation,
  readComplaintKind,
  readComplaintState,
  readSeverity,
  saysNothing,
} from '#shared/domain/vocabulary/complaint-words.ts';
import type {
  CompensationKind,
  ComplaintKind,
  ComplaintState,
  Severity,
} from '#shared/domain/vocabulary/complaints.ts';
import { readChannel } from '#shared/domain/vocabulary/interaction-words.ts';
import type { Channel } from '#shared/domain/vocabulary/interactions.ts';
import type { SourceState } from '../../draft-store.ts';
import type { DayJudge } from '../day-judge.ts';
import { isBefore, type Moment } from '../moment.ts';
import { type Problem, problemOf } from '../outcomes.ts';
import { RowCells } from '../row-cells.ts';

/** What one row says about its complaint; empty or null where it says nothing. */
export interface ComplaintRow {
  readonly number: string;
  readonly title: string;
  readonly words: string;
  readonly received: Moment;
  readonly kind: ComplaintKind | null;
  readonly channel: Channel | null;
  readonly severity: Severity | null;
  readonly status: ComplaintState | null;
  /** The status as the file words it. */
  readonly statusText: string;
  readonly answered: Moment | null;
  readonly answer: string;
  readonly cause: string;
  readonly causeNote: string;
  readonly solution: string;
  readonly resolved: Moment | null;
  readonly closed: Moment | null;
  /** Null: nothing was given. */
  readonly compensation: GivenCompensation | null;
  readonly handledBy: string;
  readonly saleNumber: string;
  readonly warnings: readonly Problem[];
}

export interface GivenCompensation {
  readonly kind: CompensationKind;
  /** Minor units; null: the row names no amount. */
  readonly amountMinor: number | null;
  readonly note: string | null;
}

export interface ComplaintContext {
  readonly days: DayJudge;
  /** Decimals of the currency's minor unit. */
  readonly digits: number;
}

const titleLength = 80;

/** A title out of a long text: its first line or sentence, cut at a word. */
export function titleOf(text: string): string {
  const line = text.split(/\r?\n/)[0]?.trim() ?? '';
  const sentence = /^(.{12,}?[.!?])\s/.exec(line)?.[1] ?? line;
  if (sentence.length <= titleLength) return sentence;
  const cut = sentence.slice(0, titleLength - 1);
  const space = cut.lastIndexOf(' ');
  return `${(space > titleLength / 2 ? cut.slice(0, space) : cut).trimEnd()}…`;
}

/** Reads a source's rows as complaints. */
export class ComplaintRowReader {
  readonly #cells: RowCells;
  readonly #context: ComplaintContext;
  readonly #numberStyle: 'id' | 'en' | 'plain';

  constructor(source: SourceState, context: ComplaintContext) {
    this.#cells = new RowCells(source, context.days);
    this.#context = context;
    const amount = source.columns.find((column) => column.field === 'complaint.compensation');
    this.#numberStyle = amount?.reading?.numberStyle ?? 'plain';
  }

  hasNoDate(cells: readonly Cell[]): boolean {
    this.#cells.start(cells);
    return this.#cells.moment('complaint.receivedOn', null) === null;
  }

  /** The row, or what is wrong with it. */
  read(cells: readonly Cell[]): ComplaintRow | Problem {
    const at = this.#cells;
    at.start(cells);
    const days = this.#days();
    const words = this.#words();
    const compensation = this.#compensation();
    const statusText = at.text('complaint.status', 120);
    const status = statusText === '' ? null : readComplaintState(statusText);
    if (statusText !== '' && status === null)
      at.fail('complaint-status-unknown', 'complaint.status');
    if (at.problem !== null || days === null) {
      return at.problem ?? problemOf('date-missing');
    }
    return {
      ...days,
      ...words,
      number: at.text('complaint.number', 60),
      kind: at.word('complaint.kind', readComplaintKind),
      channel: at.word('complaint.channel', readChannel),
      severity: at.word('complaint.severity', readSeverity),
      status,
      statusText,
      answer: at.text('complaint.answer', 4000),
      cause: at.text('complaint.cause', 120),
      causeNote: at.text('complaint.causeNote', 2000),
      solution: at.text('complaint.solution', 4000),
      compensation,
      handledBy: at.text('complaint.handledBy', 80),
      saleNumber: at.text('sale.number', 120),
      warnings: [...at.warnings],
    };
  }

  /** The dates, in the order things happen: one that runs backwards or is yet to come is wrong. */
  #days(): Pick<ComplaintRow, 'received' | 'answered' | 'resolved' | 'closed'> | null {
    const at = this.#cells;
    const received = at.moment('complaint.receivedOn', 'complaint.receivedTime');
    const answered = at.moment('complaint.answeredOn', null);
    const resolved = at.moment('complaint.resolvedOn', null);
    const closed = at.moment('complaint.closedOn', null);
    if (received === null) {
      at.fail('date-missing', 'complaint.receivedOn');
      return null;
    }
    const before = (later: Moment | null, earlier: Moment | null): boolean =>
      later !== null && earlier !== null && isBefore(later, earlier);
    if (before(answered, received)) at.fail('answered-before-received', 'complaint.answeredOn');
    if (before(resolved, received)) at.fail('resolved-before-received', 'complaint.resolvedOn');
    if (before(resolved, answered)) at.fail('resolved-before-answered', 'complaint.resolvedOn');
    if (before(closed, received) || before(closed, answered) || before(closed, resolved)) {
      at.fail('closed-before-resolved', 'complaint.closedOn');
    }
    return { received, answered, resolved, closed };
  }

  #words(): { title: string; words: string } {
    const at = this.#cells;
    const title = at.text('complaint.title', 200);
    const words = at.text('complaint.text', 8000);
    if (title !== '') return { title, words };
    if (words === '') {
      const has = at.column('complaint.text') >= 0;
      at.fail('complaint-text-missing', has ? 'complaint.text' : 'complaint.title');
    }
    const derived = titleOf(words);
    return { title: derived, words: derived === words ? '' : words };
  }

  #compensation(): GivenCompensation | null {
    const at = this.#cells;
    const text = at.text('complaint.compensationKind', 400);
    const says = text !== '' && !saysNothing(text);
    const amountMinor = this.#amount();
    if (!says && (amountMinor ?? 0) === 0) return null;
    const note = says && !isCompensationWord(text) ? text : null;
    return { kind: (says ? readCompensation(text) : null) ?? 'other', amountMinor, note };
  }

  #amount(): number | null {
    const at = this.#cells;
    const cell = at.cell('complaint.compensation');
    if (typeof cell === 'string' && saysNothing(cell)) return null;
    const number = readNumber(cell, this.#numberStyle);
    if (!number.ok) {
      const { problem } = number;
      at.fail(problem === 'ambiguous' ? 'number-ambiguous' : problem, 'complaint.compensation');
      return null;
    }
    if (number.e4 === null) return null;
    if (number.e4 < 0) at.fail('amount-negative', 'complaint.compensation');
    return e4ToMinor(number.e4, this.#context.digits);
  }
}
