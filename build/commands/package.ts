import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { buildApp } from '../build-app.ts';
import { root } from '../engine.ts';

function say(line: string): void {
  process.stderr.write(`${line}\n`);
}

try {
  await buildApp(say);
  say('Packaging for this system into dist/ (Electron is fetched by electron-builder if need be).');
  const script = join(root, 'node_modules', 'electron-builder', 'cli.js');
  const args = ['--config', 'electron-builder.yml', '--publish', 'never', ...process.argv.slice(2)];
  const { status } = spawnSync(process.execPath, [script, ...args], {
    cwd: root,
    stdio: 'inherit',
  });
  process.exitCode = status ?? 1;
} catch (error) {
  say(error instanceof Error ? error.message : String(error));
  process.exitCode = 1;
}
