import { expect, test } from 'vitest';
import type { Logger } from '#electron/context.ts';
import { bringToFront } from '#electron/lifecycle.ts';
import { showWindow } from '#electron/window.ts';
import { StandInWindow } from '#tests/support/app/stand-in-window.ts';

const logged: string[] = [];
const log: Logger = { info: () => undefined, error: (message) => void logged.push(message) };

test('a window is shown as soon as it is painted, once', async () => {
  const window = new StandInWindow();
  const shown = showWindow(window.asWindow, log);
  expect(window.isVisible()).toBe(false);
  window.emit('ready-to-show');
  expect(window.isVisible()).toBe(true);
  window.loaded();
  await shown;
  expect(window.done).toEqual(['show']);
});

test('where the system never says that it is painted, it is shown when its page is there', async () => {
  const window = new StandInWindow();
  const shown = showWindow(window.asWindow, log);
  window.loaded();
  await shown;
  expect(window.done).toEqual(['show']);
  window.emit('ready-to-show');
  expect(window.done).toEqual(['show']);
});

test('it is shown even when its page does not load, and the app goes on', async () => {
  const window = new StandInWindow();
  const shown = showWindow(window.asWindow, log);
  window.failed();
  await shown;
  expect(window.isVisible()).toBe(true);
  expect(logged).toEqual(['the first page did not load']);
});

test('one that was closed while it loaded is left alone', async () => {
  const window = new StandInWindow();
  const shown = showWindow(window.asWindow, log);
  window.destroy();
  window.loaded();
  await shown;
  expect(window.done).toEqual([]);
});

test('a window that is hidden or minimised comes to the front, and none is no error', () => {
  const window = new StandInWindow();
  bringToFront(window.asWindow);
  expect(window.isVisible()).toBe(true);
  window.minimise();
  bringToFront(window.asWindow);
  expect(window.isMinimized()).toBe(false);
  expect(window.done.at(-1)).toBe('focus');
  bringToFront(null);
});
