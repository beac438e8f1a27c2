import { describe, expect, test } from 'vitest';
import { findChromium } from '#build/chromium-host/page/find-chromium.ts';
import { HostRun, runInHost } from '#tests/support/app/host-app.ts';

const privilege = `protocol.registerSchemesAsPrivileged([{ scheme: 'app', privileges: privileged }]);`;
const evaluating = `
  const evaluate = async (window, expression) => {
    const { pipe, session } = window.webContents;
    const given = { expression, awaitPromise: true, returnByValue: true, userGesture: true };
    return (await pipe.send('Runtime.evaluate', given, session)).result.value ?? null;
  };`;
const preload = `
  const { contextBridge, ipcRenderer } = require('electron');
  globalThis.secretOfPreload = 'secret';
  const given = [];
  contextBridge.exposeInMainWorld('bridge', {
    ask: (...args) => ipcRenderer.invoke('ask', ...args),
    twice: (f) => [f(1), f(2)],
    make: () => ({ held: { at: new Date(0) }, again: () => 'called' }),
    fail: () => { throw new Error('failed in the preload'); },
    reject: async () => { throw new Error('rejected in the preload'); },
    give: (value) => given.push(value),
    given: () => given,
    listen: (f) => { ipcRenderer.on('event', (_event, value) => f(value)); },
  });`;

/** An app whose page evaluates each of these, one after the other, and says what came out. */
function evaluateAll(expressions: readonly string[], prepare = ''): Promise<{ said: unknown[] }> {
  return runInHost({
    preload,
    main: `
      ${privilege}${evaluating}
      app.whenReady().then(async () => {
        serve('<!doctype html><p>page</p>');
        ${prepare}
        const window = await openWindow();
        for (const one of ${JSON.stringify(expressions)}) say(await evaluate(window, one));
        app.exit();
      });`,
  });
}

const caught = (expression: string): string =>
  `(async () => { try { return await (${expression}); } catch (error) { return error.message; } })()`;

const startsAreSlow = { timeout: 240_000 };

describe.skipIf(findChromium() === null)('the page of the host', startsAreSlow, () => {
  test('reaches nothing of the preload but what it is given, as copies, frozen', async () => {
    const { said } = await evaluateAll([
      'typeof secretOfPreload + typeof require + typeof __langganHost + typeof __langganDeliver',
      'Object.keys(bridge).join()',
      'Object.isFrozen(bridge) && Object.isFrozen(bridge.ask)',
      'bridge.ask.constructor === Function && bridge.make().constructor === Object',
      'bridge.make().held.at instanceof Date && bridge.make().again()',
      'bridge.twice((n) => n * 10).join()',
      'const mine = { n: 1 }; bridge.give(mine); mine.n = 2; bridge.given()[0].n',
      caught('bridge.fail()'),
      caught('bridge.reject()'),
      '(() => { bridge = 1; return typeof bridge; })()',
    ]);
    expect(said).toEqual([
      'undefinedundefinedundefinedundefined',
      'ask,twice,make,fail,reject,give,given,listen',
      true,
      true,
      'called',
      '10,20',
      1,
      'failed in the preload',
      'rejected in the preload',
      'object',
    ]);
  });

  test('asks main, and is told, in structured clones', async () => {
    const handler = `
      ipcMain.handle('ask', (event, what, value) => {
        if (what === 'kinds') return [value.at instanceof Date, 'gone' in value, Object.is(value.zero, -0), typeof value.much];
        if (what === 'back') return { at: new Date(5), gone: undefined, nan: NaN, much: 7n, map: new Map([[1, 2]]) };
        if (what === 'uncloneable') return { f: () => 1 };
        if (what === 'throws') throw new TypeError('not this one');
        event.sender.send('event', { at: new Date(9), much: 1n });
        try { event.sender.send('event', () => 1); } catch (error) { return error.message; }
      });`;
    const { said } = await evaluateAll(
      [
        "bridge.ask('kinds', { at: new Date(), gone: undefined, zero: -0, much: 5n }).then((all) => all.join())",
        "bridge.ask('back').then((v) => [v.at.getTime(), 'gone' in v, v.nan, typeof v.much, v.map.get(1)].join())",
        caught("bridge.ask('uncloneable')"),
        caught("bridge.ask('throws')"),
        caught("bridge.ask('kinds', { f: () => 1 })"),
        caught("bridge.ask('kinds', new Proxy({}, {}))"),
        caught("bridge.ask('kinds', document.body)"),
        "new Promise((resolve) => { bridge.listen((v) => resolve(v.at.getTime() + typeof v.much)); bridge.ask('event'); })",
        "bridge.ask('event')",
      ],
      handler,
    );
    const about = "Error invoking remote method 'ask'";
    expect(said).toEqual([
      'true,true,true,bigint',
      '5,true,NaN,bigint,2',
      `${about}: Error: An object could not be cloned.`,
      `${about}: TypeError: not this one`,
      'An object could not be cloned.',
      'An object could not be cloned.',
      'An object could not be cloned.',
      '9bigint',
      'An object could not be cloned.',
    ]);
  });

  test('has the permissions that the app’s own handlers give', async () => {
    const guard = (allowed: string): string => `
      session.defaultSession.setPermissionCheckHandler((_c, permission, origin) => origin === 'app://langgan/' && ${allowed});
      session.defaultSession.setPermissionRequestHandler((_c, permission, answer) => answer(${allowed}));`;
    const ask = [
      "navigator.permissions.query({ name: 'geolocation' }).then(({ state }) => state)",
      "navigator.permissions.query({ name: 'clipboard-write' }).then(({ state }) => state)",
    ];
    const some = await evaluateAll(ask, guard("permission === 'clipboard-sanitized-write'"));
    expect(some.said).toEqual(['denied', 'granted']);
    const none = await evaluateAll(ask, guard('false'));
    expect(none.said).toEqual(['denied', 'denied']);
    const all = await evaluateAll(ask);
    expect(all.said).toEqual(['granted', 'granted']);
  });

  test('keeps what it has stored for the next start, also when the host was killed in between', async () => {
    const main = (expression: string): string => `${privilege}${evaluating}
      app.whenReady().then(async () => {
        serve('<!doctype html>');
        const window = await openWindow();
        say(await evaluate(window, ${JSON.stringify(expression)}));
        app.on('second-instance', () => app.quit());
      });
      app.requestSingleInstanceLock();`;
    const first = new HostRun({
      main: main("localStorage.setItem('a', 'kept')"),
      isUnderTest: true,
    });
    await first.until(1);
    first.child.stdin?.end();
    await first.end();
    const read = main("localStorage.getItem('a')");
    for (let start = 0; start < 2; start += 1) {
      const next = new HostRun({ main: read, folder: first.folder });
      expect(await next.until(1)).toEqual(['kept']);
      next.child.kill('SIGKILL');
    }
  });
});
