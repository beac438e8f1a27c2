import { installGuards } from '#electron/window.ts';

type Listener = (...args: unknown[]) => unknown;

/** What the app's guards put on an app, a session and a page that only write it down. */
export function recordGuards() {
  const page = new Map<string, Listener>();
  const session = new Map<string, Listener>();
  const opened: string[] = [];
  let created: Listener = () => undefined;
  let openHandler: Listener = () => undefined;
  const keep = (name: string) => (listener: Listener) => void session.set(name, listener);
  const electron = {
    app: { on: (_name: string, listener: Listener) => (created = listener) },
    session: {
      setPermissionRequestHandler: keep('request'),
      setPermissionCheckHandler: keep('check'),
      setDevicePermissionHandler: keep('device'),
      webRequest: { onBeforeRequest: keep('load') },
    },
    shell: { openExternal: async (url: string) => void opened.push(url) },
  };
  installGuards(electron as unknown as Parameters<typeof installGuards>[0]);
  created(
    {},
    {
      on: (name: string, listener: Listener) => page.set(name, listener),
      setWindowOpenHandler: (handler: Listener) => (openHandler = handler),
    },
  );
  return { page, session, opened, open: (url: string) => openHandler({ url }) };
}

/** True when a listener keeps from happening what it is told of. */
export function isPrevented(listener: Listener | undefined, ...args: unknown[]): boolean {
  let prevented = false;
  listener?.({ preventDefault: () => (prevented = true) }, ...args);
  return prevented;
}
