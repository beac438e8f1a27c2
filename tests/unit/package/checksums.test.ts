import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { writeChecksums } from '#build/package/checksums.ts';
import { tempFolder } from '../../support/temp-folder.ts';

// NIST's own example, FIPS 180-2.
const sha256OfAbc = 'ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad';

test('every installer gets its line as sha256sum reads it, and nothing else does', async () => {
  const folder = tempFolder();
  const installers = ['a.AppImage', 'b.deb', 'c.dmg', 'd.exe', 'e.zip'];
  const others = ['latest.yml', 'c.dmg.blockmap', 'smoke.png', 'SHA256SUMS'];
  for (const name of [...installers, ...others]) writeFileSync(join(folder, name), 'abc');
  expect(await writeChecksums(folder)).toEqual(installers);
  const lines = installers.map((name) => `${sha256OfAbc}  ${name}\n`);
  expect(readFileSync(join(folder, 'SHA256SUMS'), 'utf8')).toBe(lines.join(''));
});

test('a folder without an installer is said to be one', async () => {
  const folder = tempFolder();
  await expect(writeChecksums(folder)).rejects.toThrow(`no installer in ${folder}`);
});
