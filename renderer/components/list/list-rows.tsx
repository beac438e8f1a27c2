import type { ReactNode } from 'react';
import { ErrorState } from '#renderer/components/error-state.tsx';
import type { Paged } from '#renderer/data/use-pages.ts';

interface Props {
  readonly pages: Paged<unknown>;
  /** Why there are no rows, and what to do. */
  readonly nothing: ReactNode;
  /** The rows that are here. */
  readonly children: ReactNode;
  /** Asks for the next page, or does it by being seen. */
  readonly more?: ReactNode;
}

/** What a list shows: its rows, why there are none, and what went wrong. */
export function ListRows({ pages, nothing, children, more }: Props) {
  return (
    <>
      {pages.error !== null && <ErrorState error={pages.error.error} onRetry={pages.retry} />}
      {pages.isEmpty && nothing}
      {pages.rows.length > 0 && children}
      {pages.hasMore && more}
    </>
  );
}
