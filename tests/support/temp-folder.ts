import { existsSync, mkdtempSync, rmSync, statfsSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { onTestFinished } from 'vitest';

/** As much as every test that runs at once may fill. */
const roomy = 4 * 1024 ** 3;

/** Where Linux keeps files in memory and has room there: a shop waits for the disk at each of its commits. */
function quickPlace(): string {
  const memory = '/dev/shm';
  if (process.platform !== 'linux' || !existsSync(memory)) return tmpdir();
  const { type, bavail, bsize } = statfsSync(memory);
  const isMemory = type === 0x01_02_19_94;
  return isMemory && bavail * bsize > roomy ? memory : tmpdir();
}

/** What is to be done when a test has ended, or whatever else ends. */
export type WhenDone = (run: () => void | Promise<void>) => void;

function folderIn(place: string, whenDone: WhenDone): string {
  const folder = mkdtempSync(join(place, 'langgan-test-'));
  whenDone(() => rmSync(folder, { recursive: true, force: true, maxRetries: 3 }));
  return folder;
}

/** An empty folder of the test's own, gone when the test ends. */
export function tempFolder(whenDone: WhenDone = onTestFinished): string {
  return folderIn(quickPlace(), whenDone);
}

/** The same on the disk, for what is about the disk: a process that is killed, a disk that fails. */
export function folderOnDisk(): string {
  return folderIn(tmpdir(), onTestFinished);
}
