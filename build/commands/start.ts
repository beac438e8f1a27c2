import { spawn } from 'node:child_process';
import { parseArgs } from 'node:util';
import { buildApp } from '../build-app.ts';
import { hasDisplay } from '../chromium-host/find-chromium.ts';
import { chooseEngine, describeEngine, type Engine } from '../engine.ts';
import { appArguments, appProgram, launch, settle } from '../launch.ts';

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
async function takePicture(file: string): Promise<void> {
  const [width = 1280, height = 800] = values.size.split('x').map(Number);
  const app = await launch(values.data === undefined ? {} : { dataFolder: values.data });
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
  if (!hasDisplay()) say('There is no display here: it runs headless. Ctrl+C ends it.');
  const child = spawn(appProgram(engine), [...appArguments(engine, given)], { stdio: 'inherit' });
  for (const signal of ['SIGINT', 'SIGTERM'] as const) process.on(signal, () => child.kill(signal));
  child.on('exit', (code) => process.exit(code ?? 1));
}

try {
  await buildApp(say);
  const engine = chooseEngine(say);
  say(describeEngine(engine));
  if (values.screenshot === undefined) runApp(engine);
  else await takePicture(values.screenshot);
} catch (error) {
  say(error instanceof Error ? error.message : String(error));
  process.exitCode = 1;
}
