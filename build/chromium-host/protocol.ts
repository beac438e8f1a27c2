import type { CustomScheme, Protocol } from 'electron';
import { isReady, requireReady } from './readiness.ts';

type Handler = (request: Request) => Response | Promise<Response>;
type Privileges = NonNullable<CustomScheme['privileges']>;

const handlers = new Map<string, Handler>();
const privileged = new Map<string, Privileges>();

export const protocol = {
  registerSchemesAsPrivileged: (schemes: readonly CustomScheme[]) => {
    if (isReady())
      throw new Error('protocol.registerSchemesAsPrivileged should be called before app is ready');
    for (const { scheme, privileges = {} } of schemes) privileged.set(scheme, privileges);
  },
  handle: (scheme: string, handler: Handler) => {
    requireReady('Session can only be received when app is ready');
    if (handlers.has(scheme)) throw new Error(`Failed to register protocol: ${scheme}`);
    const { standard, secure } = privileged.get(scheme) ?? {};
    // Electron would serve it, as pages without an origin or a secure context: the stand-in's https has both.
    if (standard !== true || secure !== true)
      throw new Error(`the Chromium host serves ${scheme}: only as a standard and secure scheme`);
    handlers.set(scheme, handler);
  },
} satisfies Pick<Protocol, 'registerSchemesAsPrivileged'> & {
  handle: (scheme: string, handler: Handler) => void;
};

/** Whether a page may ask for this in this way: `fetch` is a privilege of its own. */
export function mayAsk(url: string, resourceType: string): boolean {
  const isFetch = resourceType === 'Fetch' || resourceType === 'XHR';
  const { supportFetchAPI } = privileged.get(new URL(url).protocol.slice(0, -1)) ?? {};
  return !isFetch || supportFetchAPI === true;
}

/** What the app's own protocol handler answers. */
export async function answerRequest(url: string, method: string): Promise<Response> {
  const handler = handlers.get(new URL(url).protocol.slice(0, -1));
  if (handler === undefined) return new Response(null, { status: 404 });
  return handler(new Request(url, { method }));
}
