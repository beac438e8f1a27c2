import { EventEmitter } from 'node:events';
import type { NotificationConstructorOptions } from 'electron';
import { requireReady } from './readiness.ts';
import { isOn } from './switches.ts';
import { report } from './test-report.ts';

/** What is on the screen. Weak, as in Electron: one that nobody else keeps is collected and hears no click. */
const shown = new Set<WeakRef<Notification>>();

/** The system's notifications have no equal here: they are said on the terminal. */
export class Notification extends EventEmitter {
  readonly title: string;
  readonly body: string;
  #place: WeakRef<Notification> | null = null;

  constructor(options: NotificationConstructorOptions = {}) {
    requireReady('Cannot create Notification before app is ready');
    super();
    this.title = options.title ?? '';
    this.body = options.body ?? '';
  }

  static isSupported(): boolean {
    return !isOn('no-notifications');
  }

  /** What becomes of it is heard later, as from the system. */
  show(): void {
    this.#leave();
    if (!Notification.isSupported()) return;
    if (isOn('notifications-fail')) {
      setImmediate(() => this.emit('failed', {}, 'the system shows no notification'));
      return;
    }
    this.#place = new WeakRef(this);
    shown.add(this.#place);
    process.stdout.write(`${this.title}: ${this.body}\n`);
    report({ notified: this.title });
    setImmediate(() => this.emit('show', {}));
  }

  /** Taken away by the app: it hears nothing of that. */
  close(): void {
    this.#leave();
  }

  /** What a person does with it; a click takes it off the screen too. */
  touch(what: 'click' | 'close'): void {
    this.#leave();
    if (what === 'click') this.emit('click', {});
    this.emit('close', { reason: 'userCanceled' });
  }

  #leave(): void {
    if (this.#place !== null) shown.delete(this.#place);
    this.#place = null;
  }
}

/** Clicks, or closes, what stands on the screen under this title. */
export function touchNotification(title: string, what: 'click' | 'close'): void {
  for (const place of [...shown]) {
    const notification = place.deref();
    if (notification === undefined) shown.delete(place);
    else if (notification.title === title) notification.touch(what);
  }
}
