import { buildApp } from '../build-app.ts';

function say(line: string): void {
  process.stderr.write(`${line}\n`);
}

try {
  await buildApp(say);
  say('out/ is up to date.');
} catch (error) {
  say(error instanceof Error ? error.message : String(error));
  process.exitCode = 1;
}
