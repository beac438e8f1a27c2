import { useCallback, useMemo } from 'react';
import { useLocation, useSearch } from 'wouter';
import type { FilterAddress } from '#renderer/base/filter-address.ts';
import type { Address } from '#renderer/base/routes.ts';

export interface FilterChoice<F extends object> {
  readonly filter: F;
  /** The address that shows the same. */
  readonly address: Address;
  /** Nothing is left out. */
  readonly isAll: boolean;
  setFilter(part: Partial<F>): void;
  /** Replaces the whole filter. */
  showOnly(part: Partial<F>): void;
}

/** A list's filter, which lives in the address: going back finds it again, a link can set it. */
export function useFilter<F extends object>(list: FilterAddress<F>): FilterChoice<F> {
  const query = useSearch();
  const [, navigate] = useLocation();
  const filter = useMemo(() => list.read(query), [list, query]);
  const showOnly = useCallback(
    (part: Partial<F>) => navigate(list.showing(part), { replace: true }),
    [list, navigate],
  );
  const address = list.showing(filter);
  return {
    filter,
    address,
    isAll: address === list.showing({}),
    setFilter: (part) => showOnly({ ...filter, ...part }),
    showOnly,
  };
}

/** A value more, or one less where it was there. */
export function toggled<V>(values: readonly V[], value: V): V[] {
  return values.includes(value) ? values.filter((one) => one !== value) : [...values, value];
}
