import { createHash } from 'node:crypto';
import { readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { root } from './engine.ts';

const sources = ['electron', 'shared', 'db', 'renderer'];
const singleFiles = ['package.json', 'package-lock.json', 'build/electron.vite.config.ts'];
const stampName = '.built-from';

/** Names, sizes and times of everything the build reads. */
export function sourceState(): string {
  const hash = createHash('sha256');
  const add = (path: string): void => {
    const { size, mtimeMs } = statSync(join(root, path));
    hash.update(`${path} ${size} ${mtimeMs}\n`);
  };
  for (const folder of sources) {
    const entries = readdirSync(join(root, folder), { recursive: true, withFileTypes: true });
    const files = entries.filter((entry) => entry.isFile());
    for (const path of files.map((file) => join(file.parentPath, file.name)).sort()) {
      add(path.slice(root.length + 1));
    }
  }
  for (const file of singleFiles) add(file);
  return hash.digest('hex');
}

/** True when `out/` was built from exactly these sources. */
export function isFresh(state: string): boolean {
  try {
    return readFileSync(join(root, 'out', stampName), 'utf8') === state;
  } catch {
    return false;
  }
}

/** Notes in a build's folder what it was built from. */
export function rememberFresh(folder: string, state: string): void {
  writeFileSync(join(folder, stampName), state);
}
