import { EventEmitter } from 'node:events';
import { readFile } from 'node:fs/promises';
import type { BrowserWindowConstructorOptions } from 'electron';
import { app, ownBrowser } from './app.ts';
import { type BrowserProcess, startBrowser } from './browser-process.ts';
import { report } from './test-report.ts';
import { HostContents } from './web-contents.ts';

interface Attached {
  readonly sessionId: string;
  readonly targetInfo: { readonly targetId: string; readonly type: string };
}

/** The one window: Chromium is started for it and ends with it. */
export class BrowserWindow extends EventEmitter {
  readonly webContents: HostContents;
  readonly #options: BrowserWindowConstructorOptions;
  readonly #browser: BrowserProcess;
  readonly #prepared: Promise<void>;
  #targetId = '';
  #isDestroyed = false;
  #isVisible = false;

  constructor(options: BrowserWindowConstructorOptions) {
    super();
    this.#options = options;
    this.#browser = startBrowser({
      width: options.width ?? 1280,
      height: options.height ?? 800,
      lang: app.getLocale(),
    });
    ownBrowser(this.#browser);
    this.#browser.onExit(() => this.#closed());
    this.webContents = new HostContents(this.#browser.pipe);
    this.#prepared = this.#attach();
  }

  async loadURL(url: string): Promise<void> {
    await this.#prepared;
    await this.webContents.load(url);
    this.emit('ready-to-show');
    if (process.env.LANGGAN_TEST_PORT !== undefined) {
      report({ ready: { port: await this.#browser.port() } });
    }
  }

  /** Chromium shows its window by itself: that is only remembered. */
  show(): void {
    this.#isVisible = true;
  }

  isVisible(): boolean {
    return this.#isVisible;
  }

  destroy(): void {
    void this.#browser.close();
  }

  isDestroyed(): boolean {
    return this.#isDestroyed;
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
        if (targetId === this.#targetId) app.quit();
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

  #closed(): void {
    if (this.#isDestroyed) return;
    this.#isDestroyed = true;
    this.emit('closed');
    app.emit('window-all-closed');
  }
}
