import { type ChildProcess, spawn } from 'node:child_process';
import { watch } from 'node:fs';
import { join } from 'node:path';
import { appArguments, appProgram } from '../app-process.ts';
import { buildApp } from '../build-app.ts';
import { chooseEngine, describeEngine, type Engine, engineEnvironment, root } from '../engine.ts';

const restingMs = 200;

function say(line: string): void {
  process.stderr.write(`${line}\n`);
}

async function findEngine(): Promise<Engine> {
  try {
    const found = await chooseEngine(say);
    say(describeEngine(found));
    return found;
  } catch (error) {
    say(error instanceof Error ? error.message : String(error));
    process.exit(1);
  }
}

const engine = await findEngine();
let app: ChildProcess | null = null;
let isWorking = false;
let isStale = true;

function stop(): Promise<void> {
  const running = app;
  if (running === null || running.exitCode !== null) return Promise.resolve();
  return new Promise((resolve) => {
    running.removeAllListeners('exit').once('exit', () => resolve());
    running.kill();
  });
}

function start(): void {
  const given = appArguments(engine, process.argv.slice(2));
  app = spawn(appProgram(engine), [...given], {
    stdio: 'inherit',
    env: engineEnvironment(engine),
  });
  // The window was closed by hand.
  app.once('exit', (code) => process.exit(code ?? 0));
}

/** Builds what has changed and starts the app anew, under the same policy that ships. */
async function renew(): Promise<void> {
  if (isWorking) return;
  isWorking = true;
  while (isStale) {
    isStale = false;
    try {
      await buildApp(say);
      await stop();
      start();
    } catch (error) {
      say(error instanceof Error ? error.message : String(error));
    }
  }
  isWorking = false;
}

let timer: NodeJS.Timeout | undefined;
for (const folder of ['electron', 'shared', 'db', 'renderer']) {
  watch(join(root, folder), { recursive: true }, () => {
    isStale = true;
    clearTimeout(timer);
    timer = setTimeout(() => void renew(), restingMs);
  });
}
for (const signal of ['SIGINT', 'SIGTERM'] as const) {
  process.on(signal, () => void stop().then(() => process.exit(0)));
}
await renew();
