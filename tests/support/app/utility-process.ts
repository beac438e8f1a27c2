import { EventEmitter } from 'node:events';

/**
 * A utility process as Electron's is: messages wait for it, but until it is spawned it has no pid and
 * cannot be killed; once gone it takes no message and cannot be killed either.
 */
export class StandInUtilityProcess extends EventEmitter {
  readonly sent: unknown[] = [];
  pid: number | undefined = undefined;
  #isGone = false;

  spawn(): void {
    this.pid = 4711;
    this.emit('spawn');
  }

  postMessage(message: unknown): void {
    if (!this.#isGone) this.sent.push(structuredClone(message));
  }

  kill(): boolean {
    if (this.pid === undefined) return false;
    queueMicrotask(() => this.exit(0));
    return true;
  }

  exit(code: number): void {
    if (this.#isGone) return;
    this.#isGone = true;
    this.pid = undefined;
    this.emit('exit', code);
  }

  /** V8 finds no more memory: its error comes first, with a report of the whole process, then the end. */
  runOutOfMemory(report: string): void {
    this.emit('error', 'FatalError', 'v8::ToLocalChecked', report);
    this.exit(5);
  }
}
