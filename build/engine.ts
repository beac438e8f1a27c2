import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { findChromium } from './chromium-host/find-chromium.ts';

export const root = join(import.meta.dirname, '..');
const electronFolder = join(root, 'node_modules', 'electron');
const remembered = join(root, 'node_modules', '.cache', 'langgan', 'electron-not-available');
const fetchTimeoutMs = 20_000;

/** What the app runs in. */
export type Engine =
  | { readonly name: 'electron'; readonly program: string }
  | { readonly name: 'host'; readonly program: string };

/** The path of Electron's binary, or null where it has not been fetched. */
export function findElectron(): string | null {
  try {
    const name = readFileSync(join(electronFolder, 'path.txt'), 'utf8');
    const program = join(electronFolder, 'dist', name);
    return existsSync(program) ? program : null;
  } catch {
    return null;
  }
}

function electronVersion(): string {
  const manifest: unknown = JSON.parse(readFileSync(join(electronFolder, 'package.json'), 'utf8'));
  return String((manifest as { version?: unknown }).version);
}

/** Lets Electron's own installer try once for each version; the answer is remembered. */
function fetchElectron(say: (line: string) => void): string | null {
  const version = electronVersion();
  if (existsSync(remembered) && readFileSync(remembered, 'utf8') === version) return null;
  say(`Fetching Electron ${version} with its own installer (one try, ${fetchTimeoutMs / 1000} s).`);
  spawnSync(process.execPath, [join(electronFolder, 'install.js')], {
    stdio: 'ignore',
    timeout: fetchTimeoutMs,
    killSignal: 'SIGKILL',
  });
  const program = findElectron();
  if (program === null) {
    mkdirSync(join(remembered, '..'), { recursive: true });
    writeFileSync(remembered, version);
    say(`Electron could not be fetched; this is remembered (delete ${remembered} to try again).`);
  }
  return program;
}

const howToInstall =
  'Neither Electron nor a Chromium browser is here. Install Chromium, Google Chrome or ' +
  'Microsoft Edge (on Debian and Ubuntu: sudo apt-get install chromium) and start again; ' +
  'LANGGAN_CHROMIUM=/path/to/browser names one that lies elsewhere.';

function installChromium(say: (line: string) => void): string | null {
  const isRoot = process.getuid?.() === 0;
  const hasApt = spawnSync('apt-get', ['--version'], { stdio: 'ignore' }).status === 0;
  if (!isRoot || !hasApt) return null;
  say('No Chromium found: installing it with apt-get (about a minute).');
  const options = {
    stdio: 'ignore' as const,
    env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' },
  };
  spawnSync('apt-get', ['update'], options);
  spawnSync('apt-get', ['install', '-y', '--no-install-recommends', 'chromium'], options);
  return findChromium();
}

/**
 * Electron when its binary is there or can be fetched, else the Chromium host; installs Chromium
 * where that is possible. `LANGGAN_ENGINE=host` skips Electron. Throws a sentence that says what to install.
 */
export function chooseEngine(say: (line: string) => void): Engine {
  if (process.env.LANGGAN_ENGINE !== 'host') {
    const electron = findElectron() ?? fetchElectron(say);
    if (electron !== null) return { name: 'electron', program: electron };
  }
  const chromium = findChromium() ?? installChromium(say);
  if (chromium === null) throw new Error(howToInstall);
  return { name: 'host', program: chromium };
}

/** One line for the reader of the output. */
export function describeEngine(engine: Engine): string {
  return engine.name === 'electron'
    ? `Running in Electron (${engine.program}).`
    : `Running in the Chromium host with ${engine.program} (Electron's binary is not here).`;
}
