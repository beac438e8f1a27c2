import { setImmediate as nextTurn } from 'node:timers/promises';
import { describe, expect, test } from 'vitest';
import { keepPageAlive, newPage, type PageFailure, remedyFor } from '#electron/page-health.ts';
import { StandInWindow } from '#tests/support/app/stand-in-window.ts';

/** What is done about each failure, one after the other; times in seconds. */
function remedies(failures: readonly (readonly [PageFailure, number])[]): string[] {
  let page = newPage;
  return failures.map(([failure, seconds]) => {
    const next = remedyFor(page, failure, seconds * 1000);
    page = next.page;
    return next.remedy;
  });
}

describe('a page that fails', () => {
  test.each<[string, readonly (readonly [PageFailure, number])[], string[]]>([
    ['by crashing', [['gone', 0]], ['load-again']],
    ['to load', [['not-loaded', 0]], ['load-again']],
    [
      'by hanging',
      [
        ['hangs', 0],
        ['hangs', 1],
        ['gone', 1],
      ],
      ['end-process', 'none', 'load-again'],
    ],
    [
      'once an hour',
      [
        ['gone', 0],
        ['gone', 3600],
        ['gone', 7200],
      ],
      ['load-again', 'load-again', 'load-again'],
    ],
    [
      'again at once',
      [
        ['gone', 0],
        ['gone', 59],
        ['gone', 60],
      ],
      ['load-again', 'give-up', 'none'],
    ],
    [
      'to load after it has crashed',
      [
        ['gone', 0],
        ['not-loaded', 1],
      ],
      ['load-again', 'give-up'],
    ],
  ])('%s', (_name, failures, expected) => {
    expect(remedies(failures)).toEqual(expected);
  });
});

function watched() {
  const window = new StandInWindow();
  const [said, logged]: [string[], unknown[]] = [[], []];
  const time = { ms: 0 };
  keepPageAlive(window.asWindow, {
    clock: { now: () => time.ms },
    log: {
      info: () => undefined,
      error: (message, fields) => void logged.push({ message, ...fields }),
    },
    dialog: { showErrorBox: (_title, text) => void said.push(text) },
    language: () => 'en',
  });
  const { webContents } = window;
  const crash = () =>
    webContents.emit('render-process-gone', {}, { reason: 'oom', exitCode: -536870904 });
  return { window, webContents, crash, said, logged, time };
}

describe('a window', () => {
  test('whose page crashes has it again; when it crashes at once again, that is said, and it closes', () => {
    const { window, webContents, crash, said, logged, time } = watched();
    crash();
    expect(webContents.reloads).toBe(1);
    time.ms = 10_000;
    crash();
    expect(webContents.reloads).toBe(1);
    expect(said).toEqual([expect.stringContaining('has stopped twice')]);
    expect(window.isDestroyed()).toBe(true);
    crash();
    const failure = {
      message: 'page failed',
      failure: 'gone',
      reason: 'oom',
      exitCode: -536870904,
    };
    expect(logged).toEqual([
      { ...failure, remedy: 'load-again' },
      { ...failure, remedy: 'give-up' },
    ]);
  });

  test('whose page hangs has its process ended, and is loaded again once', async () => {
    const { window, webContents, said } = watched();
    webContents.emit('unresponsive');
    expect(webContents.reloads).toBe(0);
    await nextTurn();
    expect(webContents.reloads).toBe(1);
    expect(said).toEqual([]);
    expect(window.isDestroyed()).toBe(false);
  });

  test('whose page is not there is loaded again, but not for a frame in it or for loading broken off', () => {
    const { webContents } = watched();
    const failed = (code: number, isMainFrame: boolean) =>
      webContents.emit(
        'did-fail-load',
        {},
        code,
        '',
        'app://langgan/index.html',
        isMainFrame,
        1,
        1,
      );
    failed(-3, true);
    failed(-6, false);
    expect(webContents.reloads).toBe(0);
    failed(-6, true);
    expect(webContents.reloads).toBe(1);
  });

  test('that is closed is left alone, whatever becomes of its page', () => {
    const { window, webContents, crash, logged } = watched();
    webContents.emit('render-process-gone', {}, { reason: 'clean-exit', exitCode: 0 });
    window.destroy();
    crash();
    expect(webContents.reloads).toBe(0);
    expect(logged).toEqual([]);
  });
});
