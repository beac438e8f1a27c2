import { describe, expect, test } from 'vitest';
import { layoutProblems, type Planned } from '#build/package/layout.ts';
import type { ArchivedFile } from '#build/package/read-archive.ts';

const planned: Planned = {
  platform: 'linux',
  arch: 'x64',
  built: ['out/.built-from', 'out/main/main.js', 'out/main/main.js.map', 'out/renderer/index.html'],
};
const sqlite = 'node_modules/better-sqlite3';
const native = `${sqlite}/prebuilds/linux-x64.node`;

function file(path: string, given: Partial<ArchivedFile> = {}): ArchivedFile {
  return { path, bytes: 100, isUnpacked: false, ...given };
}

const asPlanned: readonly ArchivedFile[] = [
  file('LICENSE'),
  file('package.json'),
  file('out/main/main.js'),
  file('out/renderer/index.html'),
  file(`${sqlite}/LICENSE`),
  file(`${sqlite}/package.json`),
  file(`${sqlite}/lib/index.js`),
  file(`${sqlite}/lib/methods/backup.js`),
  file(native, { isUnpacked: true }),
];

describe('what a package holds', () => {
  test('nothing is said of one that holds just what it should', () => {
    expect(layoutProblems(asPlanned, planned)).toEqual([]);
  });

  test.each([
    ['a part of the window named after its styles', 'fields.module-COMV4v2j.js'],
    ['a picture of help', 'samePerson-B1x_9dQa.webp'],
  ])('%s is the window’s', (_, name) => {
    const path = `out/renderer/assets/${name}`;
    const files = [...asPlanned, file(path)];
    expect(layoutProblems(files, { ...planned, built: [...planned.built, path] })).toEqual([]);
  });

  test.each([
    'out/renderer/assets/fields.test-COMV4v2j.js',
    'out/main/main.js.map',
    'out/.built-from',
    'out/main/secret.txt',
    'tests/unit/package/layout.test.ts',
    'node_modules/zod/index.js',
    'node_modules/node-addon-api/napi.h',
    `${sqlite}/src/addon.cpp`,
    `${sqlite}/lib/notes.txt`,
    `${sqlite}/prebuilds/darwin-arm64.node`,
  ])('a planted %s is named', (path) => {
    const files = [...asPlanned, file(path)];
    expect(layoutProblems(files, planned)).toEqual([`holds ${path}`]);
  });

  test.each(asPlanned.map(({ path }) => path).filter((path) => !path.includes('methods')))(
    'a missing %s is named',
    (path) => {
      const files = asPlanned.filter((one) => one.path !== path);
      expect(layoutProblems(files, planned)).toEqual([`lacks ${path}`]);
    },
  );

  test('the native module lies beside the archive, and nothing else does', () => {
    const inside = asPlanned.map((one) => ({ ...one, isUnpacked: false }));
    expect(layoutProblems(inside, planned)).toEqual([
      `keeps ${native} inside, where it cannot be loaded`,
    ]);
    const outside = asPlanned.map((one) =>
      one.path === 'out/main/main.js' ? { ...one, isUnpacked: true } : one,
    );
    expect(layoutProblems(outside, planned)).toEqual([
      'leaves out/main/main.js outside the archive',
    ]);
  });

  test('the binary of another system or processor is not taken for ours', () => {
    expect(layoutProblems(asPlanned, { ...planned, arch: 'arm64' })).toEqual([
      `lacks ${sqlite}/prebuilds/linux-arm64.node`,
      `holds ${native}`,
    ]);
  });

  test('a package that has grown beyond its budget is named', () => {
    const [first, ...others] = asPlanned;
    const files = [{ ...first, bytes: 15_000_000 } as ArchivedFile, ...others];
    expect(layoutProblems(files, planned)).toEqual(['holds 15000800 bytes, at most 15000000']);
  });
});
