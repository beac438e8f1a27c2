import { mendedCells } from '#db/staging/mended.ts';
import {
  firstProblems,
  readOutcomes,
  rowsWithProblem,
  type SourceOutcomes,
} from '#db/staging/outcomes.ts';
import { readPlanFact } from '#db/staging/plan.ts';
import { readRows } from '#db/staging/staging.ts';
import type { Output, Parsed } from '#shared/contract/index.ts';
import { type OpenDraft, sourceOf } from './draft-store.ts';
import { outcomeOfCode } from './plan/outcomes.ts';
import { quotedRows } from './plan/quoted-rows.ts';

type Wanted = Parsed<'imports.rows'>;

/** Index of the first row after `row`. */
function indexAfter(numbers: Int32Array, row: number): number {
  let low = 0;
  let high = numbers.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((numbers[middle] ?? 0) <= row) low = middle + 1;
    else high = middle;
  }
  return low;
}

function wantedRows(draft: OpenDraft, wanted: Wanted, outcomes: SourceOutcomes): number[] {
  const { sourceId, outcome, problem, value, afterRow, limit } = wanted;
  const having =
    problem === null ? null : new Set(rowsWithProblem(draft.staging, sourceId, problem, value));
  const rows: number[] = [];
  const { numbers, codes } = outcomes;
  for (
    let at = indexAfter(numbers, afterRow);
    at < numbers.length && rows.length < limit;
    at += 1
  ) {
    const row = numbers[at] ?? 0;
    if (outcome !== null && outcomeOfCode[codes[at] ?? 0] !== outcome) continue;
    if (having !== null && !having.has(row)) continue;
    rows.push(row);
  }
  return rows;
}

/** Rows as they stand in the file, those in quotes once they are split, with what the last check decided; none before the first check. */
export function draftRows(draft: OpenDraft, wanted: Wanted): Output<'imports.rows'> {
  if (readPlanFact(draft.staging, 'basis') === undefined) return [];
  const outcomes = readOutcomes(draft.staging, wanted.sourceId);
  if (outcomes === null) return [];
  const rows = wantedRows(draft, wanted, outcomes);
  const cells = readRows(draft.staging, wanted.sourceId, rows);
  const problems = firstProblems(draft.staging, wanted.sourceId, rows);
  const mended = mendedCells(draft.staging, wanted.sourceId, rows);
  const quoted = quotedRows(sourceOf(draft.state, wanted.sourceId));
  return rows.map((row) => {
    const at = indexAfter(outcomes.numbers, row - 1);
    return {
      row,
      cells: [...quoted.split(cells.get(row) ?? [])],
      outcome: outcomeOfCode[outcomes.codes[at] ?? 0] ?? 'added',
      problem: wanted.problem ?? problems.get(row) ?? null,
      mended: [...(mended.get(row) ?? [])].map(([column, cell]) => ({ column, cell })),
    };
  });
}
