import { EventEmitter } from 'node:events';

/** Runs first in a task process: gives it the port that Electron gives a utility process, and takes Node's own away. */
class ParentPort extends EventEmitter {
  readonly #send = process.send?.bind(process);
  readonly #waiting: unknown[] = [];

  constructor() {
    super();
    process.on('message', (message) => {
      this.#waiting.push(message);
      this.start();
    });
    // What came before anybody listened has waited.
    this.on('newListener', (name) => name === 'message' && process.nextTick(() => this.start()));
  }

  start(): void {
    while (this.#waiting.length > 0 && this.listenerCount('message') > 0)
      this.emit('message', { data: this.#waiting.shift(), ports: [] });
  }

  pause(): void {}

  postMessage(message: unknown): void {
    // Refuses at once what cannot be cloned; a parent that is gone hears nothing.
    if (process.connected) this.#send?.(message);
  }
}

Object.defineProperty(process, 'parentPort', { value: new ParentPort(), enumerable: true });
// A killed host closes the channel; its task process must not live on.
process.on('disconnect', () => process.exit(0));
Object.defineProperty(process, 'send', { value: undefined });
