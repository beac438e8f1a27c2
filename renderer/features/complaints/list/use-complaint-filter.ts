import { useCallback, useMemo } from 'react';
import { useLocation, useSearch } from 'wouter';
import {
  ALL_COMPLAINTS,
  complaintsAddress,
  isSameFilter,
  readComplaintAddress,
} from '#renderer/components/complaint-address.ts';
import { useComplaintList } from '#renderer/state/complaint-list.ts';
import type { ComplaintFilter } from '#shared/contract/complaint-facts.ts';

export interface FilterChoice {
  readonly filter: ComplaintFilter;
  readonly isAll: boolean;
  setFilter(part: Partial<ComplaintFilter>): void;
  /** Replaces the whole filter. */
  showOnly(part: Partial<ComplaintFilter>): void;
}

/** The queue's filter, which lives in the address: going back finds it again, a link can set it. */
export function useComplaintFilter(): FilterChoice {
  const query = useSearch();
  const [, navigate] = useLocation();
  const setCursor = useComplaintList((state) => state.setCursor);
  const filter = useMemo(() => readComplaintAddress(query), [query]);
  const showOnly = useCallback(
    (part: Partial<ComplaintFilter>) => {
      setCursor(0);
      navigate(complaintsAddress(part), { replace: true });
    },
    [navigate, setCursor],
  );
  return {
    filter,
    isAll: isSameFilter(filter, ALL_COMPLAINTS),
    setFilter: (part) => showOnly({ ...filter, ...part }),
    showOnly,
  };
}
