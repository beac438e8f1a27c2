import { createReader, createWriter } from './clone-text.ts';
import { type CloneTools, joinWorlds } from './joined-worlds.ts';

/** What the page and the host say to each other, in the text of `clone-text.ts`. */
export type FromPage =
  | { readonly kind: 'ready' }
  | {
      readonly kind: 'invoke';
      readonly id: string;
      readonly channel: string;
      readonly args: unknown[];
    }
  | { readonly kind: 'accelerator'; readonly accelerator: string }
  /** A window that the page asks for, which is never made. */
  | { readonly kind: 'open'; readonly url: string };
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
  /** The event by which the two worlds meet, before any script of the page runs; nobody else knows it. */
  readonly meeting: string;
  /** The event by which the page tells the preload's world that it asked for a window. */
  readonly opening: string;
  readonly accelerators: readonly string[];
  readonly isMac: boolean;
}

interface Tools extends CloneTools {
  readonly joinWorlds: typeof joinWorlds;
}

type PreloadBody = (require: (name: string) => unknown, module: object, exports: object) => void;

/** Runs in the page's world, first of all: must stand alone, nothing from this file is there. */
function installPage(setup: Setup, tools: Tools): void {
  if (window !== window.top || location.origin !== setup.origin) return;
  const freeze = (value: unknown): void => {
    const isThing = typeof value === 'function' || (typeof value === 'object' && value !== null);
    if (!isThing || Object.isFrozen(value) || ArrayBuffer.isView(value)) return;
    Object.freeze(value);
    for (const held of Object.values(value)) freeze(held);
  };
  const expose = (key: string, value: unknown): void => {
    if (key in globalThis) throw new Error(`Cannot bind an API on top of an existing ${key}`);
    freeze(value);
    Object.defineProperty(globalThis, key, { value, enumerable: true });
  };
  const meet = (event: Event): void => {
    event.stopImmediatePropagation();
    const { relatedTarget } = event as MouseEvent;
    const names = { own: 'to page', other: 'to preload' };
    if (relatedTarget !== null) tools.joinWorlds(relatedTarget, names, tools, expose);
  };
  addEventListener(setup.meeting, meet, { once: true });
  // A window that waits for a debugger and is closed meanwhile may leave the page that asked for it
  // waiting for good: it is not begun.
  window.open = (url = ''): null => {
    const detail = new URL(url, document.baseURI).href;
    dispatchEvent(new CustomEvent(setup.opening, { detail }));
    return null;
  };
}

/** Runs in the preload's world, after `installPage`: must stand alone, nothing from this file is there. */
function installPreload(setup: Setup, tools: Tools, preload: PreloadBody): void {
  if (window !== window.top || location.origin !== setup.origin) return;
  const scope = globalThis as unknown as Record<string, unknown>;
  const post = scope[setup.binding] as (text: string) => void;
  delete scope[setup.binding];
  const write = tools.createWriter(() => null);
  const read = tools.createReader(() => undefined);
  const say = (message: FromPage): void => post(write(message));
  // Answers to the page before a reload come late: a page's own name keeps them from this one.
  const pageName = crypto.randomUUID();
  const waiting = new Map<string, PromiseWithResolvers<unknown>>();
  const listeners = new Map<string, Set<(...args: unknown[]) => void>>();
  let lastId = 0;

  const hear = (listener: (...args: unknown[]) => void, args: readonly unknown[]): void => {
    try {
      listener({}, ...args);
    } catch (error) {
      reportError(error);
    }
  };

  scope[setup.deliver] = (text: string): void => {
    const message = read(text) as ToPage;
    if (message.kind === 'event') {
      for (const listener of listeners.get(message.channel) ?? []) hear(listener, message.args);
      return;
    }
    const asked = waiting.get(message.id);
    waiting.delete(message.id);
    if (message.error === undefined) asked?.resolve(message.value);
    else asked?.reject(new Error(message.error));
  };

  const ipcRenderer = {
    invoke: async (channel: string, ...args: unknown[]): Promise<unknown> => {
      lastId += 1;
      const id = `${pageName} ${lastId}`;
      const asked = Promise.withResolvers<unknown>();
      say({ kind: 'invoke', id, channel, args });
      waiting.set(id, asked);
      return asked.promise;
    },
    on: (channel: string, listener: (...args: unknown[]) => void) => {
      const known = listeners.get(channel) ?? new Set();
      listeners.set(channel, known.add(listener));
    },
    removeListener: (channel: string, listener: (...args: unknown[]) => void) => {
      listeners.get(channel)?.delete(listener);
    },
  };

  const node = document.createElement('a');
  const names = { own: 'to preload', other: 'to page' };
  const tell = tools.joinWorlds(node, names, tools, () => undefined);
  dispatchEvent(new MouseEvent(setup.meeting, { relatedTarget: node }));
  const contextBridge = {
    exposeInMainWorld: (key: string, value: object) => tell({ kind: 'expose', key, value }),
  };

  const act = (event: KeyboardEvent): void => {
    const isHeld = setup.isMac ? event.metaKey : event.ctrlKey;
    if (event.defaultPrevented || !isHeld) return;
    const key = event.key.length === 1 ? event.key.toUpperCase() : event.key;
    const accelerator = `CmdOrCtrl+${event.altKey ? 'Alt+' : ''}${event.shiftKey ? 'Shift+' : ''}${key}`;
    if (!setup.accelerators.includes(accelerator)) return;
    event.preventDefault();
    say({ kind: 'accelerator', accelerator });
  };
  // Each time anew behind every listener of the page: the menu gets what the page leaves.
  const queueUp = (): void => {
    removeEventListener('keydown', act);
    addEventListener('keydown', act);
  };
  addEventListener('keydown', queueUp, { capture: true });
  addEventListener(setup.opening, (event) => {
    say({ kind: 'open', url: String((event as CustomEvent).detail) });
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

const tools = [createReader, createWriter, joinWorlds]
  .map((tool) => `${tool.name}: ${tool.toString()}`)
  .join(',\n');

/** The scripts that go into every new document, one for each world; the app's own preload is inside the second. */
export function bridgeScripts(setup: Setup, preload: string): { page: string; preload: string } {
  const given = `${JSON.stringify(setup)}, {${tools}}`;
  return {
    page: `(${installPage.toString()})(${given});`,
    preload: `(${installPreload.toString()})(${given}, (require, module, exports) => {\n${preload}\n});`,
  };
}
