import { cleanup, configure } from '@testing-library/react';
import { afterEach, vi } from 'vitest';

// No test depends on time: what does not come at all fails it, late is not wrong.
configure({ asyncUtilTimeout: 50_000 });

// What leaves the screen by itself after some seconds, a toast or an Undo, stays: a busy machine may
// come to it later than a person does.
const startTimer = globalThis.setTimeout;
const isForReading = (delay = 0) => delay >= 5000 && delay <= 10_000;
globalThis.setTimeout = Object.assign(
  (run: () => void, delay?: number, ...rest: []) =>
    startTimer(run, isForReading(delay) ? 600_000 : delay, ...rest),
  startTimer,
) as typeof setTimeout;

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
