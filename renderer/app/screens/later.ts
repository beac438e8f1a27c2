import { type ComponentType, lazy, useEffect } from 'react';

const loaders: (() => Promise<unknown>)[] = [];

/** A screen that is fetched when it is first shown, or before, when the window has nothing to do. */
export function later<M, P>(load: () => Promise<M>, pick: (module: M) => ComponentType<P>) {
  loaders.push(load);
  return lazy(async () => ({ default: pick(await load()) }));
}

/** Fetches the other screens once the first one stands, so that no click has to wait for them. */
export function useAllScreens(): void {
  useEffect(() => {
    if (!('requestIdleCallback' in window)) return;
    const handle = window.requestIdleCallback(() => {
      for (const load of loaders) void load();
    });
    return () => window.cancelIdleCallback(handle);
  }, []);
}
