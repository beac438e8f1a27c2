import { once } from 'node:events';
import { setImmediate as nextTurn } from 'node:timers/promises';
import { describe, expect, onTestFinished, test, vi } from 'vitest';
import type { Closing } from '#electron/application.ts';
import { endWithSession, installLifecycle } from '#electron/lifecycle.ts';
import { StandInApp } from '#tests/support/stand-in-app.ts';
import { StandInWindow } from '#tests/support/stand-in-window.ts';

/** An app with one window, whose closing ends when the test says so. */
function running() {
  const app = new StandInApp();
  const window = app.open(new StandInWindow());
  const closings: Closing[] = [];
  const closed = Promise.withResolvers<void>();
  const endHurriedly = installLifecycle(app.asApp, {
    close: (how) => {
      closings.push(how);
      return closed.promise;
    },
    log: { info: () => undefined, error: () => undefined },
  });
  const { asApp, asPowerMonitor } = app;
  endWithSession(
    { app: asApp, window: window.asWindow, powerMonitor: asPowerMonitor },
    endHurriedly,
  );
  return { app, window, closings, closed };
}

async function endOf(app: StandInApp): Promise<number | null> {
  if (app.ended === null) await once(app, 'ended');
  return app.ended;
}

describe('an app whose window was closed', () => {
  test('ends when its last backup is made, on every system', async () => {
    const { app, window, closings, closed } = running();
    window.destroy();
    expect(closings).toEqual([{ isHurried: false }]);
    app.quit();
    await nextTurn();
    expect(app.ended).toBeNull();
    closed.resolve();
    expect(await endOf(app)).toBe(0);
    expect(closings).toHaveLength(1);
  });

  test('ends even when closing fails', async () => {
    const { app, window, closed } = running();
    window.destroy();
    closed.reject(new Error('disk full'));
    expect(await endOf(app)).toBe(0);
  });

  test('ends after a minute at the latest', async () => {
    vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] });
    onTestFinished(() => void vi.useRealTimers());
    const { app, window } = running();
    window.destroy();
    vi.advanceTimersByTime(60_000);
    expect(app.ended).toBe(1);
  });
});

describe('a session that ends', () => {
  test('under Windows closes the app in a hurry, before Windows is told that it has been heard', async () => {
    const { app, window, closings, closed } = running();
    app.endSession(window);
    expect(closings).toEqual([{ isHurried: true }]);
    expect(app.ended).toBeNull();
    closed.resolve();
    expect(await endOf(app)).toBe(0);
    expect(closings).toHaveLength(1);
  });

  test('under Linux and macOS is asked to wait for that', async () => {
    const { app, closings, closed } = running();
    expect(app.shutDown()).toBe(true);
    expect(closings).toEqual([{ isHurried: true }]);
    closed.resolve();
    expect(await endOf(app)).toBe(0);
  });

  test('cuts a last backup short', async () => {
    const { app, window, closings, closed } = running();
    window.destroy();
    app.shutDown();
    expect(closings).toEqual([{ isHurried: false }, { isHurried: true }]);
    closed.resolve();
    expect(await endOf(app)).toBe(0);
  });
});
