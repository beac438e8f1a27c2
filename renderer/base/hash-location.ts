import { useSyncExternalStore } from 'react';

interface HowToGo {
  readonly replace?: boolean;
  readonly state?: unknown;
}

function subscribe(listener: () => void): () => void {
  window.addEventListener('hashchange', listener);
  return () => window.removeEventListener('hashchange', listener);
}

function parts(): readonly [path: string, query: string] {
  const [path = '', query = ''] = window.location.hash.replace(/^#?\/?/, '').split('?', 2);
  return [`/${path}`, query];
}

function navigate(to: string, { replace = false, state = null }: HowToGo = {}): void {
  const oldURL = window.location.href;
  const address = `#/${to.replace(/^#?\/?/, '')}`;
  if (replace) window.history.replaceState(state, '', address);
  else window.history.pushState(state, '', address);
  window.dispatchEvent(new HashChangeEvent('hashchange', { oldURL, newURL: window.location.href }));
}

function useHashQuery(): string {
  return useSyncExternalStore(subscribe, () => parts()[1]);
}

/**
 * Addresses behind the hash with their query there too (`#/complaints?cause=…`). The router's own
 * hook moves the query before the hash, where it outlives its screen and a link from main loses it.
 */
export function useHashPlace(): [string, typeof navigate] {
  return [useSyncExternalStore(subscribe, () => parts()[0]), navigate];
}
useHashPlace.searchHook = useHashQuery;
useHashPlace.hrefs = (href: string): string => `#${href}`;
