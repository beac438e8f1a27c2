import { spawn } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { parseArgs } from 'node:util';
import { appArguments } from '#build/app-process.ts';
import { root } from '#build/engine.ts';

/**
 * Behaves towards whoever starts it as a packaged app does: listens where it is told, says so in
 * its profile, shows the window, and ends with the code the app ends with. Inside it is the built
 * app in the Chromium host.
 */
const { values } = parseArgs({
  strict: false,
  options: { 'remote-debugging-port': { type: 'string' }, 'user-data-dir': { type: 'string' } },
});
const given = process.argv
  .slice(2)
  .filter((one) => !/^--(remote-debugging-port|no-sandbox)/.test(one));
const args = appArguments(
  { name: 'host', program: process.execPath, isHeadless: true, why: 'it is asked for' },
  given,
);
const child = spawn(process.execPath, [...args], {
  cwd: root,
  stdio: ['pipe', 'pipe', 'inherit'],
  env: { ...process.env, LANGGAN_TEST_PORT: String(values['remote-debugging-port']) },
});
createInterface({ input: child.stdout }).on('line', (line) => {
  const port = /"ready":\{"port":(\d+)/.exec(line)?.[1];
  const profile = String(values['user-data-dir']);
  if (port !== undefined) writeFileSync(join(profile, 'DevToolsActivePort'), `${port}\n/devtools`);
});
process.on('SIGTERM', () => child.kill());
child.on('exit', (code) => process.exit(code ?? 1));
