// biome-ignore-all lint/a11y/useSemanticElements: a virtual list cannot be a <table>; it is an ARIA grid
// biome-ignore-all lint/a11y/useFocusableInteractive: the grid has the focus, not its head
import { useMergedRef } from '@mantine/hooks';
import { useVirtualizer } from '@tanstack/react-virtual';
import { type KeyboardEvent, type RefObject, useEffect, useLayoutEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { useGo } from '#renderer/base/routes.ts';
import type { Pages } from '#renderer/data/use-pages.ts';
import { useComplaintList } from '#renderer/state/complaint-list.ts';
import classes from './complaint-list.module.css';
import { ComplaintRow, rowId } from './complaint-row.tsx';

const ROW_REM = 3;
const HEAD_REM = 2;
const COLUMNS = ['what', 'severity', 'clock', 'age', 'state'] as const;

function rootPixels(): number {
  return Number.parseFloat(getComputedStyle(document.documentElement).fontSize) || 16;
}

/** Where a key moves the cursor to, or null when it is no key that moves. */
function movedTo(key: string, from: number, count: number, pageRows: number): number | null {
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

interface Props {
  readonly pages: Pages<'complaints.list'>;
  /** How many the scroll bar is for. */
  readonly count: number;
  /** Changes with filter and order: another list is read from its top. */
  readonly listKey: string;
  readonly focusRef: RefObject<HTMLDivElement | null>;
}

function useRows({ pages, count, listKey }: Props) {
  const { cursor } = useComplaintList();
  const scroller = useRef<HTMLDivElement>(null);
  const rem = rootPixels();
  const virtual = useVirtualizer({
    count,
    getScrollElement: () => scroller.current,
    estimateSize: () => ROW_REM * rem,
    overscan: 8,
    scrollPaddingStart: HEAD_REM * rem,
    initialRect: { width: 960, height: 600 },
  });
  const lastShown = virtual.getVirtualItems().at(-1)?.index ?? 0;
  const isNearEnd = lastShown >= pages.rows.length - 30;
  useEffect(() => {
    if (isNearEnd) pages.loadMore();
  }, [isNearEnd, pages]);
  // biome-ignore lint/correctness/useExhaustiveDependencies: only when the list comes back on the screen
  useLayoutEffect(() => {
    if (cursor > 0) virtual.scrollToIndex(cursor, { align: 'center' });
  }, []);
  const shownList = useRef(listKey);
  useLayoutEffect(() => {
    if (shownList.current === listKey) return;
    shownList.current = listKey;
    virtual.scrollToOffset(0);
  }, [listKey, virtual]);
  // biome-ignore lint/correctness/useExhaustiveDependencies: rows are as high as the text wants
  useLayoutEffect(() => virtual.measure(), [rem]);
  const pageRows = Math.max(
    1,
    Math.floor((virtual.scrollRect?.height ?? 340) / (ROW_REM * rem)) - 2,
  );
  return { virtual, scroller, pageRows };
}

/** The queue: only the rows on the screen exist; arrows move, Enter opens. */
export function ComplaintList(props: Props) {
  const { pages, count, focusRef } = props;
  const { t } = useTranslation();
  const go = useGo();
  const { cursor, setCursor } = useComplaintList();
  const { virtual, scroller, pageRows } = useRows(props);
  const merged = useMergedRef(scroller, focusRef);
  const items = virtual.getVirtualItems();
  const open = (index: number) => {
    const row = pages.rows[index];
    setCursor(index);
    if (row !== undefined) go({ complaint: row.id });
  };
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.target !== event.currentTarget || count === 0) return;
    const to = movedTo(event.key, cursor, count, pageRows);
    if (to !== null) {
      setCursor(to);
      virtual.scrollToIndex(to, { align: 'auto' });
    } else if (event.key === 'Enter') open(cursor);
    else return;
    event.preventDefault();
  };
  return (
    <div
      ref={merged}
      className={classes.frame}
      role="grid"
      tabIndex={0}
      aria-label={t('complaint.list.label')}
      aria-rowcount={count + 1}
      aria-activedescendant={
        items.some(({ index }) => index === cursor) ? rowId(cursor) : undefined
      }
      data-stale={pages.isStale || undefined}
      onKeyDown={onKeyDown}
    >
      <div role="rowgroup" className={classes.headGroup}>
        <div role="row" className={classes.head} aria-rowindex={1}>
          {COLUMNS.map((one) => (
            <div key={one} role="columnheader">
              {t(`complaint.column.${one}`)}
            </div>
          ))}
        </div>
      </div>
      <div role="rowgroup" className={classes.rows} style={{ height: virtual.getTotalSize() }}>
        {items.map(({ index, start }) => {
          const row = pages.rows[index] ?? null;
          return (
            <ComplaintRow
              key={row === null ? `waiting-${index}` : row.id}
              index={index}
              top={start}
              row={row}
              isCurrent={index === cursor}
              onOpen={open}
            />
          );
        })}
      </div>
    </div>
  );
}
