import { Worker } from 'node:worker_threads';
import { armedAt, beatsAt, patienceAt, pulse } from './pulse.ts';

/** Tasks that read files from outside: whatever is in one, it neither hangs nor eats the laptop. */
export const readingChannels: ReadonlySet<string> = new Set([
  'imports.inspect',
  'imports.configure',
]);

/** When a process that reads is given up. */
export interface WatchLimits {
  /** Processor time without one beat, milliseconds: a slow or busy machine takes longer, not more of it. */
  readonly stuckMs: number;
  /** Memory of the whole process, bytes. */
  readonly bytes: number;
}

export const readingLimits: WatchLimits = { stuckMs: 2_000, bytes: 1_073_741_824 };

/** How often it looks, milliseconds. */
const stepMs = 100;

/** What the thread is given. */
interface Handed {
  readonly state: Int32Array<SharedArrayBuffer>;
  readonly armed: number;
  readonly beats: number;
  readonly patience: number;
  readonly limits: WatchLimits;
  readonly step: number;
}

/** The thread's own code: it is handed over as text, so it names nothing but what it is given. */
function watch(): void {
  const { parentPort, receiveMessageOnPort, workerData } =
    process.getBuiltinModule('node:worker_threads');
  const { writeFileSync } = process.getBuiltinModule('node:fs');
  const { state, armed, beats, patience, limits, step } = workerData as Handed;
  const usedMs = (): number => {
    const { user, system } = process.cpuUsage();
    return (user + system) / 1000;
  };
  let mark: string | null = null;
  const giveUp = (): void => {
    for (let said = parentPort && receiveMessageOnPort(parentPort); said; ) {
      mark = said.message;
      said = parentPort && receiveMessageOnPort(parentPort);
    }
    if (mark !== null) writeFileSync(mark, '');
    process.kill(process.pid, 'SIGKILL');
  };
  for (;;) {
    Atomics.wait(state, armed, 0);
    let [last, since] = [Atomics.load(state, beats), usedMs()];
    while (Atomics.load(state, armed) === 1) {
      Atomics.wait(state, armed, 1, step);
      const now = Atomics.load(state, beats);
      if (now !== last) [last, since] = [now, usedMs()];
      const allowedMs = limits.stuckMs * Math.max(1, Atomics.load(state, patience));
      const isStuck = usedMs() - since > allowedMs;
      if (Atomics.load(state, armed) === 0) break;
      if (isStuck || process.memoryUsage.rss() > limits.bytes) giveUp();
    }
  }
}

/**
 * Ends this process where reading a file gets stuck or takes too much memory. It watches from a thread
 * of its own, because a loop that never ends lets nothing else in; main answers for a process that has
 * ended. What was being read is marked first, so that the next process leaves it alone.
 */
export class Watchdog {
  readonly #limits: WatchLimits;
  #thread: Worker | null = null;

  constructor(limits: WatchLimits) {
    this.#limits = limits;
  }

  /** From now on beats are expected, or no longer. `onFailed`: the thread could not be started. */
  setArmed(isArmed: boolean, onFailed: (error: unknown) => void = () => undefined): void {
    if (isArmed && this.#thread === null) this.#start(onFailed);
    Atomics.store(pulse, armedAt, isArmed ? 1 : 0);
    Atomics.notify(pulse, armedAt);
  }

  /** The file to make when what is being read now is given up; null: nothing is. */
  mark(path: string | null): void {
    this.#thread?.postMessage(path);
  }

  #start(onFailed: (error: unknown) => void): void {
    const places = { state: pulse, armed: armedAt, beats: beatsAt, patience: patienceAt };
    const workerData: Handed = { ...places, limits: this.#limits, step: stepMs };
    const thread = new Worker(`(${watch.toString()})()`, { eval: true, workerData });
    thread.on('error', onFailed);
    thread.unref();
    this.#thread = thread;
  }
}
