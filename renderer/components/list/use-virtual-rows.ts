import { useElementSize } from '@mantine/hooks';
import { useVirtualizer, type Virtualizer } from '@tanstack/react-virtual';
import { type RefCallback, type RefObject, useEffect, useLayoutEffect, useRef } from 'react';
import type { Paged } from '#renderer/data/use-pages.ts';

const HEAD_REM = 2;
/** Rows below the last one drawn at which the next page is asked for. */
const ROWS_AHEAD = 60;
/** What a window that lays nothing out is taken for. */
const UNSEEN = { width: 960, height: 600 };

/** Pixels of one rem as the text stands now. */
function rootPixels(): number {
  return Number.parseFloat(getComputedStyle(document.documentElement).fontSize) || 16;
}

interface Rows {
  readonly pages: Paged<unknown>;
  readonly count: number;
  readonly rowRem: number;
  /** Row that has the keyboard. */
  readonly cursor: number;
  /** What the list shows: something else is read from its top. */
  readonly shows: string;
}

interface Sight {
  readonly virtual: Virtualizer<HTMLDivElement, Element>;
  /** For the element that the rows scroll in. */
  readonly scroller: RefObject<HTMLDivElement | null>;
  readonly sizeRef: RefCallback<HTMLDivElement>;
  readonly widthRem: number;
  /** Rows that one page of the window shows. */
  readonly pageRows: number;
}

/** Which rows are on the screen: a hundred thousand scroll like ten. */
export function useVirtualRows({ pages, count, rowRem, cursor, shows }: Rows): Sight {
  const scroller = useRef<HTMLDivElement>(null);
  const { ref: sizeRef, width } = useElementSize<HTMLDivElement>();
  const rem = rootPixels();
  const virtual = useVirtualizer<HTMLDivElement, Element>({
    count,
    getScrollElement: () => scroller.current,
    estimateSize: () => rowRem * rem,
    overscan: 12,
    scrollPaddingStart: HEAD_REM * rem,
    initialRect: UNSEEN,
  });
  const lastShown = virtual.getVirtualItems().at(-1)?.index ?? 0;
  const isNearEnd = lastShown >= pages.rows.length - ROWS_AHEAD;
  useEffect(() => {
    if (isNearEnd) pages.loadMore();
  }, [isNearEnd, pages]);
  // biome-ignore lint/correctness/useExhaustiveDependencies: only when the list comes back on the screen
  useLayoutEffect(() => {
    if (cursor > 0) virtual.scrollToIndex(cursor, { align: 'center' });
  }, []);
  const shown = useRef(shows);
  useLayoutEffect(() => {
    if (shown.current === shows) return;
    shown.current = shows;
    virtual.scrollToOffset(0);
  }, [shows, virtual]);
  // biome-ignore lint/correctness/useExhaustiveDependencies: rows are as high as the text wants
  useLayoutEffect(() => virtual.measure(), [rem]);
  const height = virtual.scrollRect?.height ?? 340;
  return {
    virtual,
    scroller,
    sizeRef,
    widthRem: (width || UNSEEN.width) / rem,
    pageRows: Math.max(1, Math.floor(height / (rowRem * rem)) - 2),
  };
}
