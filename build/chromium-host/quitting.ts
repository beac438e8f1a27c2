import { spawn } from 'node:child_process';
import { appEvents, emitPreventable } from './app-events.ts';

/** What quitting knows of a window. */
export interface OpenWindow {
  /** Asks it to close; it may refuse, and says so with `closingRefused`. */
  close(): void;
  /** Closes it unasked, at once. */
  destroy(): void;
}

const windows = new Set<OpenWindow>();
/** What must end before the process does: the browsers. */
const endings = new Set<Promise<void>>();
let state: 'running' | 'quitting' | 'exiting' | 'ended' = 'running';
let exitCode = 0;
let startsAgain = false;

export function openWindows(): readonly OpenWindow[] {
  return [...windows];
}

export function windowOpened(window: OpenWindow): void {
  windows.add(window);
}

/** A window said no: quitting is off. */
export function closingRefused(): void {
  if (state === 'quitting') state = 'running';
}

/** The last one decides what comes next. `ending` resolves when its browser is gone. */
export function windowClosed(window: OpenWindow, ending: Promise<void>): void {
  endings.add(ending);
  if (!windows.delete(window) || windows.size > 0) return;
  if (state === 'exiting') end();
  else if (state === 'quitting') leave();
  else if (!appEvents.emit('window-all-closed')) quit();
}

/** `before-quit`, then every window's `close` and `closed`, then `will-quit`, then `quit`: each but the last can stop it. */
export function quit(): void {
  if (state !== 'running') return;
  state = 'quitting';
  if (!emitPreventable(appEvents, 'before-quit')) state = 'running';
  else if (windows.size === 0) leave();
  else for (const window of [...windows]) window.close();
}

/** Asks nobody: closes the windows, says `quit` and ends. */
export function exit(code = 0): void {
  if (state === 'ended') return;
  exitCode = code;
  state = 'exiting';
  if (windows.size === 0) end();
  else for (const window of [...windows]) window.destroy();
}

/** Starts the same program with the same arguments when this one has ended. */
export function relaunch(): void {
  startsAgain = true;
}

function leave(): void {
  if (emitPreventable(appEvents, 'will-quit')) end();
  else state = 'running';
}

function end(): void {
  state = 'ended';
  appEvents.emit('quit', {}, exitCode);
  void Promise.allSettled(endings).then(() => {
    if (startsAgain) startOnceMore();
    process.exit(exitCode);
  });
}

function startOnceMore(): void {
  const given = [...process.execArgv, ...process.argv.slice(1)];
  spawn(process.execPath, given, { detached: true, stdio: 'inherit' }).unref();
}
