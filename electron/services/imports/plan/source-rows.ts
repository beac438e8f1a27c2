import type { RowOutcome } from '#shared/contract/imports.ts';
import type { Cell } from '#shared/domain/cell.ts';
import type { SourceState } from '../draft-store.ts';
import { fixer } from './fixes.ts';
import { type NoData, noDataCheck } from './no-data.ts';
import { type Outcomes, type Problem, problemOf } from './outcomes.ts';
import type { Effect, KindRows, RowInHand } from './row-kind.ts';
import { surplusCheck } from './surplus.ts';

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

/** Enters the rows of one source, one by one, into the plans of the kinds they speak of. */
export class SourceRows {
  readonly #outcomes: Outcomes;
  readonly #kinds: readonly KindRows[];
  readonly #fix: ((row: readonly Cell[]) => readonly Cell[]) | null;
  readonly #noData: (row: readonly Cell[]) => NoData | null;
  readonly #isTooWide: (row: readonly Cell[]) => boolean;
  readonly #row: RowInHand = { outcome: 0, customer: null, product: null };

  /** `kinds` in the order they are planned; the last of them is what the rows are. */
  constructor(source: SourceState, kinds: readonly KindRows[], outcomes: Outcomes) {
    this.#outcomes = outcomes;
    this.#kinds = kinds;
    this.#fix = fixer(source);
    const lead = kinds.at(-1);
    this.#noData = noDataCheck(source, (row) => lead?.hasNoDate?.(row) ?? true);
    this.#isTooWide = surplusCheck(source);
    outcomes.startSource(source.id);
  }

  /** `isHidden`: the file shows it to nobody, and a person is told that it comes in all the same. */
  enter(rowNumber: number, cells: readonly Cell[], isHidden = false): void {
    const row = this.#fix === null ? cells : this.#fix(cells);
    const index = this.#outcomes.add(rowNumber, 'unchanged');
    const { outcome, problems, noted } = this.#fateOf(row, index);
    this.#outcomes.settle(index, outcome);
    for (const problem of problems) this.#outcomes.note(rowNumber, problem, noted);
    if (isHidden && outcome !== 'skipped' && outcome !== 'wrong')
      this.#outcomes.note(rowNumber, problemOf('hidden-row'), noted);
  }

  #fateOf(cells: readonly Cell[], index: number): Fate {
    const noData = this.#noData(cells);
    if (noData !== null) return fateOf('skipped', [problemOf(noData)]);
    if (this.#isTooWide(cells)) return fateOf('wrong', [problemOf('row-too-wide')]);
    for (const kind of this.#kinds) {
      const wrong = kind.read(cells);
      if (wrong !== null) return fateOf('wrong', [wrong]);
    }
    return this.#take(index);
  }

  #take(index: number): Fate {
    const row = this.#row;
    row.outcome = index;
    row.customer = null;
    row.product = null;
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
