import { useCallback } from 'react';
import { lists } from '#renderer/base/lists.ts';
import { useGo } from '#renderer/base/routes.ts';
import type { CustomerFilter } from '#shared/contract/customers.ts';

/** *Who are they*: the customer list, showing just those. */
export function useWho(): (filter: Partial<CustomerFilter>) => void {
  const go = useGo();
  return useCallback((filter) => go(lists.customers.showing(filter)), [go]);
}

/** The filter of one class of values: above `from`, up to and including `to`. */
export function valuesBetween(range: {
  readonly fromMinor: number | null;
  readonly toMinor: number | null;
}): Partial<CustomerFilter> {
  const { fromMinor, toMinor } = range;
  return { clvFromMinor: fromMinor === null ? null : fromMinor + 1, clvToMinor: toMinor };
}
