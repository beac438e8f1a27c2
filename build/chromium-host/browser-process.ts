import { type ChildProcess, spawn } from 'node:child_process';
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Readable, Writable } from 'node:stream';
import { DevtoolsPipe } from './devtools-pipe.ts';
import { findChromium, hasDisplay } from './find-chromium.ts';

const profilePrefix = 'langgan-host-';

/** Kept quiet and kept apart: no service of its own, no look-up of any host, an empty profile. */
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
  '--host-resolver-rules=MAP * ~NOTFOUND',
  '--metrics-recording-only',
  '--no-pings',
  '--no-service-autorun',
  '--password-store=basic',
  '--use-mock-keychain',
];

export interface BrowserProcess {
  readonly pipe: DevtoolsPipe;
  readonly isHeadless: boolean;
  /** The loopback debugging port, when one was asked for. */
  port(): Promise<number>;
  onExit(listener: () => void): void;
  /** Ends the browser and removes its profile. */
  close(): Promise<void>;
  /** The same at once, for the moment the process itself ends. */
  kill(): void;
}

function isRunning(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch {
    return false;
  }
}

/** A killed host cannot clean up behind itself; the next one does. */
function removeForsakenProfiles(): void {
  for (const name of readdirSync(tmpdir())) {
    const pid = new RegExp(`^${profilePrefix}(\\d+)-`).exec(name)?.[1];
    if (pid !== undefined && !isRunning(Number(pid))) removeProfile(join(tmpdir(), name));
  }
}

function removeProfile(path: string): void {
  try {
    rmSync(path, { recursive: true, force: true, maxRetries: 5, retryDelay: 40 });
  } catch {
    // Another user's, or still being let go: the next start tries again.
  }
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

function flags(
  profile: string,
  options: { width: number; height: number; lang: string },
): string[] {
  return [
    ...quietFlags,
    `--user-data-dir=${profile}`,
    `--window-size=${options.width},${options.height}`,
    `--lang=${options.lang}`,
    '--remote-debugging-pipe',
    ...(process.env.LANGGAN_TEST_PORT === undefined
      ? []
      : [`--remote-debugging-port=${process.env.LANGGAN_TEST_PORT}`]),
    // Chromium's sandbox refuses to run under root; everyone else keeps it.
    ...(process.getuid?.() === 0 ? ['--no-sandbox', '--test-type'] : []),
    ...(hasDisplay() ? [] : ['--headless=new', '--disable-gpu', '--hide-scrollbars']),
    '--app=about:blank',
  ];
}

function exited(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return Promise.resolve();
  return new Promise((resolve) => child.once('exit', () => resolve()));
}

/** Starts the installed Chromium with one empty app window. Fails when none is installed. */
export function startBrowser(options: {
  readonly width: number;
  readonly height: number;
  readonly lang: string;
}): BrowserProcess {
  const program = findChromium();
  if (program === null) throw new Error('no Chromium, Chrome or Edge was found');
  removeForsakenProfiles();
  const profile = mkdtempSync(join(tmpdir(), `${profilePrefix}${process.pid}-`));
  const child = spawn(program, flags(profile, options), {
    stdio: ['ignore', 'ignore', 'ignore', 'pipe', 'pipe'],
  });
  const pipe = new DevtoolsPipe(child.stdio[3] as Writable, child.stdio[4] as Readable);
  return {
    pipe,
    isHeadless: !hasDisplay(),
    port: () => waitForPort(profile),
    onExit: (listener) => {
      child.once('exit', listener);
      child.once('error', listener);
    },
    close: async () => {
      const limit = setTimeout(() => child.kill('SIGKILL'), 3000);
      await pipe.send('Browser.close').catch(() => undefined);
      await exited(child);
      clearTimeout(limit);
      removeProfile(profile);
    },
    kill: () => {
      child.kill('SIGKILL');
      removeProfile(profile);
    },
  };
}
