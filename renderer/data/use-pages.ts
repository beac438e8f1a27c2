import { keepPreviousData, useInfiniteQuery } from '@tanstack/react-query';
import { useEffect, useMemo } from 'react';
import type { Input, Output } from '#shared/contract/index.ts';
import { type RequestError, request } from './client.ts';

/** Reads that come in keyset pages. */
export type PagedName =
  | 'customers.list'
  | 'customers.reckoned'
  | 'sales.list'
  | 'sales.ofCustomer'
  | 'products.list'
  | 'prospects.list'
  | 'interactions.timeline'
  | 'followUps.today'
  | 'complaints.list'
  | 'reviews.list'
  | 'guarantee.claims'
  | 'accountant.packs'
  | 'privacy.log'
  | 'trash.list'
  | 'history.list'
  | 'history.changes';

type Row<N extends PagedName> = Output<N>['rows'][number];

/** Rows that are here already, and how the rest comes. */
export interface Paged<R> {
  readonly rows: readonly R[];
  readonly error: RequestError | null;
  readonly isPending: boolean;
  /** Read, and there is not one row. */
  readonly isEmpty: boolean;
  /** The rows shown belong to the input before. */
  readonly isStale: boolean;
  readonly hasMore: boolean;
  readonly isLoadingMore: boolean;
  loadMore(): void;
  retry(): void;
}

export type Pages<N extends PagedName> = Paged<Row<N>>;

const FIRST_PAGE = 100;

/** Keyset pages of a list, fetched one after the other; the first is small so that it shows at once. */
export function usePages<N extends PagedName>(
  channel: N,
  input: Omit<Input<N>, 'after' | 'limit'>,
  nextPage: number,
): Pages<N> {
  const query = useInfiniteQuery({
    queryKey: [channel, input, 'pages'],
    initialPageParam: null as Output<N>['next'],
    queryFn: ({ pageParam }) => {
      const limit = pageParam === null ? Math.min(FIRST_PAGE, nextPage) : nextPage;
      const page = { ...input, after: pageParam, limit } as unknown as Input<N>;
      return request(channel, page);
    },
    getNextPageParam: (last: Output<N>) => last.next,
    placeholderData: keepPreviousData,
  });
  const { data, hasNextPage, isFetchingNextPage, fetchNextPage, refetch } = query;
  // A page that was handed over before anything was found: what follows it is asked for at once.
  const isLooking = hasNextPage && data?.pages.at(-1)?.rows.length === 0;
  useEffect(() => {
    if (isLooking && !isFetchingNextPage) void fetchNextPage();
  }, [isLooking, isFetchingNextPage, fetchNextPage]);
  const rows = useMemo(
    () => (data === undefined ? [] : data.pages.flatMap((page) => page.rows as Row<N>[])),
    [data],
  );
  return {
    rows,
    error: query.error as RequestError | null,
    isPending: query.isPending,
    isEmpty: !query.isPending && query.error === null && rows.length === 0 && !hasNextPage,
    isStale: query.isPlaceholderData,
    hasMore: hasNextPage,
    isLoadingMore: isFetchingNextPage,
    loadMore: () => {
      if (hasNextPage && !isFetchingNextPage) void fetchNextPage();
    },
    retry: () => void refetch(),
  };
}
