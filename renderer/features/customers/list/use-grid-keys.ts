import type { KeyboardEvent } from 'react';
import { useCustomerList } from '#renderer/state/customer-list.ts';

interface Grid {
  readonly count: number;
  /** Rows that Page Up and Page Down move by. */
  readonly pageRows: number;
  open(index: number): void;
  pick(index: number, toHere: boolean): void;
  pickAll(): void;
  clear(): void;
  reveal(index: number): void;
}

/** Where a key moves the cursor to, or null when it is no key that moves. */
export function movedTo(key: string, from: number, count: number, pageRows: number): number | null {
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

/** The list's keyboard: arrows move, Shift extends, Space picks, Enter opens, Esc lets go. */
export function useGridKeys(grid: Grid): (event: KeyboardEvent) => void {
  const { cursor, setCursor } = useCustomerList();
  return (event) => {
    if (event.target !== event.currentTarget || grid.count === 0) return;
    const to = movedTo(event.key, cursor, grid.count, grid.pageRows);
    if (to !== null) {
      if (event.shiftKey) grid.pick(to, true);
      setCursor(to);
      grid.reveal(to);
    } else if (event.key === 'Enter') grid.open(cursor);
    else if (event.key === ' ') grid.pick(cursor, false);
    else if (event.key.toLowerCase() === 'a' && (event.ctrlKey || event.metaKey)) grid.pickAll();
    else if (event.key === 'Escape') grid.clear();
    else return;
    event.preventDefault();
  };
}
