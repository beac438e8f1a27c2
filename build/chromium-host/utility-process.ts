import { type ChildProcess, fork } from 'node:child_process';
import { EventEmitter } from 'node:events';
import { constants } from 'node:os';
import type { ForkOptions, UtilityProcess } from 'electron';
import { requireReady } from './readiness.ts';

const preamble = new URL('./parent-port.ts', import.meta.url).href;
const v8Switch = '--js-flags=';

/**
 * What Electron makes of `execArgv`: the flags in `--js-flags` reach V8, a debugger may be asked for,
 * anything else is only to be read in `process.execArgv`. A rejection nobody hears is only warned of.
 */
export function nodeArguments(execArgv: readonly string[]): readonly string[] {
  const v8Flags = execArgv
    .filter((one) => one.startsWith(v8Switch))
    .flatMap((one) => one.slice(v8Switch.length).split(/[\s,]+/));
  const debugging = execArgv.filter((one) => /^--inspect(-brk|-port)?(=|$)/.test(one));
  return [...v8Flags, ...debugging, '--unhandled-rejections=warn-with-error-code'];
}

/** Ended by our own signal it has ended well; by another's, the number of the signal is its code. */
function exitCode(code: number | null, signal: NodeJS.Signals | null, isKilled: boolean): number {
  if (signal === null) return code ?? 0;
  return isKilled && (signal === 'SIGTERM' || signal === 'SIGKILL') ? 0 : constants.signals[signal];
}

/** Electron's `utilityProcess` as a child of Node; in the child `parent-port.ts` does its part. */
class HostUtilityProcess extends EventEmitter {
  readonly #child: ChildProcess;
  #isThere = false;
  #isKilled = false;

  constructor(modulePath: string, args: readonly string[], options: ForkOptions) {
    requireReady('utilityProcess cannot be created before app is ready.');
    super();
    this.#child = fork(modulePath, [...args], {
      execArgv: ['--import', preamble, ...nodeArguments(options.execArgv ?? [])],
      // V8's own serialization, and so a structured clone; buffers alone stay buffers.
      serialization: 'advanced',
      stdio: ['ignore', 'inherit', 'inherit', 'ipc'],
      ...(options.cwd === undefined ? {} : { cwd: options.cwd }),
    });
    this.#child.once('spawn', () => {
      this.#isThere = true;
      this.emit('spawn');
    });
    this.#child.on('message', (message) => this.emit('message', message));
    this.#child.once('exit', (code, signal) => {
      this.#isThere = false;
      this.emit('exit', exitCode(code, signal, this.#isKilled));
    });
    // A child that is gone says so by its exit; a message that came too late is not an error of its own.
    this.#child.on('error', () => undefined);
  }

  get pid(): number | undefined {
    return this.#isThere ? this.#child.pid : undefined;
  }

  /** Before the child is there it waits for it. */
  postMessage(message: unknown): void {
    if (this.#child.connected) this.#child.send(message as object);
  }

  /** False, and nothing done, before `spawn` and after `exit`. */
  kill(): boolean {
    if (!this.#isThere) return false;
    this.#isKilled = this.#child.kill();
    return this.#isKilled;
  }
}

type HostShape = Pick<UtilityProcess, 'pid' | 'postMessage' | 'kill'>;

export const utilityProcess = {
  fork: (modulePath: string, args: string[] = [], options: ForkOptions = {}): HostShape =>
    new HostUtilityProcess(modulePath, args, options),
};
