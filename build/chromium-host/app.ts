import { readFileSync } from 'node:fs';
import { homedir } from 'node:os';
import { join } from 'node:path';
import type { App } from 'electron';
import { appEvents } from './app-events.ts';
import {
  hasInstanceLock,
  releaseInstanceLock,
  type SecondStart,
  takeInstanceLock,
} from './instance-lock.ts';
import { exit, quit, relaunch } from './quitting.ts';
import { isReady, whenReady } from './readiness.ts';
import { listenToTest } from './test-commands.ts';

const manifest = JSON.parse(
  readFileSync(new URL('../../package.json', import.meta.url), 'utf8'),
) as { productName: string; version: string };

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

/** Like Electron never before `ready`. */
function tellOfSecond({ argv, workingDirectory }: SecondStart): void {
  void whenReady().then(() => appEvents.emit('second-instance', {}, argv, workingDirectory, null));
}

const shape = {
  whenReady,
  isReady,
  requestSingleInstanceLock: () => takeInstanceLock(getPath('userData'), tellOfSecond),
  hasSingleInstanceLock: hasInstanceLock,
  releaseSingleInstanceLock: releaseInstanceLock,
  setAppUserModelId: () => undefined,
  setToastActivatorCLSID: () => undefined,
  getPath,
  getVersion: () => manifest.version,
  getName: () => manifest.productName,
  getLocale: () => systemLocale() || 'en-US',
  getLocaleCountryCode: () => systemLocale().split('-')[1] ?? '',
  quit,
  exit,
  relaunch,
  isPackaged: false,
} satisfies Partial<App>;

export const app = Object.assign(appEvents, shape);

for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, quit);
listenToTest(quit);
