import { spawn } from 'node:child_process';
import type { App } from 'electron';

/**
 * Starts the app once more as it leaves. An AppImage lies in a file system of its own that goes with
 * it, and with it what would wait for its end: there the new app is started at once, with nobody in
 * its way.
 */
export function startAgain(
  app: Pick<App, 'relaunch' | 'releaseSingleInstanceLock'>,
  from: Pick<NodeJS.Process, 'env' | 'argv' | 'execPath'>,
  run: (program: string, given: readonly string[]) => void = runApart,
): void {
  const { APPIMAGE, APPDIR } = from.env;
  // Also set in whatever another AppImage has started.
  const isInside = APPDIR !== undefined && from.execPath.startsWith(`${APPDIR}/`);
  if (APPIMAGE === undefined || !isInside) app.relaunch();
  else {
    app.releaseSingleInstanceLock();
    run(APPIMAGE, from.argv.slice(1));
  }
}

function runApart(program: string, given: readonly string[]): void {
  spawn(program, [...given], { detached: true, stdio: 'ignore' }).unref();
}
