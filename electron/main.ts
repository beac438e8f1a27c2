import { randomBytes } from 'node:crypto';
import { join } from 'node:path';
import { app, dialog, ipcMain, Menu, protocol, session, shell } from 'electron';
import { registerIpc } from './ipc/register.ts';
import {
  type Farewell,
  failToStart,
  installLifecycle,
  isHeldElsewhere,
  isOnlyInstance,
  leaveToTheOther,
  logTheUnexpected,
} from './lifecycle.ts';
import { createLogger } from './logger.ts';
import { installMenu } from './menu.ts';
import { findDataFolder } from './paths.ts';
import { guardKiosk } from './platform/kiosk-window.ts';
import { openMainWindow } from './platform/main-window.ts';
import { OpenWindows } from './platform/open-windows.ts';
import { createPlatform } from './platform/platform.ts';
import { startAgain } from './platform/start-again.ts';
import { introduceToWindows } from './platform/windows-identity.ts';
import { registerScheme, serveRenderer } from './protocol.ts';
import { systemClock } from './runtime.ts';
import { ShopLanguage } from './shop-language.ts';
import { startUp } from './startup.ts';
import { installGuards } from './window.ts';

const out = join(import.meta.dirname, '..');
const preload = join(out, 'preload', 'preload.cjs');
const windows = new OpenWindows();
const userData = app.getPath('userData');
const logFolder = join(userData, 'logs');
const log = createLogger(logFolder, systemClock);
const isUnattended = process.env.LANGGAN_UNATTENDED === '1';
const farewell: Farewell = { app, dialog, log, isUnattended };

async function run(): Promise<void> {
  if (!isOnlyInstance(app, windows.first)) return app.exit(3);
  logTheUnexpected(log);
  installGuards({ app, session: session.defaultSession, shell });
  serveRenderer(protocol, join(out, 'renderer'), () => randomBytes(18).toString('base64'));

  const platform = createPlatform({
    log,
    logFolder,
    windows,
    taskEntry: join(import.meta.dirname, 'task-process.js'),
  });
  const startup = await startUp(platform, {
    locate: () => findDataFolder(process.argv, userData),
  });

  if (isHeldElsewhere(startup.started)) return leaveToTheOther(farewell, platform.guess.language);

  const endHurriedly = installLifecycle(app, {
    log,
    close: (how) => startup.close(how),
    startAgain: () => startAgain(app, process),
  });
  registerIpc(ipcMain, {
    isKnownWindow: windows.knows,
    answer: (request) => startup.dispatch(request),
  });
  startup.onEvent(windows.tell);
  const language = new ShopLanguage(platform.guess.language);
  await language.follow(startup);
  const restoreMenu = installMenu(Menu, language, {
    platform: process.platform,
    choose: windows.choose,
  });
  // Refused where there is no password, or no shop is open: then there is nothing to lock.
  const lock = () =>
    void startup.dispatch({ channel: 'password.lock', input: {}, callId: 'system' });
  await openMainWindow(windows, { preload, log, language, endHurriedly, lock });
  await guardKiosk(startup, { window: windows.first, menu: Menu, restoreMenu });
}

introduceToWindows(app, process.platform);
registerScheme(protocol);
// Electron is not ready before this module has been read to its end: no await out here.
void app
  .whenReady()
  .then(run)
  .catch((error: unknown) => failToStart(farewell, error));
