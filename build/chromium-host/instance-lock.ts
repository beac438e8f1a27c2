import {
  type FSWatcher,
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  watch,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import { type AppLock, takeAppLock } from '#db/file/app-lock.ts';
import { AppFailure } from '#shared/errors.ts';

/** What a second start tells the first one. */
export interface SecondStart {
  readonly argv: readonly string[];
  readonly workingDirectory: string;
}

let held: { readonly lock: AppLock; readonly watcher: FSWatcher } | null = null;

function tryLock(folder: string): AppLock | null {
  try {
    return takeAppLock(join(folder, 'instance.lock'));
  } catch (error) {
    if (error instanceof AppFailure) return null;
    throw error;
  }
}

function lettersIn(mailbox: string): string[] {
  const names = readdirSync(mailbox).filter((name) => name.endsWith('.json'));
  return names.map((name) => join(mailbox, name));
}

/** Written aside and renamed: the other one never reads half of it. */
function leaveLetter(mailbox: string): void {
  const letter: SecondStart = { argv: process.argv, workingDirectory: process.cwd() };
  const path = join(mailbox, `${process.pid}.json`);
  writeFileSync(`${path}.partial`, JSON.stringify(letter));
  renameSync(`${path}.partial`, path);
}

/**
 * One app a folder. The operating system lets go of the lock when its holder ends, however it ends.
 * False: another one runs here, and has been told of this start.
 */
export function takeInstanceLock(
  userData: string,
  onSecond: (start: SecondStart) => void,
): boolean {
  if (held !== null) return true;
  const folder = join(userData, 'chromium-host');
  const mailbox = join(folder, 'second-starts');
  mkdirSync(mailbox, { recursive: true });
  const lock = tryLock(folder);
  if (lock === null) {
    leaveLetter(mailbox);
    return false;
  }
  for (const path of lettersIn(mailbox)) rmSync(path, { force: true });
  const watcher = watch(mailbox, () => {
    for (const path of lettersIn(mailbox)) {
      const letter = JSON.parse(readFileSync(path, 'utf8')) as SecondStart;
      rmSync(path, { force: true });
      onSecond(letter);
    }
  });
  held = { lock, watcher: watcher.unref() };
  return true;
}

export function hasInstanceLock(): boolean {
  return held !== null;
}

export function releaseInstanceLock(): void {
  held?.watcher.close();
  held?.lock.release();
  held = null;
}
