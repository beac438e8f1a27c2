import { EventEmitter } from 'node:events';
import type { NotificationConstructorOptions } from 'electron';

/** The system's notifications have no equal here: they are said on the terminal. */
export class Notification extends EventEmitter {
  readonly #options: NotificationConstructorOptions;

  constructor(options: NotificationConstructorOptions) {
    super();
    this.#options = options;
  }

  static isSupported(): boolean {
    return true;
  }

  show(): void {
    const { title = '', body = '' } = this.#options;
    process.stdout.write(`${title}: ${body}\n`);
    this.emit('show');
  }
}
