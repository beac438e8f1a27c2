import { type Application, startApplication } from '#electron/application.ts';
import type { Dialogs, Platform, TaskProcess } from '#electron/context.ts';
import { shopClock } from '#electron/shop-clock.ts';
import type { ChannelName, Input, Output } from '#shared/contract/index.ts';
import { createNodePlatform, forkTaskProcess } from '../node-platform.ts';
import { cpuMs } from './process-use.ts';

const answers: Dialogs = {
  openSpreadsheets: async () => null,
  saveTable: async () => null,
  chooseDataFolder: async () => null,
  openBackup: async () => null,
};

function platformOf(dialogs: Partial<Dialogs>): Platform {
  return createNodePlatform({
    dialogs: { ...answers, ...dialogs },
    log: { info: () => undefined, error: (message, fields) => console.error(message, fields) },
    appVersion: '0.0.0',
  });
}

/** The day of the shops that are measured, as the app itself would name it. */
export function dayOfShop(): string {
  const { clock, guess } = platformOf({});
  return shopClock(clock, guess.timeZone).today();
}

/** What is measured, as a window has it before it. */
export interface OpenApp {
  readonly app: Application;
  readonly ask: <N extends ChannelName>(channel: N, input: Input<N>) => Promise<Output<N>>;
  /** Every task process that was started, the last one last. */
  readonly tasks: readonly TaskProcess[];
  /** A processor's time so far, milliseconds, of this process and of every task process that lives. */
  readonly spentMs: () => number;
}

/**
 * Opens the app on a folder without a window; `dialogs` says what is chosen where somebody is asked, `taskScript`
 * what its tasks run in (the sources, or what was built of them).
 */
export async function openApp(
  dataFolder: string,
  {
    dialogs = {},
    taskScript,
  }: { readonly dialogs?: Partial<Dialogs>; readonly taskScript?: string } = {},
): Promise<OpenApp> {
  const tasks: TaskProcess[] = [];
  const forkTasks = (): TaskProcess => {
    const task = forkTaskProcess(taskScript);
    tasks.push(task);
    return task;
  };
  const options = { dataFolder, backsUpAtQuit: false };
  const started = await startApplication({ ...platformOf(dialogs), forkTasks }, options);
  if (!started.ok) throw new Error(JSON.stringify(started.error));
  const { app } = started;
  const ask: OpenApp['ask'] = async (channel, input) => {
    const result = await app.dispatch({ channel, input, callId: channel });
    if (!result.ok) throw new Error(`${channel}: ${JSON.stringify(result.error)}`);
    return result.value as never;
  };
  const spentMs = (): number => {
    const { user, system } = process.cpuUsage();
    const ofTasks = tasks.map(({ pid }) => (pid === undefined ? 0 : (cpuMs(pid) ?? 0)));
    return (user + system) / 1000 + ofTasks.reduce((sum, one) => sum + one, 0);
  };
  return { app, ask, tasks, spentMs };
}
