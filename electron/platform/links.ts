import type { Shell } from 'electron';

const allowedProtocols = new Set(['https:', 'mailto:', 'tel:']);
const longestAddress = 2000;

/** True for what may be handed to the system: https (wa.me among it), mailto and tel. */
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

/** The one way out to the browser, the mail program or the phone. False: refused. */
export async function openLink(
  shell: Pick<Shell, 'openExternal'>,
  address: string,
): Promise<boolean> {
  if (!isSafeLink(address)) return false;
  await shell.openExternal(address);
  return true;
}
