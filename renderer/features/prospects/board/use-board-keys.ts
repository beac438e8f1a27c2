import { type KeyboardEvent, useEffect, useRef } from 'react';
import type { Output } from '#shared/contract/index.ts';
import { stages } from '#shared/domain/vocabulary/prospects.ts';
import type { Moving } from '../moving/use-move.tsx';

type Board = Output<'prospects.board'>;

interface Place {
  readonly column: number;
  readonly at: number;
}

/** The cards as they stand, by their ids. */
function idsOf(board: Board): number[][] {
  return board.stages.map(({ rows }) => rows.map(({ id }) => id));
}

/** The next card in a direction; past an empty stage the one after it. */
function neighbour(ids: readonly (readonly number[])[], { column, at }: Place, key: string) {
  if (key === 'ArrowUp' || key === 'ArrowDown')
    return ids[column]?.[at + (key === 'ArrowDown' ? 1 : -1)];
  const step = key === 'ArrowRight' ? 1 : -1;
  for (let next = column + step; ids[next] !== undefined; next += step) {
    const cards = ids[next] ?? [];
    if (cards.length > 0) return cards[Math.min(at, cards.length - 1)];
  }
  return undefined;
}

const ARROWS = ['ArrowUp', 'ArrowDown', 'ArrowLeft', 'ArrowRight'];

/** Arrows go from card to card; with Shift they take the card along to the next stage. */
export function useBoardKeys(board: Board, moving: Moving) {
  const ref = useRef<HTMLDivElement>(null);
  const moved = useRef<number | null>(null);
  const focusOn = (id: number) =>
    ref.current?.querySelector<HTMLElement>(`[data-prospect="${id}"]`)?.focus();
  // A card that was moved stands in another column once it was read again; the keyboard goes with it.
  // biome-ignore lint/correctness/useExhaustiveDependencies: with every board that is read
  useEffect(() => {
    if (moved.current !== null) focusOn(moved.current);
    moved.current = null;
  }, [board]);
  const onKeyDown = (event: KeyboardEvent) => {
    const id = Number((event.target as HTMLElement).dataset.prospect ?? Number.NaN);
    if (!ARROWS.includes(event.key) || Number.isNaN(id)) return;
    const ids = idsOf(board);
    const column = ids.findIndex((cards) => cards.includes(id));
    const row = board.stages[column]?.rows.find((one) => one.id === id);
    if (row === undefined) return;
    event.preventDefault();
    const isSideways = event.key === 'ArrowLeft' || event.key === 'ArrowRight';
    if (event.shiftKey && isSideways) {
      const stage = stages[column + (event.key === 'ArrowRight' ? 1 : -1)];
      if (stage === undefined || row.sale !== null) return;
      moved.current = id;
      moving.move(row, stage);
      return;
    }
    const next = neighbour(ids, { column, at: ids[column]?.indexOf(id) ?? 0 }, event.key);
    if (next !== undefined) focusOn(next);
  };
  return { ref, onKeyDown };
}
