import { existsSync } from 'node:fs';
import { join } from 'node:path';

/** One program that electron-builder laid out, before it goes into installers. */
export interface PackedApp {
  /** As Node names them. */
  readonly platform: 'linux' | 'darwin' | 'win32';
  readonly arch: 'x64' | 'arm64';
  /** What is started. */
  readonly program: string;
  /** What carries the fuses: the program, on macOS the whole `.app`. */
  readonly bundle: string;
  /** Where `app.asar` lies. */
  readonly resources: string;
}

type Place = Pick<PackedApp, 'program' | 'bundle' | 'resources'>;

function placeIn(folder: string, platform: PackedApp['platform']): Place {
  if (platform === 'darwin') {
    const bundle = join(folder, 'Langgan.app');
    const contents = join(bundle, 'Contents');
    const program = join(contents, 'MacOS', 'Langgan');
    return { program, bundle, resources: join(contents, 'Resources') };
  }
  const program = join(folder, platform === 'win32' ? 'Langgan.exe' : 'langgan');
  return { program, bundle: program, resources: join(folder, 'resources') };
}

/** electron-builder's own names for its folders: x64 is the one it does not say. */
const folders: readonly (readonly [string, PackedApp['platform'], PackedApp['arch']])[] = [
  ['linux-unpacked', 'linux', 'x64'],
  ['linux-arm64-unpacked', 'linux', 'arm64'],
  ['mac', 'darwin', 'x64'],
  ['mac-arm64', 'darwin', 'arm64'],
  ['win-unpacked', 'win32', 'x64'],
  ['win-arm64-unpacked', 'win32', 'arm64'],
];

/** Every program that lies packed below `output`. */
export function findPackedApps(output: string): readonly PackedApp[] {
  return folders
    .filter(([name]) => existsSync(join(output, name)))
    .map(([name, platform, arch]) => ({
      platform,
      arch,
      ...placeIn(join(output, name), platform),
    }));
}
