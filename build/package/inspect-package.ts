import { existsSync, readdirSync } from 'node:fs';
import { join, relative, sep } from 'node:path';
import { fuseProblems } from './fuses.ts';
import { layoutProblems } from './layout.ts';
import type { PackedApp } from './packed-app.ts';
import { readArchive } from './read-archive.ts';

/** Every file below `folder`, from `from`, with `/`. */
function filesBelow(folder: string, from: string): readonly string[] {
  if (!existsSync(folder)) return [];
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => relative(from, join(entry.parentPath, entry.name)).split(sep).join('/'));
}

/** What in a packed program is not as planned: what it holds, and how its fuses stand. */
export async function packageProblems(root: string, app: PackedApp): Promise<readonly string[]> {
  const archive = join(app.resources, 'app.asar');
  const files = readArchive(archive);
  const named = new Set(files.filter(({ isUnpacked }) => isUnpacked).map(({ path }) => path));
  const unpacked = `${archive}.unpacked`;
  return [
    ...layoutProblems(files, {
      platform: app.platform,
      arch: app.arch,
      built: filesBelow(join(root, 'out'), root),
    }),
    ...filesBelow(unpacked, unpacked)
      .filter((path) => !named.has(path))
      .map((path) => `has ${path} beside the archive, which does not name it`),
    ...(existsSync(join(app.resources, 'default_app.asar')) ? ["holds Electron's own app"] : []),
    ...(await fuseProblems(app.bundle)),
  ];
}
