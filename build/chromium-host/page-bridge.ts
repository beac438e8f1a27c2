/** What the page and the host say to each other, as JSON. */
export type FromPage =
  | { readonly kind: 'ready' }
  | {
      readonly kind: 'invoke';
      readonly id: string;
      readonly channel: string;
      readonly args: unknown[];
    }
  | { readonly kind: 'accelerator'; readonly accelerator: string };
export type ToPage =
  | {
      readonly kind: 'answer';
      readonly id: string;
      readonly value?: unknown;
      readonly error?: string;
    }
  | { readonly kind: 'event'; readonly channel: string; readonly args: unknown[] };

interface Setup {
  readonly binding: string;
  readonly deliver: string;
  readonly origin: string;
  readonly accelerators: readonly string[];
}

type PreloadBody = (require: (name: string) => unknown, module: object, exports: object) => void;

/** Runs inside the page, before its scripts: must stand alone, nothing from this file is there. */
function installBridge(setup: Setup, preload: PreloadBody): void {
  if (window !== window.top || location.origin !== setup.origin) return;
  const scope = globalThis as unknown as Record<string, unknown>;
  const post = scope[setup.binding] as (text: string) => void;
  delete scope[setup.binding];
  const say = (message: FromPage): void => post(JSON.stringify(message));
  // Answers to the page before a reload come late: a page's own name keeps them from this one.
  const pageName = crypto.randomUUID();
  const waiting = new Map<string, [(value: unknown) => void, (error: Error) => void]>();
  const listeners = new Map<string, Set<(...args: unknown[]) => void>>();
  let lastId = 0;

  scope[setup.deliver] = (text: string): void => {
    const message = JSON.parse(text) as ToPage;
    if (message.kind === 'event') {
      for (const listener of listeners.get(message.channel) ?? []) listener({}, ...message.args);
      return;
    }
    const [resolve, reject] = waiting.get(message.id) ?? [];
    waiting.delete(message.id);
    if (message.error === undefined) resolve?.(message.value);
    else reject?.(new Error(message.error));
  };

  const ipcRenderer = {
    invoke: (channel: string, ...args: unknown[]) =>
      new Promise((resolve, reject) => {
        lastId += 1;
        const id = `${pageName} ${lastId}`;
        waiting.set(id, [resolve, reject]);
        say({ kind: 'invoke', id, channel, args });
      }),
    on: (channel: string, listener: (...args: unknown[]) => void) => {
      const known = listeners.get(channel) ?? new Set();
      listeners.set(channel, known.add(listener));
    },
    removeListener: (channel: string, listener: (...args: unknown[]) => void) => {
      listeners.get(channel)?.delete(listener);
    },
  };
  const contextBridge = {
    exposeInMainWorld: (key: string, value: object) => {
      Object.defineProperty(globalThis, key, { value: Object.freeze(value), enumerable: true });
    },
  };

  addEventListener('keydown', (event) => {
    if (event.defaultPrevented || !(event.ctrlKey || event.metaKey)) return;
    const key = event.key.length === 1 ? event.key.toUpperCase() : event.key;
    const accelerator = `CmdOrCtrl+${event.altKey ? 'Alt+' : ''}${event.shiftKey ? 'Shift+' : ''}${key}`;
    if (!setup.accelerators.includes(accelerator)) return;
    event.preventDefault();
    say({ kind: 'accelerator', accelerator });
  });

  preload(
    (name) => {
      if (name === 'electron') return { contextBridge, ipcRenderer };
      throw new Error(`a sandboxed preload cannot load ${name}`);
    },
    { exports: {} },
    {},
  );
  say({ kind: 'ready' });
}

/** The script that goes into every new document: the bridge, with the app's own preload inside. */
export function bridgeScript(setup: Setup, preload: string): string {
  return `(${installBridge.toString()})(${JSON.stringify(setup)}, (require, module, exports) => {\n${preload}\n});`;
}
