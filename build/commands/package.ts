import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { buildApp } from '../build-app.ts';
import { root } from '../engine.ts';
import { arePackagesAsPlanned } from '../package/inspect-package.ts';
import { runBuilder } from '../package/run-builder.ts';

function say(line: string): void {
  process.stderr.write(`${line}\n`);
}

/** Packs what was built and looks into every program that came of it. */
async function packAndInspect(): Promise<boolean> {
  const output = join(root, 'dist');
  // Of an earlier version: it would be looked into, and shipped, as one of this.
  rmSync(output, { recursive: true, force: true });
  if ((await runBuilder(process.argv.slice(2), 'inherit')) !== 0) return false;
  return arePackagesAsPlanned(root, output, say);
}

try {
  await buildApp(say);
  say('Packaging for this system into dist/ (Electron is fetched by electron-builder if need be).');
  process.exitCode = (await packAndInspect()) ? 0 : 1;
} catch (error) {
  say(error instanceof Error ? error.message : String(error));
  process.exitCode = 1;
}
