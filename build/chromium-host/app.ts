import { spawn } from 'node:child_process';
import { EventEmitter } from 'node:events';
import { readFileSync } from 'node:fs';
import { homedir } from 'node:os';
import { join } from 'node:path';
import type { App } from 'electron';
import type { BrowserProcess } from './browser-process.ts';

const manifest = JSON.parse(
  readFileSync(new URL('../../package.json', import.meta.url), 'utf8'),
) as { productName: string; version: string };

let browser: BrowserProcess | null = null;
const emitter = new EventEmitter();

/** The browser that `app` ends with itself. */
export function ownBrowser(process: BrowserProcess): void {
  browser = process;
}

function argument(name: string): string | null {
  const found = process.argv.find((one) => one.startsWith(`--${name}=`));
  return found === undefined ? null : found.slice(name.length + 3);
}

function systemLocale(): string {
  const { LC_ALL, LC_MESSAGES, LANG } = process.env;
  const given = argument('lang') ?? LC_ALL ?? LC_MESSAGES ?? LANG ?? '';
  const name = given.split('.')[0]?.replace('_', '-') ?? '';
  return /^[a-z]{2}(-[A-Z]{2})?$/.test(name) ? name : '';
}

function settingsFolder(): string {
  const { APPDATA, XDG_CONFIG_HOME } = process.env;
  if (process.platform === 'win32') return APPDATA ?? join(homedir(), 'AppData', 'Roaming');
  if (process.platform === 'darwin') return join(homedir(), 'Library', 'Application Support');
  return XDG_CONFIG_HOME ?? join(homedir(), '.config');
}

function getPath(name: Parameters<App['getPath']>[0]): string {
  if (name === 'userData') {
    return argument('user-data-dir') ?? join(settingsFolder(), manifest.productName);
  }
  if (name === 'downloads') return process.env.XDG_DOWNLOAD_DIR ?? join(homedir(), 'Downloads');
  throw new Error(`the Chromium host knows no folder for ${name}`);
}

let isQuitting = false;

function emitPreventable(name: string): boolean {
  let isPrevented = false;
  emitter.emit(name, {
    preventDefault: () => {
      isPrevented = true;
    },
  });
  return !isPrevented;
}

function exit(code = 0): void {
  const open = browser;
  browser = null;
  void (open?.close() ?? Promise.resolve()).finally(() => process.exit(code));
}

function quit(): void {
  if (isQuitting) return;
  isQuitting = true;
  emitPreventable('before-quit');
  if (emitPreventable('will-quit')) exit(0);
}

let relaunches = 0;

/** The same program with the same arguments, once this one has ended. */
function startOver(): void {
  const given = [...process.execArgv, ...process.argv.slice(1)];
  for (let count = 0; count < relaunches; count += 1)
    spawn(process.execPath, given, { detached: true, stdio: 'ignore' }).unref();
}

const shape = {
  whenReady: () => Promise.resolve(),
  // The lock on the data itself keeps a second start out.
  requestSingleInstanceLock: () => true,
  releaseSingleInstanceLock: () => undefined,
  relaunch: () => {
    relaunches += 1;
  },
  setAppUserModelId: () => undefined,
  setToastActivatorCLSID: () => undefined,
  getPath,
  getVersion: () => manifest.version,
  getName: () => manifest.productName,
  getLocale: () => systemLocale() || 'en-US',
  getLocaleCountryCode: () => systemLocale().split('-')[1] ?? '',
  quit,
  exit,
  isPackaged: false,
} satisfies Partial<App>;

export const app = Object.assign(emitter, shape);

for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, quit);
process.on('exit', () => {
  browser?.kill();
  startOver();
});

// Started by a test: when the test lets go of our input, or dies, we quit.
if (process.env.LANGGAN_TEST_PORT !== undefined) process.stdin.on('end', quit).resume();
