import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { _electron, chromium, type Page } from '@playwright/test';
import type { Report } from './chromium-host/test-report.ts';
import { chooseEngine, type Engine, root } from './engine.ts';

const mainScript = join(root, 'out', 'main', 'main.js');
const hostHook = join(root, 'build', 'chromium-host', 'register.ts');
const startTimeoutMs = 60_000;

export interface LaunchOptions {
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
}

export interface Launched {
  readonly engine: Engine['name'];
  readonly page: Page;
  /** Addresses outside the app that a page asked for and did not get. */
  readonly requestsRefused: readonly string[];
  /** The process of main. */
  readonly pid: number | undefined;
  close(): Promise<void>;
}

/** The arguments after the program that start the built app in this engine. */
export function appArguments(engine: Engine, given: readonly string[]): readonly string[] {
  return engine.name === 'electron'
    ? [root, ...given]
    : ['--import', hostHook, mainScript, ...given];
}

/** The program to start: Electron's own, or Node for the host. */
export function appProgram(engine: Engine): string {
  return engine.name === 'electron' ? engine.program : process.execPath;
}

function argumentsOf(options: LaunchOptions): string[] {
  const { dataFolder, userData, locale } = options;
  return [
    ...(dataFolder === undefined ? [] : [`--data=${dataFolder}`]),
    ...(userData === undefined ? [] : [`--user-data-dir=${userData}`]),
    ...(locale === undefined ? [] : [`--lang=${(locale.split('.')[0] ?? '').replace('_', '-')}`]),
  ];
}

function environmentOf(options: LaunchOptions): Record<string, string> {
  const known = Object.entries(process.env).filter((entry): entry is [string, string] => {
    return entry[1] !== undefined;
  });
  return {
    ...Object.fromEntries(known),
    ...(options.downloads === undefined ? {} : { XDG_DOWNLOAD_DIR: options.downloads }),
    ...(options.locale === undefined ? {} : { LC_ALL: options.locale }),
  };
}

async function launchElectron(engine: Engine, options: LaunchOptions): Promise<Launched> {
  const electron = await _electron.launch({
    executablePath: engine.program,
    args: [...appArguments(engine, argumentsOf(options))],
    env: environmentOf(options),
  });
  const { files, downloads } = options;
  await electron.evaluate(
    ({ dialog, app }, answer) => {
      if (answer.downloads !== undefined) app.setPath('downloads', answer.downloads);
      const filePaths = answer.files ?? [];
      dialog.showOpenDialog = async () => ({ canceled: filePaths.length === 0, filePaths });
      dialog.showSaveDialog = async (...given: unknown[]) => {
        const last = given.at(-1) as { defaultPath?: string };
        return { canceled: false, filePath: last.defaultPath ?? '' };
      };
    },
    { files: files === undefined ? undefined : [...files], downloads },
  );
  const page = await electron.firstWindow();
  const requestsRefused: string[] = [];
  page.on('request', (request) => {
    if (!/^(app:\/\/langgan\/|data:|blob:)/.test(request.url()))
      requestsRefused.push(request.url());
  });
  const pid = electron.process().pid;
  return { engine: 'electron', page, requestsRefused, pid, close: () => electron.close() };
}

/** Reads the host's reports until it is ready; what it refuses later is added to `refused`. */
function readReports(child: ChildProcess, refused: string[]): Promise<number> {
  return new Promise((resolve, reject) => {
    if (child.stdout === null) throw new Error('the host has no output');
    const limit = setTimeout(() => reject(new Error('the host did not start')), startTimeoutMs);
    createInterface({ input: child.stdout }).on('line', (line) => {
      if (!line.startsWith('{"langganHost"')) return;
      const report = (JSON.parse(line) as { langganHost: Report }).langganHost;
      if ('refused' in report) refused.push(report.refused);
      else resolve(report.ready.port);
    });
    child.once('exit', (code) => reject(new Error(`the host ended with ${code}`)));
    child.once('exit', () => clearTimeout(limit));
    child.once('error', reject);
  });
}

async function launchHost(engine: Engine, options: LaunchOptions): Promise<Launched> {
  const child = spawn(appProgram(engine), [...appArguments(engine, argumentsOf(options))], {
    stdio: ['pipe', 'pipe', 'inherit'],
    env: { ...environmentOf(options), LANGGAN_TEST_PORT: '0' },
  });
  const requestsRefused: string[] = [];
  const port = await readReports(child, requestsRefused);
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
  return { engine: 'host', page, requestsRefused, pid: child.pid, close };
}

/** Starts the built app, with Playwright's hand on its window: in Electron, else in the Chromium host. */
export async function launch(options: LaunchOptions = {}): Promise<Launched> {
  const engine = chooseEngine((line) => process.stderr.write(`${line}\n`));
  return engine.name === 'electron' ? launchElectron(engine, options) : launchHost(engine, options);
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
