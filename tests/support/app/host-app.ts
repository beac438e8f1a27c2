import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { onTestFinished } from 'vitest';
import { type Switch, switchVariable } from '#build/chromium-host/switches.ts';

// `--import` takes an address: a path of Windows would be read as one with the scheme `c:`.
const hook = new URL('../../../build/chromium-host/register.ts', import.meta.url).href;
const begin = `
  import * as electron from 'electron';
  const { app, BrowserWindow, ipcMain, protocol, session } = electron;
  const say = (value) => process.stdout.write(JSON.stringify({ said: value }) + '\\n');
  const openWindow = async (options = {}) => {
    const preload = import.meta.dirname + '/preload.cjs';
    const window = new BrowserWindow({ webPreferences: { preload }, ...options });
    await window.loadURL('app://langgan/index.html');
    return window;
  };
  const serve = (html) => {
    session.defaultSession.webRequest.onBeforeRequest((_details, answer) => answer({ cancel: false }));
    const headers = { 'Content-Type': 'text/html; charset=utf-8' };
    protocol.handle('app', () => new Response(html, { headers }));
  };
  const privileged = { standard: true, secure: true, supportFetchAPI: true };
`;

export interface SmallApp {
  /** Beside the names of Electron, \`say\`, \`serve(html)\` and \`openWindow(options)\` are there. */
  readonly main: string;
  readonly preload?: string;
  /** Scripts of utility processes, by their names. */
  readonly children?: Readonly<Record<string, string>>;
  readonly switches?: readonly Switch[];
  /** As a test of the whole app starts it: it reports, and hears commands. */
  readonly isUnderTest?: boolean;
  /** Flags of Node. */
  readonly flags?: readonly string[];
  /** Another start's; without it a folder of its own. */
  readonly folder?: string;
}

/** A small app of the test's own in the Chromium host. */
export class HostRun {
  readonly folder: string;
  readonly child: ChildProcess;
  /** What it said, in order, up to now. */
  readonly said: unknown[] = [];
  readonly lines: string[] = [];
  stderr = '';
  readonly #ended: Promise<unknown>;
  #heard = (): void => undefined;

  constructor(app: SmallApp) {
    this.folder = app.folder ?? smallFolder();
    const main = join(this.folder, 'main.mjs');
    writeFileSync(main, begin + app.main);
    writeFileSync(join(this.folder, 'preload.cjs'), app.preload ?? '');
    for (const [name, text] of Object.entries(app.children ?? {}))
      writeFileSync(join(this.folder, name), text);
    const userData = `--user-data-dir=${join(this.folder, 'user')}`;
    const given = [...(app.flags ?? []), '--import', hook, main, userData];
    this.child = spawn(process.execPath, given, {
      env: {
        ...process.env,
        [switchVariable]: (app.switches ?? []).join(','),
        XDG_DOWNLOAD_DIR: this.folder,
        ...(app.isUnderTest === true ? { LANGGAN_TEST_PORT: '0' } : {}),
      },
    });
    this.#ended = once(this.child, 'close');
    this.child.stderr?.on('data', (chunk) => {
      this.stderr += String(chunk);
    });
    const stdout = this.child.stdout;
    if (stdout !== null) createInterface({ input: stdout }).on('line', (line) => this.#take(line));
    onTestFinished(() => void this.child.kill('SIGKILL'));
  }

  /** Resolves when it has said so many things, or has ended. */
  async until(count: number): Promise<readonly unknown[]> {
    await this.#wait(() => this.said.length >= count);
    return this.said;
  }

  /** Resolves with the first such line of its output; without one when it has ended. */
  async line(isWanted: (line: string) => boolean): Promise<string | undefined> {
    await this.#wait(() => this.lines.some(isWanted));
    return this.lines.find(isWanted);
  }

  /** Resolves with its exit code. */
  async end(): Promise<number | null> {
    await this.#ended;
    return this.child.exitCode;
  }

  tell(command: object): void {
    this.child.stdin?.write(`${JSON.stringify(command)}\n`);
  }

  async #wait(isThere: () => boolean): Promise<void> {
    let hasEnded = false;
    void this.#ended.then(() => {
      hasEnded = true;
    });
    while (!isThere() && !hasEnded) {
      const heard = new Promise<void>((resolve) => {
        this.#heard = resolve;
      });
      await Promise.race([heard, this.#ended]);
    }
  }

  #take(line: string): void {
    this.lines.push(line);
    if (line.startsWith('{"said"')) this.said.push((JSON.parse(line) as { said: unknown }).said);
    this.#heard();
  }
}

function smallFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'langgan-host-app-'));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true, maxRetries: 5 }));
  return folder;
}

/** Runs a small app to its end. Throws with its last words when it says nothing at all. */
export async function runInHost(app: SmallApp): Promise<{ said: unknown[]; code: number | null }> {
  const run = new HostRun(app);
  const code = await run.end();
  if (run.said.length === 0) throw new Error(`it ended with ${code}: ${run.stderr}`);
  return { said: run.said, code };
}
