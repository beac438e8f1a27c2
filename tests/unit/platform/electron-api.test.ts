import { cpSync, mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { usesToReview } from '#build/checks/electron-api/problems.ts';
import { type Scan, scanElectron, type Use } from '#build/checks/electron-api/scan.ts';
import { root } from '#build/engine.ts';

const tree = mkdtempSync(join(tmpdir(), 'langgan-electron-api-'));

/** One app that asks for the same things in all the ways they can be asked for. */
const planted: Readonly<Record<string, string>> = {
  'electron/main.ts': `
    import { app, BrowserWindow, Menu } from 'electron';
    import { item, options } from './menu.ts';
    import { install } from './install.ts';
    process.on('uncaughtException', () => app.exit(1));
    app.dock?.setBadge('3');
    app['setBadgeCount'](3);
    app.paintDock('red');
    install(app);
    new BrowserWindow({ ...options(), frosted: true, webPreferences: { sandbox: true } });
    const isMac = process.platform === 'darwin';
    Menu.buildFromTemplate([item('a'), { ...item('b'), role: isMac ? 'hide' : 'quit' }]);
  `,
  'electron/menu.ts': `
    export const item = (label: string) => ({ label, toolTip: label });
    export const options = () => ({ vibrancy: 'menu' as const, width: 1280 });
  `,
  'electron/install.ts': `
    import type { App, OpenDialogOptions } from 'electron';
    export const folders: OpenDialogOptions = { properties: ['openDirectory', 'promptToCreate'] };
    export function install(app: Pick<App, 'on' | 'once' | 'setAppUserModelId'>): void {
      app.once('second-instance', () => undefined);
      app.on('second-instance', () => undefined);
      app.on('activate', () => undefined);
      app.setAppUserModelId('id.langgan.app');
      app.on('web-contents-created', (_event, contents) => {
        contents.setWindowOpenHandler(({ url }) => ({ action: url === '' ? 'allow' : 'deny' }));
        contents.on('crashed-softly', () => undefined);
      });
    }
  `,
  'electron/preload.ts': `
    import { ipcRenderer } from 'electron';
    ipcRenderer.sendToHost('a');
  `,
  'electron/aside.ts': 'export const aside = 1;\n',
};

let scan: Scan = { uses: [], undeclared: [] };

beforeAll(() => {
  for (const [path, text] of Object.entries(planted)) {
    mkdirSync(dirname(join(tree, path)), { recursive: true });
    writeFileSync(join(tree, path), text);
  }
  for (const path of ['electron/tsconfig.json', 'electron/tsconfig.preload.json', 'package.json']) {
    cpSync(join(root, path), join(tree, path));
  }
  mkdirSync(join(tree, 'build'));
  cpSync(join(root, 'build/tsconfig.base.json'), join(tree, 'build/tsconfig.base.json'));
  symlinkSync(join(root, 'node_modules'), join(tree, 'node_modules'), 'junction');
  scan = scanElectron(tree);
}, 240_000);

afterAll(() => rmSync(tree, { recursive: true, force: true }));

function limited(): readonly string[] {
  return scan.uses
    .filter(({ platforms }) => platforms !== null)
    .map(({ name, platforms, where }) => `${name} ${platforms?.join(',')} ${where}`);
}

describe('what a tree uses of Electron', () => {
  test('whatever is limited to some systems is found, however it is asked for', () => {
    expect(limited()).toEqual(
      [
        "App.on('activate') darwin electron/install.ts",
        'App.dock darwin electron/main.ts',
        'App.setAppUserModelId win32 electron/install.ts',
        'App.setBadgeCount darwin,linux electron/main.ts',
        'BaseWindowConstructorOptions.vibrancy darwin electron/main.ts',
        'Dock.setBadge darwin electron/main.ts',
        'MenuItemConstructorOptions.role=hide darwin electron/main.ts',
        'MenuItemConstructorOptions.toolTip darwin electron/main.ts',
        'OpenDialogOptions.properties=promptToCreate win32 electron/install.ts',
      ].sort(),
    );
  });

  test('a member, an option and an event that Electron does not declare are named', () => {
    expect(scan.undeclared).toEqual([
      "electron/install.ts: WebContents.on('crashed-softly')",
      'electron/main.ts: App.paintDock',
      'electron/main.ts: BrowserWindowConstructorOptions.frosted',
    ]);
  });

  test('what is on every system is found too, once each, also in the preload', () => {
    const names = scan.uses.map(({ name }) => name);
    expect(names).toEqual(
      expect.arrayContaining([
        "App.on('second-instance')",
        'BaseWindowConstructorOptions.width',
        'HandlerDetails.url',
        'IpcRenderer.sendToHost',
        'Menu.buildFromTemplate',
        'MenuItemConstructorOptions.role=quit',
        'OpenDialogOptions.properties=openDirectory',
        'WebPreferences.sandbox',
        'WindowOpenHandlerResponse.action=allow',
      ]),
    );
    expect(new Set(names).size).toBe(names.length);
  });

  test('what is Node’s own is not taken for Electron’s', () => {
    expect(scan.uses.filter(({ name }) => name.startsWith('Process'))).toEqual([]);
  });
});

describe('what has to be looked at', () => {
  const use = (given: Partial<Use>): Scan => ({
    uses: [
      {
        name: 'App.dock',
        event: null,
        platforms: null,
        isDeprecated: false,
        where: 'electron/main.ts',
        ...given,
      },
    ],
    undeclared: [],
  });
  const known = { 'App.dock': { platforms: 'darwin', elsewhere: 'nothing' } };

  test('a limited use that nobody has looked at, and none that somebody has', () => {
    expect(usesToReview(use({ platforms: ['darwin'] }), {})).toEqual([
      'electron/main.ts: App.dock is on darwin alone; say in reviewed.ts what happens elsewhere.',
    ]);
    expect(usesToReview(use({ platforms: ['darwin'] }), known)).toEqual([]);
  });

  test('a use whose limits are others than those that were looked at', () => {
    expect(usesToReview(use({ platforms: ['darwin', 'win32'] }), known)).toHaveLength(1);
    expect(usesToReview(use({}), known)).toEqual([
      'electron/main.ts: App.dock is on every system now, no longer on darwin alone.',
    ]);
  });

  test('a deprecated use, a review that nothing needs, and what is not declared', () => {
    expect(usesToReview(use({ isDeprecated: true }), {})).toEqual([
      'electron/main.ts: App.dock is deprecated by Electron.',
    ]);
    expect(usesToReview({ uses: [], undeclared: ['electron/main.ts: App.x'] }, known)).toEqual([
      'electron/main.ts: App.x is not declared by Electron.',
      'reviewed.ts: App.dock is not used.',
    ]);
  });
});
