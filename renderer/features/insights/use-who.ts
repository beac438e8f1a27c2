import { useCallback } from 'react';
import { lists } from '#renderer/base/lists.ts';
import { useGo } from '#renderer/base/routes.ts';
import type { CustomerFilter } from '#shared/contract/customers.ts';
import { useLookedFrom } from './use-looked-from.ts';

type ShowWho = (filter: Partial<CustomerFilter>) => void;

/** *Who are they*: the customer list, showing just those, as they stood on the day that is looked from. */
export function useWho(): ShowWho {
  const go = useGo();
  const { on } = useLookedFrom();
  return useCallback((filter) => go(lists.customers.showing({ ...filter, on })), [go, on]);
}

/** The filter of one class of values: above `from`, up to and including `to`. */
export function valuesBetween(range: {
  readonly fromMinor: number | null;
  readonly toMinor: number | null;
}): Partial<CustomerFilter> {
  const { fromMinor, toMinor } = range;
  return { clvFromMinor: fromMinor === null ? null : fromMinor + 1, clvToMinor: toMinor };
}
