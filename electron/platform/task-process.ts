import type { UtilityProcess } from 'electron';
import type { TaskProcess } from '../context.ts';

/** Gives a utility process the shape the app knows. */
export function asTaskProcess(child: UtilityProcess): TaskProcess {
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
      child.kill();
    },
  };
}
