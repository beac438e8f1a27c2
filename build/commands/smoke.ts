import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { root } from '../engine.ts';
import { findPackedApps } from '../package/packed-app.ts';
import { runSmoke } from '../package/smoke.ts';

const { values } = parseArgs({
  options: {
    /** One that is installed; without it the one that lies packed in dist/. */
    program: { type: 'string' },
    screenshot: { type: 'string' },
  },
});

function say(line: string): void {
  process.stderr.write(`${line}\n`);
}

function packedHere(): string {
  const apps = findPackedApps(join(root, 'dist'));
  const app = apps.find((one) => one.platform === process.platform && one.arch === process.arch);
  if (app === undefined) throw new Error('Nothing for this system lies in dist/: npm run package.');
  return app.program;
}

try {
  const program = values.program ?? packedHere();
  say(`Starting ${program}.`);
  await runSmoke({
    command: [program],
    pageStart: 'app://langgan/',
    ...(values.screenshot === undefined ? {} : { picture: values.screenshot }),
  });
  say('It starts, reads, writes, makes a backup and closes.');
} catch (error) {
  say(error instanceof Error ? error.message : String(error));
  process.exitCode = 1;
}
