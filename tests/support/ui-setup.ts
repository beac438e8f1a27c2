import { cleanup, configure, getConfig } from '@testing-library/react';
import * as React from 'react';
import { afterEach, vi } from 'vitest';
import { quickLabels } from './jsdom/labels.ts';
import { rememberStyles } from './jsdom/styles.ts';

// No test depends on time: what does not come at all fails it, late is not wrong.
configure({ asyncUtilTimeout: 50_000 });

// What is waited for is looked for again and again: only the last failure, which is told, has the page
// printed into it (Testing Library prints it for each, and once more at the end).
const { getElementError } = getConfig();
configure({
  getElementError: (message, container) => {
    const { _disableExpensiveErrorDiagnostics: isLookedForAgain } = getConfig() as unknown as {
      [name: string]: unknown;
    };
    if (isLookedForAgain !== true) return getElementError(message, container);
    return Object.assign(new Error(message ?? ''), { name: 'TestingLibraryElementError' });
  },
});

// Of a warning React says which component made the element, for ten thousand elements a second at the
// most. It takes the stack of each for that: here it counts as being past them.
const { __CLIENT_INTERNALS_DO_NOT_USE_OR_WARN_USERS_THEY_CANNOT_UPGRADE: internals } =
  React as unknown as Record<string, object>;
Object.defineProperty(internals, 'recentlyCreatedOwnerStacks', {
  get: () => Number.POSITIVE_INFINITY,
  set: () => undefined,
});

// What leaves the screen by itself after some seconds, a toast or an Undo, stays: a busy machine may
// come to it later than a person does.
const startTimer = globalThis.setTimeout;
const isForReading = (delay = 0) => delay >= 5000 && delay <= 10_000;
globalThis.setTimeout = Object.assign(
  (run: () => void, delay?: number, ...rest: []) =>
    startTimer(run, isForReading(delay) ? 600_000 : delay, ...rest),
  startTimer,
) as typeof setTimeout;

quickLabels();
rememberStyles();

// jsdom lays nothing out: the few measures that components ask for are given once, here.
Object.defineProperty(window, 'matchMedia', {
  writable: true,
  value: (query: string) => ({
    matches: false,
    media: query,
    onchange: null,
    addEventListener: () => undefined,
    removeEventListener: () => undefined,
    addListener: () => undefined,
    removeListener: () => undefined,
    dispatchEvent: () => false,
  }),
});

class NoObserver {
  observe(): void {}
  unobserve(): void {}
  disconnect(): void {}
  takeRecords(): [] {
    return [];
  }
}
vi.stubGlobal('ResizeObserver', NoObserver);
vi.stubGlobal('IntersectionObserver', NoObserver);
Object.defineProperty(document, 'fonts', {
  value: { addEventListener: () => undefined, removeEventListener: () => undefined },
});
Element.prototype.scrollIntoView = () => undefined;
Element.prototype.scrollTo = () => undefined;
Object.defineProperty(HTMLElement.prototype, 'offsetHeight', {
  configurable: true,
  get: () => 600,
});
Object.defineProperty(HTMLElement.prototype, 'offsetWidth', {
  configurable: true,
  get: () => 1000,
});

afterEach(() => {
  cleanup();
  window.localStorage.clear();
});
