import { type ChildProcess, spawn } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Readable, Writable } from 'node:stream';
import { testPort } from '../switches.ts';
import { DevtoolsPipe } from './devtools-pipe.ts';
import { findChromium, hasDisplay } from './find-chromium.ts';
import { openProfile } from './profile.ts';

const closingLimitMs = 10_000;

/** Kept quiet and kept apart: no service of its own, no look-up of any host. */
const quietFlags = [
  '--no-first-run',
  '--no-default-browser-check',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-default-apps',
  '--disable-domain-reliability',
  '--disable-extensions',
  '--disable-features=Translate,MediaRouter,OptimizationHints,AutofillServerCommunication',
  '--disable-quic',
  '--disable-sync',
  '--block-new-web-contents',
  '--deny-permission-prompts',
  '--hide-crash-restore-bubble',
  '--host-resolver-rules=MAP * ~NOTFOUND',
  '--metrics-recording-only',
  '--no-pings',
  '--no-service-autorun',
  '--password-store=basic',
  '--use-mock-keychain',
];

export interface BrowserOptions {
  /** The app's own folder, which holds the browser's profile too. */
  readonly userData: string;
  readonly width: number;
  readonly height: number;
  readonly lang: string;
}

export interface BrowserProcess {
  readonly pipe: DevtoolsPipe;
  /** The loopback debugging port, when one was asked for. */
  port(): Promise<number>;
  onExit(listener: () => void): void;
  /** Ends the browser, and gives it the time to write down what pages have stored. */
  close(): Promise<void>;
}

function readPort(profile: string): number | null {
  try {
    return Number(readFileSync(join(profile, 'DevToolsActivePort'), 'utf8').split('\n')[0]);
  } catch {
    return null;
  }
}

async function waitForPort(profile: string): Promise<number> {
  for (let attempt = 0; attempt < 200; attempt += 1) {
    const port = readPort(profile);
    if (port !== null) return port;
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
  throw new Error('the browser opened no debugging port');
}

function flags(profile: string, options: BrowserOptions): string[] {
  const port = testPort();
  return [
    ...quietFlags,
    `--user-data-dir=${profile}`,
    `--window-size=${options.width},${options.height}`,
    `--lang=${options.lang}`,
    '--remote-debugging-pipe',
    ...(port === null ? [] : [`--remote-debugging-port=${port}`]),
    // Chromium's sandbox refuses to run under root; everyone else keeps it.
    ...(process.getuid?.() === 0 ? ['--no-sandbox', '--test-type'] : []),
    ...(hasDisplay() ? [] : ['--headless=new', '--disable-gpu', '--hide-scrollbars']),
    '--app=about:blank',
  ];
}

function exited(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return Promise.resolve();
  return new Promise((resolve) => {
    child.once('exit', () => resolve());
    child.once('error', () => resolve());
  });
}

/** Starts the installed Chromium with one empty app window. Fails when none is installed. */
export function startBrowser(options: BrowserOptions): BrowserProcess {
  const program = findChromium();
  if (program === null) throw new Error('no Chromium, Chrome or Edge was found');
  const profile = openProfile(options.userData);
  const child = spawn(program, flags(profile, options), {
    stdio: ['ignore', 'ignore', 'ignore', 'pipe', 'pipe'],
  });
  const pipe = new DevtoolsPipe(child.stdio[3] as Writable, child.stdio[4] as Readable);
  process.on('exit', () => child.kill('SIGKILL'));
  return {
    pipe,
    port: () => waitForPort(profile),
    onExit: (listener) => {
      child.once('exit', listener);
      child.once('error', listener);
    },
    close: async () => {
      const limit = setTimeout(() => child.kill('SIGKILL'), closingLimitMs);
      await pipe.send('Browser.close').catch(() => undefined);
      await exited(child);
      clearTimeout(limit);
    },
  };
}
