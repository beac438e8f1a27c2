// biome-ignore-all lint/a11y/useSemanticElements: a virtual list cannot be a <table>; it is an ARIA grid
import { useElementSize, useMergedRef } from '@mantine/hooks';
import { useVirtualizer } from '@tanstack/react-virtual';
import { useCallback, useEffect, useLayoutEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useGo } from '#renderer/base/routes.ts';
import type { Pages } from '#renderer/data/use-pages.ts';
import { useCustomerList } from '#renderer/state/customer-list.ts';
import { type ColumnName, fittingColumns, gridTemplate } from './columns.ts';
import { CustomerRow, rowId } from './customer-row.tsx';
import classes from './customer-table.module.css';
import { TableHead } from './table-head.tsx';
import { useGridKeys } from './use-grid-keys.ts';
import { MOST_SELECTED, type Selection } from './use-selection.ts';

const ROW_REM = 2.125;
const HEAD_REM = 2;

/** Pixels of one rem as the text stands now. */
function rootPixels(): number {
  return Number.parseFloat(getComputedStyle(document.documentElement).fontSize) || 16;
}

interface Props {
  readonly pages: Pages<'customers.list'>;
  /** How many the scroll bar is for. */
  readonly count: number;
  readonly columns: readonly ColumnName[];
  readonly selection: Selection;
  /** Told how the grid takes the keyboard. */
  readonly focusRef: React.RefObject<HTMLDivElement | null>;
}

/** Picks every row once enough pages are here; pages are asked for one after the other. */
function usePickAll({ pages, count, selection }: Props) {
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
    selection.add(pages.rows.slice(0, MOST_SELECTED));
  }, [isWanted, isComplete, pages, selection]);
  const allPicked = target > 0 && selection.picked.size >= target;
  return { allPicked, pickAll: () => (allPicked ? selection.clear() : setWanted(true)) };
}

/** The virtual list: only the rows on the screen exist, a hundred thousand scroll like ten. */
export function CustomerTable(props: Props) {
  const { pages, count, columns: chosen, selection, focusRef } = props;
  const { t } = useTranslation();
  const go = useGo();
  const { cursor, setCursor, filter, sort, descending } = useCustomerList();
  const scroller = useRef<HTMLDivElement>(null);
  const { ref: sizeRef, width } = useElementSize<HTMLDivElement>();
  const merged = useMergedRef(scroller, sizeRef, focusRef);
  const rem = rootPixels();
  const columns = fittingColumns(chosen, (width || 960) / rem);
  const template = gridTemplate(columns);
  const virtual = useVirtualizer({
    count,
    getScrollElement: () => scroller.current,
    estimateSize: () => ROW_REM * rem,
    overscan: 12,
    scrollPaddingStart: HEAD_REM * rem,
    initialRect: { width: 960, height: 600 },
  });
  const items = virtual.getVirtualItems();
  const lastShown = items.at(-1)?.index ?? 0;
  const isNearEnd = lastShown >= pages.rows.length - 60;
  useEffect(() => {
    if (isNearEnd) pages.loadMore();
  }, [isNearEnd, pages]);
  // biome-ignore lint/correctness/useExhaustiveDependencies: only when the list comes back on the screen
  useLayoutEffect(() => {
    if (cursor > 0) virtual.scrollToIndex(cursor, { align: 'center' });
  }, []);
  // Another order or filter is another list: it is read from its top.
  const list = JSON.stringify([filter, sort, descending]);
  const shownList = useRef(list);
  useLayoutEffect(() => {
    if (shownList.current === list) return;
    shownList.current = list;
    virtual.scrollToOffset(0);
  }, [list, virtual]);
  // biome-ignore lint/correctness/useExhaustiveDependencies: rows are as high as the text wants
  useLayoutEffect(() => virtual.measure(), [rem]);
  const { allPicked, pickAll } = usePickAll(props);
  const open = useCallback(
    (index: number) => {
      const row = pages.rows[index];
      setCursor(index);
      if (row !== undefined) go({ customer: row.id });
    },
    [pages.rows, go, setCursor],
  );
  const pick = useCallback(
    (index: number, toHere: boolean) => {
      const row = pages.rows[index];
      if (row === undefined) return;
      if (toHere)
        selection.add(pages.rows.slice(Math.min(cursor, index), Math.max(cursor, index) + 1));
      else selection.toggle(row);
      setCursor(index);
    },
    [pages.rows, selection, cursor, setCursor],
  );
  const onKeyDown = useGridKeys({
    count,
    pageRows: Math.max(1, Math.floor((virtual.scrollRect?.height ?? 340) / (ROW_REM * rem)) - 2),
    open,
    pick,
    pickAll,
    clear: selection.clear,
    reveal: (index) => virtual.scrollToIndex(index, { align: 'auto' }),
  });
  return (
    <div
      ref={merged}
      className={classes.frame}
      role="grid"
      tabIndex={0}
      aria-label={t('customers.tableLabel')}
      aria-rowcount={count + 1}
      aria-multiselectable="true"
      aria-activedescendant={
        items.some((item) => item.index === cursor) ? rowId(cursor) : undefined
      }
      data-stale={pages.isStale || undefined}
      onKeyDown={onKeyDown}
    >
      <TableHead columns={columns} template={template} allPicked={allPicked} onPickAll={pickAll} />
      <div role="rowgroup" className={classes.rows} style={{ height: virtual.getTotalSize() }}>
        {items.map(({ index, start }) => {
          const row = pages.rows[index] ?? null;
          return (
            <CustomerRow
              key={row === null ? `waiting-${index}` : row.id}
              index={index}
              top={start}
              template={template}
              columns={columns}
              row={row}
              isPicked={row !== null && selection.picked.has(row.id)}
              isCurrent={index === cursor}
              onOpen={open}
              onPick={pick}
            />
          );
        })}
      </div>
    </div>
  );
}
