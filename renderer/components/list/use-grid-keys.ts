import type { KeyboardEvent } from 'react';

interface Grid {
  readonly count: number;
  /** Rows that Page Up and Page Down move by. */
  readonly pageRows: number;
  readonly cursor: number;
  moveTo(index: number): void;
  open(index: number): void;
  /** Null: rows of this list cannot be picked. */
  readonly picks: GridPicks | null;
}

/** What the keyboard does with the rows picked. */
export interface GridPicks {
  pick(index: number, toHere: boolean): void;
  pickAll(): void;
  clear(): void;
}

interface Rows {
  readonly count: number;
  readonly pageRows: number;
}

/** Where a key moves the cursor to, or null when it is no key that moves. */
export function movedTo(key: string, from: number, { count, pageRows }: Rows): number | null {
  const steps: Readonly<Record<string, number>> = {
    ArrowDown: 1,
    ArrowUp: -1,
    PageDown: pageRows,
    PageUp: -pageRows,
    Home: -count,
    End: count,
  };
  const step = steps[key];
  return step === undefined ? null : Math.max(0, Math.min(count - 1, from + step));
}

function pickWith(event: KeyboardEvent, { pick, pickAll, clear }: GridPicks, cursor: number) {
  if (event.key === ' ') pick(cursor, false);
  else if (event.key.toLowerCase() === 'a' && (event.ctrlKey || event.metaKey)) pickAll();
  else if (event.key === 'Escape') clear();
  else return false;
  return true;
}

/** A grid's keyboard: arrows move, Shift extends, Space picks, Enter opens, Esc lets go. */
export function useGridKeys(grid: Grid): (event: KeyboardEvent) => void {
  const { cursor, picks } = grid;
  return (event) => {
    if (event.target !== event.currentTarget || grid.count === 0) return;
    const to = movedTo(event.key, cursor, grid);
    if (to !== null) {
      if (event.shiftKey) picks?.pick(to, true);
      grid.moveTo(to);
    } else if (event.key === 'Enter') grid.open(cursor);
    else if (picks === null || !pickWith(event, picks, cursor)) return;
    event.preventDefault();
  };
}
