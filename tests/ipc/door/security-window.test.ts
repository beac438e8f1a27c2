import { describe, expect, test } from 'vitest';
import { isSafeLink, openLink } from '#electron/platform/links.ts';
import { createWindowOptions, isOwnAddress } from '#electron/window.ts';
import { isPrevented, recordGuards } from '#tests/support/app/recorded-guards.ts';
import { tellFigure } from '#tests/support/figures.ts';

/** Schemes that reach a program or a file, each as it is and as a filter may miss it. */
const schemes = [
  ...['file:', 'javascript:', 'data:', 'vbscript:', 'http:', 'ftp:', 'smb:', 'ms-msdt:', 'ldap:'],
  ...['search-ms:', 'ms-officecmd:', 'jar:', 'view-source:', 'blob:', 'filesystem:', 'ws:', 'ssh:'],
  ...['app:', 'chrome:', 'devtools:', 'about:', 'intent:', 'steam:', 'x-apple:', 'res:', 'mk:'],
];
const disguises: readonly ((address: string) => string)[] = [
  (address) => address,
  (address) => address.toUpperCase(),
  (address) => ` ${address}`,
  (address) => `${address.slice(0, 3)}\t${address.slice(3)}`,
  (address) => `\u0000${address}`,
  (address) => `https:${address}`,
  (address) => `%20${address}`,
];

const hostileAddresses = [
  ...schemes.flatMap((scheme) => disguises.map((disguise) => disguise(`${scheme}//calc/x`))),
  'file:///etc/passwd',
  'javascript:alert(1)',
  'JaVaScRiPt:alert(1)',
  'java\nscript:alert(1)',
  'data:text/html,<script>1</script>',
  'vbscript:msgbox',
  'http://example.com/',
  'ftp://example.com/',
  'smb://server/share',
  'ms-msdt:/id',
  'search-ms:query=x',
  'app://langgan/index.html',
  'chrome://settings',
  'devtools://devtools/bundled/inspector.html',
  'about:blank',
  'blob:https://example.com/1',
  'https://user:secret@example.com/',
  'https://localhost/',
  'https:\\\\example.com',
  'https://example.com/ &calc.exe',
  'https://example.com/\u0000',
  ' https://example.com/',
  '\\\\server\\share',
  'C:\\Windows\\System32\\calc.exe',
  '/usr/bin/xterm',
  '',
  `https://example.com/${'a'.repeat(3000)}`,
];

describe('the window', () => {
  test('is made with exactly these options', () => {
    expect(createWindowOptions({ preload: '/p.cjs', isDark: false }).webPreferences).toEqual({
      preload: '/p.cjs',
      contextIsolation: true,
      sandbox: true,
      nodeIntegration: false,
      nodeIntegrationInWorker: false,
      nodeIntegrationInSubFrames: false,
      webSecurity: true,
      allowRunningInsecureContent: false,
      experimentalFeatures: false,
      webviewTag: false,
      navigateOnDragDrop: false,
      safeDialogs: true,
      spellcheck: false,
    });
    tellFigure('S5', 'the options of the window are exactly these');
  });
});

describe('the guards', () => {
  test('let a page go nowhere but to itself', () => {
    const { page } = recordGuards();
    const navigate = page.get('will-navigate');
    const elsewhere = [...hostileAddresses, 'https://example.com/', 'app://langgan/other.html'];
    const passed = elsewhere.filter((url) => !isPrevented(navigate, url));
    expect(passed).toEqual(['app://langgan/index.html']);
    expect(isPrevented(navigate, 'app://langgan.evil/index.html')).toBe(true);
    expect(isPrevented(page.get('will-redirect'), 'app://langgan/index.html')).toBe(true);
  });

  test('attach no webview and open no window, but hand a safe link to the system', async () => {
    const { page, open, opened } = recordGuards();
    expect(isPrevented(page.get('will-attach-webview'))).toBe(true);
    expect(hostileAddresses.map(open)).toEqual(hostileAddresses.map(() => ({ action: 'deny' })));
    expect(open('https://wa.me/62811')).toEqual({ action: 'deny' });
    expect(opened).toEqual(['https://wa.me/62811']);
  });

  test('deny every permission but to put a copy on the clipboard from our own page', () => {
    const { session } = recordGuards();
    const own = 'app://langgan';
    const ask = (permission: string, origin: string): unknown[] => {
      const answers: unknown[] = [];
      const details = { requestingUrl: `${origin}/index.html` };
      session.get('request')?.({}, permission, (given: unknown) => answers.push(given), details);
      return [...answers, session.get('check')?.({}, permission, origin)];
    };
    for (const permission of ['media', 'geolocation', 'notifications', 'clipboard-read', 'hid'])
      expect(ask(permission, own)).toEqual([false, false]);
    expect(ask('clipboard-sanitized-write', 'https://example.com')).toEqual([false, false]);
    expect(ask('clipboard-sanitized-write', own)).toEqual([true, true]);
    expect(session.get('device')?.({})).toBe(false);
  });

  test('cancel every request that is not for the app itself', () => {
    const { session } = recordGuards();
    const isCancelled = (url: string): unknown => {
      let cancel: unknown;
      session.get('load')?.({ url }, (answer: { cancel: boolean }) => (cancel = answer.cancel));
      return cancel;
    };
    expect(isCancelled('app://langgan/assets/index.js')).toBe(false);
    const outside = ['https://example.com/', 'http://127.0.0.1/', 'file:///x', 'wss://x.example/'];
    expect(outside.map(isCancelled)).toEqual([true, true, true, true]);
    expect(isOwnAddress('app://langgan.example/')).toBe(false);
  });
});

describe('links', () => {
  test('go out for https, mail and phone', () => {
    const safe = [
      'https://wa.me/6281234567890?text=Halo',
      'https://example.com/a?b=c#d',
      'mailto:toko@example.com?subject=Halo',
      'tel:+6281234567890',
    ];
    expect(safe.filter(isSafeLink)).toEqual(safe);
  });

  test('are refused for everything else, and the system is never asked', async () => {
    const opened: string[] = [];
    const shell = { openExternal: async (url: string) => void opened.push(url) };
    const answers = await Promise.all(hostileAddresses.map((url) => openLink(shell, url)));
    expect(answers).toEqual(hostileAddresses.map(() => 'refused'));
    expect(opened).toEqual([]);
    expect(hostileAddresses.length).toBeGreaterThanOrEqual(200);
    tellFigure('S6', `${hostileAddresses.length} hostile addresses: 0 opened`);
  });
});
