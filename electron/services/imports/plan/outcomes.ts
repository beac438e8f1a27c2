import { type StoredProblem, writeOutcomes, writeProblems } from '#db/staging/outcomes.ts';
import type { Staging } from '#db/staging/staging.ts';
import type { ProblemGroup, RowCounts, RowOutcome } from '#shared/contract/imports.ts';

/** Outcomes by their stored code. */
export const outcomeOfCode: readonly RowOutcome[] = [
  'added',
  'updated',
  'unchanged',
  'skipped',
  'wrong',
];
const codeOf = new Map(outcomeOfCode.map((outcome, code) => [outcome, code]));

/** Distinct values of one problem in one column that get a group of their own. */
const maxValues = 200;
const maxValueLength = 400;

/** Why a row, or a part of it, was not taken. */
export interface Problem {
  readonly problem: string;
  readonly column: number | null;
  readonly value: string | null;
}

/** A problem of the row as a whole. */
export function problemOf(problem: string, value: string | null = null): Problem {
  return { problem, column: null, value };
}

interface Group extends StoredProblem {
  rows: number;
}

/** Collects what becomes of each row: small arrays, since a file may have a million rows. */
export class Outcomes {
  #numbers = new Int32Array(1024);
  #codes = new Uint8Array(1024);
  #count = 0;
  readonly #groups = new Map<string, Group>();
  readonly #values = new Map<string, number>();
  readonly #rows: number[] = [];
  readonly #groupIds: number[] = [];
  readonly #sourceIds: number[] = [];
  #sourceId = 0;
  #blank = 0;

  startSource(sourceId: number): void {
    this.#sourceId = sourceId;
    this.#count = 0;
    this.#blank = 0;
  }

  /** Counts rows that hold nothing: a file may have millions, and none of them is looked at. */
  skipBlank(rows: number): void {
    this.#blank = rows;
    if (rows > 0) this.#groupOf(problemOf('blank-row'), 'skipped').rows += rows;
  }

  /** Records a row; the index returned lets `settle` decide it later. */
  add(rowNumber: number, outcome: RowOutcome): number {
    if (this.#count === this.#numbers.length) this.#grow();
    this.#numbers[this.#count] = rowNumber;
    this.#codes[this.#count] = codeOf.get(outcome) ?? 0;
    this.#count += 1;
    return this.#count - 1;
  }

  settle(index: number, outcome: RowOutcome): void {
    this.#codes[index] = codeOf.get(outcome) ?? 0;
  }

  /** The row's number in its file. */
  numberAt(index: number): number {
    return this.#numbers[index] ?? 0;
  }

  outcomeAt(index: number): RowOutcome {
    return outcomeOfCode[this.#codes[index] ?? 0] ?? 'added';
  }

  #grow(): void {
    const numbers = new Int32Array(this.#count * 2);
    const codes = new Uint8Array(this.#count * 2);
    numbers.set(this.#numbers);
    codes.set(this.#codes);
    this.#numbers = numbers;
    this.#codes = codes;
  }

  /** Names a problem of a row, of the source that was started last unless said. `outcome` is what it leads to. */
  note(
    rowNumber: number,
    problem: Problem,
    outcome: RowOutcome,
    sourceId: number = this.#sourceId,
  ): void {
    const group = this.#groupOf(problem, outcome, sourceId);
    group.rows += 1;
    this.#sourceIds.push(sourceId);
    this.#rows.push(rowNumber);
    this.#groupIds.push(group.id);
  }

  #groupOf(
    { problem, column, value }: Problem,
    outcome: RowOutcome,
    sourceId: number = this.#sourceId,
  ): Group {
    const kind = `${sourceId}|${problem}|${column ?? ''}`;
    let shown = value === null || value.length > maxValueLength ? null : value;
    let group = this.#groups.get(`${kind}|${shown ?? '\u0000'}`);
    if (group === undefined && shown !== null) {
      const values = this.#values.get(kind) ?? 0;
      if (values >= maxValues) {
        shown = null;
        group = this.#groups.get(`${kind}|\u0000`);
      } else this.#values.set(kind, values + 1);
    }
    if (group === undefined) {
      const id = this.#groups.size + 1;
      const position = column;
      group = { id, source_id: sourceId, problem, position, value: shown, outcome, rows: 0 };
      this.#groups.set(`${kind}|${shown ?? '\u0000'}`, group);
    }
    return group;
  }

  /** The rows of the source that was started last, by what becomes of them. */
  counts(): RowCounts {
    const totals = [0, 0, 0, 0, 0];
    for (let index = 0; index < this.#count; index += 1) {
      const code = this.#codes[index] ?? 0;
      totals[code] = (totals[code] ?? 0) + 1;
    }
    const [added = 0, updated = 0, unchanged = 0, skipped = 0, wrong = 0] = totals;
    const blank = this.#blank;
    return {
      read: this.#count + blank,
      added,
      updated,
      unchanged,
      skipped: skipped + blank,
      wrong,
    };
  }

  /** Keeps the rows of the source that was started last. */
  finishSource(staging: Staging): void {
    writeOutcomes(staging, this.#sourceId, {
      numbers: this.#numbers.slice(0, this.#count),
      codes: this.#codes.slice(0, this.#count),
    });
  }

  *#pairs(): Generator<readonly [number, number, number]> {
    for (let index = 0; index < this.#rows.length; index += 1) {
      yield [this.#sourceIds[index] ?? 0, this.#rows[index] ?? 0, this.#groupIds[index] ?? 0];
    }
  }

  /** Keeps all problems, and gives them out most rows first. */
  finish(staging: Staging, headerOf: (sourceId: number, column: number) => string): ProblemGroup[] {
    writeProblems(staging, [...this.#groups.values()], this.#pairs());
    return [...this.#groups.values()]
      .sort((a, b) => b.rows - a.rows || a.id - b.id)
      .map(({ source_id, problem, position, value, outcome, rows }) => ({
        sourceId: source_id,
        problem,
        column: position,
        header: position === null ? null : headerOf(source_id, position),
        value,
        rows,
        outcome: outcome as RowOutcome,
      }));
  }
}
