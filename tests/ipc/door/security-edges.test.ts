import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { eventChannel, sendEvent } from '#electron/ipc/events.ts';
import { registerIpc } from '#electron/ipc/register.ts';
import { isSafeLink } from '#electron/platform/links.ts';
import { protocolHandler, registerScheme, serveRenderer } from '#electron/protocol.ts';
import { installGuards, isOwnAddress } from '#electron/window.ts';

let root = '';

beforeAll(async () => {
  root = await mkdtemp(join(tmpdir(), 'langgan-edges-'));
  await writeFile(join(root, 'index.html'), '__CSP_NONCE__ and __CSP_NONCE__');
  await writeFile(join(root, 'index.js'), 'export {};');
});

afterAll(() => rm(root, { recursive: true, force: true }));

const always = {
  'content-security-policy': expect.stringContaining("default-src 'none'"),
  'cross-origin-opener-policy': 'same-origin',
  'cross-origin-resource-policy': 'same-origin',
  'referrer-policy': 'no-referrer',
  'x-content-type-options': 'nosniff',
};

describe('what is served', () => {
  test.each([
    ['index.html', { 'content-type': 'text/html; charset=utf-8', 'cache-control': 'no-store' }],
    [
      'index.js',
      {
        'content-type': 'text/javascript; charset=utf-8',
        'cache-control': 'public, max-age=31536000, immutable',
      },
    ],
    ['missing.js', {}],
  ])('of %s carries these headers and no others', async (name, more) => {
    const request = { url: `app://langgan/${name}`, method: 'GET' };
    const { headers } = await protocolHandler(request, { root, nonce: 'N' });
    expect(Object.fromEntries(headers)).toEqual({ ...always, ...more });
  });

  test('has a nonce of its own each time, in every place of the page', async () => {
    type Serve = (request: { url: string; method: string }) => Promise<Response>;
    let serve: Serve = async () => new Response();
    const protocol = { handle: (_scheme: string, given: Serve) => (serve = given) };
    const nonces = ['nonce-1', 'nonce-2', 'nonce-3'];
    const next = () => nonces.shift() ?? '';
    serveRenderer(protocol as unknown as Parameters<typeof serveRenderer>[0], root, next);
    const page = async () => {
      const response = await serve({ url: 'app://langgan/index.html', method: 'GET' });
      const policy = response.headers.get('content-security-policy') ?? '';
      return [await response.text(), policy.match(/nonce-nonce-\d/)?.[0]];
    };
    expect(await page()).toEqual(['nonce-1 and nonce-1', 'nonce-nonce-1']);
    expect(await page()).toEqual(['nonce-2 and nonce-2', 'nonce-nonce-2']);
  });

  test('has an origin and the rights of https, and no right to pass the policy by', () => {
    const registered: unknown[] = [];
    registerScheme({ registerSchemesAsPrivileged: (schemes) => void registered.push(schemes) });
    const privileges = { standard: true, secure: true, supportFetchAPI: true, codeCache: true };
    expect(registered).toEqual([[{ scheme: 'app', privileges }]]);
  });
});

describe('addresses', () => {
  test.each([
    ['app://langgan/index.js', true],
    ['data:image/png;base64,AA', true],
    ['blob:app://langgan/1', true],
    ['blob:https://example.com/1', false],
    ['blob:app://langgan.example/1', false],
    ['app://langgan', false],
  ])('%s may be loaded: %s', (address, isOwn) => {
    expect(isOwnAddress(address)).toBe(isOwn);
  });

  test.each([
    ['https://user@example.com/', false],
    ['https://:secret@example.com/', false],
    [`https://example.com/${'a'.repeat(1980)}`, true],
    [`https://example.com/${'a'.repeat(1981)}`, false],
  ])('%s may go out: %s', (address, isSafe) => {
    expect(isSafeLink(address)).toBe(isSafe);
  });
});

describe('a page', () => {
  type Listener = (...args: unknown[]) => unknown;
  const listeners = new Map<string, Listener>();
  const keep = (name: string) => (listener: Listener) => void listeners.set(name, listener);
  const electron = {
    app: {
      on: (_name: string, created: Listener) =>
        created({}, { on: (name: string, one: Listener) => keep(name)(one), ...page }),
    },
    session: {
      setPermissionRequestHandler: keep('request'),
      setPermissionCheckHandler: keep('check'),
      setDevicePermissionHandler: keep('device'),
      webRequest: { onBeforeRequest: keep('load') },
    },
    shell: { openExternal: async () => undefined },
  };
  const page = { setWindowOpenHandler: () => undefined };

  test.each([
    ['app://langgan/index.html', true],
    ['app://langgan/index.html#/today', true],
    ['app://langgan/index.html?x', false],
    ['app://langgan/index.html.js', false],
  ])('goes to %s: %s', (url, goes) => {
    installGuards(electron as unknown as Parameters<typeof installGuards>[0]);
    let isPrevented = false;
    listeners.get('will-navigate')?.({ preventDefault: () => (isPrevented = true) }, url);
    expect(isPrevented).toBe(!goes);
  });

  test('of another origin has no right of ours, whatever its address holds', () => {
    installGuards(electron as unknown as Parameters<typeof installGuards>[0]);
    const answers: unknown[] = [];
    for (const requestingUrl of ['https://example.com/?app://langgan/', 'app://langgan.example/'])
      listeners.get('request')?.(
        ...[{}, 'clipboard-sanitized-write', (given: unknown) => answers.push(given)],
        { requestingUrl },
      );
    expect(answers).toEqual([false, false]);
  });
});

describe('the channels between window and main', () => {
  test('are those that the preload knows', () => {
    const names: string[] = [];
    const ipcMain = { handle: (name: string) => void names.push(name) };
    registerIpc(ipcMain as unknown as Parameters<typeof registerIpc>[0], {
      isKnownWindow: () => true,
      answer: async () => ({ ok: true, value: null }),
    });
    expect([...names, eventChannel]).toEqual(['langgan:invoke', 'langgan:event']);
  });

  test('tell every window that is open, and pass over one that is closing', () => {
    const told: unknown[] = [];
    const window = (isDestroyed: boolean) => ({
      isDestroyed: () => isDestroyed,
      get webContents() {
        if (isDestroyed) throw new Error('Object has been destroyed');
        return { send: (...given: unknown[]) => void told.push(given) };
      },
    });
    const windows = [window(true), window(false)] as unknown as Parameters<typeof sendEvent>[0];
    const event = { type: 'go', address: '/today' } as const;
    sendEvent(windows, event);
    expect(told).toEqual([['langgan:event', event]]);
  });
});
