import type { Shell } from 'electron';
import type { LinkOutcome } from '../context.ts';

const allowedProtocols = new Set(['https:', 'mailto:', 'tel:', 'sms:']);
const longestAddress = 2000;

/** True for what may be handed to the system: https (wa.me among it), mailto, tel and sms. */
export function isSafeLink(address: string): boolean {
  if (address.length > longestAddress) return false;
  // Browsers drop these silently, so what is checked would not be what is opened.
  if (/[\s\p{Cc}\\]/u.test(address)) return false;
  let url: URL;
  try {
    url = new URL(address);
  } catch {
    return false;
  }
  if (!allowedProtocols.has(url.protocol)) return false;
  if (url.protocol !== 'https:') return true;
  return url.username === '' && url.password === '' && url.hostname.includes('.');
}

/** The one way out to the browser, the mail program or the phone. Never rejects. */
export async function openLink(
  shell: Pick<Shell, 'openExternal'>,
  address: string,
): Promise<LinkOutcome> {
  if (!isSafeLink(address)) return 'refused';
  try {
    await shell.openExternal(address);
    return 'opened';
  } catch {
    return 'no-program';
  }
}

/** Shows a folder in the system's own program for files. False: there is none. */
export async function openFolder(
  shell: Pick<Shell, 'openPath'>,
  path: string,
  platform: NodeJS.Platform = process.platform,
): Promise<boolean> {
  const opened = shell.openPath(path);
  // On Linux Electron's promise never settles: it starts the program and forgets to say so.
  return platform === 'linux' || (await opened) === '';
}
