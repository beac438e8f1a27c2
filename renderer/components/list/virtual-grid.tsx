// biome-ignore-all lint/a11y/useSemanticElements: a virtual list cannot be a <table>; it is an ARIA grid
import { useCallbackRef, useMergedRef } from '@mantine/hooks';
import { type RefObject, useEffect, useId, useMemo } from 'react';
import type { Paged } from '#renderer/data/use-pages.ts';
import type { ListOrder } from '#renderer/state/list-order.ts';
import { useListPlace } from '#renderer/state/list-places.ts';
import type { Column, Identified } from './column.ts';
import classes from './grid.module.css';
import { GridHead } from './grid-head.tsx';
import { GridRow } from './grid-row.tsx';
import { useGridKeys } from './use-grid-keys.ts';
import { type Selection, usePickAll } from './use-selection.ts';
import { useVirtualRows } from './use-virtual-rows.ts';

const TICK_TRACK = '2.5rem';

interface Props<R extends Identified, S extends string> {
  /** The list's own name: its place is kept under it. */
  readonly name: string;
  readonly label: string;
  /** What the list shows, and in which order: something else is read from its top. */
  readonly shows: string;
  readonly pages: Paged<R>;
  /** How many the filter leaves, once they are counted. */
  readonly counted: number | undefined;
  readonly rowRem: number;
  /** The columns that a width has room for. */
  readonly columns: (widthRem: number) => readonly Column<R, S>[];
  readonly order?: ListOrder<S>;
  /** Where rows can be picked. */
  readonly selection?: Selection<R>;
  /** Told how the grid takes the keyboard. */
  readonly focusRef: RefObject<HTMLDivElement | null>;
  onOpen(row: R): void;
  /** Told the width that the columns have to fit into. */
  onWidth?(widthRem: number): void;
}

/** What is done to a row by its place in the list: it is opened or picked, and has the keyboard then. */
function useRowActions<R extends Identified, S extends string>(
  { pages, selection, onOpen }: Props<R, S>,
  cursor: number,
  setCursor: (index: number) => void,
) {
  const { rows } = pages;
  // Rows are drawn anew only when what they show changes: what they call must stay the same.
  const open = useCallbackRef((index: number) => {
    const row = rows[index];
    setCursor(index);
    if (row !== undefined) onOpen(row);
  });
  const pick = useCallbackRef((index: number, toHere: boolean) => {
    const row = rows[index];
    if (row === undefined || selection === undefined) return;
    if (toHere) selection.add(rows.slice(Math.min(cursor, index), Math.max(cursor, index) + 1));
    else selection.toggle(row);
    setCursor(index);
  });
  return { open, pick };
}

/** Everything the grid draws and answers with: its rows in sight, its columns, its keyboard. */
function useGrid<R extends Identified, S extends string>(props: Props<R, S>) {
  const {
    name,
    shows,
    pages,
    counted,
    rowRem,
    columns: columnsFor,
    selection,
    focusRef,
    onWidth,
  } = props;
  const count = pages.hasMore ? Math.max(counted ?? 0, pages.rows.length) : pages.rows.length;
  const [cursor, setCursor] = useListPlace(name, shows);
  const sight = useVirtualRows({ pages, count, rowRem, cursor, shows });
  const { virtual, widthRem } = sight;
  useEffect(() => onWidth?.(widthRem), [onWidth, widthRem]);
  const columns = useMemo(() => columnsFor(widthRem), [columnsFor, widthRem]);
  const tracks = columns.map(({ track }) => track);
  const { open, pick } = useRowActions(props, cursor, setCursor);
  const { allPicked, pickAll } = usePickAll(pages, count, selection);
  const onKeyDown = useGridKeys({
    count,
    pageRows: sight.pageRows,
    cursor,
    moveTo: (index) => {
      setCursor(index);
      virtual.scrollToIndex(index, { align: 'auto' });
    },
    open,
    picks: selection === undefined ? null : { pick, pickAll, clear: selection.clear },
  });
  return {
    ref: useMergedRef(sight.scroller, sight.sizeRef, focusRef),
    count,
    cursor,
    items: virtual.getVirtualItems(),
    height: virtual.getTotalSize(),
    columns,
    template: [...(selection === undefined ? [] : [TICK_TRACK]), ...tracks].join(' '),
    open,
    pick,
    allPicked,
    pickAll,
    onKeyDown,
  };
}

/** The rows of a list as a grid: only those on the screen exist; arrows move, Enter opens. */
export function VirtualGrid<R extends Identified, S extends string = never>(props: Props<R, S>) {
  const { label, pages, rowRem, order, selection } = props;
  const grid = useGrid(props);
  const { cursor, items, columns, template } = grid;
  const id = useId();
  const rowId = (index: number) => `${id}-${index}`;
  const canPick = selection !== undefined;
  return (
    <div
      ref={grid.ref}
      className={classes.frame}
      role="grid"
      tabIndex={0}
      aria-label={label}
      aria-rowcount={grid.count + 1}
      aria-multiselectable={canPick || undefined}
      aria-activedescendant={
        items.some(({ index }) => index === cursor) ? rowId(cursor) : undefined
      }
      data-stale={pages.isStale || undefined}
      onKeyDown={grid.onKeyDown}
    >
      <GridHead
        {...{ columns, template, order, canPick }}
        allPicked={grid.allPicked}
        onPickAll={grid.pickAll}
      />
      <div role="rowgroup" className={classes.rows} style={{ height: grid.height }}>
        {items.map(({ index, start }) => {
          const row = pages.rows[index] ?? null;
          return (
            <GridRow
              key={row === null ? `waiting-${index}` : row.id}
              id={rowId(index)}
              {...{ index, row, rowRem, columns, template, canPick }}
              top={start}
              isPicked={row !== null && selection?.picked.has(row.id) === true}
              isCurrent={index === cursor}
              onOpen={grid.open}
              onPick={grid.pick}
            />
          );
        })}
      </div>
    </div>
  );
}
