import { EventEmitter } from 'node:events';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, onTestFinished, test, vi } from 'vitest';
import { root } from '#build/engine.ts';
import type { Logger } from '#electron/context.ts';
import { isOnlyInstance } from '#electron/lifecycle.ts';
import { ShopLanguage } from '#electron/shop-language.ts';
import { StandInApp } from '#tests/support/app/stand-in-app.ts';
import { StandInWindow } from '#tests/support/app/stand-in-window.ts';

/** Electron with one window, which is loaded at once; `asked` holds what was asked of it, in order. */
function standInElectron() {
  const asked: string[] = [];
  const window = new StandInWindow();
  const app = new StandInApp();
  window.loaded();
  const powerMonitor = new EventEmitter();
  const fork = (...given: unknown[]) => {
    asked.push(`fork ${JSON.stringify(given)}`);
    return new EventEmitter();
  };
  class BrowserWindow {
    constructor() {
      // biome-ignore lint/correctness/noConstructorReturn: the window that the test holds.
      return window.asWindow as unknown as BrowserWindow;
    }
  }
  const electron = {
    app: Object.assign(app, {
      getPath: (name: string) => `/${name}`,
      getVersion: () => '9.9.9',
      getLocale: () => 'id',
      getLocaleCountryCode: () => 'ID',
    }),
    BrowserWindow,
    dialog: { showErrorBox: (_: string, text: string) => asked.push(`box ${text}`) },
    Menu: {
      buildFromTemplate: (items: readonly { readonly label?: string }[]) => ({
        popup: () => asked.push(`menu ${items.map(({ label }) => label ?? '-').join(' ')}`),
      }),
    },
    nativeTheme: { shouldUseDarkColors: false },
    Notification: class {},
    powerMonitor,
    shell: {},
    utilityProcess: { fork },
  };
  vi.resetModules();
  vi.doMock('electron', () => electron);
  onTestFinished(() => void vi.doUnmock('electron'));
  return { asked, window, app, powerMonitor };
}

async function openWindow() {
  const standIn = standInElectron();
  const { openMainWindow } = await import('#electron/platform/main-window.ts');
  const { OpenWindows } = await import('#electron/platform/open-windows.ts');
  const log: Logger = { info: () => undefined, error: () => undefined };
  await openMainWindow(new OpenWindows(), {
    ...{ preload: '/preload.cjs', log, language: new ShopLanguage('id') },
    endHurriedly: () => standIn.asked.push('end hurriedly'),
    lock: () => standIn.asked.push('lock'),
  });
  return standIn;
}

test('the window is shown though the system never says that it is painted', async () => {
  const { window } = await openWindow();
  expect(window.done).toEqual(['show']);
});

test('a right click in a field offers what one looks for there', async () => {
  const { window, asked } = await openWindow();
  const editFlags = { canCut: true, canCopy: true, canPaste: true, canSelectAll: true };
  window.webContents.emit('context-menu', {}, { isEditable: true, selectionText: '', editFlags });
  expect(asked).toEqual(['menu Potong Salin Tempel - Pilih semua']);
});

test('a page that has crashed is loaded again', async () => {
  const { window } = await openWindow();
  window.webContents.emit('render-process-gone', {}, { reason: 'crashed', exitCode: 5 });
  expect(window.webContents.reloads).toBe(1);
});

test('the app ends with the session: of Windows, and of a system that shuts down', async () => {
  const { window, asked, powerMonitor } = await openWindow();
  window.emit('session-end', { reasons: ['logoff'] });
  expect(asked).toEqual(['end hurriedly']);
  powerMonitor.emit('shutdown', { preventDefault: () => asked.push('held') });
  expect(asked).toEqual(['end hurriedly', 'held', 'end hurriedly']);
});

test.each(['lock-screen', 'suspend'])('%s of the system locks the shop', async (event) => {
  const { asked, powerMonitor } = await openWindow();
  powerMonitor.emit(event);
  expect(asked).toEqual(['lock']);
});

test('the task process gets its memory by the one way that a utility process reads', async () => {
  const { asked } = standInElectron();
  const { createPlatform } = await import('#electron/platform/platform.ts');
  const { OpenWindows } = await import('#electron/platform/open-windows.ts');
  const { utilityExecArgv } = await import('#electron/tasks/exec-argv.ts');
  const log: Logger = { info: () => undefined, error: () => undefined };
  const windows = new OpenWindows();
  const given = { log, logFolder: '/logs', windows, taskEntry: '/task-process.js' };
  createPlatform(given).forkTasks();
  const options = { serviceName: 'Langgan tasks', cwd: '/userData', execArgv: utilityExecArgv };
  expect(asked).toEqual([`fork ${JSON.stringify(['/task-process.js', [], options])}`]);
  expect(utilityExecArgv.join()).toMatch(/^--js-flags=--max-semi-space-size=/);
});

test('a second start brings the window of the first to the front, which may be minimised', () => {
  const app = Object.assign(new StandInApp(), { requestSingleInstanceLock: () => true });
  const window = new StandInWindow();
  expect(isOnlyInstance(app.asApp, () => window.asWindow)).toBe(true);
  window.minimise();
  app.startSecond();
  expect(window.done).toEqual(['restore', 'show', 'focus']);
  const refused = Object.assign(new StandInApp(), { requestSingleInstanceLock: () => false });
  expect(isOnlyInstance(refused.asApp, () => null)).toBe(false);
});

test('Windows is told who we are before the app is ready', () => {
  const main = readFileSync(join(root, 'electron', 'main.ts'), 'utf8');
  const told = main.indexOf('\nintroduceToWindows(app, process.platform);');
  expect(told).toBeGreaterThan(0);
  expect(told).toBeLessThan(main.indexOf('.whenReady()'));
});
