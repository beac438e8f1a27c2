import { spawnSync } from 'node:child_process';
import { findChromium } from '../chromium-host/page/find-chromium.ts';

const howToInstall =
  'Install Chromium, Google Chrome or Microsoft Edge (on Debian and Ubuntu: sudo apt-get install ' +
  'chromium) and start again; LANGGAN_CHROMIUM=/path/to/browser names one that lies elsewhere.';

function installChromium(say: (line: string) => void): string | null {
  const isRoot = process.getuid?.() === 0;
  const hasApt = spawnSync('apt-get', ['--version'], { stdio: 'ignore' }).status === 0;
  if (!isRoot || !hasApt) return null;
  say('No Chromium found: installing it with apt-get (about a minute).');
  const options = {
    stdio: 'ignore' as const,
    env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' },
  };
  spawnSync('apt-get', ['update'], options);
  spawnSync('apt-get', ['install', '-y', '--no-install-recommends', 'chromium'], options);
  return findChromium();
}

/** The browser for the host, installed where that is possible. Throws a sentence that says what to install. */
export function seekChromium(why: string, say: (line: string) => void): string {
  const chromium = findChromium() ?? installChromium(say);
  if (chromium === null) {
    throw new Error(
      `No Chromium browser is here, and one is needed because ${why}. ${howToInstall}`,
    );
  }
  return chromium;
}
