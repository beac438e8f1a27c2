import { spawn } from 'node:child_process';
import { mkdtempSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Failure } from './memory.ts';
import { areNamespacesClosed, withoutMisleading } from './surroundings.ts';

const probeApp = join(import.meta.dirname, 'probe-app.mjs');
/** What the probe's app ends with when its page stands. */
const pageStood = 17;
const startLimitMs = 60_000;
const mostOutput = 64_000;
/** Children of a program that has ended may hold its output open. */
const lastWordsMs = 1000;

interface Ending {
  readonly code: number | null;
  readonly signal: NodeJS.Signals | null;
  readonly output: string;
}

/** What Chromium says when it gives up, and what that means here. */
const known: readonly (readonly [words: RegExp, why: string])[] = [
  [/without --no-sandbox/, 'it refuses to run as root'],
  [
    /SUID sandbox|No usable sandbox|setuid_sandbox|namespace sandbox/,
    'this system closes user namespaces to it and its sandbox helper is not setuid root',
  ],
];
const displayGone = /Missing X server|open X display|platform failed to initialize/;
const libraryGone = /error while loading shared libraries: ([^:\s]+)/;

/** Why the probe's app did not come to its page; null when it did. */
export function readEnding({ code, signal, output }: Ending): Failure | null {
  if (code === pageStood) return null;
  const because = (why: string, hasNoDisplay = false): Failure => ({
    why: `Electron does not start here: ${why}`,
    hasNoDisplay,
  });
  if (displayGone.test(output)) return because('it cannot reach the display', true);
  const library = libraryGone.exec(output)?.[1];
  if (library !== undefined) return because(`the library ${library} is missing`);
  const found = known.find(([words]) => words.test(output));
  return because(found?.[1] ?? `it ended at once with ${signal ?? `code ${code}`}`);
}

/** What the answer of a probe depends on: another binary, display or user is asked anew. */
export function startQuestion(program: string, flags: readonly string[]): object {
  const { size, mtimeMs } = statSync(program);
  const { DISPLAY, WAYLAND_DISPLAY, XDG_SESSION_TYPE } = process.env;
  const display = [DISPLAY, WAYLAND_DISPLAY, XDG_SESSION_TYPE].map((one) => one ?? '');
  const uid = process.getuid?.() ?? -1;
  return { program, size, mtimeMs, flags, display, uid, isClosed: areNamespacesClosed() };
}

function removeProfile(path: string): void {
  try {
    rmSync(path, { recursive: true, force: true, maxRetries: 5, retryDelay: 40 });
  } catch {
    // Still being let go: the system clears its temporary folder.
  }
}

/**
 * Starts Electron with an app that only opens a hidden page and ends: whether it reaches the display
 * and its sandbox starts cannot be told in any other way. Null: it works.
 */
export function probeElectron(program: string, flags: readonly string[]): Promise<Failure | null> {
  const profile = mkdtempSync(join(tmpdir(), 'langgan-probe-'));
  const child = spawn(program, [...flags, `--user-data-dir=${profile}`, probeApp], {
    env: withoutMisleading(false),
    stdio: ['ignore', 'ignore', 'pipe'],
    windowsHide: true,
  });
  let output = '';
  child.stderr.setEncoding('utf8').on('data', (text: string) => {
    output = (output + text).slice(0, mostOutput);
  });
  const ended = new Promise<Failure | null>((resolve) => {
    const because = (why: string): void => resolve({ why, hasNoDisplay: false });
    const limit = setTimeout(() => {
      child.kill('SIGKILL');
      because(`Electron does not start here: it was not ready after ${startLimitMs / 1000} s`);
    }, startLimitMs);
    const end = (code: number | null, signal: NodeJS.Signals | null): void => {
      clearTimeout(limit);
      resolve(readEnding({ code, signal, output }));
    };
    child.once('close', end);
    child.once('exit', (code, signal) => setTimeout(end, lastWordsMs, code, signal).unref());
    child.once('error', (error: NodeJS.ErrnoException) => {
      clearTimeout(limit);
      because(`Electron cannot be started (${error.code ?? error.message})`);
    });
  });
  return ended.finally(() => {
    child.stderr.destroy();
    removeProfile(profile);
  });
}
