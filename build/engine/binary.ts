import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

const names: Partial<Record<NodeJS.Platform, string>> = {
  darwin: 'Electron.app/Contents/MacOS/Electron',
  win32: 'electron.exe',
};

/** Where Electron lies when it does not lie in its package: Electron's own variable. */
export function electronElsewhere(): string | null {
  return process.env.ELECTRON_OVERRIDE_DIST_PATH || null;
}

function nameIn(folder: string): string | null {
  try {
    return readFileSync(join(folder, 'path.txt'), 'utf8');
  } catch {
    return null;
  }
}

/** The path of Electron's binary, or null where there is none. `folder` is its npm package. */
export function findElectron(folder: string): string | null {
  const elsewhere = electronElsewhere();
  // The installer writes the name last: without it the binary may be half unpacked.
  const name =
    nameIn(folder) ?? (elsewhere === null ? null : (names[process.platform] ?? 'electron'));
  if (name === null) return null;
  const program = join(elsewhere ?? join(folder, 'dist'), name);
  return existsSync(program) ? program : null;
}

export function electronVersion(folder: string): string {
  const manifest: unknown = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8'));
  return String((manifest as { version?: unknown }).version);
}
