import { app, dialog, Notification, shell, utilityProcess } from 'electron';
import type { Logger, Platform } from '../context.ts';
import { rememberDataFolder } from '../paths.ts';
import { systemClock, systemIds } from '../runtime.ts';
import { utilityExecArgv } from '../tasks/exec-argv.ts';
import { createDialogs } from './dialogs.ts';
import { openFolder, openLink } from './links.ts';
import { Notices } from './notifications.ts';
import type { OpenWindows } from './open-windows.ts';
import { guessFrom } from './system-guess.ts';
import { asTaskProcess } from './task-process.ts';

/** The real machine. `taskEntry` is the built script of the task process. */
export function createPlatform(given: {
  readonly log: Logger;
  readonly logFolder: string;
  readonly windows: OpenWindows;
  readonly taskEntry: string;
}): Platform {
  const userData = app.getPath('userData');
  return {
    clock: systemClock,
    ids: systemIds,
    log: given.log,
    dialogs: createDialogs({
      dialog,
      window: given.windows.first,
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
    logFolder: given.logFolder,
    openFolder: (path) => openFolder(shell, path),
    openLink: (url) => openLink(shell, url),
    rememberDataFolder: (path) => rememberDataFolder(userData, path),
    notify: new Notices(Notification, given.windows, process.platform).show,
    appVersion: app.getVersion(),
    guess: guessFrom(app.getLocale(), app.getLocaleCountryCode()),
  };
}
