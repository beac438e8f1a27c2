import { spawn } from 'node:child_process';
import { parseArgs } from 'node:util';
import { appArguments, appProgram } from '../app-process.ts';
import { buildApp } from '../build-app.ts';
import {
  chooseEngine,
  describeEngine,
  doubtEngine,
  type Engine,
  engineEnvironment,
} from '../engine.ts';

const { values } = parseArgs({
  strict: true,
  allowPositionals: false,
  options: {
    data: { type: 'string' },
    screenshot: { type: 'string' },
    size: { type: 'string', default: '1280x800' },
    scheme: { type: 'string', default: 'light' },
  },
});

function say(line: string): void {
  process.stderr.write(`${line}\n`);
}

/** A picture of the first screen, painted and at rest. */
async function takePicture(engine: Engine, file: string): Promise<void> {
  // Playwright takes a second to load, which a start without a picture does not pay.
  const { launch, settle } = await import('../launch.ts');
  const [width = 1280, height = 800] = values.size.split('x').map(Number);
  const app = await launch(
    values.data === undefined ? { engine } : { engine, dataFolder: values.data },
  );
  try {
    await app.page.emulateMedia({ colorScheme: values.scheme === 'dark' ? 'dark' : 'light' });
    await app.page.setViewportSize({ width, height });
    await settle(app.page);
    await app.page.screenshot({ path: file });
  } finally {
    await app.close();
  }
  say(`The first screen is in ${file}.`);
}

function runApp(engine: Engine): void {
  const given = values.data === undefined ? [] : [`--data=${values.data}`];
  if (engine.name === 'host' && engine.isHeadless) say('Nothing is shown. Ctrl+C ends it.');
  const child = spawn(appProgram(engine), [...appArguments(engine, given)], {
    stdio: 'inherit',
    env: engineEnvironment(engine),
  });
  for (const signal of ['SIGINT', 'SIGTERM'] as const) process.on(signal, () => child.kill(signal));
  // Whatever it ended with, it is not opened a second time in another engine.
  child.on('exit', (code) => {
    if (code !== 0) doubtEngine(engine);
    process.exit(code ?? 1);
  });
}

try {
  await buildApp(say);
  const engine = await chooseEngine(say);
  say(describeEngine(engine));
  if (values.screenshot === undefined) runApp(engine);
  else await takePicture(engine, values.screenshot);
} catch (error) {
  say(error instanceof Error ? error.message : String(error));
  process.exitCode = 1;
}
