import type { Protocol } from 'electron';

type Handler = (request: Request) => Response | Promise<Response>;

const handlers = new Map<string, Handler>();

export const protocol = {
  // Chromium gives the stand-in's https origin every right of its own.
  registerSchemesAsPrivileged: () => undefined,
  handle: (scheme: string, handler: Handler) => {
    handlers.set(scheme, handler);
  },
} satisfies Pick<Protocol, 'registerSchemesAsPrivileged'> & {
  handle: (scheme: string, handler: Handler) => void;
};

/** What the app's own protocol handler answers. */
export async function answerRequest(url: string, method: string): Promise<Response> {
  const handler = handlers.get(new URL(url).protocol.slice(0, -1));
  if (handler === undefined) return new Response(null, { status: 404 });
  return handler(new Request(url, { method }));
}
