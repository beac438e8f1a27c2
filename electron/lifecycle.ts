import type { App, BrowserWindow, Dialog, Event, PowerMonitor } from 'electron';
import type { Started } from './application.ts';
import type { Closing, Logger } from './context.ts';
import { traceOf } from './log-entry.ts';

const closingLimitMs = 60_000;

/**
 * Quits when the last window closes, on macOS too, and only after `close` (final backup, lock) has
 * finished. Who starts the app meanwhile gets it again afterwards. The answer ends it in a hurry.
 */
export function installLifecycle(
  app: Pick<App, 'on' | 'quit' | 'exit'>,
  given: {
    readonly close: (how: Closing) => Promise<void>;
    readonly startAgain: () => void;
    readonly log: Logger;
  },
): () => void {
  let state: 'open' | 'closing' | 'closed' = 'open';
  let isWantedAgain = false;
  const leave = (code: number): void => {
    if (state === 'closed') return;
    state = 'closed';
    if (isWantedAgain) given.startAgain();
    app.exit(code);
  };
  const end = (how: Closing): void => {
    const closed = given
      .close(how)
      .catch((error: unknown) => given.log.error('closing failed', traceOf(error)));
    if (state === 'closing') return;
    state = 'closing';
    const limit = setTimeout(() => leave(1), closingLimitMs);
    void closed.finally(() => {
      clearTimeout(limit);
      leave(0);
    });
  };
  const noteStart = (): void => {
    if (state === 'closing') isWantedAgain = true;
  };
  app.on('second-instance', noteStart);
  // macOS starts no second one: it tells the first.
  app.on('activate', noteStart);
  app.on('window-all-closed', () => app.quit());
  app.on('will-quit', (event) => {
    if (state === 'closed') return;
    event.preventDefault();
    if (state === 'open') end({ isHurried: false });
  });
  return () => {
    isWantedAgain = false;
    if (state !== 'closed') end({ isHurried: true });
  };
}

/** What the types leave out of the power monitor's `shutdown`. */
type ShutdownListener = (event: Pick<Event, 'preventDefault'>) => void;

/** Ends the app with the person's session: Windows says so to its windows, the others to everybody. */
export function endWithSession(
  electron: {
    readonly app: Pick<App, 'quit'>;
    readonly window: BrowserWindow;
    readonly powerMonitor: PowerMonitor;
  },
  endHurriedly: () => void,
): void {
  electron.window.on('session-end', () => {
    endHurriedly();
    // Electron ends at once after this event, unless it has been told to quit.
    electron.app.quit();
  });
  const onShutdown: ShutdownListener = (event) => {
    event.preventDefault();
    endHurriedly();
  };
  electron.powerMonitor.on('shutdown', onShutdown as () => void);
}

/** Where the system locks its screen, or goes to sleep, the shop asks for its password again, if it has one. */
export function lockWithSystem(powerMonitor: Pick<PowerMonitor, 'on'>, lock: () => void): void {
  powerMonitor.on('lock-screen', lock);
  powerMonitor.on('suspend', lock);
}

/** Writes what nobody caught into the log and goes on: every write is a transaction of its own. */
export function logTheUnexpected(log: Logger): void {
  process.on('uncaughtException', (error) => log.error('uncaught exception', traceOf(error)));
  process.on('unhandledRejection', (reason) => log.error('unhandled rejection', traceOf(reason)));
}

/** Shows a window that may be minimised, hidden or behind others. */
export function bringToFront(window: BrowserWindow | null): void {
  if (window?.isMinimized() === true) window.restore();
  window?.show();
  window?.focus();
}

/** False in a second start by the same user: the first one's window comes to the front instead. */
export function isOnlyInstance(
  app: Pick<App, 'on' | 'requestSingleInstanceLock'>,
  window: () => BrowserWindow | null,
): boolean {
  app.on('second-instance', () => bringToFront(window()));
  return app.requestSingleInstanceLock();
}

/** True when another running Langgan holds this data. */
export function isHeldElsewhere(started: Started): boolean {
  return !started.ok && started.error.code === 'STORAGE' && started.error.reason === 'locked';
}

/** What an app that leaves before its first window has to say it with. */
export interface Farewell {
  readonly app: Pick<App, 'exit'>;
  readonly dialog: Pick<Dialog, 'showErrorBox'>;
  readonly log: Logger;
  /** Nobody looks on: a box would wait for a click that never comes. */
  readonly isUnattended: boolean;
}

/** On stderr, then in a box: that one stands until it has been read. */
function sayInABox({ dialog, isUnattended }: Farewell, text: string): void {
  process.stderr.write(`${text}\n`);
  if (!isUnattended) dialog.showErrorBox('Langgan', text);
}

/** Says so and ends: two programs never write to one shop. */
export function leaveToTheOther(farewell: Farewell, language: 'id' | 'en'): void {
  const text = {
    id: 'Langgan sudah berjalan dengan data ini. Pakai jendela yang sudah terbuka.',
    en: 'Langgan is already running on this data. Use the window that is open.',
  };
  farewell.log.error('already running on this data');
  sayInABox(farewell, text[language]);
  farewell.app.exit(3);
}

/** Nothing could be shown at all, not even a window. */
export function failToStart(farewell: Farewell, error: unknown): void {
  farewell.log.error('could not start', traceOf(error));
  sayInABox(farewell, error instanceof Error ? error.message : String(error));
  farewell.app.exit(1);
}
