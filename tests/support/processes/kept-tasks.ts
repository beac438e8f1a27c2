import { forkTaskProcess } from '#build/node-platform.ts';
import type { TaskProcess } from '#electron/context.ts';

/** A process, and whom it answers now. */
interface Kept {
  readonly process: TaskProcess;
  /** What it was started in: where a test has set another zone or folder, another is started. */
  readonly environment: string;
  onMessage: (message: unknown) => void;
  onExit: (code: number | null) => void;
}

/** So many wait for the next test, at most. */
const mostWaiting = 4;

// Each file of tests reads the modules in anew; the processes outlive it.
const held: { [key: symbol]: Kept[] | undefined } = process as never;
const key = Symbol.for('langgan.waiting-task-processes');
held[key] ??= [];
const waiting: Kept[] = held[key];

const nobody = (): void => undefined;

function start(environment: string): Kept {
  const own = forkTaskProcess();
  const kept: Kept = { process: own, environment, onMessage: nobody, onExit: nobody };
  own.onMessage((message) => kept.onMessage(message));
  own.onExit((code) => {
    const at = waiting.indexOf(kept);
    if (at >= 0) waiting.splice(at, 1);
    kept.onExit(code);
  });
  return kept;
}

function takeOne(): Kept {
  const environment = JSON.stringify(process.env);
  const at = waiting.findIndex((one) => one.environment === environment);
  return at < 0 ? start(environment) : (waiting.splice(at, 1)[0] as Kept);
}

/**
 * A task process that goes on to the next app when its app lets go of it, as it goes on to the next request
 * within one app: to start one takes longer than most tests do. In the middle of a request it is killed,
 * as any other is.
 */
export function keptTaskProcess(): TaskProcess {
  const kept = takeOne();
  const running = new Set<string>();
  const messages: ((message: unknown) => void)[] = [];
  const exits: ((code: number | null) => void)[] = [];
  let isMine = true;
  const leave = (): void => {
    isMine = false;
    kept.onMessage = nobody;
    kept.onExit = nobody;
  };
  kept.onMessage = (message) => {
    const { type, callId } = message as { type: string; callId: string };
    if (type === 'ended') running.delete(callId);
    for (const hear of messages) hear(message);
  };
  kept.onExit = (code) => {
    leave();
    for (const hear of exits) hear(code);
  };
  return {
    pid: kept.process.pid,
    send: (message) => {
      const { type, callId } = message as { type: string; callId: string };
      if (!isMine) return;
      if (type === 'run') running.add(callId);
      kept.process.send(message);
    },
    onMessage: (listener) => void messages.push(listener),
    onExit: (listener) => void exits.push(listener),
    kill: () => {
      if (!isMine) return;
      if (running.size > 0 || waiting.length >= mostWaiting) {
        kept.process.kill();
        return;
      }
      leave();
      waiting.push(kept);
      // Its end is heard of later, as a killed one's is.
      setImmediate(() => {
        for (const hear of exits) hear(null);
      });
    },
  };
}
