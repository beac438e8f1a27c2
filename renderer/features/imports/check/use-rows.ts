import { useInfiniteQuery } from '@tanstack/react-query';
import { type RequestError, request } from '#renderer/data/client.ts';
import type { RowOutcome } from '#shared/contract/imports.ts';
import { useImport } from '../import-session.ts';
import type { FileRow } from '../problem-groups.ts';

/** Which rows of one source to show. */
export interface RowFilter {
  readonly sourceId: number;
  readonly outcome: RowOutcome | null;
  readonly problem: string | null;
  readonly value: string | null;
}

const FIRST_PAGE = 50;

/** Rows of the last check, a page at a time; they belong to that check and are never mixed with another's. */
export function useRows(filter: RowFilter | null) {
  const { draftId, checks } = useImport();
  const query = useInfiniteQuery({
    queryKey: ['imports.rows', draftId, checks, filter],
    enabled: draftId !== null && filter !== null,
    initialPageParam: 0,
    queryFn: ({ pageParam }): Promise<FileRow[]> =>
      draftId === null || filter === null
        ? Promise.resolve([])
        : request('imports.rows', { draftId, ...filter, afterRow: pageParam, limit: FIRST_PAGE }),
    getNextPageParam: (last: FileRow[]) =>
      last.length < FIRST_PAGE ? undefined : last.at(-1)?.row,
  });
  return {
    rows: query.data?.pages.flat() ?? [],
    error: query.error as RequestError | null,
    isPending: query.isPending,
    hasMore: query.hasNextPage,
    isLoadingMore: query.isFetchingNextPage,
    loadMore: () => void query.fetchNextPage(),
    retry: () => void query.refetch(),
  };
}
