import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { protocolHandler, securityHeaders } from '#electron/protocol.ts';
import { tellFigure } from '#tests/support/figures.ts';

let folder = '';
let root = '';

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'langgan-protocol-'));
  root = join(folder, 'renderer');
  await mkdir(join(root, 'assets'), { recursive: true });
  await writeFile(join(root, 'index.html'), '<meta name="csp-nonce" content="__CSP_NONCE__">');
  await writeFile(join(root, 'assets', 'index-a1.js'), 'export {};');
  await writeFile(join(root, 'assets', 'lato.woff2'), 'font');
  await writeFile(join(root, '.env'), 'secret');
  await writeFile(join(root, 'program.exe'), 'secret');
  await writeFile(join(folder, 'secret.txt'), 'secret');
  await writeFile(join(folder, 'secret.js'), 'secret');
});

afterAll(() => rm(folder, { recursive: true, force: true }));

function ask(url: string, method = 'GET', nonce = 'bm9uY2U='): Promise<Response> {
  return protocolHandler({ url, method }, { root, nonce });
}

describe('app://langgan', () => {
  test('serves a page with its policy, its nonce and its type', async () => {
    const response = await ask('app://langgan/index.html');
    expect(response.status).toBe(200);
    expect(response.headers.get('content-type')).toBe('text/html; charset=utf-8');
    expect(response.headers.get('content-security-policy')).toContain("'nonce-bm9uY2U='");
    expect(await response.text()).toBe('<meta name="csp-nonce" content="bm9uY2U=">');
  });

  test('serves scripts and fonts as what they are', async () => {
    const types = await Promise.all(
      ['assets/index-a1.js', 'assets/lato.woff2'].map(async (path) =>
        (await ask(`app://langgan/${path}`)).headers.get('content-type'),
      ),
    );
    expect(types).toEqual(['text/javascript; charset=utf-8', 'font/woff2']);
  });

  test('answers nothing but GET', async () => {
    const methods = ['POST', 'PUT', 'DELETE', 'HEAD', 'OPTIONS', 'PATCH', 'get'];
    const answers = await Promise.all(methods.map((one) => ask('app://langgan/index.html', one)));
    expect(answers.map((one) => one.status)).toEqual(methods.map(() => 405));
  });

  test('knows no other host, no other scheme, no hidden file and no unknown type', async () => {
    const addresses = [
      'app://other/index.html',
      'app://langgan.evil/index.html',
      'app://langgan:1/index.html',
      'https://langgan/index.html',
      'file:///etc/passwd',
      'app://langgan/',
      'app://langgan',
      'app://langgan/.env',
      'app://langgan/program.exe',
      'app://langgan/assets',
      'app://langgan/missing.js',
      'nonsense',
    ];
    const answers = await Promise.all(addresses.map((one) => ask(one)));
    expect(answers.map((one) => one.status)).toEqual(addresses.map(() => 404));
  });

  test('gives nothing that lies outside its folder, however the way there is written', async () => {
    const up = ['..', '%2e%2e', '.%2e', '%2E.', '..;', '....', '%252e%252e', '..%00', '．．'];
    const between = ['/', '\\', '%2f', '%5c', '//', '%2F..%2F', '/./', '%c0%af'];
    const files = ['secret.txt', 'secret.js', 'renderer/../secret.js', 'etc/passwd', 'C:/x.js'];
    const paths = up.flatMap((dots) =>
      between.flatMap((slash) =>
        files.flatMap((file) => [
          `${dots}${slash}${file}`,
          `assets/${dots}${slash}${dots}${slash}${file}`,
        ]),
      ),
    );
    expect(paths.length).toBeGreaterThan(300);
    const answers = await Promise.all(paths.map((path) => ask(`app://langgan/${path}`)));
    expect([...new Set(answers.map((one) => one.status))]).toEqual([404]);
    // The control: what lies inside is given, by the same question.
    expect((await ask('app://langgan/assets/index-a1.js')).status).toBe(200);
    tellFigure('S7', `${paths.length} paths that lead outside: 0 answered`);
  });

  test('never answers with a file from outside, whatever the address', async () => {
    await fc.assert(
      fc.asyncProperty(fc.string({ unit: 'binary', maxLength: 60 }), async (path) => {
        const response = await ask(`app://langgan/${path}`);
        expect(await response.text()).not.toContain('secret');
      }),
    );
  });

  test('carries the policy on its refusals too', async () => {
    const response = await ask('app://langgan/missing.js');
    expect(response.headers.get('content-security-policy')).toContain("default-src 'none'");
  });
});

describe('the content security policy', () => {
  test('is exactly this one', () => {
    expect(securityHeaders('N')['Content-Security-Policy']).toBe(
      "default-src 'none'; script-src 'self'; style-src 'self' 'nonce-N'; " +
        "img-src 'self' data: blob:; font-src 'self'; connect-src 'self'; form-action 'none'; " +
        "frame-ancestors 'none'; base-uri 'none'; object-src 'none'; " +
        "require-trusted-types-for 'script'; trusted-types 'none'",
    );
  });
});
