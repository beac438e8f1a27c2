import { spawnSync } from 'node:child_process';
import { chmodSync, cpSync, mkdirSync, writeFileSync } from 'node:fs';
import { delimiter, dirname, join } from 'node:path';
import { expect, test } from 'vitest';
import { root } from '#build/engine.ts';
import { folderOnDisk } from '#tests/support/temp-folder.ts';

/** As npm under `ignore-scripts`: everything is unpacked, nothing is run. */
const npm = `#!${process.execPath}
const { mkdirSync, copyFileSync, writeFileSync } = require('node:fs');
mkdirSync('node_modules/node', { recursive: true });
copyFileSync('package-lock.json', 'node_modules/.package-lock.json');
writeFileSync('node_modules/node/installArchSpecificPackage.js', ${JSON.stringify(`
  const { mkdirSync, symlinkSync } = require('node:fs');
  mkdirSync('bin');
  symlinkSync(process.execPath, 'bin/node');
`)});
`;

function write(path: string, text: string): string {
  mkdirSync(dirname(path), { recursive: true });
  writeFileSync(path, text);
  return path;
}

test.skipIf(process.platform === 'win32')('a command runs where npm may run no scripts', () => {
  const folder = folderOnDisk();
  const script = join(folder, 'build', 'run.mjs');
  mkdirSync(dirname(script));
  cpSync(join(root, 'build', 'run.mjs'), script);
  write(join(folder, 'build', 'commands', 'hello.ts'), "process.stdout.write('hello');\n");
  const lock = { packages: { '': {}, 'node_modules/node': { version: '24.21.0' } } };
  write(join(folder, 'package-lock.json'), JSON.stringify(lock));
  chmodSync(write(join(folder, 'bin', 'npm'), npm), 0o755);
  const env = { ...process.env, PATH: join(folder, 'bin') + delimiter + process.env.PATH };
  const run = () => spawnSync(process.execPath, [script, 'hello'], { encoding: 'utf8', env });
  expect(run()).toMatchObject({ status: 0, stdout: 'hello' });
  // What has been installed once is found the second time.
  expect(run()).toMatchObject({ status: 0, stdout: 'hello', stderr: '' });
});
