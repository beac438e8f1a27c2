import { appEvents } from './app-events.ts';

const ready = Promise.withResolvers<void>();
let isReadyNow = false;

export function isReady(): boolean {
  return isReadyNow;
}

export function whenReady(): Promise<void> {
  return ready.promise;
}

/** Throws what Electron throws of a thing that is wanted too early. */
export function requireReady(complaint: string): void {
  if (!isReadyNow) throw new Error(complaint);
}

/** Longer than any app runs. */
const foreverMs = 2 ** 31 - 1;

function becomeReady(): void {
  isReadyNow = true;
  // Node ends when nothing is left to do, Electron when it is told to.
  setInterval(() => undefined, foreverMs);
  appEvents.emit('ready', {}, {});
  ready.resolve();
}

/** Called at the end of main's own module: who awaits readiness inside it waits for ever, as in Electron. */
export const mainIsRead = 'langganHostMainIsRead';

Object.defineProperty(globalThis, mainIsRead, { value: () => setImmediate(becomeReady) });
