import { EventEmitter } from 'node:events';
import { mkdirSync, readdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { BaseWindow, Dialog, Shell } from 'electron';
import { expect, onTestFinished, test, vi } from 'vitest';
import { appArguments } from '#build/app-process.ts';
import { attendElectron } from '#build/attend-electron.ts';
import { readReport } from '#build/chromium-host/test-report.ts';
import { findElectron } from '#build/engine/binary.ts';
import { StallWatch } from '#build/engine/download.ts';
import { Memory } from '#build/engine/memory.ts';
import { readEnding } from '#build/engine/probe.ts';
import { areNamespacesClosed } from '#build/engine/surroundings.ts';
import { root } from '#build/engine.ts';
import { folderOnDisk } from '#tests/support/temp-folder.ts';

type Module = Parameters<typeof attendElectron>[0];

const hour = 60 * 60 * 1000;
const works = { ask: 'works' };
const failure = { why: 'it does not', hasNoDisplay: false };

test('an answer is good for a day, for its own question alone', () => {
  let now = Date.parse('2026-11-22T10:00:00Z');
  const memory = new Memory(join(folderOnDisk(), 'memory'), () => now);
  memory.keep(works, null);
  memory.keep({ ask: 'fails' }, failure);
  const at = '2026-11-22T10:00:00.000Z';
  now += 24 * hour - 1;
  expect(memory.recall(works)).toEqual({ at, failure: null });
  expect(memory.recall({ ask: 'fails' })).toEqual({ at, failure });
  expect(memory.recall({ ask: 'another' })).toBeNull();
  memory.forget(works);
  expect(memory.recall(works)).toBeNull();
  now += 1;
  expect(memory.recall({ ask: 'fails' })).toBeNull();
});

test('answers of tomorrow and torn ones count for nothing, and old ones are cleared away', () => {
  const folder = folderOnDisk();
  let now = Date.parse('2026-11-22T10:00:00Z');
  const memory = new Memory(folder, () => now);
  memory.keep(works, null);
  now -= hour;
  expect(memory.recall(works)).toBeNull();
  const [name = ''] = readdirSync(folder);
  for (const torn of ['', '{"at":"2026', '{"at":"never","failure":null}', '{"at":1}', 'null']) {
    writeFileSync(join(folder, name), torn);
    expect(memory.recall(works)).toBeNull();
  }
  memory.keep({ ask: 'another' }, null);
  expect(readdirSync(folder)).toHaveLength(1);
});

test('a folder that cannot be written is no reason to stop', () => {
  const file = join(folderOnDisk(), 'file');
  writeFileSync(file, '');
  const memory = new Memory(join(file, 'memory'));
  memory.keep(works, null);
  expect(memory.recall(works)).toBeNull();
});

test('a download is slow as long as bytes come, and has stopped when none do', () => {
  const patience = { first: 20, between: 60 };
  const slow = new StallWatch(patience, 500, 0);
  const looks = [
    [500, 19],
    [501, 20],
    [501, 79],
    [502, 80],
    [502, 139],
  ] as const;
  expect(looks.map(([size, now]) => slow.look(size, now))).toEqual([null, null, null, null, null]);
  // The archive has been moved away and is being unpacked: less than there was, but moving.
  expect(slow.look(100, 150)).toBeNull();
  expect(slow.look(100, 209)).toBeNull();
  expect(slow.look(100, 210)).toBe(60);
  const silent = new StallWatch(patience, 500, 0);
  expect(silent.look(500, 20)).toBe(20);
});

const endings = [
  ['Missing X server or $DISPLAY', 'SIGSEGV', 'it cannot reach the display'],
  [
    'ui/aura/env.cc: The platform failed to initialize.  Exiting.',
    1,
    'it cannot reach the display',
  ],
  ['Running as root without --no-sandbox is not supported.', 1, 'it refuses to run as root'],
  [
    'FATAL:zygote_host_impl_linux.cc(126)] No usable sandbox!',
    'SIGTRAP',
    'this system closes user',
  ],
  [
    'x: error while loading shared libraries: libgbm.so.1: cannot',
    127,
    'the library libgbm.so.1 is',
  ],
  ['', 'SIGILL', 'it ended at once with SIGILL'],
  ['', 0, 'it ended at once with code 0'],
] as const;

test.each(endings)('“%s” and %s: %s', (output, how, why) => {
  const code = typeof how === 'number' ? how : null;
  const signal = typeof how === 'number' ? null : how;
  const read = readEnding({ code, signal, output });
  expect(read?.why).toContain(`Electron does not start here: ${why}`);
  expect(read?.hasNoDisplay).toBe(why === 'it cannot reach the display');
});

const kernels = [
  [{ 'kernel/apparmor_restrict_unprivileged_userns': '1' }, true],
  [{ 'kernel/apparmor_restrict_unprivileged_userns': '0' }, false],
  [{ 'kernel/unprivileged_userns_clone': '0' }, true],
  [{ 'user/max_user_namespaces': '0' }, true],
  [{ 'user/max_user_namespaces': '15000', 'kernel/unprivileged_userns_clone': '1' }, false],
  [{}, false],
] as const;

test.each(kernels)('a kernel that says %o closes user namespaces: %s', (settings, isClosed) => {
  const folder = folderOnDisk();
  for (const [name, value] of Object.entries(settings)) {
    const path = join(folder, name);
    mkdirSync(dirname(path), { recursive: true });
    writeFileSync(path, `${value}\n`);
  }
  expect(areNamespacesClosed(folder)).toBe(isClosed);
});

test('Electron that was half unpacked is not there', () => {
  vi.stubEnv('ELECTRON_OVERRIDE_DIST_PATH', '');
  onTestFinished(() => void vi.unstubAllEnvs());
  const folder = folderOnDisk();
  mkdirSync(join(folder, 'dist'));
  writeFileSync(join(folder, 'dist', 'electron'), '');
  expect(findElectron(folder)).toBeNull();
  writeFileSync(join(folder, 'path.txt'), 'electron');
  expect(findElectron(folder)).toBe(join(folder, 'dist', 'electron'));
});

test('Node takes the host by an address, which a path of Windows is not', () => {
  const host = { name: 'host', program: 'chromium', isHeadless: true, why: 'of a test' } as const;
  const [flag, hook = '', main, ...given] = appArguments(host, ['--data=x']);
  expect([flag, given]).toEqual(['--import', ['--data=x']]);
  expect(hook).toMatch(/^file:\/\/\//);
  expect(fileURLToPath(hook)).toMatch(/register\.ts$/);
  expect(main).toMatch(/main\.js$/);
});

test('Electron is told what it needs before it is told the app', () => {
  const electron = { name: 'electron', program: 'electron', flags: ['--no-sandbox'] } as const;
  expect(appArguments(electron, ['--data=x'])).toEqual(['--no-sandbox', root, '--data=x']);
});

/** Main as `attendElectron` meets it: one window is open, another one comes. */
function main() {
  const contents = { open: new EventEmitter(), later: new EventEmitter() };
  const app = new EventEmitter();
  const windows = { getAllWindows: () => [{ webContents: contents.open }] };
  const [shell, dialog] = [{}, {}] as [Shell, Dialog];
  const module = { app, BrowserWindow: windows, dialog, shell } as unknown as Module;
  const said: string[] = [];
  const heard = vi.spyOn(console, 'log').mockImplementation((line) => void said.push(line));
  onTestFinished(() => heard.mockRestore());
  const told = () => said.map(readReport);
  return { app, contents, dialog, module, shell, told };
}

test('what leaves the app in Electron is told, and goes no further', async () => {
  const { app, contents, module, shell, told } = main();
  attendElectron(module, { files: [], downloads: null });
  app.emit('browser-window-created', {}, { webContents: contents.later });
  contents.open.emit('will-navigate', { defaultPrevented: true }, 'https://a.example/');
  contents.open.emit('will-navigate', { defaultPrevented: false }, 'app://langgan/index.html');
  contents.later.emit('will-navigate', { defaultPrevented: true }, 'https://b.example/');
  await shell.openExternal('https://c.example/');
  expect(told()).toEqual([
    { refused: 'https://a.example/' },
    { refused: 'https://b.example/' },
    { opened: 'https://c.example/' },
  ]);
});

test('dialogs in Electron are answered as a person would', async () => {
  const { dialog, module } = main();
  const [inWindow, options] = [{} as BaseWindow, { defaultPath: '/home/siti/Unduhan/a.csv' }];
  attendElectron(module, { files: ['/x.csv'], downloads: '/test' });
  expect(await dialog.showOpenDialog({})).toEqual({ canceled: false, filePaths: ['/x.csv'] });
  const saved = { canceled: false, filePath: '/test/a.csv' };
  expect(await dialog.showSaveDialog(options)).toEqual(saved);
  expect(await dialog.showSaveDialog(inWindow, options)).toEqual(saved);
  attendElectron(module, { files: [], downloads: null });
  expect(await dialog.showOpenDialog({})).toEqual({ canceled: true, filePaths: [] });
});

test('it carries nothing along that main does not have', () => {
  const alone = new Function(`return ${attendElectron.toString()}`)() as typeof attendElectron;
  const { module, shell, told } = main();
  alone(module, { files: [], downloads: null });
  void shell.openExternal('https://c.example/');
  expect(told()).toEqual([{ opened: 'https://c.example/' }]);
});
