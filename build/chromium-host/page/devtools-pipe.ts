import type { Readable, Writable } from 'node:stream';

export type Params = Readonly<Record<string, unknown>>;
type Listener = (params: never, sessionId: string | undefined) => void;

interface Message {
  readonly id?: number;
  readonly method?: string;
  readonly params?: Params;
  readonly sessionId?: string;
  readonly result?: unknown;
  readonly error?: { readonly message: string };
}

/** The DevTools protocol over a pair of pipes: messages are JSON, each ended by a zero byte. */
export class DevtoolsPipe {
  readonly #toBrowser: Writable;
  readonly #waiting = new Map<
    number,
    { resolve: (value: unknown) => void; reject: (error: Error) => void }
  >();
  readonly #listeners = new Map<string, Set<Listener>>();
  #lastId = 0;
  #hasEnded = false;
  #rest: Buffer[] = [];

  constructor(toBrowser: Writable, fromBrowser: Readable) {
    this.#toBrowser = toBrowser;
    toBrowser.on('error', () => this.#end());
    fromBrowser.on('data', (chunk: Buffer) => this.#take(chunk));
    fromBrowser.on('close', () => this.#end());
  }

  /** Asks the browser (or, with a session, one page of it). Rejects when the browser refuses or ends. */
  send<T = unknown>(method: string, params: Params = {}, sessionId?: string): Promise<T> {
    if (this.#hasEnded) return Promise.reject(new Error('the browser has ended'));
    const id = ++this.#lastId;
    const message =
      sessionId === undefined ? { id, method, params } : { id, method, params, sessionId };
    return new Promise<T>((resolve, reject) => {
      this.#waiting.set(id, { resolve: resolve as (value: unknown) => void, reject });
      this.#toBrowser.write(`${JSON.stringify(message)}\0`);
    });
  }

  on<T>(method: string, listener: (params: T, sessionId: string | undefined) => void): void {
    const listeners = this.#listeners.get(method) ?? new Set<Listener>();
    listeners.add(listener as Listener);
    this.#listeners.set(method, listeners);
  }

  #take(chunk: Buffer): void {
    let start = 0;
    for (let end = chunk.indexOf(0); end !== -1; end = chunk.indexOf(0, start)) {
      this.#rest.push(chunk.subarray(start, end));
      const text = Buffer.concat(this.#rest).toString('utf8');
      this.#rest = [];
      start = end + 1;
      this.#handle(JSON.parse(text) as Message);
    }
    if (start < chunk.length) this.#rest.push(chunk.subarray(start));
  }

  #handle(message: Message): void {
    if (message.id !== undefined) {
      const waiting = this.#waiting.get(message.id);
      this.#waiting.delete(message.id);
      if (message.error === undefined) waiting?.resolve(message.result);
      else waiting?.reject(new Error(message.error.message));
      return;
    }
    for (const listener of this.#listeners.get(message.method ?? '') ?? []) {
      listener((message.params ?? {}) as never, message.sessionId);
    }
  }

  #end(): void {
    this.#hasEnded = true;
    for (const { reject } of this.#waiting.values()) reject(new Error('the browser has ended'));
    this.#waiting.clear();
  }
}
