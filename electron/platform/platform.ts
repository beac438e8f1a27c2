import { join } from 'node:path';
import { app, type BrowserWindow, dialog, Notification, shell, utilityProcess } from 'electron';
import type { Logger, Platform } from '../context.ts';
import { rememberDataFolder } from '../paths.ts';
import { systemClock, systemIds } from '../runtime.ts';
import { utilityExecArgv } from '../tasks/exec-argv.ts';
import { createDialogs } from './dialogs.ts';
import { openLink } from './links.ts';
import { showNotice } from './notifications.ts';
import { guessFrom } from './system-guess.ts';
import { asTaskProcess } from './task-process.ts';

/** The real machine. `taskEntry` is the built script of the task process. */
export function createPlatform(given: {
  readonly log: Logger;
  readonly window: () => BrowserWindow | null;
  readonly taskEntry: string;
  readonly onNoticeClick: (address: string) => void;
}): Platform {
  const userData = app.getPath('userData');
  return {
    clock: systemClock,
    ids: systemIds,
    log: given.log,
    dialogs: createDialogs({
      dialog,
      window: given.window,
      downloads: app.getPath('downloads'),
    }),
    forkTasks: () =>
      asTaskProcess(
        utilityProcess.fork(given.taskEntry, [], {
          serviceName: 'Langgan tasks',
          cwd: userData,
          execArgv: [...utilityExecArgv],
        }),
        given.log,
      ),
    openFolder: async (path) => {
      await shell.openPath(join(path));
    },
    openLink: async (url) => {
      await openLink(shell, url);
    },
    rememberDataFolder: (path) => rememberDataFolder(userData, path),
    notify: (notice) => showNotice(Notification, notice, given.onNoticeClick),
    appVersion: app.getVersion(),
    guess: guessFrom(app.getLocale(), app.getLocaleCountryCode()),
  };
}
