import { appendFileSync, mkdirSync, renameSync, statSync } from 'node:fs';
import { join } from 'node:path';
import type { Clock, Logger } from './context.ts';

const largestBytes = 1_000_000;

function rotate(path: string): void {
  try {
    if (statSync(path).size > largestBytes) renameSync(path, `${path}.old`);
  } catch {
    // No log yet.
  }
}

/** One JSON line an entry in `langgan.log`; at most two files of 1 MB. Losing a line never stops the app. */
export function createLogger(folder: string, clock: Clock): Logger {
  const path = join(folder, 'langgan.log');
  try {
    mkdirSync(folder, { recursive: true });
    rotate(path);
  } catch {
    // A read-only disk has its own screen.
  }
  const write = (level: 'info' | 'error', message: string, fields: object = {}): void => {
    const line = JSON.stringify({ at: clock.instant(), level, message, ...fields });
    try {
      appendFileSync(path, `${line}\n`);
    } catch {
      // A full disk must not take the app down with it.
    }
  };
  return {
    info: (message, fields) => write('info', message, fields),
    error: (message, fields) => write('error', message, fields),
  };
}

/** Where an unexpected error came from, without its message: messages can quote what a person typed. */
export function traceOf(error: unknown): Readonly<Record<string, unknown>> {
  if (!(error instanceof Error)) return { name: typeof error };
  const frames = (error.stack ?? '').split('\n').filter((line) => /^\s+at /.test(line));
  return { name: error.name, frames: frames.slice(0, 8).map((line) => line.trim()) };
}
