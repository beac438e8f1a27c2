import { createContext, useCallback, useContext } from 'react';
import { useLocation, useSearch } from 'wouter';
import { isIsoDate, isNearDay } from '#shared/domain/calendar/dates.ts';

export interface LookedFrom {
  /** The day that was chosen; null: the last that the sales reach. */
  readonly on: string | null;
  /** What keeps it in an address: `?on=2026-05-31`. */
  readonly query: string;
  choose(day: string | null): void;
}

/** The day that Insights looks from. It stands in the address, so that it stays from tab to tab. */
export function useLookedFrom(): LookedFrom {
  const search = useSearch();
  const [location, navigate] = useLocation();
  const given = new URLSearchParams(search).get('on');
  const on = given !== null && isIsoDate(given) && isNearDay(given) ? given : null;
  const choose = useCallback(
    (day: string | null) =>
      navigate(day === null ? location : `${location}?on=${day}`, { replace: true }),
    [location, navigate],
  );
  return { on, query: on === null ? '' : `?on=${on}`, choose };
}

/** Whether the cards show a day that was chosen: what is told of one customer is of now, and would not add up. */
export const IsThenContext = createContext(false);

export function useIsThen(): boolean {
  return useContext(IsThenContext);
}
