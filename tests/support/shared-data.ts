import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

const folder = fileURLToPath(new URL('../../../shared/data/', import.meta.url));

/** The absolute path of a real file beside the repository, or null where the folder is not there. */
export function sharedData(path: string): string | null {
  const full = `${folder}${path}`;
  return existsSync(full) ? full : null;
}
