import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { FuseV1Options } from '@electron/fuses';
import { expect, test, vi } from 'vitest';
import { sourceFiles } from '#build/checks/source-files.ts';
import { root } from '#build/engine.ts';
import { plannedFuses } from '#build/package/fuses.ts';
import { registerIpc } from '#electron/ipc/register.ts';
import { openLink } from '#electron/platform/links.ts';
import { protocolHandler, registerScheme, securityHeaders, startUrl } from '#electron/protocol.ts';
import { createWindowOptions } from '#electron/window.ts';
import { isPrevented, recordGuards } from '#tests/support/app/recorded-guards.ts';

/**
 * The twenty points of Electron's own list (its documentation, “Security”), in its order and each by its
 * name, held against what the app really does. The long probes are in tests/ipc/door/security-*.test.ts.
 */
const { webPreferences } = createWindowOptions({ preload: '/preload.cjs', isDark: false });

/** Sources of the program itself that hold a text. */
const own = sourceFiles(root).filter(({ path }) => /^(electron|renderer)\//.test(path));
const index = readFileSync(join(root, 'renderer', 'index.html'), 'utf8');
const holding = (text: RegExp) =>
  own
    .filter((file) => text.test(file.text.replaceAll(/^\s*(\/\/|\*|\/\*\*).*$/gm, '')))
    .map(({ path }) => path);

const read = (...path: string[]) => readFileSync(join(root, ...path), 'utf8');
const json = <T>(path: string) => JSON.parse(read(path)) as T;

test('1. Only load secure content: the first page is ours, and what is not is never asked for', () => {
  expect(startUrl).toBe('app://langgan/index.html');
  expect(index).not.toMatch(/https?:|\/\/[a-z]/i);
  const { session } = recordGuards();
  const isCancelled = (url: string) => {
    const answers: unknown[] = [];
    session.get('load')?.({ url }, (answer: unknown) => answers.push(answer));
    return answers;
  };
  expect(isCancelled('https://example.com/a.js')).toEqual([{ cancel: true }]);
  expect(isCancelled(startUrl)).toEqual([{ cancel: false }]);
});

test('2. Do not enable Node.js integration for remote content', () => {
  expect(webPreferences).toMatchObject({
    nodeIntegration: false,
    nodeIntegrationInWorker: false,
    nodeIntegrationInSubFrames: false,
  });
});

test('3. Enable context isolation in all renderers', () => {
  expect(webPreferences?.contextIsolation).toBe(true);
  // One window, made in one place, from these options.
  expect(holding(/new BrowserWindow\(/)).toEqual(['electron/platform/main-window.ts']);
  expect(holding(/new (BrowserView|WebContentsView|BaseWindow)\(/)).toEqual([]);
  expect(read('electron', 'platform', 'main-window.ts')).toContain(
    'new BrowserWindow(createWindowOptions(',
  );
});

test('4. Enable process sandboxing', () => {
  expect(webPreferences?.sandbox).toBe(true);
  expect(holding(/no-sandbox|disable-setuid-sandbox/)).toEqual([]);
});

test('5. Handle session permission requests from remote content', () => {
  const { session } = recordGuards();
  const answers: unknown[] = [];
  const details = { requestingUrl: startUrl };
  const keep = (given: unknown) => void answers.push(given);
  for (const permission of ['media', 'geolocation', 'openExternal', 'fullscreen', 'unknown'])
    session.get('request')?.({}, permission, keep, details);
  expect(answers).toEqual([false, false, false, false, false]);
});

test('6. Do not disable webSecurity', () => {
  expect(webPreferences?.webSecurity).toBe(true);
  expect(holding(/disable-web-security|bypassCSP/)).toEqual([]);
});

test('7. Define a Content-Security-Policy', async () => {
  const policy = securityHeaders('n')['Content-Security-Policy'] ?? '';
  expect(policy).toMatch(/^default-src 'none'; script-src 'self'; /);
  expect(policy).not.toMatch(/unsafe|https?:|\*/);
  const answer = await protocolHandler(
    { url: startUrl, method: 'GET' },
    { root: join(root, 'renderer'), nonce: 'n' },
  );
  expect(answer.headers.get('content-security-policy')).toBe(policy);
});

test('8. Do not set allowRunningInsecureContent to true', () => {
  expect(webPreferences?.allowRunningInsecureContent).toBe(false);
});

test('9. Do not enable experimental features', () => {
  expect(webPreferences?.experimentalFeatures).toBe(false);
  expect(holding(/enable-experimental|appendSwitch/)).toEqual([]);
});

test('10. Do not use enableBlinkFeatures', () => {
  expect(webPreferences).not.toHaveProperty('enableBlinkFeatures');
  expect(holding(/enableBlinkFeatures|enable-blink-features/)).toEqual([]);
});

test('11. Do not use allowpopups for WebViews: there is none', () => {
  expect(webPreferences?.webviewTag).toBe(false);
  expect(holding(/<webview|allowpopups/)).toEqual([]);
});

test('12. Verify WebView options before creation: none is created', () => {
  expect(isPrevented(recordGuards().page.get('will-attach-webview'), {}, {})).toBe(true);
});

test('13. Disable or limit navigation', () => {
  const { page } = recordGuards();
  const navigate = page.get('will-navigate');
  expect(isPrevented(navigate, 'https://example.com/')).toBe(true);
  expect(isPrevented(navigate, `${startUrl}#/today`)).toBe(false);
  expect(isPrevented(page.get('will-redirect'), startUrl)).toBe(true);
});

test('14. Disable or limit creation of new windows', () => {
  const { open } = recordGuards();
  expect(['https://example.com/', startUrl, 'about:blank'].map(open)).toEqual(
    Array.from({ length: 3 }, () => ({ action: 'deny' })),
  );
});

test('15. Do not use shell.openExternal with untrusted content', async () => {
  const asked: string[] = [];
  const shell = { openExternal: async (url: string) => void asked.push(url) };
  for (const url of ['file:///bin/sh', 'ms-msdt:/id', 'smb://server/share', 'http://example.com'])
    expect(await openLink(shell, url)).toBe('refused');
  expect(asked).toEqual([]);
  expect(holding(/\.openExternal\(/)).toEqual(['electron/platform/links.ts']);
});

test('16. Use a current version of Electron: one that is named exactly, and no other', () => {
  const { devDependencies } = json<{ devDependencies: Record<string, string> }>('package.json');
  const named = devDependencies['electron'] ?? '';
  expect(named).toMatch(/^\d+\.\d+\.\d+$/);
  const installed = join(root, 'node_modules', 'electron', 'package.json');
  if (existsSync(installed))
    expect(JSON.parse(readFileSync(installed, 'utf8')).version).toBe(named);
  type Lock = { packages: Record<string, { version: string }> };
  const locked = json<Lock>('package-lock.json').packages;
  expect(locked['node_modules/electron']?.version).toBe(named);
  expect(read('electron-builder.yml')).not.toMatch(/^electron(Version|Dist):/m);
});

test('17. Validate the sender of all IPC messages', async () => {
  type Handler = (event: unknown, ...args: unknown[]) => Promise<unknown>;
  const handlers: Handler[] = [];
  const ipcMain = { handle: (_channel: string, handler: Handler) => void handlers.push(handler) };
  const answer = vi.fn(async () => ({ ok: true as const, value: null }));
  registerIpc(ipcMain as unknown as Parameters<typeof registerIpc>[0], {
    isKnownWindow: () => true,
    answer,
  });
  const stranger = {
    sender: { id: 1 },
    senderFrame: { origin: 'https://example.com', parent: null },
  };
  for (const handler of handlers)
    await expect(handler(stranger, 'settings.get', {}, 'c')).rejects.toThrow('rejected');
  expect([handlers.length, answer.mock.calls.length]).toEqual([1, 0]);
  // And there is no other way in.
  expect(holding(/\bipcMain\.(on|once|handleOnce)\(/)).toEqual([]);
  expect(holding(/\.handle\(\s*invokeChannel/)).toEqual(['electron/ipc/register.ts']);
});

test('18. Avoid usage of the file:// protocol and prefer usage of custom protocols', () => {
  const schemes: unknown[] = [];
  registerScheme({ registerSchemesAsPrivileged: (all) => void schemes.push(...all) });
  expect(schemes).toEqual([
    {
      scheme: 'app',
      privileges: { standard: true, secure: true, supportFetchAPI: true, codeCache: true },
    },
  ]);
  expect(holding(/\.loadFile\(|registerFileProtocol|interceptFileProtocol/)).toEqual([]);
});

test('19. Check which fuses you can change: each is settled, and packed as planned', () => {
  const all = Object.values(FuseV1Options).filter((one) => typeof one === 'number');
  expect(plannedFuses.map(({ fuse }) => fuse).sort()).toEqual([...all].sort());
  const yml = read('electron-builder.yml');
  const packed = plannedFuses.map(({ fuse }) => {
    const name = String(FuseV1Options[fuse]).replace(/^./, (first) => first.toLowerCase());
    return [name, new RegExp(`^  ${name}: (true|false)$`, 'm').exec(yml)?.[1]];
  });
  expect(Object.fromEntries(packed)).toEqual({
    runAsNode: 'false',
    enableCookieEncryption: 'false',
    enableNodeOptionsEnvironmentVariable: 'false',
    enableNodeCliInspectArguments: 'false',
    enableEmbeddedAsarIntegrityValidation: 'true',
    onlyLoadAppFromAsar: 'true',
    loadBrowserProcessSpecificV8Snapshot: 'false',
    grantFileProtocolExtraPrivileges: 'false',
  });
  expect(plannedFuses.map(({ isOn }) => String(isOn))).toEqual(packed.map(([, value]) => value));
});

test('19, after that: macOS is given a signature of its own again, and no file opens the app', () => {
  const yml = read('electron-builder.yml');
  // Turning a fuse breaks the signature that Apple Silicon asks of every program.
  expect(yml).toMatch(/^ {2}resetAdHocDarwinSignature: true$/m);
  expect(yml).not.toMatch(/fileAssociations|^ *protocols:/m);
});

test('20. Do not expose Electron APIs to untrusted web content: the page gets two functions', async () => {
  const exposed: Record<string, Record<string, (...args: unknown[]) => unknown>> = {};
  const listeners: ((event: unknown, told: unknown) => void)[] = [];
  const asked: unknown[] = [];
  vi.doMock('electron', () => ({
    contextBridge: { exposeInMainWorld: (name: string, api: never) => (exposed[name] = api) },
    ipcRenderer: {
      invoke: async (...args: unknown[]) => void asked.push(args),
      on: (_name: string, listener: never) => void listeners.push(listener),
      removeListener: () => undefined,
    },
  }));
  await import('#electron/preload.ts');
  vi.doUnmock('electron');
  const api = exposed['langgan'] ?? {};
  expect([Object.keys(exposed), Object.keys(api)]).toEqual([['langgan'], ['invoke', 'subscribe']]);
  await api['invoke']?.('settings.get', {}, 'c');
  expect(asked).toEqual([['langgan:invoke', 'settings.get', {}, 'c']]);
  const told: unknown[] = [];
  api['subscribe']?.((...given: unknown[]) => void told.push(given));
  // Electron's own event, which leads back to the sender, is not handed on.
  listeners[0]?.({ sender: 'all of ipcRenderer' }, { type: 'go', address: '/today' });
  expect(told).toEqual([[{ type: 'go', address: '/today' }]]);
});
