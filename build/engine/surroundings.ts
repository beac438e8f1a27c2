import { readFileSync } from 'node:fs';
import { join } from 'node:path';

function readSetting(settings: string, name: string): string | null {
  try {
    return readFileSync(join(settings, name), 'utf8').trim();
  } catch {
    return null;
  }
}

/**
 * True where Linux gives a program of the user's no namespace of its own, as Ubuntu does not from
 * 23.10 on: without one Electron's sandbox needs a helper that is setuid root, and npm installs none.
 */
export function areNamespacesClosed(settings = '/proc/sys'): boolean {
  return (
    readSetting(settings, 'kernel/apparmor_restrict_unprivileged_userns') === '1' ||
    readSetting(settings, 'kernel/unprivileged_userns_clone') === '0' ||
    readSetting(settings, 'user/max_user_namespaces') === '0'
  );
}

/** Chromium's sandbox refuses to run under root on Linux; everyone else keeps it. */
export function electronFlags(): readonly string[] {
  return process.platform === 'linux' && process.getuid?.() === 0 ? ['--no-sandbox'] : [];
}

/**
 * This process's environment without what would mislead an engine: `ELECTRON_RUN_AS_NODE`, which
 * editors leave behind in their terminals, and the names of a display that cannot be reached.
 */
export function withoutMisleading(isHeadless: boolean): NodeJS.ProcessEnv {
  const misleading = new Set(['ELECTRON_RUN_AS_NODE']);
  if (isHeadless) for (const name of ['DISPLAY', 'WAYLAND_DISPLAY']) misleading.add(name);
  return Object.fromEntries(Object.entries(process.env).filter(([name]) => !misleading.has(name)));
}
