import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { readdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { pipeline } from 'node:stream/promises';

/** The file that says what every installer beside it must be. */
export const checksumsName = 'SHA256SUMS';

const installer = /\.(?:AppImage|deb|dmg|exe|zip)$/;

async function sha256Of(path: string): Promise<string> {
  const hash = createHash('sha256');
  await pipeline(createReadStream(path), hash);
  return hash.digest('hex');
}

/**
 * Writes `SHA256SUMS` for the installers in `folder`, as `sha256sum --check` reads it, and answers
 * their names. Throws when there is none.
 */
export async function writeChecksums(folder: string): Promise<readonly string[]> {
  const names = (await readdir(folder)).filter((name) => installer.test(name)).sort();
  if (names.length === 0) throw new Error(`There is no installer in ${folder}.`);
  const lines: string[] = [];
  for (const name of names) lines.push(`${await sha256Of(join(folder, name))}  ${name}\n`);
  await writeFile(join(folder, checksumsName), lines.join(''));
  return names;
}
