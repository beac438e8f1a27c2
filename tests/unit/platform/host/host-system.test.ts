import { describe, expect, test } from 'vitest';
import { accelerators, Menu } from '#build/chromium-host/menu.ts';
import { HostRun, runInHost } from '#tests/support/app/host-app.ts';

describe('a notification', () => {
  const listen = `
    const { Notification } = electron;
    const hear = (one) => {
      for (const name of ['show', 'click', 'close', 'failed'])
        one.on(name, (_event, error) => say([one.title, name, error ?? null]));
      return one;
    };
    const make = (title) => hear(new Notification({ title }));`;

  test('that somebody keeps is shown, and clicked by a person', async () => {
    const run = new HostRun({
      main: `${listen} let kept; app.whenReady().then(() => { kept = make('Sari'); kept.show(); });
        app.on('quit', () => say(kept.title));`,
      isUnderTest: true,
    });
    await run.until(1);
    expect(run.lines).toContain('{"langganHost":{"notified":"Sari"}}');
    run.tell({ notification: 'Sari', does: 'click' });
    await run.until(3);
    run.child.stdin?.end();
    await run.end();
    expect(run.said).toEqual([
      ['Sari', 'show', null],
      ['Sari', 'click', null],
      ['Sari', 'close', null],
      'Sari',
    ]);
  });

  test('that nobody keeps is collected, and its click is lost', async () => {
    const run = new HostRun({
      main: `${listen}
        let kept;
        app.whenReady().then(() => {
          (() => make('lost').show())();
          kept = make('kept');
          kept.on('show', () => setImmediate(() => { gc(); say('collected'); }));
          kept.show();
        });
        app.on('quit', () => say(kept.title));`,
      flags: ['--expose-gc'],
      isUnderTest: true,
    });
    expect(await run.until(3)).toEqual([
      ['lost', 'show', null],
      ['kept', 'show', null],
      'collected',
    ]);
    run.tell({ notification: 'lost', does: 'click' });
    run.tell({ notification: 'kept', does: 'click' });
    expect((await run.until(5)).slice(3)).toEqual([
      ['kept', 'click', null],
      ['kept', 'close', null],
    ]);
  });

  test('may fail, and may not be there at all', async () => {
    const main = `${listen}
      app.whenReady().then(() => {
        say(Notification.isSupported());
        const sari = make('Sari');
        sari.show();
        sari.on('failed', () => app.exit());
        if (!Notification.isSupported()) setImmediate(() => app.exit());
      });`;
    const failed = await runInHost({ main, switches: ['notifications-fail'] });
    expect(failed.said).toEqual([true, ['Sari', 'failed', 'the system shows no notification']]);
    const none = await runInHost({ main, switches: ['no-notifications'] });
    expect(none.said).toEqual([false]);
  });
});

describe('what is handed to the system', () => {
  const main = `
    const { shell } = electron;
    const words = (promise) => promise.then((value) => ['resolved', value ?? null], (error) => ['rejected', error.message]);
    app.whenReady().then(async () => {
      say(await words(shell.openExternal('https://wa.me/62811')));
      const folder = words(shell.openPath('/tmp'));
      const later = new Promise((resolve) => setImmediate(() => resolve('no word')));
      say(await Promise.race([folder, later]));
      app.exit();
    });`;
  const isLinux = process.platform === 'linux';

  test('goes no further than the report of a test; of a folder Linux says nothing', async () => {
    const run = new HostRun({ main, isUnderTest: true });
    await run.end();
    expect(run.said).toEqual([['resolved', null], isLinux ? 'no word' : ['resolved', '']]);
    const opened = run.lines.filter((line) => line.includes('opened'));
    expect(opened).toEqual([
      '{"langganHost":{"opened":"https://wa.me/62811"}}',
      '{"langganHost":{"opened":"/tmp"}}',
    ]);
  });

  test('is refused where no program takes it', async () => {
    const { said } = await runInHost({ main, switches: ['nothing-opens'], isUnderTest: true });
    expect(said).toEqual([
      ['rejected', 'Failed to open path'],
      isLinux ? 'no word' : ['resolved', 'Failed to open path'],
    ]);
  });
});

describe('a scheme', () => {
  const attempt = `
    const attempt = (scheme) => {
      try { protocol.handle(scheme, () => new Response()); say(scheme); }
      catch (error) { say(error.message); }
    };`;

  test('is served once, and only with the privileges that the stand-in’s https has', async () => {
    const { said } = await runInHost({
      main: `${attempt}
        protocol.registerSchemesAsPrivileged([
          { scheme: 'app', privileges: privileged },
          { scheme: 'bare', privileges: { standard: true } },
        ]);
        app.whenReady().then(() => { for (const one of ['app', 'app', 'bare', 'other']) attempt(one); app.exit(); });`,
    });
    expect(said).toEqual([
      'app',
      'Failed to register protocol: app',
      'the Chromium host serves bare: only as a standard and secure scheme',
      'the Chromium host serves other: only as a standard and secure scheme',
    ]);
  });
});

describe('the keys of the menu', () => {
  const click = () => undefined;
  const given = (items: Parameters<typeof Menu.buildFromTemplate>[0]) => {
    Menu.setApplicationMenu(Menu.buildFromTemplate([{ label: 'a', submenu: [...items] }]));
    return (platform: NodeJS.Platform) => accelerators(platform);
  };

  test('are those that are bound; macOS binds even what is not to be bound', () => {
    const keys = given([
      { label: 'find', accelerator: 'Shift+CommandOrControl+f', click },
      { label: 'undo', accelerator: 'CmdOrCtrl+Z', click, registerAccelerator: false },
      { label: 'off', accelerator: 'CmdOrCtrl+O', click, enabled: false },
      { label: 'none', click },
    ]);
    expect(keys('linux')).toEqual(['CmdOrCtrl+Shift+F']);
    expect(keys('win32')).toEqual(['CmdOrCtrl+Shift+F']);
    expect(keys('darwin')).toEqual(['CmdOrCtrl+Shift+F', 'CmdOrCtrl+Z']);
  });

  test('of roles are Electron’s own', () => {
    const keys = given([
      { role: 'quit' },
      { role: 'copy' },
      { role: 'close', accelerator: 'Ctrl+4' },
    ]);
    expect(keys('linux')).toEqual(['CmdOrCtrl+Q', 'CmdOrCtrl+4']);
    expect(keys('win32')).toEqual(['CmdOrCtrl+4']);
  });
});
