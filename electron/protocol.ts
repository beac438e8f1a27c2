import { readFile } from 'node:fs/promises';
import { extname, join } from 'node:path';
import type { Protocol } from 'electron';

/** Where the window's pages come from: never `file://`, never the network. */
export const appOrigin = 'app://langgan';
/** What the window opens. */
export const startUrl = `${appOrigin}/index.html`;

const contentTypes: Readonly<Record<string, string>> = {
  '.css': 'text/css; charset=utf-8',
  '.html': 'text/html; charset=utf-8',
  '.ico': 'image/x-icon',
  '.js': 'text/javascript; charset=utf-8',
  '.json': 'application/json; charset=utf-8',
  '.png': 'image/png',
  '.svg': 'image/svg+xml',
  '.txt': 'text/plain; charset=utf-8',
  '.webp': 'image/webp',
  '.woff': 'font/woff',
  '.woff2': 'font/woff2',
};

/** The headers of every answer. `nonce` is new for each page load and admits that page's styles. */
export function securityHeaders(nonce: string): Record<string, string> {
  return {
    'Content-Security-Policy': [
      "default-src 'none'",
      "script-src 'self'",
      `style-src 'self' 'nonce-${nonce}'`,
      "img-src 'self' data: blob:",
      "font-src 'self'",
      "connect-src 'self'",
      "form-action 'none'",
      "frame-ancestors 'none'",
      "base-uri 'none'",
      "object-src 'none'",
      "require-trusted-types-for 'script'",
      "trusted-types 'none'",
    ].join('; '),
    'Cross-Origin-Opener-Policy': 'same-origin',
    'Cross-Origin-Resource-Policy': 'same-origin',
    'Referrer-Policy': 'no-referrer',
    'X-Content-Type-Options': 'nosniff',
  };
}

/** The file an address names, as path segments below the root; null for anything out of the ordinary. */
function segmentsOf(address: string): readonly string[] | null {
  let path: string;
  try {
    const url = new URL(address);
    if (url.protocol !== 'app:' || url.host !== 'langgan') return null;
    path = decodeURIComponent(url.pathname);
  } catch {
    return null;
  }
  const segments = path.split('/').slice(1);
  // A list of what is allowed: `..`, hidden files, drive letters and both separators fall out by themselves.
  const isPlain = segments.every((segment) => /^[A-Za-z0-9_-][A-Za-z0-9_.@-]*$/.test(segment));
  return segments.length > 0 && isPlain ? segments : null;
}

function refusal(status: 404 | 405, nonce: string): Response {
  return new Response(null, { status, headers: securityHeaders(nonce) });
}

/**
 * Answers one request of a window out of the built renderer: GET only, plain paths below `root`
 * only, everything else is 404. `__CSP_NONCE__` in a page becomes the nonce of its policy.
 */
export async function protocolHandler(
  request: Pick<Request, 'url' | 'method'>,
  source: { readonly root: string; readonly nonce: string },
): Promise<Response> {
  const { root, nonce } = source;
  if (request.method !== 'GET') return refusal(405, nonce);
  const segments = segmentsOf(request.url);
  if (segments === null) return refusal(404, nonce);
  const path = join(root, ...segments);
  const type = contentTypes[extname(path)];
  if (type === undefined) return refusal(404, nonce);
  let bytes: Buffer;
  try {
    bytes = await readFile(path);
  } catch {
    return refusal(404, nonce);
  }
  const isPage = extname(path) === '.html';
  const body = isPage
    ? bytes.toString('utf8').replaceAll('__CSP_NONCE__', nonce)
    : new Uint8Array(bytes);
  return new Response(body, {
    headers: {
      ...securityHeaders(nonce),
      'Content-Type': type,
      // Built assets carry a hash in their name; a page carries its nonce.
      'Cache-Control': isPage ? 'no-store' : 'public, max-age=31536000, immutable',
    },
  });
}

/** Must run before the app is ready: gives `app://` an origin, and the rights of https. */
export function registerScheme(protocol: Pick<Protocol, 'registerSchemesAsPrivileged'>): void {
  protocol.registerSchemesAsPrivileged([
    {
      scheme: 'app',
      // Compiled once: the next start reads what the engine made of the scripts then.
      privileges: { standard: true, secure: true, supportFetchAPI: true, codeCache: true },
    },
  ]);
}

/** Serves the built renderer below `root`; `nextNonce` gives 16 random bytes or more, as base64. */
export function serveRenderer(
  protocol: Pick<Protocol, 'handle'>,
  root: string,
  nextNonce: () => string,
): void {
  protocol.handle('app', (request) => protocolHandler(request, { root, nonce: nextNonce() }));
}
