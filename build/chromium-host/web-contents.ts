import { randomUUID } from 'node:crypto';
import { EventEmitter } from 'node:events';
import type { IpcMainInvokeEvent, WebContents } from 'electron';
import { appEvents } from './app-events.ts';
import { answerInvoke, ipcText } from './ipc-main.ts';
import { accelerators, pressAccelerator } from './menu.ts';
import { hostOrigin, toAppAddress, toHostAddress } from './page/addresses.ts';
import type { DevtoolsPipe } from './page/devtools-pipe.ts';
import { bridgeScripts, type FromPage } from './page/page-bridge.ts';
import { serveRequests } from './page/requests.ts';
import { askForPermissions } from './permissions.ts';

const binding = '__langganHost';
const deliver = '__langganDeliver';
const preloadWorld = 'langgan preload';

interface Context {
  readonly id: number;
  readonly origin: string;
  readonly auxData?: { readonly frameId?: string };
}

type WindowOpenHandler = (details: { readonly url: string }) => { readonly action: string };

const nobody = Promise.resolve(null);
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
  /** Where the page is spoken to, once it has said that it hears; what is to be said meanwhile waits. */
  #receiver: Promise<string | null> = nobody;

  constructor(pipe: DevtoolsPipe) {
    super();
    this.pipe = pipe;
    this.#on<{ context: Context }>('Runtime.executionContextCreated', ({ context }) =>
      this.#contexts.set(context.id, context),
    );
    this.#on('Runtime.executionContextsCleared', () => {
      this.#contexts.clear();
      this.#receiver = nobody;
    });
    this.#on<{ name: string; payload: string; executionContextId: number }>(
      'Runtime.bindingCalled',
      ({ name, payload, executionContextId }) => {
        if (name !== binding) return;
        void this.#take(ipcText.read(payload) as FromPage, executionContextId);
      },
    );
    this.#on<{ url: string }>('Page.windowOpen', ({ url }) => this.#openHandler({ url }));
    this.#on('Inspector.targetCrashed', () => {
      this.#receiver = nobody;
      this.emit('render-process-gone', {}, { reason: 'crashed', exitCode: 1 });
    });
    appEvents.emit('web-contents-created', {}, this);
  }

  setWindowOpenHandler(handler: WindowOpenHandler): void {
    this.#openHandler = handler;
  }

  /** Takes hold of the page before its first document: guards, permissions, bridge, the app's preload. */
  async attach(session: string, mainFrame: string, preload: string): Promise<void> {
    this.session = session;
    this.#mainFrame = mainFrame;
    const setup = {
      binding,
      deliver,
      origin: hostOrigin,
      meeting: randomUUID(),
      opening: randomUUID(),
      accelerators: accelerators(),
      isMac: process.platform === 'darwin',
    };
    const scripts = bridgeScripts(setup, preload);
    const addScript = 'Page.addScriptToEvaluateOnNewDocument';
    const asked = [
      this.#ask('Inspector.enable'),
      this.#ask('Runtime.enable'),
      this.#ask('Page.enable'),
      this.#ask('Runtime.addBinding', { name: binding, executionContextName: preloadWorld }),
      this.#ask(addScript, { source: scripts.page }),
      this.#ask(addScript, { source: scripts.preload, worldName: preloadWorld }),
      serveRequests(this, mainFrame),
      askForPermissions(this),
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
    this.#order('Page.reload');
  }

  forcefullyCrashRenderer(): void {
    this.#order('Page.crash');
  }

  bringToFront(): void {
    this.#order('Page.bringToFront');
  }

  /** Throws for what cannot be cloned. */
  send(channel: string, ...args: unknown[]): void {
    void this.#tell(ipcText.write({ kind: 'event', channel, args }));
  }

  async #take(message: FromPage, contextId: number): Promise<void> {
    if (message.kind === 'ready') this.#receiver = this.#findReceiver(contextId);
    else if (message.kind === 'accelerator') pressAccelerator(message.accelerator);
    else if (message.kind === 'open') this.#openHandler({ url: message.url });
    else await this.#tell(await answerInvoke(this.#eventFrom(contextId), message));
  }

  /** Takes the receiving function out of reach of whatever else runs in the preload's world. */
  async #findReceiver(contextId: number): Promise<string | null> {
    const expression = `(() => { const f = globalThis.${deliver}; delete globalThis.${deliver}; return f; })()`;
    // The page may be gone again; it has nothing to hear then.
    const answer = await this.#ask<{ result: { objectId?: string } }>('Runtime.evaluate', {
      expression,
      contextId,
    }).catch(() => null);
    return answer?.result.objectId ?? null;
  }

  async #tell(text: string): Promise<void> {
    const objectId = await this.#receiver;
    if (objectId === null) return;
    await this.#ask('Runtime.callFunctionOn', {
      objectId,
      functionDeclaration: 'function (text) { this(text); }',
      arguments: [{ value: text }],
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

  /** Asked of a page that may be gone by then: it is then not needed any more. */
  #order(method: string): void {
    this.#ask(method).catch(() => undefined);
  }

  #on<T>(method: string, listener: (params: T) => void): void {
    this.pipe.on<T>(method, (params, session) => {
      if (session === this.session) listener(params);
    });
  }
}
