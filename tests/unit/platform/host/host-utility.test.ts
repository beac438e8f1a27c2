import { expect, test } from 'vitest';
import { nodeArguments } from '#build/chromium-host/utility-process.ts';
import { HostRun, runInHost } from '#tests/support/app/host-app.ts';

const fork = `
  const fork = (name, options = {}) => {
    const child = electron.utilityProcess.fork(import.meta.dirname + '/' + name, ['given'], options);
    child.on('exit', (code) => { say(['exit', code]); app.exit(); });
    return child;
  };`;
const echo = `
  process.parentPort.on('message', ({ data, ports }) => process.parentPort.postMessage({ data, ports }));`;

test('before it is spawned a child has no pid and is not killed, but what it is sent waits for it', async () => {
  const { said } = await runInHost({
    main: `${fork}
      app.whenReady().then(() => {
        const child = fork('echo.mjs');
        child.postMessage(new Map([['when', new Date(0)], ['much', 12n]]));
        say([child.kill(), child.pid ?? null]);
        child.on('spawn', () => say(['spawn', typeof child.pid]));
        child.on('message', ({ data, ports }) => {
          say([data.get('when').toISOString(), String(data.get('much')), ports]);
          say(child.kill());
        });
        child.on('exit', () => say([child.pid ?? null, child.kill()]));
      });`,
    children: { 'echo.mjs': echo },
  });
  expect(said).toEqual([
    [false, null],
    ['spawn', 'number'],
    ['1970-01-01T00:00:00.000Z', '12', []],
    true,
    ['exit', 0],
    [null, false],
  ]);
});

test('it refuses at once what cannot be cloned, on both sides', async () => {
  const { said } = await runInHost({
    main: `${fork}
      app.whenReady().then(() => {
        const child = fork('refused.mjs');
        try { child.postMessage({ f: () => 1 }); } catch (error) { say(error.message); }
        child.on('message', (message) => { say(message); child.kill(); });
      });`,
    children: {
      'refused.mjs': `
        try { process.parentPort.postMessage({ f: () => 1 }); }
        catch (error) { process.parentPort.postMessage(error.message); }`,
    },
  });
  expect(said).toEqual([
    '() => 1 could not be cloned.',
    '() => 1 could not be cloned.',
    ['exit', 0],
  ]);
});

test('it is no child of Node: a port, no process.send, and messages wait for who listens', async () => {
  const { said } = await runInHost({
    main: `${fork}
      app.whenReady().then(() => {
        const child = fork('late.mjs');
        child.postMessage('early');
        child.on('message', (message) => { say(message); if (message === 'early') child.kill(); });
      });`,
    children: {
      'late.mjs': `
        const port = process.parentPort;
        port.postMessage([typeof process.send, process.argv.slice(2)]);
        const listen = () => port.on('message', ({ data }) => port.postMessage(data));
        // Node's own event says that the message is there.
        process.once('message', () => setImmediate(listen));`,
    },
  });
  expect(said).toEqual([['undefined', ['given']], 'early', ['exit', 0]]);
});

test('a rejection that nobody hears does not end it; what it exits with is said, and so is the signal of another', async () => {
  const { said } = await runInHost({
    main: `${fork}
      app.whenReady().then(() => {
        const child = fork('rejects.mjs');
        child.on('message', (message) => { say(message); process.kill(child.pid, 'SIGKILL'); });
      });`,
    children: {
      'rejects.mjs': `
        Promise.reject(new Error('unheard'));
        setImmediate(() => process.parentPort.postMessage('lives on'));`,
    },
  });
  expect(said).toEqual(['lives on', ['exit', 9]]);
  const exits = await runInHost({
    main: `${fork} app.whenReady().then(() => void fork('exits.mjs'));`,
    children: { 'exits.mjs': 'process.exit(7)' },
  });
  expect(exits.said).toEqual([['exit', 7]]);
});

test('flags of V8 reach it by --js-flags alone, and of Node’s only the debugger’s', () => {
  const always = '--unhandled-rejections=warn-with-error-code';
  expect(nodeArguments(['--max-semi-space-size=16', '--no-warnings'])).toEqual([always]);
  expect(nodeArguments(['--js-flags=--max-semi-space-size=16 --stack-size=900'])).toEqual([
    '--max-semi-space-size=16',
    '--stack-size=900',
    always,
  ]);
  expect(nodeArguments(['--inspect=0'])).toEqual(['--inspect=0', always]);
});

test('it does not outlive a host that was killed', async () => {
  const run = new HostRun({
    main: `${fork}
      app.whenReady().then(() => { const child = fork('echo.mjs'); child.on('spawn', () => say('spawn')); });`,
    children: { 'echo.mjs': echo },
  });
  await run.until(1);
  run.child.kill('SIGKILL');
  // Its output is the host's: that closes only when both are gone.
  expect(await run.end()).toBeNull();
});
