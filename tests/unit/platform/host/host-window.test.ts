import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { findChromium } from '#build/chromium-host/page/find-chromium.ts';
import { HostRun, runInHost } from '#tests/support/app/host-app.ts';

const names = ['before-quit', 'window-all-closed', 'will-quit', 'quit'];
const begin = `
  protocol.registerSchemesAsPrivileged([{ scheme: 'app', privileges: privileged }]);
  for (const name of ${JSON.stringify(names)}) app.on(name, () => say(name));
  const hear = (window) => {
    for (const name of ['ready-to-show', 'show', 'close', 'closed'])
      window.on(name, () => say([name, window.isDestroyed() || window.isVisible()]));
    return window;
  };
  app.on('browser-window-created', (_event, window) => hear(window));
  const whenServed = (run) => app.whenReady().then(() => { serve('<!doctype html>'); return run(); });`;
const startsAreSlow = { timeout: 240_000 };

describe.skipIf(findChromium() === null)('a window of the host', startsAreSlow, () => {
  test('is hidden until it is shown, is painted before that, and good for nothing once it is gone', async () => {
    const { said } = await runInHost({
      main: `${begin}
        // Nothing keeps Node here: the app lives on because nobody has told it to quit.
        app.on('window-all-closed', () => setTimeout(() => app.quit(), 1).unref());
        whenServed(async () => {
          const window = await openWindow({ show: false });
          say(window.isVisible());
          window.show();
          window.show();
          window.destroy();
          for (const use of ['show', 'isVisible', 'focus', 'close'])
            try { window[use](); } catch (error) { say(error.message); }
        });`,
    });
    expect(said).toEqual([
      ['ready-to-show', false],
      false,
      ['show', true],
      ['closed', true],
      'window-all-closed',
      ...Array(4).fill('Object has been destroyed'),
      'before-quit',
      'will-quit',
      'quit',
    ]);
  });

  test('that is visible from the start is never said to be ready for it', async () => {
    const { said } = await runInHost({
      main: `${begin} whenServed(async () => { say((await openWindow()).isVisible()); app.exit(); });`,
    });
    expect(said).toEqual([true, ['closed', true], 'quit']);
  });

  test('that is never shown is no start: a test hears it, painted or not', async () => {
    const main = `${begin} whenServed(() => openWindow({ show: false }));`;
    for (const switches of [[], ['never-ready-to-show']] as const) {
      const run = new HostRun({ main, switches, isUnderTest: true });
      const report = await run.line((line) => line.startsWith('{"langganHost"'));
      expect(report).toBe('{"langganHost":{"neverShown":true}}');
      expect(run.said).toEqual(switches.length === 0 ? [['ready-to-show', false]] : []);
      run.child.stdin?.end();
      await run.end();
    }
  });

  test('is asked before the app quits, may refuse, and is closed before will-quit', async () => {
    const { said } = await runInHost({
      main: `${begin}
        whenServed(async () => {
          const window = await openWindow();
          window.once('close', (event) => event.preventDefault());
          app.quit();
          say('goes on');
          app.once('will-quit', (event) => { event.preventDefault(); say(BrowserWindow.getAllWindows().length); setImmediate(() => app.exit(4)); });
          app.quit();
        });`,
    });
    expect(said).toEqual([
      'before-quit',
      ['close', true],
      'goes on',
      'before-quit',
      ['close', true],
      ['closed', true],
      'will-quit',
      0,
      'quit',
    ]);
  });

  test('closed by itself leaves the app running where the app wants that', async () => {
    const { said, code } = await runInHost({
      main: `${begin}
        app.on('window-all-closed', () => setImmediate(() => { say('runs on'); app.exit(5); }));
        whenServed(async () => (await openWindow()).close());`,
    });
    expect(said).toEqual([
      ['close', true],
      ['closed', true],
      'window-all-closed',
      'runs on',
      'quit',
    ]);
    expect(code).toBe(5);
  });

  test('says when its page’s process is gone, and can load it again', async () => {
    const { said } = await runInHost({
      preload: "require('electron').ipcRenderer.invoke('here')",
      main: `${begin}
        let loads = 0;
        whenServed(async () => {
          ipcMain.handle('here', (event) => {
            loads += 1;
            say(['loaded', loads]);
            if (loads === 1) event.sender.forcefullyCrashRenderer();
            else app.exit();
          });
          app.on('web-contents-created', (_event, contents) => {
            contents.on('render-process-gone', (_gone, { reason }) => { say(reason); contents.reload(); });
          });
          openWindow().catch(() => undefined);
        });`,
    });
    expect(said).toEqual([['loaded', 1], 'crashed', ['loaded', 2], ['closed', true], 'quit']);
  });
});

describe.skipIf(findChromium() === null)('the dialogs of the host', startsAreSlow, () => {
  test('need no window to be named, but one to be there; saving may be cancelled', async () => {
    const main = (word: string): string => `${begin}
      const { dialog } = electron;
      whenServed(async () => {
        say(await dialog.showOpenDialog({}).catch((error) => error.message));
        const window = await openWindow();
        window.webContents.pipe.on('Page.fileChooserOpened', () => say('chooser'));
        const { pipe, session } = window.webContents;
        await pipe.send('Page.setInterceptFileChooserDialog', { enabled: true }, session);
        const chooser = new Promise((resolve) => pipe.on('Page.fileChooserOpened', resolve));
        void dialog.showOpenDialog({ properties: ['openFile'] });
        await chooser;
        for (const given of [[], [window]])
          say(await dialog.showSaveDialog(...given, { defaultPath: '/elsewhere/${word}.csv' }));
        app.exit();
      });`;
    const first = new HostRun({ main: main('langgan') });
    await writeFile(join(first.folder, 'langgan.csv'), '');
    await first.end();
    const path = join(first.folder, 'langgan (1).csv');
    expect(first.said.slice(0, 4)).toEqual([
      'the Chromium host has no window to show a dialog in',
      'chooser',
      { canceled: false, filePath: path },
      { canceled: false, filePath: path },
    ]);
    const cancelled = await runInHost({ main: main('langgan'), switches: ['save-cancelled'] });
    expect(cancelled.said.slice(2, 4)).toEqual(Array(2).fill({ canceled: true, filePath: '' }));
  });
});

describe.skipIf(findChromium() === null)('the keys of the host', startsAreSlow, () => {
  test('go to the page first: the menu gets what no listener of it takes', async () => {
    const page = `<!doctype html><script>
      addEventListener('keydown', (event) => { if (event.key === 'n') event.preventDefault(); });
    </script>`;
    const { said } = await runInHost({
      main: `${begin}
        app.whenReady().then(async () => {
          serve(${JSON.stringify(page)});
          const item = (key) => ({ label: key, accelerator: 'CmdOrCtrl+' + key, click: () => say(key) });
          const last = { ...item('Q'), click: () => app.exit() };
          electron.Menu.setApplicationMenu(electron.Menu.buildFromTemplate([item('N'), item('K'), last]));
          const { pipe, session } = (await openWindow()).webContents;
          const modifiers = process.platform === 'darwin' ? 4 : 2;
          for (const key of ['n', 'k', 'q'])
            await pipe.send('Input.dispatchKeyEvent', { type: 'rawKeyDown', key, modifiers }, session);
        });`,
    });
    expect(said).toEqual(['K', ['closed', true], 'quit']);
  });
});

describe.skipIf(findChromium() === null)('a request of the page', startsAreSlow, () => {
  test('by fetch needs the privilege of its scheme', async () => {
    const fetching = (supportFetchAPI: boolean): Promise<{ said: unknown[] }> =>
      runInHost({
        main: `
          protocol.registerSchemesAsPrivileged([{ scheme: 'app', privileges: { ...privileged, supportFetchAPI: ${supportFetchAPI} } }]);
          app.whenReady().then(async () => {
            serve('<!doctype html>');
            const { pipe, session } = (await openWindow()).webContents;
            const expression = "fetch('/index.html').then(({ status }) => status, () => 'refused')";
            const given = { expression, awaitPromise: true, returnByValue: true };
            say((await pipe.send('Runtime.evaluate', given, session)).result.value);
            app.exit();
          });`,
      });
    expect((await fetching(true)).said).toEqual([200]);
    expect((await fetching(false)).said).toEqual(['refused']);
  });
});
