import { spawnSync } from 'node:child_process';
import { chmodSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { folderOnDisk } from '../temp-folder.ts';

/** A machine to start the app on, as far as choosing an engine is concerned. */
export interface Machine {
  readonly user?: 'root' | 'owner';
  readonly hasDisplay?: boolean;
  readonly hasElectron?: boolean;
  readonly hasChromium?: boolean;
  /** What is the matter with it. */
  readonly it?:
    | 'lacks a library'
    | 'closes namespaces'
    | 'has lost its display'
    | 'ends it at once'
    | 'kills pages';
  /** The app itself ends with this. */
  readonly appCode?: number;
  /** Set on top of everything else. */
  readonly environment?: Readonly<Record<string, string>>;
}

export interface Run {
  readonly status: number | null;
  readonly said: string;
}

export interface PretendMachine {
  /**
   * Runs a script of ours there, with nothing of the real machine's display, user or engines; `FOLDER`
   * in an argument is a folder of its own, with the browser in the file `chromium`.
   */
  run(script: URL, ...args: readonly string[]): Run;
  /** Every start of Electron and of the browser so far. */
  starts(): readonly unknown[];
}

const ours = /^(DISPLAY|WAYLAND_DISPLAY|XDG_.*|ELECTRON_.*|LANGGAN_.*|NODE_OPTIONS)$/;

/** What a pretended program knows of the machine it is on. */
export interface Pretence {
  /** Where every start of it is written. */
  readonly PRETEND_LOG: string;
  readonly PRETEND_UID?: string;
  readonly PRETEND_MACHINE?: string;
  readonly PRETEND_APP_CODE?: string;
  readonly DISPLAY?: string;
}

function writeProgram(path: string, script: URL, pretence: Pretence): void {
  const knows = `Object.assign(process.env, ${JSON.stringify(pretence)});`;
  const runs = `import(${JSON.stringify(script.href)});`;
  writeFileSync(path, `#!${process.execPath}\n${knows}\n${runs}\n`);
  chmodSync(path, 0o755);
}

/** A program in place of Electron's binary that behaves like one. */
export function writePretendElectron(path: string, pretence: Pretence): void {
  writeProgram(path, new URL('./pretend-binary.ts', import.meta.url), pretence);
}

/** Makes such a machine in a folder of the test's own. */
export function pretendMachine(machine: Machine): PretendMachine {
  const folder = folderOnDisk();
  const log = join(folder, 'log');
  const dist = join(folder, 'electron');
  const chromium = join(folder, 'chromium');
  const browser = new URL('./pretend-chromium.ts', import.meta.url);
  const uid = machine.user === 'root' ? 0 : 1000;
  const pretence: Pretence = {
    PRETEND_LOG: log,
    PRETEND_UID: String(uid),
    PRETEND_MACHINE: machine.it ?? '',
    PRETEND_APP_CODE: String(machine.appCode ?? 0),
  };
  mkdirSync(dist);
  if (machine.hasElectron !== false) writePretendElectron(join(dist, 'electron'), pretence);
  if (machine.hasChromium !== false) writeProgram(chromium, browser, pretence);
  const rest = Object.entries(process.env).filter(([name]) => !ours.test(name));
  const env = {
    ...Object.fromEntries(rest),
    ...(machine.hasDisplay === false ? {} : { DISPLAY: ':0' }),
    NODE_OPTIONS: `--import=data:text/javascript,process.getuid=()=>${uid}`,
    ELECTRON_OVERRIDE_DIST_PATH: dist,
    LANGGAN_CHROMIUM: chromium,
    XDG_CONFIG_HOME: folder,
    ...machine.environment,
  };
  return {
    run: (script, ...args) => {
      const given = [fileURLToPath(script), ...args.map((one) => one.replace('FOLDER', folder))];
      const done = spawnSync(process.execPath, given, { encoding: 'utf8', env });
      return { status: done.status, said: done.stdout + done.stderr };
    },
    starts: () => {
      try {
        const lines = readFileSync(log, 'utf8').trim().split('\n');
        return lines.map((line) => JSON.parse(line) as unknown);
      } catch {
        return [];
      }
    },
  };
}
