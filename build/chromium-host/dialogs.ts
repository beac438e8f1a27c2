import { access, mkdir } from 'node:fs/promises';
import { basename, extname, isAbsolute, join } from 'node:path';
import type {
  OpenDialogOptions,
  OpenDialogReturnValue,
  SaveDialogOptions,
  SaveDialogReturnValue,
} from 'electron';
import { app } from './app.ts';
import { BrowserWindow } from './browser-window.ts';
import { isOn } from './switches.ts';

interface Remote {
  readonly result: { readonly objectId?: string; readonly value?: unknown };
}

/** Runs in the page: Chromium's own file chooser. Answers the chosen files, or null when it was closed. */
function chooseFiles(accept: string, multiple: boolean): Promise<FileList | null> {
  const input = document.createElement('input');
  input.type = 'file';
  input.accept = accept;
  input.multiple = multiple;
  return new Promise((resolve) => {
    input.addEventListener('change', () => resolve(input.files));
    input.addEventListener('cancel', () => resolve(null));
    input.click();
  });
}

/** Runs in the page: a browser lets no page choose a folder by its path, so the path is typed. */
function typeFolder(): string | null {
  return prompt('Folder / Map:');
}

async function evaluate(window: BrowserWindow, expression: string): Promise<Remote> {
  const { pipe, session } = window.webContents;
  const parameters = { expression, userGesture: true, awaitPromise: true };
  return pipe.send<Remote>('Runtime.evaluate', parameters, session);
}

async function chosenPaths(window: BrowserWindow, list: string): Promise<string[]> {
  const { pipe, session } = window.webContents;
  const paths: string[] = [];
  for (let index = 0; ; index += 1) {
    const { result } = await pipe.send<Remote>(
      'Runtime.callFunctionOn',
      {
        objectId: list,
        functionDeclaration: 'function (index) { return this[index]; }',
        arguments: [{ value: index }],
      },
      session,
    );
    if (result.objectId === undefined) return paths;
    const info = { objectId: result.objectId };
    const { path } = await pipe.send<{ path: string }>('DOM.getFileInfo', info, session);
    paths.push(path);
  }
}

async function chooseFolder(window: BrowserWindow): Promise<OpenDialogReturnValue> {
  const { result } = await evaluate(window, `(${typeFolder.toString()})()`);
  const path = result.value;
  if (typeof path !== 'string' || !isAbsolute(path)) return { canceled: true, filePaths: [] };
  await mkdir(path, { recursive: true });
  return { canceled: false, filePaths: [path] };
}

/** Electron shows its dialogs without a window too; here one has to lend its page. */
function windowFor(given: readonly unknown[]): BrowserWindow {
  const window = given.length > 1 ? given[0] : BrowserWindow.getAllWindows()[0];
  if (window instanceof BrowserWindow) return window;
  throw new Error('the Chromium host has no window to show a dialog in');
}

type Given<Options> =
  | readonly [options: Options]
  | readonly [window: BrowserWindow, options: Options];

function optionsOf<Options>(given: Given<Options>): Options {
  return given.length === 1 ? given[0] : given[1];
}

async function showOpenDialog(...given: Given<OpenDialogOptions>): Promise<OpenDialogReturnValue> {
  const window = windowFor(given);
  const options = optionsOf(given);
  const properties = options.properties ?? [];
  if (properties.includes('openDirectory')) return chooseFolder(window);
  const extensions = (options.filters ?? []).flatMap((filter) => filter.extensions);
  const accept = extensions.filter((one) => one !== '*').map((one) => `.${one}`);
  const call = `(${chooseFiles.toString()})(${JSON.stringify(accept.join(','))}, ${properties.includes('multiSelections')})`;
  const { result } = await evaluate(window, call);
  if (result.objectId === undefined) return { canceled: true, filePaths: [] };
  const filePaths = await chosenPaths(window, result.objectId);
  return { canceled: filePaths.length === 0, filePaths };
}

async function isFree(path: string): Promise<boolean> {
  try {
    await access(path);
    return false;
  } catch {
    return true;
  }
}

/**
 * Saves like a browser: into the downloads folder, under a name that nothing has yet. Electron asks,
 * and may be told no, or a name that is taken already.
 */
async function showSaveDialog(...given: Given<SaveDialogOptions>): Promise<SaveDialogReturnValue> {
  if (isOn('save-cancelled')) return { canceled: true, filePath: '' };
  const options = optionsOf(given);
  const folder = app.getPath('downloads');
  // One that is named is there, as what Electron's dialog answers is; a machine without a screen may lack its own.
  if (process.env.XDG_DOWNLOAD_DIR === undefined) await mkdir(folder, { recursive: true });
  const name = basename(options.defaultPath ?? 'langgan');
  const ending = extname(name);
  const stem = name.slice(0, name.length - ending.length);
  for (let copy = 0; ; copy += 1) {
    const path = join(folder, copy === 0 ? name : `${stem} (${copy})${ending}`);
    if (await isFree(path)) return { canceled: false, filePath: path };
  }
}

export const dialog = {
  showOpenDialog,
  showSaveDialog,
  /** Electron's waits until it has been read. */
  showErrorBox: (title: string, content: string) => {
    process.stderr.write(`${title}: ${content}\n`);
  },
};
