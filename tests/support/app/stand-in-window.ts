import { EventEmitter } from 'node:events';
import type { BrowserWindow } from 'electron';

/** A page as Electron's is: that its process is gone is told a moment later, and not by a page that is there. */
export class StandInContents extends EventEmitter {
  readonly id = 1;
  reloads = 0;

  reload(): void {
    this.reloads += 1;
  }

  forcefullyCrashRenderer(): void {
    setImmediate(() => this.emit('render-process-gone', {}, { reason: 'crashed', exitCode: 5 }));
  }
}

/**
 * A window as Electron's is: hidden until it is shown, painted when the system says so and perhaps
 * never, and once destroyed, good for nothing but saying so.
 */
export class StandInWindow extends EventEmitter {
  readonly webContents = new StandInContents();
  readonly done: string[] = [];
  readonly #load = Promise.withResolvers<void>();
  #isVisible = false;
  #isMinimised = false;
  #isDestroyed = false;

  /** The same, for what takes a window of Electron's. */
  get asWindow(): BrowserWindow {
    return this as unknown as BrowserWindow;
  }

  loadURL(): Promise<void> {
    this.#mustBeThere();
    return this.#load.promise;
  }

  /** Loading ends. */
  loaded(): void {
    this.#load.resolve();
  }

  /** Loading fails. */
  failed(): void {
    const error = new Error("ERR_FAILED (-2) loading 'app://langgan/index.html'");
    this.#load.reject(Object.assign(error, { errno: -2, code: 'ERR_FAILED' }));
  }

  show(): void {
    this.#mustBeThere();
    this.#isVisible = true;
    this.done.push('show');
  }

  isVisible(): boolean {
    this.#mustBeThere();
    return this.#isVisible;
  }

  minimise(): void {
    this.#isMinimised = true;
  }

  isMinimized(): boolean {
    this.#mustBeThere();
    return this.#isMinimised;
  }

  restore(): void {
    this.#mustBeThere();
    this.#isMinimised = false;
    this.done.push('restore');
  }

  focus(): void {
    this.#mustBeThere();
    this.done.push('focus');
  }

  destroy(): void {
    this.#isDestroyed = true;
    this.emit('closed');
  }

  isDestroyed(): boolean {
    return this.#isDestroyed;
  }

  #mustBeThere(): void {
    if (this.#isDestroyed) throw new TypeError('Object has been destroyed');
  }
}
