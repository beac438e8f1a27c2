import { spawn } from 'node:child_process';
import { createHash } from 'node:crypto';
import { once } from 'node:events';
import { cpSync, existsSync, mkdirSync, readdirSync, symlinkSync, writeFileSync } from 'node:fs';
import { createServer, type RequestListener } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { buffer } from 'node:stream/consumers';
import { fileURLToPath } from 'node:url';
import { beforeEach, expect, onTestFinished, test, vi } from 'vitest';
import { ZipFile } from 'yazl';
import { electronVersion, findElectron } from '#build/engine/binary.ts';
import { downloadElectron } from '#build/engine/download.ts';
import { type Search, seekElectron } from '#build/engine/electron.ts';
import { Memory } from '#build/engine/memory.ts';
import { electronFlags } from '#build/engine/surroundings.ts';
import { root } from '#build/engine.ts';
import { writePretendElectron } from '#tests/support/app/pretend-machine.ts';
import { folderOnDisk } from '#tests/support/temp-folder.ts';

const minute = 60_000;
const day = 24 * 60 * minute;
const patient = { first: 10 * minute, between: 10 * minute };
const silent = (): void => undefined;
const realPackage = join(root, 'node_modules', 'electron');
const version = electronVersion(realPackage);
const archive = `electron-v${version}-${process.platform}-${process.arch}.zip`;
const program = process.platform === 'win32' ? 'electron.exe' : 'electron';

/** A release of a few bytes: the pretended binary and something that takes its time to come. */
async function zipRelease(folder: string): Promise<Buffer> {
  const binary = join(folder, 'binary');
  writePretendElectron(binary, { PRETEND_LOG: join(folder, 'log'), PRETEND_UID: '0' });
  const zip = new ZipFile();
  zip.addFile(binary, program, { mode: 0o100755 });
  zip.addBuffer(Buffer.from(version), 'version');
  zip.addBuffer(Buffer.alloc(12_000_000), 'resources.pak', { compress: false });
  zip.end();
  return buffer(zip.outputStream as NodeJS.ReadableStream);
}

/** Electron's own installer in a package of the test's own, which trusts this archive alone. */
function unpackedPackage(folder: string, zip: Buffer): string {
  const modules = join(folder, 'node_modules');
  const own = join(modules, 'electron');
  mkdirSync(own, { recursive: true });
  for (const name of ['install.js', 'package.json'])
    cpSync(join(realPackage, name), join(own, name));
  const hash = createHash('sha256').update(zip).digest('hex');
  writeFileSync(join(own, 'checksums.json'), JSON.stringify({ [archive]: hash }));
  for (const name of ['@electron', '@electron-internal']) {
    symlinkSync(join(root, 'node_modules', name), join(modules, name), 'junction');
  }
  return own;
}

let folder = '';
let zip: Buffer = Buffer.alloc(0);
let electron = '';

// The program in the archive is a script called as Linux calls Electron, and root is told apart by its number.
const isLinux = process.platform === 'linux';
const onLinux = test.skipIf(!isLinux);

beforeEach(async () => {
  if (!isLinux) return;
  folder = folderOnDisk();
  zip = await zipRelease(folder);
  electron = unpackedPackage(folder, zip);
  const temporary = join(folder, 'tmp');
  mkdirSync(temporary);
  vi.stubEnv('TMPDIR', temporary);
  vi.stubEnv('TEMP', temporary);
  vi.stubEnv('TMP', temporary);
  vi.stubEnv('electron_config_cache', join(folder, 'cache'));
  vi.stubEnv('ELECTRON_OVERRIDE_DIST_PATH', '');
  // The sandbox of the machine these tests run on must not decide what they see.
  vi.spyOn(process, 'getuid').mockReturnValue(0);
  vi.stubEnv('DISPLAY', ':0');
  onTestFinished(() => {
    vi.unstubAllEnvs();
    vi.restoreAllMocks();
  });
});

/** Serves the installer instead of the releases of the Electron project. */
async function serve(answer: RequestListener): Promise<void> {
  const server = createServer(answer).listen(0, '127.0.0.1');
  await once(server, 'listening');
  onTestFinished(() => {
    server.closeAllConnections();
    server.close();
  });
  const { port } = server.address() as AddressInfo;
  vi.stubEnv('npm_config_electron_mirror', `http://127.0.0.1:${port}/`);
}

function search(now: () => number, say = silent as Search['say']): Search {
  return {
    folder: electron,
    memory: new Memory(join(folder, 'memory'), now),
    isForced: false,
    say,
  };
}

onLinux('what has been fetched is unpacked, started, and taken', async () => {
  const said: string[] = [];
  let sendTheRest = silent;
  await serve((_request, response) => {
    response.writeHead(200, { 'content-length': zip.length });
    response.write(zip.subarray(0, 11_000_000));
    sendTheRest = () => response.end(zip.subarray(11_000_000));
  });
  const say = (line: string): void => {
    said.push(line);
    if (line.includes('so far')) sendTheRest();
  };
  const found = await seekElectron(search(Date.now, say));
  const path = join(electron, 'dist', program);
  expect(found).toEqual({ name: 'electron', program: path, flags: electronFlags() });
  expect(said[0]).toBe(`Fetching Electron ${version}, once (more than 100 MB; Ctrl+C ends it).`);
  expect(said[1]).toMatch(/^1[01] MB of Electron so far\.$/);
  expect(readdirSync(join(folder, 'tmp'))).toEqual([]);
});

onLinux('bytes that are not those of the release are refused, whatever they are', async () => {
  await serve((_request, response) => response.end(Buffer.concat([zip, Buffer.from('!')])));
  expect(await downloadElectron(electron, silent, patient)).toMatch(/checksum/i);
  expect(findElectron(electron)).toBeNull();
});

onLinux('a failure is remembered for a day, and no longer', async () => {
  let asked = 0;
  await serve((_request, response) => {
    asked += 1;
    response.writeHead(503).end();
  });
  let now = Date.parse('2026-11-22T10:30:00Z');
  const seek = () => seekElectron(search(() => now));
  const why = `Electron ${version} could not be fetched (Response code 503`;
  expect(await seek()).toMatchObject({ why: expect.stringContaining(why), hasNoDisplay: false });
  now += day - 1;
  expect(await seek()).toMatchObject({
    why: expect.stringMatching(
      /\(Response code 503 .*, tried 2026-11-22 10:30 UTC and again a day/,
    ),
  });
  expect(asked).toBe(1);
  now += 1;
  await seek();
  expect(asked).toBe(2);
});

onLinux('where the kernel would end it, it is not even fetched', async () => {
  let asked = 0;
  await serve((_request, response) => {
    asked += 1;
    response.writeHead(503).end();
  });
  vi.spyOn(process, 'getuid').mockReturnValue(1000);
  const settings = join(folder, 'sys');
  mkdirSync(join(settings, 'kernel'), { recursive: true });
  writeFileSync(join(settings, 'kernel', 'apparmor_restrict_unprivileged_userns'), '1\n');
  expect(await seekElectron({ ...search(Date.now), settings })).toEqual({
    why: 'this system closes user namespaces, without which Electron does not start',
    hasNoDisplay: false,
  });
  expect(asked).toBe(0);
});

onLinux('by force it is tried again at once', async () => {
  let asked = 0;
  await serve((_request, response) => {
    asked += 1;
    response.writeHead(503).end();
  });
  for (let time = 0; time < 2; time += 1) {
    await seekElectron({ ...search(Date.now), isForced: true });
  }
  expect(asked).toBe(2);
});

onLinux('no way out at all fails without waiting for anything', async () => {
  await serve(silent);
  vi.stubEnv('npm_config_electron_mirror', 'http://127.0.0.1:1/');
  expect(await downloadElectron(electron, silent, patient)).toBe('fetch failed');
});

onLinux('a server that never sends a first byte is left', async () => {
  await serve(silent);
  const given = { ...patient, first: 300 };
  expect(await downloadElectron(electron, silent, given)).toMatch(/^nothing came for \d+ s$/);
});

onLinux('a server that stops half-way is left, and its half does not count', async () => {
  await serve((_request, response) => {
    response.writeHead(200, { 'content-length': zip.length });
    response.write(zip.subarray(0, 1_000_000));
  });
  const given = { ...patient, between: 300 };
  expect(await downloadElectron(electron, silent, given)).toMatch(/^nothing came for \d+ s$/);
  expect(findElectron(electron)).toBeNull();
  expect(readdirSync(join(folder, 'tmp'))).toEqual([]);
});

onLinux('Ctrl+C ends it, and nothing is remembered', async () => {
  const memory = join(folder, 'memory');
  const script = fileURLToPath(new URL('../../support/seek-once.ts', import.meta.url));
  const installerGone = Promise.withResolvers<void>();
  await serve((request, response) => {
    response.writeHead(200, { 'content-length': zip.length });
    response.write(zip.subarray(0, 1_000_000));
    request.socket.once('close', () => installerGone.resolve());
    child.kill('SIGINT');
  });
  const child = spawn(process.execPath, [script, electron, memory], { stdio: 'ignore' });
  expect(await once(child, 'exit')).toEqual([130, null]);
  await installerGone.promise;
  expect(existsSync(memory)).toBe(false);
  expect(readdirSync(join(folder, 'tmp'))).toEqual([]);
});
