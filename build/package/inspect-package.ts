import { existsSync, readdirSync } from 'node:fs';
import { join, relative, sep } from 'node:path';
import { fuseProblems } from './fuses.ts';
import { layoutProblems } from './layout.ts';
import { findPackedApps, type PackedApp } from './packed-app.ts';
import { readArchive } from './read-archive.ts';

/** What Electron and the packager put beside our archive on each system; anything else would be ours. */
const theirs: Readonly<Record<PackedApp['platform'], RegExp>> = {
  linux: /^package-type$/,
  win32: /^elevate\.exe$/,
  darwin: /^(?:[\w-]+\.icns|Assets\.car|[\w-]+\.lproj\/.+)$/,
};

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
  const isOurs = (path: string) => path === 'app.asar' || path.startsWith('app.asar.unpacked/');
  return [
    ...layoutProblems(files, {
      platform: app.platform,
      arch: app.arch,
      built: filesBelow(join(root, 'out'), root),
    }),
    ...filesBelow(unpacked, unpacked)
      .filter((path) => !named.has(path))
      .map((path) => `has ${path} beside the archive, which does not name it`),
    ...filesBelow(app.resources, app.resources)
      .filter((path) => !isOurs(path) && !theirs[app.platform].test(path))
      .map((path) => (path === 'default_app.asar' ? "holds Electron's own app" : `ships ${path}`)),
    ...(await fuseProblems(app.bundle)),
  ];
}

/** Looks into every program that lies packed below `output` and says of each how it is; true: all as planned. */
export async function arePackagesAsPlanned(
  root: string,
  output: string,
  say: (line: string) => void,
): Promise<boolean> {
  const apps = findPackedApps(output);
  if (apps.length === 0) say('Nothing was packed.');
  let isAsPlanned = apps.length > 0;
  for (const app of apps) {
    const problems = await packageProblems(root, app);
    for (const problem of problems) say(`${app.platform} ${app.arch}: ${problem}.`);
    if (problems.length === 0) say(`${app.platform} ${app.arch}: holds what it should.`);
    else isAsPlanned = false;
  }
  return isAsPlanned;
}
