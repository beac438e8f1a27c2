import type { createReader, createWriter } from './clone-text.ts';

/** The tools that are put beside `joinWorlds` inside a page. */
export interface CloneTools {
  readonly createReader: typeof createReader;
  readonly createWriter: typeof createWriter;
}

/** What one world says to the other. */
type Told =
  /** Calls the function that was passed under this number. */
  | { readonly kind: 'call'; readonly id: number; readonly args: readonly unknown[] }
  /** The promise that was passed under this number has come to an end. */
  | {
      readonly kind: 'settle';
      readonly id: number;
      readonly value?: unknown;
      readonly error?: string;
    }
  | { readonly kind: 'expose'; readonly key: string; readonly value: unknown };

interface Reply {
  readonly value?: unknown;
  readonly error?: string;
}

type AnyFunction = (...args: unknown[]) => unknown;

/**
 * Ties the page's world and the preload's together as Electron's `contextBridge` does, through events
 * of a node that only these two know: values are copied, a function is called in its own world, a
 * promise settles in both. Both call it, each with the names the other way round; the answer tells the
 * other world. Runs inside the page: must stand alone, nothing from this file is there.
 */
export function joinWorlds(
  node: EventTarget,
  names: { readonly own: string; readonly other: string },
  tools: CloneTools,
  expose: (key: string, value: unknown) => void,
): (told: Told) => unknown {
  const functions = new Map<number, AnyFunction>();
  const promises = new Map<number, PromiseWithResolvers<unknown>>();
  let lastId = 0;
  let reply = '';

  const messageOf = (error: unknown): string =>
    error instanceof Error ? error.message : String(error);

  const pack = (value: object): string | null => {
    if (typeof value === 'function') {
      functions.set(++lastId, value as AnyFunction);
      return `function ${lastId}`;
    }
    if (!(value instanceof Promise)) return null;
    const id = ++lastId;
    value.then(
      (result: unknown) => settle(id, result),
      (error: unknown) => tell({ kind: 'settle', id, error: messageOf(error) }),
    );
    return `promise ${id}`;
  };

  const unpack = (name: string): unknown => {
    const [kind, number] = name.split(' ');
    const id = Number(number);
    if (kind === 'function') return (...args: unknown[]) => call(id, args);
    const promise = Promise.withResolvers<unknown>();
    promises.set(id, promise);
    return promise.promise;
  };

  const write = tools.createWriter(pack);
  const read = tools.createReader(unpack);

  const tell = (told: Told): unknown => {
    reply = '';
    node.dispatchEvent(new CustomEvent(names.other, { detail: write(told) }));
    const { value, error } = read(reply) as Reply;
    if (error !== undefined) throw new Error(error);
    return value;
  };

  /** The browser's own clone refuses what only it can tell: a proxy looks like what it stands for. */
  const requireCloneable = (value: unknown): void => {
    try {
      structuredClone(value);
    } catch {
      throw new Error('An object could not be cloned.');
    }
  };

  const call = (id: number, args: readonly unknown[]): unknown => {
    for (const arg of args) if (typeof arg !== 'function') requireCloneable(arg);
    return tell({ kind: 'call', id, args });
  };

  const settle = (id: number, value: unknown): void => {
    try {
      tell({ kind: 'settle', id, value });
    } catch (error) {
      tell({ kind: 'settle', id, error: messageOf(error) });
    }
  };

  const take = (told: Told): unknown => {
    if (told.kind === 'call') return functions.get(told.id)?.(...told.args);
    if (told.kind === 'expose') return expose(told.key, told.value);
    const promise = promises.get(told.id);
    promises.delete(told.id);
    if (told.error === undefined) promise?.resolve(told.value);
    else promise?.reject(new Error(told.error));
    return undefined;
  };

  node.addEventListener(names.own, (event) => {
    let answer: string;
    try {
      answer = write({ value: take(read((event as CustomEvent<string>).detail) as Told) });
    } catch (error) {
      answer = write({ error: messageOf(error) });
    }
    node.dispatchEvent(new CustomEvent(`${names.own} replies`, { detail: answer }));
  });
  node.addEventListener(`${names.other} replies`, (event) => {
    reply = (event as CustomEvent<string>).detail;
  });
  return tell;
}
