import { useHotkeys, useWindowEvent } from '@mantine/hooks';
import { useEffect, useRef, useState } from 'react';
import type { Paged } from '#renderer/data/use-pages.ts';
import type { Identified } from './column.ts';

/** Most rows that one command takes. */
export const MOST_SELECTED = 1000;

export interface Selection<R extends Identified> {
  readonly picked: ReadonlyMap<R['id'], R>;
  toggle(row: R): void;
  /** Adds rows, up to the most that a command takes. */
  add(rows: readonly R[]): void;
  clear(): void;
}

const COVERS = '[role="dialog"], [role="menu"], [role="listbox"]';

/** Esc anywhere on the screen, also in a field that has no use for it. */
function useLettingGo(clear: () => void): void {
  const isCovered = useRef(false);
  // Seen before anybody answers: an Esc that closes a menu or a dialog is not meant for the list
  // below, and by the time that it comes here the menu is gone.
  useWindowEvent(
    'keydown',
    () => {
      isCovered.current = document.querySelector(COVERS) !== null;
    },
    { capture: true },
  );
  const letGo = (event: KeyboardEvent) => {
    if (!isCovered.current && !event.defaultPrevented) clear();
  };
  useHotkeys([['Escape', letGo, { preventDefault: false }]], []);
}

/** The rows picked in a list; Esc lets them go. */
export function useSelection<R extends Identified>(): Selection<R> {
  const [picked, setPicked] = useState<ReadonlyMap<R['id'], R>>(new Map());
  const add = (rows: readonly R[]) =>
    setPicked((before) => {
      const next = new Map(before);
      for (const row of rows) if (next.size < MOST_SELECTED) next.set(row.id, row);
      return next;
    });
  const toggle = (row: R) =>
    setPicked((before) => {
      const next = new Map(before);
      if (!next.delete(row.id) && next.size < MOST_SELECTED) next.set(row.id, row);
      return next;
    });
  const clear = () => setPicked(new Map());
  useLettingGo(clear);
  return { picked, toggle, add, clear };
}

interface PickAll {
  readonly allPicked: boolean;
  pickAll(): void;
}

/** Picks every row once enough pages are here; pages are asked for one after the other. */
export function usePickAll<R extends Identified>(
  pages: Paged<R>,
  count: number,
  selection: Selection<R> | undefined,
): PickAll {
  const [isWanted, setWanted] = useState(false);
  const target = Math.min(count, MOST_SELECTED);
  const isComplete = pages.rows.length >= target || !pages.hasMore;
  useEffect(() => {
    if (!isWanted) return;
    if (!isComplete) {
      pages.loadMore();
      return;
    }
    setWanted(false);
    selection?.add(pages.rows.slice(0, MOST_SELECTED));
  }, [isWanted, isComplete, pages, selection]);
  const allPicked = target > 0 && (selection?.picked.size ?? 0) >= target;
  return { allPicked, pickAll: () => (allPicked ? selection?.clear() : setWanted(true)) };
}
