import { EventEmitter } from 'node:events';
import { readFile } from 'node:fs/promises';
import type { BrowserWindowConstructorOptions } from 'electron';
import { app } from './app.ts';
import { emitPreventable } from './app-events.ts';
import { type BrowserProcess, startBrowser } from './page/browser-process.ts';
import { closingRefused, openWindows, windowClosed, windowOpened } from './quitting.ts';
import { requireReady } from './readiness.ts';
import { isOn, testPort } from './switches.ts';
import { report } from './test-report.ts';
import { HostContents } from './web-contents.ts';

interface Attached {
  readonly sessionId: string;
  readonly targetInfo: { readonly targetId: string; readonly type: string };
}

/** How long after its page a window may still be shown before a test is told that it was not, milliseconds. */
const shownLateMs = 3000;

/** The one window: Chromium is started for it and ends with it. Chromium shows it at once, the app is told when it says so. */
export class BrowserWindow extends EventEmitter {
  readonly webContents: HostContents;
  readonly #options: BrowserWindowConstructorOptions;
  readonly #browser: BrowserProcess;
  readonly #prepared: Promise<void>;
  #targetId = '';
  #isDestroyed = false;
  #isVisible: boolean;
  #isLoaded = false;

  constructor(options: BrowserWindowConstructorOptions = {}) {
    requireReady('Cannot create BrowserWindow before app is ready');
    super();
    this.#options = options;
    this.#isVisible = options.show !== false;
    this.#browser = startBrowser({
      userData: app.getPath('userData'),
      width: options.width ?? 800,
      height: options.height ?? 600,
      lang: app.getLocale(),
    });
    this.#browser.onExit(() => this.#closed());
    this.webContents = new HostContents(this.#browser.pipe);
    this.#prepared = this.#attach();
    // Told to whoever loads a page; a window that loads none may be closed in peace.
    this.#prepared.catch(() => undefined);
    windowOpened(this);
    app.emit('browser-window-created', {}, this);
  }

  static getAllWindows(): BrowserWindow[] {
    return openWindows() as BrowserWindow[];
  }

  async loadURL(url: string): Promise<void> {
    this.#mustBeThere();
    await this.#prepared;
    await this.webContents.load(url);
    this.#isLoaded = true;
    if (!this.#isVisible && !isOn('never-ready-to-show')) this.emit('ready-to-show');
    if (this.#isVisible) await this.#tellTest();
    else setTimeout(() => !this.#isVisible && report({ neverShown: true }), shownLateMs).unref();
  }

  show(): void {
    this.#mustBeThere();
    if (this.#isVisible) return;
    this.#isVisible = true;
    this.emit('show');
    if (this.#isLoaded) void this.#tellTest();
  }

  isVisible(): boolean {
    this.#mustBeThere();
    return this.#isVisible;
  }

  /** What a person does to Chromium's window is not known here. */
  isMinimized(): boolean {
    this.#mustBeThere();
    return false;
  }

  restore(): void {
    this.#mustBeThere();
  }

  /** How much of the screen it fills is Chromium's. */
  setKiosk(_isOn: boolean): void {
    this.#mustBeThere();
  }

  focus(): void {
    this.#mustBeThere();
    this.webContents.bringToFront();
  }

  /** Asks its listeners first. */
  close(): void {
    this.#mustBeThere();
    if (!emitPreventable(this, 'close')) closingRefused();
    else void this.#closeTarget();
  }

  destroy(): void {
    this.#closed();
  }

  isDestroyed(): boolean {
    return this.#isDestroyed;
  }

  #mustBeThere(): void {
    if (this.#isDestroyed) throw new TypeError('Object has been destroyed');
  }

  async #closeTarget(): Promise<void> {
    const { pipe } = this.#browser;
    await this.#prepared;
    // Where the browser has ended meanwhile, that has closed the window.
    await pipe.send('Target.closeTarget', { targetId: this.#targetId }).catch(() => undefined);
  }

  async #tellTest(): Promise<void> {
    if (testPort() !== null) report({ ready: { port: await this.#browser.port() } });
  }

  #attach(): Promise<void> {
    const { pipe } = this.#browser;
    return new Promise((resolve, reject) => {
      pipe.on<Attached>('Target.attachedToTarget', (attached) => {
        const isFirst = attached.targetInfo.type === 'page' && this.#targetId === '';
        if (isFirst) this.#adoptPage(attached).then(resolve, reject);
        else this.#refuseTarget(attached);
      });
      pipe.on<{ targetId: string }>('Target.targetDestroyed', ({ targetId }) => {
        if (targetId === this.#targetId) this.#closed();
      });
      const asked = pipe.send('Target.setDiscoverTargets', { discover: true }).then(() =>
        pipe.send('Target.setAutoAttach', {
          autoAttach: true,
          waitForDebuggerOnStart: true,
          flatten: true,
        }),
      );
      asked.catch(reject);
    });
  }

  async #adoptPage({ sessionId, targetInfo }: Attached): Promise<void> {
    this.#targetId = targetInfo.targetId;
    const path = this.#options.webPreferences?.preload;
    const preload = path === undefined ? '' : await readFile(path, 'utf8');
    await this.webContents.attach(sessionId, targetInfo.targetId, preload);
  }

  /** A second window never gets as far as its first request. */
  #refuseTarget({ sessionId, targetInfo }: Attached): void {
    const { pipe } = this.#browser;
    const asked =
      targetInfo.type === 'page'
        ? pipe.send('Target.closeTarget', { targetId: targetInfo.targetId })
        : pipe.send('Runtime.runIfWaitingForDebugger', {}, sessionId);
    asked.catch(() => undefined);
  }

  /** Gone: closed by the app, by a person's hand (then without `close`, which could not hold it), or with its browser. */
  #closed(): void {
    if (this.#isDestroyed) return;
    this.#isDestroyed = true;
    this.webContents.emit('destroyed');
    this.emit('closed');
    windowClosed(this, this.#browser.close());
  }
}
