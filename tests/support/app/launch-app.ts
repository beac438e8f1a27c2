import { mkdir, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { chooseEngine, describeEngine, type Engine } from '#build/engine.ts';
import { type Launched, type LaunchOptions, launch } from '#build/launch.ts';

export interface AppUnderTest extends Launched {
  readonly dataFolder: string;
  /** The app's own folder. */
  readonly userData: string;
  /** Where saved files go. */
  readonly downloads: string;
}

let chosen: Promise<Engine> | null = null;

async function chooseAndSay(): Promise<Engine> {
  const say = (line: string): boolean => process.stderr.write(`${line}\n`);
  const engine = await chooseEngine(say);
  // `npm test` has said it before it started us.
  if (process.env.LANGGAN_ENGINE === undefined) say(describeEngine(engine));
  return engine;
}

/** The engine of all journeys, the same from the first to the last. */
export function engineUnderTest(): Promise<Engine> {
  chosen ??= chooseAndSay();
  return chosen;
}

/**
 * The built app on a data folder of its own: in Electron where its binary is, else in the Chromium
 * host. `files` is what the file picker answers, `hostSwitches` what goes wrong in the system, which only
 * the host can show; a folder that was made for the test goes with it.
 */
export async function launchApp(
  options: {
    readonly dataFolder?: string;
    readonly language?: 'id' | 'en';
    readonly files?: readonly string[];
    readonly hostSwitches?: LaunchOptions['hostSwitches'];
  } = {},
): Promise<AppUnderTest> {
  const folder = await mkdtemp(join(tmpdir(), 'langgan-e2e-'));
  const dataFolder = options.dataFolder ?? join(folder, 'data');
  const downloads = join(folder, 'downloads');
  const userData = join(folder, 'user');
  // Electron saves where it is told and makes no folder.
  await mkdir(downloads);
  const app = await launch({
    engine: await engineUnderTest(),
    dataFolder,
    downloads,
    userData,
    locale: options.language === 'en' ? 'en_US.UTF-8' : 'id_ID.UTF-8',
    ...(options.files === undefined ? {} : { files: options.files }),
    ...(options.hostSwitches === undefined ? {} : { hostSwitches: options.hostSwitches }),
  });
  const close = async (): Promise<void> => {
    await app.close();
    await rm(folder, { recursive: true, force: true, maxRetries: 5 });
  };
  // Spread copies the answers of today; the lists of what went outside are the same arrays and grow.
  return { ...app, dataFolder, userData, downloads, close };
}
