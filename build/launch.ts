import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { createInterface } from 'node:readline';
import { _electron, chromium, type Page } from '@playwright/test';
import { appArguments, appProgram, unattendedEnvironment } from './app-process.ts';
import { attendElectron } from './attend-electron.ts';
import { type Switch, switchVariable } from './chromium-host/switches.ts';
import { type Report, readReport } from './chromium-host/test-report.ts';
import { chooseEngine, doubtEngine, type Engine } from './engine.ts';

const startTimeoutMs = 60_000;

export interface LaunchOptions {
  /** Without it the engine is chosen here. */
  readonly engine?: Engine;
  /** `--data`; without it the app opens its usual folder. */
  readonly dataFolder?: string;
  /** The app's own folder (settings, logs); without it the usual one. */
  readonly userData?: string;
  /** Where saved files go. */
  readonly downloads?: string;
  /** As in `LANG`: `id_ID.UTF-8`. */
  readonly locale?: string;
  /** What the file picker answers, when it is opened. */
  readonly files?: readonly string[];
  /** Bad days of the system, which only the Chromium host can show. */
  readonly hostSwitches?: readonly Switch[];
}

/** Addresses outside the app, in the order in which they were asked for; the lists grow. */
interface Outside {
  /** What a page asked for, or tried to go to, and did not get. */
  readonly requestsRefused: readonly string[];
  /** What was handed on to the system's browser, mail program or phone; here it goes no further. */
  readonly opened: readonly string[];
}

export interface Launched extends Outside {
  readonly engine: Engine['name'];
  readonly page: Page;
  /** The process of main. */
  readonly pid: number | undefined;
  close(): Promise<void>;
}

function argumentsOf(options: LaunchOptions): string[] {
  const { dataFolder, userData, locale } = options;
  return [
    ...(dataFolder === undefined ? [] : [`--data=${dataFolder}`]),
    ...(userData === undefined ? [] : [`--user-data-dir=${userData}`]),
    ...(locale === undefined ? [] : [`--lang=${(locale.split('.')[0] ?? '').replace('_', '-')}`]),
  ];
}

function environmentOf(engine: Engine, options: LaunchOptions): Record<string, string> {
  const known = Object.entries(unattendedEnvironment(engine)).filter(
    (entry): entry is [string, string] => entry[1] !== undefined,
  );
  return {
    ...Object.fromEntries(known),
    ...(options.downloads === undefined ? {} : { XDG_DOWNLOAD_DIR: options.downloads }),
    ...(options.locale === undefined ? {} : { LC_ALL: options.locale }),
  };
}

/** What the app reports of the world outside it, as it grows. */
class Reports implements Outside {
  readonly requestsRefused: string[] = [];
  readonly opened: string[] = [];

  take(report: Report | null): void {
    if (report === null) return;
    if ('refused' in report) this.requestsRefused.push(report.refused);
    if ('opened' in report) this.opened.push(report.opened);
  }
}

async function launchElectron(engine: Engine, options: LaunchOptions): Promise<Launched> {
  const electron = await _electron.launch({
    executablePath: engine.program,
    args: [...appArguments(engine, argumentsOf(options))],
    env: environmentOf(engine, options),
    // Otherwise Playwright takes the sandbox away, which the app is shipped with.
    chromiumSandbox: true,
  });
  const reports = new Reports();
  electron.on('console', (message) => reports.take(readReport(message.text())));
  const { files = [], downloads = null } = options;
  await electron.evaluate(attendElectron, { files: [...files], downloads });
  const page = await electron.firstWindow();
  page.on('request', (request) => {
    const isOwn = /^(app:\/\/langgan\/|data:|blob:)/.test(request.url());
    if (!isOwn) reports.take({ refused: request.url() });
  });
  const pid = electron.process().pid;
  const { requestsRefused, opened } = reports;
  return { engine: 'electron', page, requestsRefused, opened, pid, close: () => electron.close() };
}

/** Reads the host's reports until it is ready; what it says later is added to `reports`. */
function readReports(child: ChildProcess, reports: Reports): Promise<number> {
  return new Promise((resolve, reject) => {
    if (child.stdout === null) throw new Error('the host has no output');
    const limit = setTimeout(() => reject(new Error('the host did not start')), startTimeoutMs);
    createInterface({ input: child.stdout }).on('line', (line) => {
      const report = readReport(line);
      reports.take(report);
      if (report === null) return;
      if ('neverShown' in report) reject(new Error('the window was never shown'));
      if ('ready' in report) resolve(report.ready.port);
    });
    child.once('exit', (code) => reject(new Error(`the host ended with ${code}`)));
    child.once('exit', () => clearTimeout(limit));
    child.once('error', reject);
  });
}

async function launchHost(engine: Engine, options: LaunchOptions): Promise<Launched> {
  const child = spawn(appProgram(engine), [...appArguments(engine, argumentsOf(options))], {
    stdio: ['pipe', 'pipe', 'inherit'],
    env: {
      ...environmentOf(engine, options),
      LANGGAN_TEST_PORT: '0',
      [switchVariable]: (options.hostSwitches ?? []).join(','),
    },
  });
  const reports = new Reports();
  const port = await readReports(child, reports).catch((error: unknown) => {
    child.kill();
    throw error;
  });
  const browser = await chromium.connectOverCDP(`http://127.0.0.1:${port}`, { isLocal: true });
  const page = browser.contexts()[0]?.pages()[0];
  if (page === undefined) throw new Error('the host has no page');
  const { files } = options;
  if (files !== undefined) page.on('filechooser', (chooser) => chooser.setFiles([...files]));
  const close = async (): Promise<void> => {
    const ended = child.exitCode === null ? once(child, 'exit') : Promise.resolve();
    await browser.close();
    child.stdin?.end();
    await ended;
  };
  const { requestsRefused, opened } = reports;
  return { engine: 'host', page, requestsRefused, opened, pid: child.pid, close };
}

/** Starts the built app, with Playwright's hand on its window: in Electron, else in the Chromium host. */
export async function launch(options: LaunchOptions = {}): Promise<Launched> {
  const say = (line: string): boolean => process.stderr.write(`${line}\n`);
  const engine = options.engine ?? (await chooseEngine(say));
  if (engine.name === 'host') return launchHost(engine, options);
  try {
    return await launchElectron(engine, options);
  } catch (error) {
    doubtEngine(engine);
    throw error;
  }
}

/** Waits until the first screen stands: fonts there, nothing busy, two frames painted. */
export async function settle(page: Page): Promise<void> {
  await page.waitForFunction(() => {
    const content = document.querySelector('#root')?.childElementCount ?? 0;
    return content > 0 && document.querySelector('[aria-busy="true"]') === null;
  });
  await page.evaluate(async () => {
    await document.fonts.ready;
    await new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(resolve)));
  });
}
