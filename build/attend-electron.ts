import type { WebContents } from 'electron';
import type { Report } from './chromium-host/test-report.ts';

type Module = typeof import('electron');

/** What the person at the keyboard would answer. */
export interface Answers {
  /** What the file picker answers; none: it is closed. */
  readonly files: readonly string[];
  /** Where saved files go; null: where they are suggested to go. */
  readonly downloads: string | null;
}

/**
 * Runs in Electron's main process, where nothing of this module is in reach: stands in for the person
 * at the system's dialogs, hands no address on to the system, and says in main's console, as the
 * Chromium host does, which were handed on and where a page tried to go in vain.
 */
export function attendElectron(
  { app, BrowserWindow, dialog, shell }: Pick<Module, 'app' | 'BrowserWindow' | 'dialog' | 'shell'>,
  { files, downloads }: Answers,
): void {
  const tell = (report: Report): void => console.log(JSON.stringify({ langganHost: report }));
  const watch = (contents: WebContents): void => {
    // After the guard of the app, which listens since the page has been there.
    contents.on('will-navigate', (event, url) => {
      if (event.defaultPrevented) tell({ refused: url });
    });
  };
  for (const window of BrowserWindow.getAllWindows()) watch(window.webContents);
  app.on('browser-window-created', (_event, window) => watch(window.webContents));
  shell.openExternal = async (url) => tell({ opened: url });
  dialog.showOpenDialog = async () => ({ canceled: files.length === 0, filePaths: [...files] });
  dialog.showSaveDialog = async (...given: unknown[]) => {
    const { defaultPath = '' } = given.at(-1) as { defaultPath?: string };
    const name = defaultPath.split(/[\\/]/).at(-1);
    return { canceled: false, filePath: downloads === null ? defaultPath : `${downloads}/${name}` };
  };
}
