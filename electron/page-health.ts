import type { BrowserWindow, Dialog } from 'electron';
import type { Language } from '#shared/contract/settings.ts';
import type { Clock, Logger } from './context.ts';

/** A page that fails again within this time of being loaded again is given up, milliseconds. */
const trustedAfterMs = 60_000;
/** Loading was broken off by other loading: nothing has failed. */
const aborted = -3;

export interface PageHealth {
  /** Milliseconds since 1970; null: it never had to be. */
  readonly loadedAgainAt: number | null;
  readonly state: 'well' | 'being-ended' | 'given-up';
}

export const newPage: PageHealth = { loadedAgainAt: null, state: 'well' };

/** Its process is gone, it was not loaded, or it no longer answers. */
export type PageFailure = 'gone' | 'not-loaded' | 'hangs';
export type Remedy = 'none' | 'load-again' | 'end-process' | 'give-up';

/**
 * What to do about a page that has failed. One that hangs is ended first, and is then gone. It is
 * loaded again once: one that fails at once again would do so for ever.
 */
export function remedyFor(
  page: PageHealth,
  failure: PageFailure,
  atMs: number,
): { readonly page: PageHealth; readonly remedy: Remedy } {
  if (page.state === 'given-up') return { page, remedy: 'none' };
  if (failure === 'hangs') {
    const remedy = page.state === 'being-ended' ? 'none' : 'end-process';
    return { page: { ...page, state: 'being-ended' }, remedy };
  }
  const { loadedAgainAt } = page;
  if (loadedAgainAt !== null && atMs - loadedAgainAt < trustedAfterMs)
    return { page: { ...page, state: 'given-up' }, remedy: 'give-up' };
  return { page: { loadedAgainAt: atMs, state: 'well' }, remedy: 'load-again' };
}

const givenUp = {
  id: 'Jendela Langgan berhenti dua kali. Yang sudah disimpan aman. Langgan akan ditutup; silakan buka lagi.',
  en: 'The window of Langgan has stopped twice. What was saved is safe. Langgan will close; please open it again.',
} as const;

/** Loads the window's page again when it has crashed or hangs; closes the window when that is no use. */
export function keepPageAlive(
  window: BrowserWindow,
  given: {
    readonly clock: Pick<Clock, 'now'>;
    readonly log: Logger;
    readonly dialog: Pick<Dialog, 'showErrorBox'>;
    readonly language: () => Language;
  },
): void {
  const { webContents } = window;
  let page = newPage;
  const fail = (failure: PageFailure, fields: Readonly<Record<string, unknown>>): void => {
    if (window.isDestroyed()) return;
    const next = remedyFor(page, failure, given.clock.now());
    page = next.page;
    given.log.error('page failed', { failure, ...fields, remedy: next.remedy });
    if (next.remedy === 'load-again') webContents.reload();
    else if (next.remedy === 'end-process') webContents.forcefullyCrashRenderer();
    else if (next.remedy === 'give-up') {
      given.dialog.showErrorBox('Langgan', givenUp[given.language()]);
      window.destroy();
    }
  };
  webContents.on('render-process-gone', (_event, { reason, exitCode }) => {
    if (reason !== 'clean-exit') fail('gone', { reason, exitCode });
  });
  webContents.on('unresponsive', () => fail('hangs', {}));
  webContents.on('did-fail-load', (_event, code, _description, _url, isMainFrame) => {
    if (isMainFrame && code !== aborted) fail('not-loaded', { code });
  });
}
