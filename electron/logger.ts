import { appendFileSync, mkdirSync, renameSync, statSync } from 'node:fs';
import { join } from 'node:path';
import type { Clock, Logger } from './context.ts';
import { cleanEntry, type LogEvent, type LogFields } from './log-entry.ts';

const largestBytes = 1_000_000;

function sizeOf(path: string): number {
  try {
    return statSync(path).size;
  } catch {
    // No log yet.
    return 0;
  }
}

/**
 * One JSON line an entry in `langgan.log`; at most two files of 1 MB. Losing a line never stops the
 * app. What an entry may hold is settled here, whoever says it.
 */
export function createLogger(folder: string, clock: Clock): Logger {
  const path = join(folder, 'langgan.log');
  try {
    mkdirSync(folder, { recursive: true });
  } catch {
    // A read-only disk has its own screen.
  }
  let bytes = sizeOf(path);
  const write = (level: 'info' | 'error', message: LogEvent, fields?: LogFields): void => {
    const entry = { at: clock.instant(), level, ...cleanEntry(message, fields) };
    const line = `${JSON.stringify(entry)}\n`;
    try {
      if (bytes > largestBytes) {
        renameSync(path, `${path}.old`);
        bytes = 0;
      }
      appendFileSync(path, line);
      bytes += line.length;
    } catch {
      // A full disk must not take the app down with it.
    }
  };
  return {
    info: (message, fields) => write('info', message, fields),
    error: (message, fields) => write('error', message, fields),
  };
}
