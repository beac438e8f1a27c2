import { protectedFolders } from '#db/file/protection.ts';
import type { TaskPhase } from '#shared/contract/events.ts';
import type { AppError, Result } from '#shared/errors.ts';
import type { Logger, Platform, ShopFacts, TaskProcess } from '../context.ts';
import type { WriteQueue } from '../ipc/write-queue.ts';
import type { LogFields } from '../log-entry.ts';
import { fromTasks, type ToTasks } from './messages.ts';
import { readingChannels } from './watchdog.ts';

export interface LaneRequest {
  readonly callId: string;
  readonly channel: string;
  readonly input: unknown;
  readonly prepared: unknown;
  readonly shop: ShopFacts;
  /** The day the request was made on: main and the task count in the same one. */
  readonly today: string;
  readonly onProgress: (phase: TaskPhase, done: number, total: number) => void;
}

interface Running {
  readonly request: LaneRequest;
  readonly end: (result: Result<unknown>) => void;
  isCancelled: boolean;
  /** Gives the writing right back, once it has been granted. */
  release: (() => void) | null;
}

/** One task process with what runs in it; `hasEnded` resolves when it is gone. */
interface Worker {
  readonly process: TaskProcess;
  readonly running: Map<string, Running>;
  readonly hasEnded: Promise<void>;
}

interface LaneTools {
  readonly fork: () => TaskProcess;
  readonly log: Logger;
  /** Resolves when nobody else writes; the answer gives that back. */
  readonly takeWriting: () => Promise<() => void>;
}

/** How long a cancelled task may take to tidy up before its process is killed, milliseconds. */
const graceMs = 400;
/** How long an idle process is kept warm, milliseconds. */
const idleMs = 60_000;

/**
 * One task process and what runs in it. Started at the first request, kept warm for a minute, killed
 * when a cancelled task does not stop in time (SQLite rolls back what it had begun).
 */
export class Lane {
  readonly #tools: LaneTools;
  #worker: Worker | null = null;
  #idle: ReturnType<typeof setTimeout> | null = null;

  constructor(tools: LaneTools) {
    this.#tools = tools;
  }

  /** Resolves with the task's answer. A call id that is running already is refused. */
  run(request: LaneRequest): Promise<Result<unknown>> {
    if (this.#idle !== null) clearTimeout(this.#idle);
    this.#worker ??= this.#start();
    const worker = this.#worker;
    const { callId, channel, input, prepared, shop, today } = request;
    if (worker.running.has(callId))
      return Promise.resolve({ ok: false, error: { code: 'CONFLICT', reason: 'call-id-in-use' } });
    return new Promise((resolve) => {
      const running: Running = {
        request,
        isCancelled: false,
        release: null,
        end: (result) => {
          worker.running.delete(callId);
          running.release?.();
          this.#rest();
          resolve(result);
        },
      };
      worker.running.set(callId, running);
      const folders = protectedFolders();
      send(worker, { type: 'run', callId, channel, input, prepared, shop, today, folders });
    });
  }

  /** False when no such task runs here. */
  cancel(callId: string): boolean {
    const worker = this.#worker;
    const running = worker?.running.get(callId);
    if (worker === null || running === undefined) return false;
    running.isCancelled = true;
    send(worker, { type: 'cancel', callId });
    setTimeout(() => {
      if (worker.running.get(callId) === running) void this.#kill(worker);
    }, graceMs).unref();
    return true;
  }

  /** Cancels everything; resolves when the process is gone and holds no file any more. */
  async close(): Promise<void> {
    if (this.#idle !== null) clearTimeout(this.#idle);
    const worker = this.#worker;
    if (worker === null) return;
    for (const running of worker.running.values()) running.isCancelled = true;
    await this.#kill(worker);
  }

  /** A killed process takes no more requests, though it has not ended yet. */
  #kill(worker: Worker): Promise<void> {
    if (this.#worker === worker) this.#worker = null;
    worker.process.kill();
    return worker.hasEnded;
  }

  #start(): Worker {
    const ended = Promise.withResolvers<void>();
    const worker: Worker = {
      process: this.#tools.fork(),
      running: new Map(),
      hasEnded: ended.promise,
    };
    worker.process.onMessage((message) => this.#receive(worker, message));
    worker.process.onExit((code) => {
      this.#exited(worker, code);
      ended.resolve();
    });
    return worker;
  }

  #receive(worker: Worker, raw: unknown): void {
    const parsed = fromTasks.safeParse(raw);
    if (!parsed.success) {
      this.#tools.log.error('unreadable message from the task process');
      return;
    }
    const message = parsed.data;
    if (message.type === 'log') {
      // The log looks at every field again.
      this.#tools.log[message.level](message.message, message.fields as LogFields);
      return;
    }
    const running = worker.running.get(message.callId);
    if (running === undefined) return;
    if (message.type === 'progress')
      running.request.onProgress(message.phase, message.done, message.total);
    else if (message.type === 'ended') running.end(message.result as Result<unknown>);
    else if (message.type === 'want') void this.#grant(worker, running);
    else {
      running.release?.();
      running.release = null;
    }
  }

  async #grant(worker: Worker, running: Running): Promise<void> {
    const release = await this.#tools.takeWriting();
    const { callId } = running.request;
    if (worker.running.get(callId) !== running) {
      release();
      return;
    }
    running.release = release;
    send(worker, { type: 'granted', callId });
  }

  #exited(worker: Worker, code: number | null): void {
    if (this.#worker === worker) this.#worker = null;
    for (const running of [...worker.running.values()]) {
      const { channel } = running.request;
      if (!running.isCancelled) this.#tools.log.error('task process ended', { code, channel });
      const error = running.isCancelled ? ({ code: 'CANCELLED' } as const) : endOf(channel, code);
      running.end({ ok: false, error });
    }
  }

  #rest(): void {
    if (this.#idle !== null) clearTimeout(this.#idle);
    this.#idle = setTimeout(() => {
      const worker = this.#worker;
      if (worker !== null && worker.running.size === 0) void this.#kill(worker);
    }, idleMs);
    this.#idle.unref();
  }
}

/** Who reads a file and comes to an end has not come through it: it is the file's fault, not the app's. */
function endOf(channel: string, code: number | null): AppError {
  if (readingChannels.has(channel)) return { code: 'BAD_FILE', reason: 'gave-up' };
  return { code: 'INTERNAL', incident: `task-${code ?? 'killed'}` };
}

function send(worker: Worker, message: ToTasks): void {
  worker.process.send(message);
}

/** A lane on this machine, whose tasks write in turn with main. */
export function newLane({ forkTasks, log }: Platform, writes: WriteQueue): Lane {
  return new Lane({ fork: forkTasks, log, takeWriting: () => writes.take() });
}
