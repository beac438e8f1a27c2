import { describe, expect, test } from 'vitest';
import { HostRun, runInHost } from '#tests/support/app/host-app.ts';

const heard = ['before-quit', 'window-all-closed', 'will-quit', 'quit'];
const sayAll = `for (const name of ${JSON.stringify(heard)}) app.on(name, () => say(name));`;

describe('being ready', () => {
  test('comes after the whole of main’s module, first as an event, and opens what was shut', async () => {
    const { said } = await runInHost({
      main: `
        const tried = (what) => { try { what(); return 'done'; } catch (error) { return error.message; } };
        app.on('ready', () => say('ready'));
        app.whenReady().then(() => {
          say(app.isReady());
          say(tried(() => protocol.registerSchemesAsPrivileged([])));
          say(typeof session.defaultSession);
          app.exit();
        });
        say(app.isReady());
        say(tried(() => new BrowserWindow()));
        say(tried(() => new electron.Notification({ title: 'a' })));
        say(tried(() => session.defaultSession));
        say(tried(() => protocol.handle('app', () => new Response())));
        say(tried(() => electron.utilityProcess.fork('x.mjs')));
        await Promise.resolve();
        say('read to its end');`,
    });
    expect(said).toEqual([
      false,
      'Cannot create BrowserWindow before app is ready',
      'Cannot create Notification before app is ready',
      'Session can only be received when app is ready',
      'Session can only be received when app is ready',
      'utilityProcess cannot be created before app is ready.',
      'read to its end',
      'ready',
      true,
      'protocol.registerSchemesAsPrivileged should be called before app is ready',
      'object',
    ]);
  });

  test('never comes to a main that awaits it before it has been read', async () => {
    const { said, code } = await runInHost({
      main: "say('waits'); await app.whenReady(); say(0);",
    });
    expect(said).toEqual(['waits']);
    expect(code).toBe(13);
  });
});

describe('quitting without a window', () => {
  test('says before-quit, will-quit and quit, and nothing of windows', async () => {
    const { said, code } = await runInHost({
      main: `${sayAll} app.whenReady().then(() => app.quit());`,
    });
    expect(said).toEqual(['before-quit', 'will-quit', 'quit']);
    expect(code).toBe(0);
  });

  test('is stopped by before-quit and by will-quit, and can be asked for again', async () => {
    const { said } = await runInHost({
      main: `
        ${sayAll}
        app.once('before-quit', (event) => event.preventDefault());
        app.once('will-quit', (event) => event.preventDefault());
        app.whenReady().then(() => { app.quit(); say('goes on'); app.quit(); say('goes on'); app.quit(); });`,
    });
    expect(said).toEqual([
      'before-quit',
      'goes on',
      'before-quit',
      'will-quit',
      'goes on',
      'before-quit',
      'will-quit',
      'quit',
    ]);
  });

  test('by exit asks nobody, and ends with the code', async () => {
    const { said, code } = await runInHost({
      main: `${sayAll} app.whenReady().then(() => app.exit(3));`,
    });
    expect(said).toEqual(['quit']);
    expect(code).toBe(3);
  });

  test('and starting again starts the same program once more', async () => {
    const run = new HostRun({
      main: `
        import { existsSync, writeFileSync } from 'node:fs';
        const been = import.meta.dirname + '/been';
        say(existsSync(been));
        if (!existsSync(been)) { writeFileSync(been, ''); app.relaunch(); }
        app.whenReady().then(() => app.quit());`,
    });
    await run.end();
    expect(run.said).toEqual([false, true]);
  });
});

describe('the lock of the one instance', () => {
  const main = `
    app.on('second-instance', (_event, argv) => say(['second', argv.at(-1).split('=')[0]]));
    say(app.requestSingleInstanceLock());
    if (!app.hasSingleInstanceLock()) app.exit(3);
    setInterval(() => undefined, 1000);`;

  test('is had by the first start, and the second tells it so', async () => {
    const first = new HostRun({ main });
    await first.until(1);
    const second = await runInHost({ main, folder: first.folder });
    expect(second).toEqual({ said: [false], code: 3 });
    expect(await first.until(2)).toEqual([true, ['second', '--user-data-dir']]);
  });

  test('is free again when its holder was killed, or let go of it', async () => {
    const first = new HostRun({ main });
    await first.until(1);
    first.child.kill('SIGKILL');
    await first.end();
    const release = `say(app.requestSingleInstanceLock()); app.releaseSingleInstanceLock(); say(0); setInterval(() => 0, 1000);`;
    const second = new HostRun({ main: release, folder: first.folder });
    expect(await second.until(2)).toEqual([true, 0]);
    const third = new HostRun({ main, folder: first.folder });
    expect(await third.until(1)).toEqual([true]);
  });

  test('is another one in another folder', async () => {
    const first = new HostRun({ main });
    const other = new HostRun({ main });
    expect([await first.until(1), await other.until(1)]).toEqual([[true], [true]]);
  });
});
