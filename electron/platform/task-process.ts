import type { UtilityProcess } from 'electron';
import type { Logger, TaskProcess } from '../context.ts';

/** Gives a utility process the shape the app knows. */
export function asTaskProcess(child: UtilityProcess, log: Logger): TaskProcess {
  // V8 ends the process after this, and `exit` says so; unheard, it would be thrown in main. The
  // report that comes with it holds the environment: only the place is written down.
  child.on('error', (type, location) => log.error('task process failed', { type, location }));
  return {
    get pid() {
      return child.pid;
    },
    send: (message) => child.postMessage(message),
    onMessage: (listener) => {
      child.on('message', listener);
    },
    onExit: (listener) => {
      child.on('exit', listener);
    },
    kill: () => {
      // One that has not been spawned yet cannot be killed: it is as soon as it can be.
      if (!child.kill()) child.once('spawn', () => child.kill());
    },
  };
}
