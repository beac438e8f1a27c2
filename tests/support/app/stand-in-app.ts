import { EventEmitter } from 'node:events';
import type { App, PowerMonitor } from 'electron';
import type { StandInWindow } from './stand-in-window.ts';

/**
 * An app as Electron's is: quitting closes its windows first and then asks whether it may end, which
 * can be refused and asked again; `exit` asks nobody. `ended` holds the code, null as long as it runs.
 */
export class StandInApp extends EventEmitter {
  readonly powerMonitor = new EventEmitter();
  relaunches = 0;
  hasLock = true;
  ended: number | null = null;
  readonly #windows = new Set<StandInWindow>();
  #isQuitting = false;

  /** The same, for what takes Electron's. */
  get asApp(): App {
    return this as unknown as App;
  }

  get asPowerMonitor(): PowerMonitor {
    return this.powerMonitor as unknown as PowerMonitor;
  }

  open(window: StandInWindow): StandInWindow {
    this.#windows.add(window);
    window.once('closed', () => {
      this.#windows.delete(window);
      if (this.#windows.size === 0 && this.ended === null) this.#allClosed();
    });
    return window;
  }

  quit(): void {
    if (this.#isQuitting) return;
    this.#isQuitting = true;
    if (this.#windows.size === 0) this.#askToEnd();
    // A window closes when its page has said that it may.
    for (const window of this.#windows) setImmediate(() => window.destroy());
  }

  exit(code = 0): void {
    if (this.ended !== null) return;
    this.ended = code;
    for (const window of [...this.#windows]) window.destroy();
    this.emit('ended', code);
  }

  relaunch(): void {
    this.relaunches += 1;
  }

  releaseSingleInstanceLock(): void {
    this.hasLock = false;
  }

  /** The same program is started once more: this one is told of it as long as it runs. */
  startSecond(): void {
    if (this.ended === null) this.emit('second-instance', {}, [], '', null);
  }

  /** The same under macOS, where no second program is started. */
  reopen(): void {
    if (this.ended === null) this.emit('activate', {}, this.#windows.size > 0);
  }

  /** Windows ends the session: after its windows have heard of it, an app that is not quitting is gone. */
  endSession(window: StandInWindow): void {
    window.emit('session-end', { reasons: ['logoff'] });
    if (!this.#isQuitting) this.exit(0);
  }

  /** Linux or macOS shuts down: true where the app asked it to wait. */
  shutDown(): boolean {
    let isDelayed = false;
    const preventDefault = (): void => {
      isDelayed = true;
    };
    this.powerMonitor.emit('shutdown', { preventDefault });
    return isDelayed;
  }

  #allClosed(): void {
    if (this.#isQuitting) this.#askToEnd();
    else this.emit('window-all-closed');
  }

  #askToEnd(): void {
    let isRefused = false;
    const preventDefault = (): void => {
      isRefused = true;
    };
    this.emit('will-quit', { preventDefault });
    if (isRefused) this.#isQuitting = false;
    else this.exit(0);
  }
}
