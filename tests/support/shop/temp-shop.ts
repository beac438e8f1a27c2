import { randomUUID } from 'node:crypto';
import { join } from 'node:path';
import { onTestFinished } from 'vitest';
import { openConnection, type RawHandle } from '#db/file/client.ts';
import { type Application, startApplication } from '#electron/application.ts';
import type { Notice, Platform, TaskProcess } from '#electron/context.ts';
import type { AppEvent } from '#shared/contract/events.ts';
import type { ChannelName, Input, Output } from '#shared/contract/index.ts';
import type { AppError, Result } from '#shared/errors.ts';
import { keptTaskProcess } from '../processes/kept-tasks.ts';
import { tempFolder } from '../temp-folder.ts';
import { today } from './build-shop.ts';

/** A machine for a test: a fixed day, dialogs that answer from a list, a real task process. */
export interface TestMachine {
  readonly platform: Platform;
  /** What the next file picker answers; null: it is closed. */
  readonly picks: (readonly string[] | null)[];
  readonly logged: { message: string; fields: Readonly<Record<string, unknown>> }[];
  readonly opened: string[];
  readonly remembered: string[];
  /** Every task process that was started, for a test that kills one. */
  readonly processes: TaskProcess[];
  /** What the system was asked to notify of. */
  readonly notices: Notice[];
  day: string;
  /** UTC time of day, `HH:MM`. 03:00 is ten in the morning in Jakarta. */
  time: string;
}

export function testMachine(): TestMachine {
  const machine: Omit<TestMachine, 'platform'> = {
    picks: [],
    logged: [],
    opened: [],
    remembered: [],
    processes: [],
    notices: [],
    day: today,
    time: '03:00',
  };
  const pick = async () => machine.picks.shift() ?? null;
  const pickOne = async () => (await pick())?.[0] ?? null;
  const log = (message: string, fields: Readonly<Record<string, unknown>> = {}) => {
    machine.logged.push({ message, fields });
  };
  const platform: Platform = {
    clock: {
      now: () => Date.parse(`${machine.day}T${machine.time}:00.000Z`),
      instant: () => `${machine.day}T${machine.time}:00.000Z`,
    },
    ids: { next: () => randomUUID() },
    log: { info: log, error: log },
    dialogs: {
      ...{ openSpreadsheets: pick, saveTable: pickOne },
      ...{ chooseDataFolder: pickOne, openBackup: pickOne },
    },
    forkTasks: () => {
      const child = keptTaskProcess();
      machine.processes.push(child);
      return child;
    },
    logFolder: null,
    openFolder: async (path) => {
      machine.opened.push(path);
      return true;
    },
    openLink: async (url) => {
      machine.opened.push(url);
      return 'opened';
    },
    rememberDataFolder: async (path) => void machine.remembered.push(path),
    appVersion: '0.0.0-test',
    notify: (notice) => void machine.notices.push(notice),
    guess: { language: 'en', country: 'ID', timeZone: 'Asia/Jakarta' },
  };
  return Object.assign(machine, { platform });
}

export interface TempShop {
  readonly app: Application;
  readonly machine: TestMachine;
  readonly folder: string;
  readonly database: string;
  readonly events: AppEvent[];
  call<N extends ChannelName>(
    channel: N,
    input: Input<N>,
    callId?: string,
  ): Promise<Result<Output<N>>>;
  /** The value of a call that must succeed. */
  ask<N extends ChannelName>(channel: N, input: Input<N>): Promise<Output<N>>;
  /** The error of a call that must fail. */
  fail(channel: string, input: unknown): Promise<AppError>;
}

/** Fills the shop's file before the app opens it. */
export type Fill = (raw: RawHandle) => void;

export async function startShop(
  folder: string,
  machine: TestMachine = testMachine(),
): Promise<TempShop> {
  const started = await startApplication(machine.platform, {
    dataFolder: folder,
    checksOutput: true,
    backsUpAtQuit: false,
  });
  if (!started.ok) throw new Error(`did not start: ${JSON.stringify(started.error)}`);
  const { app } = started;
  onTestFinished(() => app.close());
  const events: AppEvent[] = [];
  app.onEvent((event) => void events.push(event));
  const send = (channel: string, input: unknown, callId: string = randomUUID()) =>
    app.dispatch({ channel, input, callId });
  return {
    app,
    machine,
    folder,
    database: join(folder, 'langgan.db'),
    events,
    call: (channel, input, callId) => send(channel, input, callId) as never,
    ask: async (channel, input) => {
      const result = await send(channel, input);
      if (!result.ok) throw new Error(`${channel}: ${JSON.stringify(result.error)}`);
      return result.value as never;
    },
    fail: async (channel, input) => {
      const result = await send(channel, input);
      if (result.ok) throw new Error(`${channel} did not fail`);
      return result.error;
    },
  };
}

/** A running app over a shop of its own, closed and deleted when the test ends. */
export async function tempShop(fill?: Fill): Promise<TempShop> {
  const folder = tempFolder();
  const machine = testMachine();
  if (fill !== undefined) {
    const empty = await startShop(folder, machine);
    await empty.app.close();
    const { raw, close } = openConnection(empty.database);
    fill(raw);
    await close();
  }
  return startShop(folder, machine);
}
