import type { Cell } from '#shared/domain/cell.ts';
import { asCell, cellReplacer } from '#shared/domain/mending/replace.ts';
import type { FillStep, KeptStep, MendStep, ReplaceStep } from '#shared/domain/mending/steps.ts';
import type { Fix, SourceState } from '../draft-store.ts';
import { cellText } from '../plan/cells.ts';
import { fixer, isEverywhere } from '../plan/fixes.ts';
import { goesOn, isNoData, mayBeTotal } from './lone-rows.ts';

/** A cell that a step has changed. */
export interface MendedCell {
  readonly row: number;
  readonly column: number;
  readonly before: Cell;
  readonly after: Cell;
  /** Where a filled cell has it from; null: it was replaced. */
  readonly fromRow: number | null;
}

/** What a step has done so far. */
export class StepTally {
  cells = 0;
  rows = 0;
  tooLong = 0;
  decimals = 0;
  unfilled = 0;
  below = 0;
  totals = 0;
  #row = -1;

  count(cell: MendedCell): void {
    this.cells += 1;
    if (cell.row !== this.#row) this.rows += 1;
    this.#row = cell.row;
  }
}

/** A row on its way through the steps. */
interface Row {
  readonly number: number;
  cells: readonly Cell[];
  /** It is a part of the record above: what it leaves out stands there. */
  readonly isBelow: () => boolean;
  /** It may be a line of totals: it is filled with nothing, and nothing is filled from it or past it. */
  readonly mayBeTotal: () => boolean;
}

/** One step at work: it sees every row in order, and hears where nothing may go on. */
interface Worker {
  /** Null: nothing of the row changes. */
  take(row: Row): readonly MendedCell[] | null;
  stop(): void;
}

function replacing(step: ReplaceStep, taken: readonly number[], tally: StepTally): Worker {
  const replace = cellReplacer(step);
  const columns = step.column === null ? taken : [step.column];
  return {
    stop: () => undefined,
    take: ({ number, cells }) => {
      let found: MendedCell[] | null = null;
      for (const column of columns) {
        const before = cells[column] ?? null;
        const text = cellText(before);
        if (text === '') continue;
        const replaced = replace(before, text);
        if (replaced === 'too-long') tally.tooLong += 1;
        if (replaced === 'part-of-number') tally.decimals += 1;
        if (replaced === null || typeof replaced === 'string') continue;
        const after = asCell(replaced.text, before);
        found ??= [];
        found.push({ row: number, column, before, after, fromRow: null });
      }
      return found;
    },
  };
}

function filling({ column, takesBelow }: FillStep, tally: StepTally): Worker {
  let above: { readonly row: number; readonly cell: Cell } | null = null;
  return {
    stop: () => {
      above = null;
    },
    take: ({ number, cells, isBelow, mayBeTotal: isTotal }) => {
      const cell = cells[column] ?? null;
      if (isTotal()) {
        above = null;
        if (cellText(cell) === '') tally.totals += 1;
        return null;
      }
      if (cellText(cell) !== '') {
        above = { row: number, cell };
        return null;
      }
      if (!takesBelow && isBelow()) {
        tally.below += 1;
        return null;
      }
      if (above === null) {
        tally.unfilled += 1;
        return null;
      }
      return [{ row: number, column, before: null, after: above.cell, fromRow: above.row }];
    },
  };
}

type Pass =
  | { readonly id: number; readonly fix: ReturnType<typeof fixer> }
  | { readonly id: number; readonly worker: Worker; readonly tally: StepTally };

function passesOf(
  fixes: readonly Fix[],
  steps: readonly KeptStep[],
  begin: (step: MendStep, tally: StepTally) => Worker,
): Pass[] {
  const working = steps.map(({ id, step }): Pass => {
    const tally = new StepTally();
    return { id, worker: begin(step, tally), tally };
  });
  // A fix stands behind the step after which it was made: what it mends is what that step has left.
  const made = [...Map.groupBy(fixes, ({ after = 0 }) => after)].map(
    ([id, group]): Pass => ({ id, fix: fixer(group) }),
  );
  return [...working, ...made].sort(
    (a, b) => a.id - b.id || Number('fix' in a) - Number('fix' in b),
  );
}

/**
 * Puts the rows of one source right before they are read, by the fixes and steps of its owner, one after
 * the other as they were made. The rows come in order; what is no data is left alone, and nothing is
 * filled down past it or past a blank row.
 */
export class Mender {
  readonly #passes: readonly Pass[];
  readonly #hasSteps: boolean;
  readonly #isNoData: (row: readonly Cell[]) => boolean;
  readonly #goesOn: (row: readonly Cell[]) => boolean;
  readonly #mayBeTotal: (row: readonly Cell[]) => boolean;
  readonly #heard: ((id: number, cell: MendedCell) => void) | null;
  readonly #changed = new Map<number, Cell>();
  #last = -1;
  #hasAbove = false;

  constructor(source: SourceState, heard: ((id: number, cell: MendedCell) => void) | null = null) {
    const steps = (source.steps ?? []).filter(({ state }) => state === 'applied');
    const taken = source.columns
      .filter(({ field }) => field !== 'ignore')
      .map(({ index }) => index);
    this.#passes = passesOf(source.fixes.filter(isEverywhere), steps, (step, tally) =>
      step.kind === 'fill' ? filling(step, tally) : replacing(step, taken, tally),
    );
    this.#hasSteps = steps.length > 0;
    this.#isNoData = isNoData(source);
    this.#goesOn = goesOn(source);
    this.#mayBeTotal = mayBeTotal(source);
    this.#heard = heard;
  }

  /** The cells of the last row that steps have changed, as they are now, by column. */
  get changed(): ReadonlyMap<number, Cell> {
    return this.#changed;
  }

  /** What each step has done so far, by its id. */
  get tallies(): ReadonlyMap<number, StepTally> {
    return new Map(
      this.#passes.flatMap((pass) => ('tally' in pass ? [[pass.id, pass.tally]] : [])),
    );
  }

  /** A row as it is after all fixes and steps. */
  mend(number: number, cells: readonly Cell[]): readonly Cell[] {
    if (this.#changed.size > 0) this.#changed.clear();
    if (!this.#hasSteps) return this.#fixed(cells);
    if (number !== this.#last + 1) this.#stop();
    this.#last = number;
    return this.#stepped(number, cells);
  }

  #fixed(cells: readonly Cell[]): readonly Cell[] {
    let row = cells;
    for (const pass of this.#passes) if ('fix' in pass) row = pass.fix(row);
    return row;
  }

  #stepped(number: number, cells: readonly Cell[]): readonly Cell[] {
    const isBelow = (): boolean => this.#hasAbove && this.#goesOn(row.cells);
    const isTotal = (): boolean => this.#mayBeTotal(row.cells);
    const row: Row = { number, cells, isBelow, mayBeTotal: isTotal };
    let isData: boolean | null = null;
    for (const pass of this.#passes) {
      if ('fix' in pass) {
        row.cells = pass.fix(row.cells);
        continue;
      }
      isData ??= !this.#isNoData(row.cells);
      if (isData) this.#work(pass, row);
    }
    if (isData === false) this.#stop();
    else this.#hasAbove = true;
    this.#settle(cells, row.cells);
    return row.cells;
  }

  #work({ id, worker, tally }: Extract<Pass, { tally: StepTally }>, row: Row): void {
    const found = worker.take(row);
    if (found === null) return;
    const next = [...row.cells];
    for (const cell of found) {
      while (next.length < cell.column) next.push(null);
      next[cell.column] = cell.after;
      this.#changed.set(cell.column, cell.after);
      tally.count(cell);
      this.#heard?.(id, cell);
    }
    row.cells = next;
  }

  /** What is told of a changed cell is what comes in: a fix behind a step may have changed it once more. */
  #settle(before: readonly Cell[], after: readonly Cell[]): void {
    for (const column of [...this.#changed.keys()]) {
      const cell = after[column] ?? null;
      if (cellText(cell) === cellText(before[column])) this.#changed.delete(column);
      else this.#changed.set(column, cell);
    }
  }

  #stop(): void {
    this.#hasAbove = false;
    for (const pass of this.#passes) if ('worker' in pass) pass.worker.stop();
  }
}
