import { notifications } from '@mantine/notifications';
import { cleanup } from '@testing-library/react';
import { afterEach, vi } from 'vitest';
import { prepareWindow } from './jsdom/window.ts';

// One window shows many files of tests, with React and Mantine read in once. Each begins with an empty page
// and the app's own modules as new: what one has left in a store, no other finds.
prepareWindow();
vi.resetModules();
for (const part of [document.documentElement, document.head, document.body])
  for (const { name } of [...part.attributes]) part.removeAttribute(name);
for (const part of [document.head, document.body]) part.replaceChildren();
window.history.replaceState(null, '', '/');
window.sessionStorage.clear();
for (const side of ['clientHeight', 'clientWidth'])
  Reflect.deleteProperty(HTMLElement.prototype, side);

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
  configurable: true,
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
  // Mantine's own store outlives the page: a toast of one test would stand on the next one's.
  notifications.clean();
  cleanup();
  window.localStorage.clear();
});
