import { EventEmitter } from 'node:events';
import type { IpcMainInvokeEvent, WebContents } from 'electron';
import { hostOrigin, toAppAddress, toHostAddress } from './addresses.ts';
import { app } from './app.ts';
import type { DevtoolsPipe } from './devtools-pipe.ts';
import { callHandler } from './ipc-main.ts';
import { accelerators, pressAccelerator } from './menu.ts';
import { bridgeScript, type FromPage, type ToPage } from './page-bridge.ts';
import { serveRequests } from './requests.ts';

const binding = '__langganHost';
const deliver = '__langganDeliver';

interface Context {
  readonly id: number;
  readonly origin: string;
  readonly auxData?: { readonly frameId?: string };
}

type WindowOpenHandler = (details: { readonly url: string }) => { readonly action: string };

let lastId = 0;

/** One page of the browser, in the shape of Electron's `WebContents` as far as main uses it. */
export class HostContents extends EventEmitter {
  readonly id = ++lastId;
  readonly pipe: DevtoolsPipe;
  /** The page's session, empty until `attach`. */
  session = '';
  #mainFrame = '';
  readonly #contexts = new Map<number, Context>();
  #openHandler: WindowOpenHandler = () => ({ action: 'deny' });
  #receiver: string | null = null;

  constructor(pipe: DevtoolsPipe) {
    super();
    this.pipe = pipe;
    this.#on<{ context: Context }>('Runtime.executionContextCreated', ({ context }) =>
      this.#contexts.set(context.id, context),
    );
    this.#on('Runtime.executionContextsCleared', () => {
      this.#contexts.clear();
      this.#receiver = null;
    });
    this.#on<{ name: string; payload: string; executionContextId: number }>(
      'Runtime.bindingCalled',
      ({ name, payload, executionContextId }) => {
        if (name === binding) void this.#take(JSON.parse(payload) as FromPage, executionContextId);
      },
    );
    this.#on<{ url: string }>('Page.windowOpen', ({ url }) => this.#openHandler({ url }));
    this.#on('Inspector.targetCrashed', () =>
      this.emit('render-process-gone', {}, { reason: 'crashed', exitCode: 0 }),
    );
    app.emit('web-contents-created', {}, this);
  }

  setWindowOpenHandler(handler: WindowOpenHandler): void {
    this.#openHandler = handler;
  }

  /** Takes hold of the page before its first document: guards, bridge, the app's preload. */
  async attach(session: string, mainFrame: string, preload: string): Promise<void> {
    this.session = session;
    this.#mainFrame = mainFrame;
    const setup = { binding, deliver, origin: hostOrigin, accelerators: accelerators() };
    const asked = [
      this.#ask('Inspector.enable'),
      this.#ask('Runtime.enable'),
      this.#ask('Page.enable'),
      this.#ask('Runtime.addBinding', { name: binding }),
      this.#ask('Page.addScriptToEvaluateOnNewDocument', { source: bridgeScript(setup, preload) }),
      serveRequests(this, mainFrame),
      this.#ask('Runtime.runIfWaitingForDebugger'),
    ];
    await Promise.all(asked);
  }

  async load(url: string): Promise<void> {
    const loaded = new Promise<void>((resolve) => this.#on('Page.loadEventFired', () => resolve()));
    const answer = await this.#ask<{ errorText?: string }>('Page.navigate', {
      url: toHostAddress(url),
    });
    if (answer.errorText !== undefined) throw new Error(`${url}: ${answer.errorText}`);
    await loaded;
  }

  reload(): void {
    this.#ask('Page.reload').catch(() => undefined);
  }

  forcefullyCrashRenderer(): void {
    this.#ask('Page.crash').catch(() => undefined);
  }

  send(channel: string, ...args: unknown[]): void {
    void this.#tell({ kind: 'event', channel, args });
  }

  async #take(message: FromPage, contextId: number): Promise<void> {
    if (message.kind === 'ready') {
      await this.#findReceiver(contextId);
    } else if (message.kind === 'accelerator') {
      pressAccelerator(message.accelerator);
    } else {
      const answer = await callHandler(this.#eventFrom(contextId), message.channel, message.args);
      await this.#tell({ kind: 'answer', id: message.id, ...answer });
    }
  }

  /** Takes the page's receiving function out of reach of the page's own scripts. */
  async #findReceiver(contextId: number): Promise<void> {
    const expression = `(() => { const f = globalThis.${deliver}; delete globalThis.${deliver}; return f; })()`;
    const { result } = await this.#ask<{ result: { objectId?: string } }>('Runtime.evaluate', {
      expression,
      contextId,
    });
    this.#receiver = result.objectId ?? null;
  }

  async #tell(message: ToPage): Promise<void> {
    if (this.#receiver === null) return;
    await this.#ask('Runtime.callFunctionOn', {
      objectId: this.#receiver,
      functionDeclaration: 'function (text) { this(text); }',
      arguments: [{ value: JSON.stringify(message) }],
    }).catch(() => undefined);
  }

  #eventFrom(contextId: number): IpcMainInvokeEvent {
    const context = this.#contexts.get(contextId);
    const isTop = context?.auxData?.frameId === this.#mainFrame;
    const senderFrame =
      context === undefined
        ? null
        : { origin: toAppAddress(context.origin), parent: isTop ? null : {} };
    return { sender: this as unknown as WebContents, senderFrame } as IpcMainInvokeEvent;
  }

  #ask<T = unknown>(method: string, params: Readonly<Record<string, unknown>> = {}): Promise<T> {
    return this.pipe.send<T>(method, params, this.session);
  }

  #on<T>(method: string, listener: (params: T) => void): void {
    this.pipe.on<T>(method, (params, session) => {
      if (session === this.session) listener(params);
    });
  }
}
