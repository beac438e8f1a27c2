import { type RefCallback, useCallback, useEffect, useRef } from 'react';

/** A ref for the last line of a list: when it comes into sight the next page is fetched. */
export function useEndless(hasMore: boolean, loadMore: () => void): RefCallback<HTMLElement> {
  const more = useRef(loadMore);
  useEffect(() => {
    more.current = loadMore;
  });
  return useCallback(
    (end: HTMLElement | null) => {
      if (end === null || !hasMore) return;
      const watch = new IntersectionObserver((seen) => {
        if (seen.some((one) => one.isIntersecting)) more.current();
      });
      watch.observe(end);
      return () => watch.disconnect();
    },
    [hasMore],
  );
}
