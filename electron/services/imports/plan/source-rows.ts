import type { RowOutcome } from '#shared/contract/imports.ts';
import type { Cell } from '#shared/domain/cell.ts';
import type { ColumnSummary } from '#shared/domain/columns/summary.ts';
import type { SourceState } from '../draft-store.ts';
import { FillSurvey } from '../mending/fill-survey.ts';
import { Mender } from '../mending/mender.ts';
import { type NoData, noDataCheck } from './no-data.ts';
import { type Outcomes, type Problem, problemOf } from './outcomes.ts';
import { type QuotedRows, quotedRow, quotedRows } from './quoted-rows.ts';
import type { Effect, KindRows, RowInHand } from './row-kind.ts';
import { surplusCheck } from './surplus.ts';
import { unfolder } from './unfold.ts';
import { wholeCodes } from './whole-codes.ts';

/** What becomes of a row, and what is said about it. */
interface Fate {
  readonly outcome: RowOutcome;
  readonly problems: readonly Problem[];
  /** What the problems lead to. */
  readonly noted: RowOutcome;
}

function fateOf(outcome: RowOutcome, problems: readonly Problem[], noted = outcome): Fate {
  return { outcome, problems, noted };
}

/** Nothing in the row says who it is about: a damaged number can be put right, a blank cannot. */
function unnamed(problems: readonly Problem[]): Fate {
  const fixable = problems.find((each) => each.value !== null);
  if (fixable !== undefined) return fateOf('wrong', [fixable]);
  return fateOf('skipped', [problems[0] ?? problemOf('nothing-to-take')]);
}

function stronger(a: Effect | null, b: Effect): Effect {
  if (a === 'added' || b === 'added') return 'added';
  return a === 'updated' || b === 'updated' ? 'updated' : 'unchanged';
}

const ranks: readonly RowOutcome[] = ['added', 'updated', 'unchanged', 'skipped', 'wrong'];

function rankOf(outcome: RowOutcome): number {
  return ranks.indexOf(outcome);
}

/** What the rows of a source are read by. */
export interface RowsOfSource {
  readonly kinds: readonly KindRows[];
  readonly summaries: readonly ColumnSummary[];
  /** A row may name several things side by side, each to be taken as a row of its own. */
  readonly unfolds: boolean;
  /** Keeps what a row was changed to before it was read. */
  keepMended(row: number, cells: ReadonlyMap<number, Cell>): void;
}

/** Enters the rows of one source, one by one, into the plans of the kinds they speak of. */
export class SourceRows {
  readonly #outcomes: Outcomes;
  readonly #kinds: readonly KindRows[];
  readonly #mender: Mender;
  readonly #survey: FillSurvey;
  readonly #keepMended: RowsOfSource['keepMended'];
  readonly #quoted: QuotedRows;
  readonly #noData: (row: readonly Cell[]) => NoData | null;
  readonly #isTooWide: (row: readonly Cell[]) => boolean;
  readonly #wholeCodes: ((row: readonly Cell[]) => readonly Cell[]) | null;
  readonly #unfold: ((row: readonly Cell[]) => readonly Cell[][]) | null;
  readonly #row: RowInHand = {
    ...{ outcome: 0, customer: null, product: null, erasedId: null },
    continues: false,
  };

  /** `kinds` in the order they are planned; the last of them is what the rows are. */
  constructor(
    source: SourceState,
    { kinds, summaries, unfolds, keepMended }: RowsOfSource,
    outcomes: Outcomes,
  ) {
    this.#outcomes = outcomes;
    this.#kinds = kinds;
    this.#mender = new Mender(source);
    this.#survey = new FillSurvey(source);
    this.#keepMended = keepMended;
    this.#wholeCodes = wholeCodes(source, summaries);
    this.#unfold = unfolds ? unfolder(source) : null;
    this.#quoted = quotedRows(source);
    const lead = kinds.at(-1);
    this.#noData = noDataCheck(source, (row) => lead?.hasNoDate?.(row) ?? true);
    this.#isTooWide = surplusCheck(source);
    outcomes.startSource(source.id);
  }

  /** `isHidden`: the file shows it to nobody, and a person is told that it comes in all the same. */
  enter(rowNumber: number, cells: readonly Cell[], isHidden = false): void {
    const whole = this.#quoted.split(cells);
    const fixed = this.#mender.mend(rowNumber, whole);
    const { changed } = this.#mender;
    if (changed.size > 0) this.#keepMended(rowNumber, changed);
    const row = this.#wholeCodes === null ? fixed : this.#wholeCodes(fixed);
    const index = this.#outcomes.add(rowNumber, 'unchanged');
    const { outcome, problems, noted } = this.#fateOf(row, index, rowNumber);
    this.#outcomes.settle(index, outcome);
    for (const problem of problems) this.#outcomes.note(rowNumber, problem, noted);
    if (isHidden && outcome !== 'skipped' && outcome !== 'wrong')
      this.#outcomes.note(rowNumber, problemOf('hidden-row'), noted);
  }

  #fateOf(cells: readonly Cell[], index: number, rowNumber: number): Fate {
    const noData = this.#noData(cells);
    if (noData !== null) {
      if (noData === 'blank-row') this.#survey.stop();
      else this.#interrupt();
      if (noData === 'total-row') for (const kind of this.#kinds) kind.total?.(cells);
      return fateOf('skipped', [problemOf(noData)]);
    }
    if (this.#quoted.isLeft(cells)) {
      this.#interrupt();
      return fateOf('wrong', [problemOf(quotedRow)]);
    }
    if (this.#isTooWide(cells)) {
      this.#interrupt();
      return fateOf('wrong', [problemOf('row-too-wide')]);
    }
    this.#survey.add(rowNumber, cells);
    const parts = this.#unfold === null ? [cells] : this.#unfold(cells);
    for (const part of parts) {
      const wrong = this.#read(part);
      if (wrong !== null) return fateOf('wrong', [wrong]);
    }
    return parts.length === 1 ? this.#take(index, false) : this.#takeParts(parts, index);
  }

  /** What was mended of the source, and what of it looks as if it were to be filled down. */
  get mending(): { readonly mender: Mender; readonly survey: FillSurvey } {
    return { mender: this.#mender, survey: this.#survey };
  }

  #interrupt(): void {
    this.#survey.stop();
    for (const kind of this.#kinds) kind.interrupt?.();
  }

  #read(cells: readonly Cell[]): Problem | null {
    for (const kind of this.#kinds) {
      const wrong = kind.read(cells);
      if (wrong !== null) return wrong;
    }
    return null;
  }

  /** Things bought side by side: what becomes of the row is the most that becomes of one of them. */
  #takeParts(parts: readonly (readonly Cell[])[], index: number): Fate {
    const fates = parts.map((part, place) => {
      this.#read(part);
      return this.#take(index, place > 0);
    });
    const [strongest] = fates.toSorted((a, b) => rankOf(a.outcome) - rankOf(b.outcome));
    const problems = fates.flatMap((fate) => fate.problems);
    return { ...(strongest ?? fateOf('unchanged', [])), problems };
  }

  #take(index: number, continues: boolean): Fate {
    const row = this.#row;
    row.outcome = index;
    row.customer = null;
    row.product = null;
    row.erasedId = null;
    row.continues = continues;
    let effect: Effect | null = null;
    let problems: readonly Problem[] = [];
    let isPending = false;
    for (const kind of this.#kinds) {
      const taken = kind.take(row);
      if (taken.refused !== undefined) return fateOf(taken.refused, taken.problems);
      // What the row itself is comes before what it names.
      if (taken.problems.length > 0) problems = [...taken.problems, ...problems];
      if (taken.effect === 'pending') isPending = true;
      else if (taken.effect !== null) effect = stronger(effect, taken.effect);
    }
    if (isPending) return fateOf(effect ?? 'unchanged', problems, 'added');
    return effect === null ? unnamed(problems) : fateOf(effect, problems);
  }
}
