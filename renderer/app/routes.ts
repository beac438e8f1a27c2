import { useCallback } from 'react';
import { useLocation } from 'wouter';
import type { CustomerId } from '#shared/ids.ts';

/** Every screen of this version and its address (behind the hash). */
export const routes = {
  customers: '/customers',
  customer: '/customers/:id',
  insights: '/insights',
  import: '/import',
  settings: '/settings',
} as const;

export type PlainRoute = 'customers' | 'insights' | 'import' | 'settings';

/** Where to go: one of the plain screens, or one customer. */
export type Place = PlainRoute | { readonly customer: CustomerId };

/** Address of a place, for links: `#/customers/12` without its hash. */
export function addressOf(place: Place): string {
  return typeof place === 'string' ? routes[place] : `/customers/${place.customer}`;
}

/** Goes to a place; the window's *back* comes back from it. */
export function useGo(): (place: Place) => void {
  const [, navigate] = useLocation();
  return useCallback((place: Place) => navigate(addressOf(place)), [navigate]);
}

/** Goes to where one came from, or to the list when there is nothing before. */
export function goBack(): void {
  if (window.history.length > 1) window.history.back();
  else window.location.hash = routes.customers;
}
