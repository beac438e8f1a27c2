import { fork } from 'node:child_process';
import { join } from 'node:path';
import type { Dialogs, Logger, Platform, TaskProcess } from '#electron/context.ts';
import { systemClock, systemIds } from '#electron/runtime.ts';
import { taskExecArgv } from '#electron/tasks/exec-argv.ts';
import { root } from './engine.ts';

/** The task process as it is built, as the app has it. */
export const builtTaskProcess = join(root, 'out', 'main', 'task-process.js');

const source = join(root, 'electron', 'tasks', 'task-process.ts');

/** The task process as a child of Node, from its source or the built script that `LANGGAN_TASK_SCRIPT` names. */
export function forkTaskProcess(entry = process.env.LANGGAN_TASK_SCRIPT ?? source): TaskProcess {
  const endWithParent = 'data:text/javascript,process.on("disconnect",()=>process.exit(0))';
  const child = fork(entry, [], {
    execArgv: [...taskExecArgv, '--import', endWithParent],
    serialization: 'advanced',
    stdio: ['ignore', 'ignore', 'inherit', 'ipc'],
  });
  child.on('error', () => undefined);
  return {
    get pid() {
      return child.pid;
    },
    send: (message) => {
      if (child.connected) child.send(message as object);
    },
    onMessage: (listener) => {
      child.on('message', listener);
    },
    onExit: (listener) => {
      child.on('exit', listener);
    },
    kill: () => {
      child.kill('SIGKILL');
    },
  };
}

/** A machine without a window: what scripts, benches and the headless door run the app on. */
export function createNodePlatform(given: {
  readonly dialogs: Dialogs;
  readonly log: Logger;
  readonly appVersion: string;
}): Platform {
  return {
    clock: systemClock,
    ids: systemIds,
    log: given.log,
    dialogs: given.dialogs,
    forkTasks: () => forkTaskProcess(),
    logFolder: null,
    openFolder: async () => false,
    openLink: async () => 'no-program',
    rememberDataFolder: async () => undefined,
    appVersion: given.appVersion,
    // Nobody looks on: the window says it later.
    notify: (_notice, onFailed) => onFailed(),
    guess: { language: 'id', country: 'ID', timeZone: 'Asia/Jakarta' },
  };
}
