import type {
  App,
  BrowserWindow,
  BrowserWindowConstructorOptions,
  Session,
  Shell,
  WebContents,
} from 'electron';
import type { Logger } from './context.ts';
import { traceOf } from './log-entry.ts';
import { openLink } from './platform/links.ts';
import { appOrigin, startUrl } from './protocol.ts';

/** How every window is made: sandboxed, isolated, shown once painted. */
export function createWindowOptions(given: {
  readonly preload: string;
  readonly isDark: boolean;
}): BrowserWindowConstructorOptions {
  return {
    width: 1280,
    height: 800,
    minWidth: 1024,
    minHeight: 640,
    show: false,
    title: 'Langgan',
    autoHideMenuBar: true,
    backgroundColor: given.isDark ? '#12181a' : '#f6f8f8',
    webPreferences: {
      preload: given.preload,
      contextIsolation: true,
      sandbox: true,
      nodeIntegration: false,
      nodeIntegrationInWorker: false,
      nodeIntegrationInSubFrames: false,
      webSecurity: true,
      allowRunningInsecureContent: false,
      experimentalFeatures: false,
      webviewTag: false,
      navigateOnDragDrop: false,
      safeDialogs: true,
      spellcheck: false,
    },
  };
}

/** True for what a window may load at all: our own pages and what they hold in memory. */
export function isOwnAddress(address: string): boolean {
  return (
    address.startsWith(`${appOrigin}/`) ||
    address.startsWith('data:') ||
    address.startsWith(`blob:${appOrigin}/`) ||
    address.startsWith('devtools://')
  );
}

function guardContents(contents: WebContents, shell: Pick<Shell, 'openExternal'>): void {
  contents.on('will-navigate', (event, url) => {
    if (url !== startUrl && !url.startsWith(`${startUrl}#`)) event.preventDefault();
  });
  contents.on('will-redirect', (event) => event.preventDefault());
  contents.on('will-attach-webview', (event) => event.preventDefault());
  contents.setWindowOpenHandler(({ url }) => {
    void openLink(shell, url);
    return { action: 'deny' };
  });
}

/** A page of ours may put what a person has just copied on the clipboard, and nothing else; it never reads it. */
function mayUse(permission: string, address: string | undefined): boolean {
  return permission === 'clipboard-sanitized-write' && (address ?? '').startsWith(`${appOrigin}/`);
}

/** Denies navigation, new windows, webviews, permissions and every request that is not our own. */
export function installGuards(electron: {
  readonly app: Pick<App, 'on'>;
  readonly session: Pick<
    Session,
    | 'setPermissionRequestHandler'
    | 'setPermissionCheckHandler'
    | 'setDevicePermissionHandler'
    | 'webRequest'
  >;
  readonly shell: Pick<Shell, 'openExternal'>;
}): void {
  electron.app.on('web-contents-created', (_event, contents) =>
    guardContents(contents, electron.shell),
  );
  electron.session.setPermissionRequestHandler((_contents, permission, answer, details) =>
    answer(mayUse(permission, details.requestingUrl)),
  );
  electron.session.setPermissionCheckHandler((_contents, permission, origin) =>
    mayUse(permission, `${origin}/`),
  );
  electron.session.setDevicePermissionHandler(() => false);
  electron.session.webRequest.onBeforeRequest((details, answer) => {
    answer({ cancel: !isOwnAddress(details.url) });
  });
}

/**
 * Loads the first page and shows the window as soon as it has been painted, and at the latest when it
 * is loaded, or could not be: a system that never says it has painted must not hide the app for ever.
 */
export async function showWindow(window: BrowserWindow, log: Logger): Promise<void> {
  const show = (): void => {
    if (!window.isDestroyed() && !window.isVisible()) window.show();
  };
  window.once('ready-to-show', show);
  await window
    .loadURL(startUrl)
    .catch((error: unknown) => log.error('the first page did not load', traceOf(error)));
  show();
}
