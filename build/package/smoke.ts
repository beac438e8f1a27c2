import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type Browser, chromium, type Page } from '@playwright/test';
import { settle } from '../launch.ts';

export interface SmokeRun {
  /** The program and what must stand before our arguments. */
  readonly command: readonly [string, ...string[]];
  /** How the address of the app's first page begins. */
  readonly pageStart: string;
  /** Where a picture of the first screen goes; none without it. */
  readonly picture?: string;
}

const limitMs = 60_000;
const lookAgainMs = 100;

/** The port that Chromium writes into its profile, once it listens. */
async function waitForPort(child: ChildProcess, userData: string): Promise<number> {
  const file = join(userData, 'DevToolsActivePort');
  const end = performance.now() + limitMs;
  while (performance.now() < end) {
    if (child.exitCode !== null) throw new Error(`it ended with ${child.exitCode} at once`);
    const port = existsSync(file) ? Number.parseInt(readFileSync(file, 'utf8'), 10) : Number.NaN;
    if (Number.isInteger(port)) return port;
    await new Promise((resolve) => setTimeout(resolve, lookAgainMs));
  }
  throw new Error(`it did not listen within ${limitMs / 1000} s`);
}

async function firstPage(browser: Browser, pageStart: string): Promise<Page> {
  const [context] = browser.contexts();
  if (context === undefined) throw new Error('it has no window');
  const page = context.pages()[0] ?? (await context.waitForEvent('page', { timeout: limitMs }));
  await page.waitForURL((url) => url.href.startsWith(pageStart), { timeout: limitMs });
  return page;
}

/** Asks through the same door as every screen; throws unless the answer is yes. */
async function ask(page: Page, channel: string): Promise<void> {
  const answer = await page.evaluate((name) => {
    const { langgan } = window as unknown as {
      langgan: { invoke(channel: string, input: object, callId: string): Promise<{ ok: boolean }> };
    };
    return langgan.invoke(name, {}, `smoke-${name}`);
  }, channel);
  if (!answer.ok) throw new Error(`${channel} was answered with ${JSON.stringify(answer)}`);
}

async function closeAndWait(child: ChildProcess, page: Page): Promise<void> {
  const ended = child.exitCode === null ? once(child, 'exit') : Promise.resolve([child.exitCode]);
  const tooLong = AbortSignal.timeout(limitMs);
  await page.close();
  const [code] = await Promise.race([ended, once(tooLong, 'abort').then(() => ['no end at all'])]);
  if (code !== 0) throw new Error(`closing its window led to ${code}`);
}

async function look(child: ChildProcess, given: SmokeRun, userData: string): Promise<void> {
  const port = await waitForPort(child, userData);
  // Its fuses keep a debugger out of main; Chromium's own port into the window is left.
  const browser = await chromium.connectOverCDP(`http://127.0.0.1:${port}`, {
    isLocal: true,
    noDefaults: true,
  });
  const page = await firstPage(browser, given.pageStart);
  const errors: string[] = [];
  page.on('pageerror', (error) => errors.push(error.message));
  await settle(page);
  // The first needs the database and its native module, the second the task process as well.
  await ask(page, 'settings.get');
  await ask(page, 'backups.make');
  if (given.picture !== undefined) await page.screenshot({ path: given.picture });
  if (errors.length > 0) throw new Error(`its page says ${errors.join('; ')}`);
  await closeAndWait(child, page);
}

/**
 * Starts a packaged app on an empty folder, waits for its first screen, has it read, write and make
 * a backup, and closes its window. Throws what went wrong.
 */
export async function runSmoke(given: SmokeRun): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), 'langgan-smoke-'));
  const userData = join(folder, 'user');
  const [program, ...leading] = given.command;
  const args = [
    ...leading,
    '--remote-debugging-port=0',
    `--user-data-dir=${userData}`,
    `--data=${join(folder, 'data')}`,
    // Chromium's sandbox refuses root; nobody's shop runs as root.
    ...(process.getuid?.() === 0 ? ['--no-sandbox'] : []),
  ];
  const child = spawn(program, args, { stdio: ['ignore', 'inherit', 'inherit'] });
  try {
    await Promise.race([
      look(child, given, userData),
      once(child, 'error').then(([error]) => Promise.reject(error)),
    ]);
  } finally {
    child.kill();
    rmSync(folder, { recursive: true, force: true, maxRetries: 5, retryDelay: 200 });
  }
}
