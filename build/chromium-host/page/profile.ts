import { mkdirSync, readFileSync, readlinkSync, rmSync } from 'node:fs';
import { join } from 'node:path';

const lookAgainMs = 50;
const patienceMs = 5000;

/** The browser that still holds the profile, on Linux; null elsewhere, where Chromium sorts it out itself. */
function holderOf(profile: string): number | null {
  try {
    const pid = Number(readlinkSync(join(profile, 'SingletonLock')).split('-').at(-1));
    // A number is soon another program's: this one must name the profile.
    return readFileSync(`/proc/${pid}/cmdline`, 'utf8').includes(profile) ? pid : null;
  } catch {
    return null;
  }
}

/**
 * The browser's own folder in the app's, kept from start to start as Electron keeps its own. The
 * browser of a host that was killed ends by itself a moment later; started too soon, another one
 * would hand its window over to it. Whoever asks holds the instance lock: nobody else needs the profile.
 */
export function openProfile(userData: string): string {
  const profile = join(userData, 'chromium-host', 'profile');
  mkdirSync(profile, { recursive: true });
  const sleeper = new Int32Array(new SharedArrayBuffer(4));
  for (let waitedMs = 0; waitedMs < patienceMs; waitedMs += lookAgainMs) {
    if (holderOf(profile) === null) break;
    Atomics.wait(sleeper, 0, 0, lookAgainMs);
  }
  const holder = holderOf(profile);
  if (holder !== null) process.kill(holder, 'SIGKILL');
  // Left by a browser that was killed: it would be taken for the port of the new one.
  rmSync(join(profile, 'DevToolsActivePort'), { force: true });
  return profile;
}
