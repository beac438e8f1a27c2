import { once } from 'node:events';
import { readFileSync, rmSync, writeFileSync } from 'node:fs';
import { pathToFileURL } from 'node:url';
import { processScript } from '../processes/process-script.ts';
import { type HeadlessDoor, openHeadlessDoor } from './headless-door.ts';

/** What the owner does; what is to be there before it is done by the caller. */
export type Work = (door: HeadlessDoor) => Promise<unknown>;

export interface Killing {
  readonly dataFolder: string;
  /** The step at which it ends; null: at none. */
  readonly at: number | null;
  /** What is done first, at no step of which it ends. */
  readonly before: Work;
  readonly work: Work;
}

export interface Ended {
  /** A letter for each step that was passed: a file changed, or SQLite did something. */
  readonly steps: string;
  /** Whether it ended before the work was answered. */
  readonly isKilled: boolean;
}

/** Starts the whole app in a process of its own and kills it, with its task processes, at a step of some work. */
export async function killedApp({ dataFolder, at, before, work }: Killing): Promise<Ended> {
  const steps = `${dataFolder}.steps`;
  const door = openHeadlessDoor(dataFolder, {
    LANGGAN_STEPS: steps,
    NODE_OPTIONS: `--import ${pathToFileURL(processScript('killed-step')).href}`,
  });
  try {
    await before(door);
    writeFileSync(`${steps}.at`, String(at ?? Number.MAX_SAFE_INTEGER));
    writeFileSync(steps, '');
    const isKilled = (await work(door)) === null;
    const passed = readFileSync(steps, 'utf8');
    rmSync(steps);
    if (isKilled && door.process.signalCode === null) await once(door.process, 'exit');
    if (!isKilled) await door.close();
    return { steps: passed, isKilled };
  } finally {
    for (const path of [steps, `${steps}.at`]) rmSync(path, { force: true });
  }
}

/** So many steps of those that were passed, by number: as many of files as of SQLite, from the first to the last. */
export function spreadSteps(steps: string, count: number): number[] {
  const chosen = (['f', 's'] as const).flatMap((kind) => {
    const all = [...steps].flatMap((one, at) => (one === kind ? [at + 1] : []));
    const wanted = Math.ceil(count / 2);
    return Array.from(
      { length: wanted },
      (_, at) => all[Math.floor(((at + 0.5) * all.length) / wanted)] ?? 1,
    );
  });
  return chosen.toSorted((a, b) => a - b);
}
