import { useMemo } from 'react';
import { lists } from '#renderer/base/lists.ts';
import { type FilterChoice, useFilter } from '#renderer/components/list/use-filter.ts';
import { type Paged, usePages } from '#renderer/data/use-pages.ts';
import { useQuery } from '#renderer/data/use-query.ts';
import type { Output } from '#shared/contract/index.ts';
import type { TrashFilter, TrashRow } from '#shared/contract/trash/trash.ts';
import { trashKinds } from '#shared/domain/vocabulary/trash.ts';

const NEXT_PAGE = 200;

/** A thing as a row of the list: its id is its own among all kinds. */
export interface ListedTrash {
  readonly id: number;
  readonly thing: TrashRow;
}

export interface Trash {
  readonly choice: FilterChoice<TrashFilter>;
  readonly pages: Paged<ListedTrash>;
  readonly counts: Output<'trash.counts'> | undefined;
  /** The counts are still those of the filter before. */
  readonly isCounting: boolean;
  /** How many the filter leaves; undefined: a search leaves some of them, and nobody has counted those. */
  readonly count: number | undefined;
}

function listed(thing: TrashRow): ListedTrash {
  return { id: thing.id * trashKinds.length + trashKinds.indexOf(thing.kind), thing };
}

/** What lies in the trash, as the address asks for it. */
export function useTrash(): Trash {
  const choice = useFilter(lists.trash);
  const { filter } = choice;
  const pages = usePages('trash.list', { filter }, NEXT_PAGE);
  const { data: counts, isPlaceholderData: isCounting } = useQuery(
    'trash.counts',
    { filter: { from: filter.from, to: filter.to } },
    { keepPrevious: true },
  );
  const rows = useMemo(() => pages.rows.map(listed), [pages.rows]);
  const meant = (counts?.kinds ?? []).filter(
    ({ kind }) => filter.kinds.length === 0 || filter.kinds.includes(kind),
  );
  const isKnown = counts !== undefined && filter.search === '';
  return {
    choice,
    pages: { ...pages, rows },
    counts,
    isCounting,
    count: isKnown ? meant.reduce((sum, { count }) => sum + count, 0) : undefined,
  };
}
