import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { root } from '#build/engine.ts';
import { fuseProblems, plannedFuses } from '#build/package/fuses.ts';
import { arePackagesAsPlanned, packageProblems } from '#build/package/inspect-package.ts';
import { findPackedApps, type PackedApp } from '#build/package/packed-app.ts';
import { readArchive, readArchiveHeader } from '#build/package/read-archive.ts';
import { runBuilder } from '#build/package/run-builder.ts';
import { layOutPretendElectron } from '../../support/app/pretend-electron.ts';

const limitMs = 300_000;
const folder = mkdtempSync(join(tmpdir(), 'langgan-packaging-'));

/**
 * Each system, packed on this one by the real packager around a pretend Electron. What is left out
 * needs the system itself (Apple's codesign) or a real program (Windows' resources). The packager packs
 * for macOS on any system but Windows.
 */
const everySystem = [
  { platform: 'linux', args: ['--linux', '--x64'] },
  {
    platform: 'darwin',
    args: ['--mac', '--arm64', '-c.electronFuses.resetAdHocDarwinSignature=false'],
  },
  {
    platform: 'win32',
    args: ['--win', '--x64', '-c.win.signAndEditExecutable=false', '-c.disableAsarIntegrity=true'],
  },
] as const;
const systems = everySystem.filter(
  ({ platform }) => process.platform !== 'win32' || platform !== 'darwin',
);

async function pack({ platform, args }: (typeof systems)[number]): Promise<number> {
  const electron = join(folder, 'electron', platform);
  await layOutPretendElectron(electron, platform);
  const output = join(folder, platform);
  const places = [`-c.electronDist=${electron}`, `-c.directories.output=${output}`];
  return runBuilder(['--dir', ...args, ...places], 'ignore');
}

function packed(platform: PackedApp['platform']): PackedApp {
  const [app, ...others] = findPackedApps(join(folder, platform));
  if (app === undefined || others.length > 0) throw new Error(`not one app for ${platform}`);
  return app;
}

beforeAll(async () => {
  const build = join(root, 'build', 'commands', 'build.ts');
  expect(spawnSync(process.execPath, [build], { stdio: 'ignore' }).status).toBe(0);
  expect(await Promise.all(systems.map(pack))).toEqual(systems.map(() => 0));
}, limitMs);

afterAll(() => rmSync(folder, { recursive: true, force: true, maxRetries: 3 }));

describe.each(systems)('packed for $platform', ({ platform }) => {
  test('it holds what was built, the one native module, and nothing else', async () => {
    const app = packed(platform);
    expect(app.platform).toBe(platform);
    expect(await packageProblems(root, app)).toEqual([]);
  });

  test('the native module beside the archive is that of the system', () => {
    const { resources, arch } = packed(platform);
    const unpacked = readArchive(join(resources, 'app.asar')).filter((one) => one.isUnpacked);
    const path = `node_modules/better-sqlite3/prebuilds/${platform}-${arch}.node`;
    expect(unpacked.map((one) => one.path)).toEqual([path]);
    const [shipped, installed] = [
      readFileSync(join(resources, 'app.asar.unpacked', path)),
      readFileSync(join(root, path)),
    ];
    expect(shipped.equals(installed)).toBe(true);
  });
});

test('what is planted beside the archive is named, whatever its place, and the package is refused', async () => {
  const output = join(folder, 'linux');
  const { resources } = packed('linux');
  const said: string[] = [];
  const say = (line: string): void => void said.push(line);
  expect(await arePackagesAsPlanned(root, output, say)).toBe(true);
  expect(said.splice(0)).toEqual(['linux x64: holds what it should.']);
  const planted = [
    ['app.asar.unpacked/notes.txt', 'has notes.txt beside the archive, which does not name it'],
    ['default_app.asar', "holds Electron's own app"],
    ['films/large.bin', 'ships films/large.bin'],
  ] as const;
  for (const [path, problem] of planted) {
    mkdirSync(join(resources, 'films'), { recursive: true });
    writeFileSync(join(resources, path), Buffer.alloc(20_000_000));
    expect(await arePackagesAsPlanned(root, output, say), path).toBe(false);
    expect(said.splice(0)).toEqual([`linux x64: ${problem}.`]);
    rmSync(join(resources, path));
  }
  expect(await arePackagesAsPlanned(root, join(folder, 'nowhere'), say)).toBe(false);
  expect(said).toEqual(['Nothing was packed.']);
});

test('the fuses are read from the binary: before packing none is as planned', async () => {
  const said = await fuseProblems(join(folder, 'electron', 'linux', 'electron'));
  expect(said).toEqual([
    'fuse RunAsNode is not off: our program is no Node for others',
    'fuse EnableNodeOptionsEnvironmentVariable is not off: NODE_OPTIONS loads no stranger’s code',
    'fuse EnableNodeCliInspectArguments is not off: no debugger in main',
    'fuse EnableEmbeddedAsarIntegrityValidation is not on: a changed archive does not start (macOS, Windows)',
    'fuse OnlyLoadAppFromAsar is not on: no folder beside it is the app',
    'fuse GrantFileProtocolExtraPrivileges is not off: we use no file://',
  ]);
  expect(plannedFuses.filter(({ isOn }) => isOn)).toHaveLength(2);
});

test.skipIf(process.platform === 'win32')(
  'macOS is told the hash of the archive it may start, and gets our icon and name',
  () => {
    const { bundle, resources } = packed('darwin');
    const list = readFileSync(join(bundle, 'Contents', 'Info.plist'), 'utf8');
    const header = readArchiveHeader(join(resources, 'app.asar'));
    const hash = createHash('sha256').update(header).digest('hex');
    expect(list).toMatch(new RegExp(`<key>hash</key>\\s*<string>${hash}</string>`));
    expect(list).toContain('<string>id.langgan.app</string>');
    const icon = readFileSync(join(root, 'build', 'icons', 'icon.icns'));
    expect(readFileSync(join(resources, 'icon.icns')).equals(icon)).toBe(true);
  },
);
