import { mkdir, open, readFile, rename, stat } from 'node:fs/promises';
import { isAbsolute, join, resolve } from 'node:path';

/** Where the owner's data lies, and whether that was the owner's own choice. */
export interface DataFolder {
  readonly path: string;
  /** Remembered from a move, but not there now: a drive that is not plugged in, say. */
  readonly isMissing: boolean;
}

function placeFile(userData: string): string {
  return join(userData, 'langgan.json');
}

function fromArguments(argv: readonly string[]): string | null {
  for (const [index, argument] of argv.entries()) {
    if (argument.startsWith('--data=')) return argument.slice('--data='.length);
    if (argument === '--data') return argv[index + 1] ?? null;
  }
  return null;
}

async function remembered(userData: string): Promise<string | null> {
  try {
    const place: unknown = JSON.parse(await readFile(placeFile(userData), 'utf8'));
    if (typeof place !== 'object' || place === null || !('dataFolder' in place)) return null;
    const { dataFolder } = place;
    return typeof dataFolder === 'string' && isAbsolute(dataFolder) ? dataFolder : null;
  } catch {
    return null;
  }
}

async function isFolder(path: string): Promise<boolean> {
  try {
    return (await stat(path)).isDirectory();
  } catch {
    return false;
  }
}

/** `--data DIR` first, then the folder the data was moved to, then `data` in the app's own folder. */
export async function findDataFolder(
  argv: readonly string[],
  userData: string,
): Promise<DataFolder> {
  const given = fromArguments(argv);
  if (given !== null) return { path: resolve(given), isMissing: false };
  const moved = await remembered(userData);
  if (moved !== null) return { path: moved, isMissing: !(await isFolder(moved)) };
  return { path: join(userData, 'data'), isMissing: false };
}

/** Makes `path` the folder of the next start; a crash leaves the old answer or the new one. */
export async function rememberDataFolder(userData: string, path: string): Promise<void> {
  await mkdir(userData, { recursive: true });
  const target = placeFile(userData);
  const partial = `${target}.partial`;
  const file = await open(partial, 'w');
  try {
    await file.writeFile(`${JSON.stringify({ dataFolder: path })}\n`);
    await file.sync();
  } finally {
    await file.close();
  }
  await rename(partial, target);
}
