import { fork } from 'node:child_process';
import { EventEmitter } from 'node:events';
import type { ForkOptions, UtilityProcess } from 'electron';

/** A killed host closes the channel; its task process must not live on. */
const endWithParent = 'data:text/javascript,process.on("disconnect",()=>process.exit(0))';

const v8Switch = '--js-flags=';

/** What Electron makes of `execArgv`: V8 hears nothing but what `--js-flags` holds. */
export function nodeArguments(execArgv: readonly string[]): readonly string[] {
  return execArgv
    .filter((one) => one.startsWith(v8Switch))
    .flatMap((one) => one.slice(v8Switch.length).split(' '));
}

/** Electron's `utilityProcess.fork` as a Node child process; in the child, `process.send` is the port. */
function forkUtility(modulePath: string, args: string[] = [], options: ForkOptions = {}) {
  const child = fork(modulePath, args, {
    execArgv: ['--import', endWithParent, ...nodeArguments(options.execArgv ?? [])],
    serialization: 'advanced',
    stdio: ['ignore', 'inherit', 'inherit', 'ipc'],
    ...(options.cwd === undefined ? {} : { cwd: options.cwd }),
  });
  const emitter = new EventEmitter();
  child.on('spawn', () => emitter.emit('spawn'));
  child.on('message', (message) => emitter.emit('message', message));
  child.on('exit', (code, signal) => emitter.emit('exit', code ?? (signal === null ? 0 : 1)));
  // A child that is gone says so by its exit; a message that came too late is not an error of its own.
  child.on('error', () => undefined);
  const shape = {
    postMessage: (message: unknown): void => {
      if (child.connected) child.send(message as object);
    },
    kill: () => child.kill('SIGKILL'),
  } satisfies Pick<UtilityProcess, 'postMessage' | 'kill'>;
  return Object.defineProperty(Object.assign(emitter, shape), 'pid', { get: () => child.pid });
}

export const utilityProcess = { fork: forkUtility };
