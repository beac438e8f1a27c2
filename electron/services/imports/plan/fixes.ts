import type { Cell } from '#shared/domain/cell.ts';
import type { Fix, SourceState } from '../draft-store.ts';
import { cellText } from './cells.ts';
import type { Problem } from './outcomes.ts';

/** Whether a fix counts wherever its value stands, and not only beside a problem. */
export function isEverywhere({ problem, stands }: Fix): boolean {
  return problem === undefined && !stands;
}

/** Replaces values wherever they stand in a column, by fixes that count everywhere. */
export function fixer(everywhere: readonly Fix[]): (row: readonly Cell[]) => readonly Cell[] {
  const byColumn = Map.groupBy(everywhere, (fix) => fix.column);
  const replacements = [...byColumn].map(([column, fixes]) => ({
    column,
    to: new Map(fixes.map((fix) => [fix.from, fix.to])),
  }));
  return (row) => {
    let fixed: Cell[] | null = null;
    for (const { column, to } of replacements) {
      const text = cellText(row[column]);
      if (!to.has(text)) continue;
      fixed ??= [...row];
      fixed[column] = to.get(text) ?? null;
    }
    return fixed ?? row;
  };
}

/** Replaces the cell of a row that has the problem a fix was made for; null: none was. */
function mended(fixes: readonly Fix[], problem: Problem, cells: readonly Cell[]): Cell[] | null {
  const { column } = problem;
  if (column === null) return null;
  const text = cellText(cells[column]);
  const fix = fixes.find(
    (each) => each.problem === problem.problem && each.column === column && each.from === text,
  );
  return fix === undefined ? null : cells.map((cell, at) => (at === column ? fix.to : cell));
}

/** Reads rows with `read`, and those with a problem that a fix was made for once more, mended. */
export function mendingReader<Row extends object>(
  source: SourceState,
  read: (cells: readonly Cell[]) => Row | Problem,
): (cells: readonly Cell[]) => Row | Problem {
  const fixes = source.fixes.filter((fix) => fix.problem !== undefined && !fix.stands);
  return (cells) => {
    let current = cells;
    let found = read(current);
    for (let tries = 0; tries < fixes.length && isProblem(found); tries += 1) {
      const next = mended(fixes, found, current);
      if (next === null) return found;
      current = next;
      found = read(current);
    }
    return found;
  };
}

/** Whether reading a row has found something wrong. */
export function isProblem(read: object): read is Problem {
  return 'problem' in read;
}
