import { once } from 'node:events';
import { setImmediate as nextTurn } from 'node:timers/promises';
import { describe, expect, onTestFinished, test, vi } from 'vitest';
import type { Closing } from '#electron/context.ts';
import { endWithSession, installLifecycle, lockWithSystem } from '#electron/lifecycle.ts';
import { startAgain } from '#electron/platform/start-again.ts';
import { StandInApp } from '#tests/support/app/stand-in-app.ts';
import { StandInWindow } from '#tests/support/app/stand-in-window.ts';

/** An app with one window, whose closing ends when the test says so. */
function running() {
  const app = new StandInApp();
  const window = app.open(new StandInWindow());
  const closings: Closing[] = [];
  const closed = Promise.withResolvers<void>();
  const atExit: number[] = [];
  const endHurriedly = installLifecycle(app.asApp, {
    close: (how) => {
      closings.push(how);
      return closed.promise;
    },
    startAgain: () => {
      atExit.push(app.ended ?? -1);
      app.relaunch();
    },
    log: { info: () => undefined, error: () => undefined },
  });
  const { asApp, asPowerMonitor } = app;
  endWithSession(
    { app: asApp, window: window.asWindow, powerMonitor: asPowerMonitor },
    endHurriedly,
  );
  return { app, window, closings, closed, atExit };
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
    expect(app.relaunches).toBe(0);
  });

  test.each([
    ['started', (app: StandInApp) => app.startSecond()],
    ['opened, under macOS,', (app: StandInApp) => app.reopen()],
  ])('and that is %s while it makes it, starts again as it ends, once', async (_how, startIt) => {
    const { app, window, closed, atExit } = running();
    window.destroy();
    startIt(app);
    startIt(app);
    expect(app.relaunches).toBe(0);
    closed.resolve();
    expect(await endOf(app)).toBe(0);
    expect(atExit).toEqual([-1]);
    expect(app.relaunches).toBe(1);
  });

  test('and that was started a second time while it was open, does not', async () => {
    const { app, window, closed } = running();
    app.startSecond();
    app.reopen();
    window.destroy();
    closed.resolve();
    expect(await endOf(app)).toBe(0);
    expect(app.relaunches).toBe(0);
  });

  test('ends even when closing fails', async () => {
    const { app, window, closed } = running();
    window.destroy();
    closed.reject(new Error('disk full'));
    expect(await endOf(app)).toBe(0);
  });

  test('ends after a minute at the latest, and starts again only once where that was wanted', async () => {
    vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] });
    onTestFinished(() => void vi.useRealTimers());
    const { app, window, closed } = running();
    window.destroy();
    app.startSecond();
    vi.advanceTimersByTime(60_000);
    expect(app.ended).toBe(1);
    closed.resolve();
    await nextTurn();
    expect(app.relaunches).toBe(1);
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

  test('cuts a last backup short, and nothing is started again', async () => {
    const { app, window, closings, closed } = running();
    window.destroy();
    app.startSecond();
    app.shutDown();
    expect(closings).toEqual([{ isHurried: false }, { isHurried: true }]);
    closed.resolve();
    expect(await endOf(app)).toBe(0);
    expect(app.relaunches).toBe(0);
  });
});

describe('starting again', () => {
  const argv = ['/opt/Langgan/langgan', '--data=/data'];

  function startedFrom(execPath: string, env: Record<string, string>) {
    const app = new StandInApp();
    const run: unknown[] = [];
    startAgain(app.asApp, { execPath, env, argv }, (...given) => void run.push(given));
    return { relaunches: app.relaunches, hasLock: app.hasLock, run };
  }

  test('is Electron’s own', () => {
    const plain = { relaunches: 1, hasLock: true, run: [] };
    expect(startedFrom('/opt/Langgan/langgan', {})).toEqual(plain);
    const others = { APPIMAGE: '/home/sekar/Terminal.AppImage', APPDIR: '/tmp/.mount_Termi' };
    expect(startedFrom('/opt/Langgan/langgan', others)).toEqual(plain);
  });

  test('of an AppImage is that of its file, which the lock no longer keeps out', () => {
    const env = { APPIMAGE: '/home/sekar/Langgan.AppImage', APPDIR: '/tmp/.mount_LanggaX' };
    expect(startedFrom('/tmp/.mount_LanggaX/langgan', env)).toEqual({
      relaunches: 0,
      hasLock: false,
      run: [['/home/sekar/Langgan.AppImage', ['--data=/data']]],
    });
  });
});

test.each(['lock-screen', 'suspend'] as const)(
  'the shop asks for its password again after the system’s %s, each time',
  (event) => {
    const app = new StandInApp();
    const locked = vi.fn();
    lockWithSystem(app.asPowerMonitor, locked);
    app.powerMonitor.emit('unlock-screen');
    expect(locked).toHaveBeenCalledTimes(0);
    app.powerMonitor.emit(event);
    app.powerMonitor.emit(event);
    expect(locked).toHaveBeenCalledTimes(2);
  },
);
