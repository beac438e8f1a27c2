import { protectOnly } from '#db/file/protection.ts';
import { AppFailure } from '#shared/errors.ts';
import type { Logger, TaskContext } from '../context.ts';
import { traceOf } from '../log-entry.ts';
import { systemClock, systemIds } from '../runtime.ts';
import { type FromTasks, toTasks } from './messages.ts';
import { runTask } from './run-task.ts';
import { readingChannels, readingLimits, Watchdog } from './watchdog.ts';

/** The two ways a task process is started: Electron's utility process and a plain child of Node. */
interface ParentPort {
  on(event: 'message', listener: (event: { data: unknown }) => void): void;
  postMessage(message: unknown): void;
}

const port = (process as { parentPort?: ParentPort }).parentPort;

function send(message: FromTasks, afterwards: () => void = () => undefined): void {
  if (port === undefined) process.send?.(message, undefined, undefined, afterwards);
  else {
    port.postMessage(message);
    afterwards();
  }
}

const log: Logger = {
  info: (message, fields = {}) =>
    send({ type: 'log', level: 'info', message, fields: { ...fields } }),
  error: (message, fields = {}) =>
    send({ type: 'log', level: 'error', message, fields: { ...fields } }),
};

const watchdog = new Watchdog(readingLimits);
const running = { reading: 0, other: 0 };

/** Only where nothing but reading goes on here: a query that takes long makes no beats. */
function watchReading(channel: string, change: 1 | -1): void {
  running[readingChannels.has(channel) ? 'reading' : 'other'] += change;
  watchdog.setArmed(running.reading > 0 && running.other === 0, (error) =>
    log.error('nobody watches over reading', traceOf(error)),
  );
}

const cancels = new Map<string, AbortController>();
const grants = new Map<string, () => void>();

async function exclusive<T>(
  callId: string,
  signal: AbortSignal,
  run: () => Promise<T>,
): Promise<T> {
  await new Promise<void>((resolve, reject) => {
    grants.set(callId, resolve);
    signal.addEventListener('abort', () => reject(new AppFailure({ code: 'CANCELLED' })));
    if (signal.aborted) reject(new AppFailure({ code: 'CANCELLED' }));
    else send({ type: 'want', callId });
  });
  try {
    return await run();
  } finally {
    send({ type: 'release', callId });
  }
}

/** Milliseconds from one word of progress to the next. */
const progressEvery = 50;

/**
 * Leaves out what nobody could read so fast: each word costs both processes as much as some rows do. The
 * first and the last of a phase are always said.
 */
function sparingly(say: TaskContext['progress']): TaskContext['progress'] {
  let last = { phase: '', at: 0 };
  return (phase, done, total) => {
    const at = performance.now();
    if (phase === last.phase && done < total && at - last.at < progressEvery) return;
    last = { phase, at };
    say(phase, done, total);
  };
}

async function receive(raw: unknown): Promise<void> {
  const message = toTasks.parse(raw);
  if (message.type === 'cancel') cancels.get(message.callId)?.abort();
  else if (message.type === 'granted') {
    grants.get(message.callId)?.();
    grants.delete(message.callId);
  } else {
    const { callId, channel, input, prepared, shop, today, folders } = message;
    protectOnly(folders);
    const cancel = new AbortController();
    cancels.set(callId, cancel);
    watchReading(channel, 1);
    const result = await runTask(
      { channel, input, prepared, shop },
      {
        clock: { ...systemClock, today: () => today },
        ids: systemIds,
        log,
        signal: cancel.signal,
        progress: sparingly((phase, done, total) =>
          send({ type: 'progress', callId, phase, done, total }),
        ),
        exclusive: (run) => exclusive(callId, cancel.signal, run),
        reads: (mark) => watchdog.mark(mark),
      },
    );
    watchReading(channel, -1);
    cancels.delete(callId);
    send({ type: 'ended', callId, result });
  }
}

/** What it belonged to would never be answered: main answers for a process that has ended. */
function endOver(error: unknown): void {
  const entry = { message: 'uncaught in the task process', fields: { ...traceOf(error) } } as const;
  send({ type: 'log', level: 'error', ...entry }, () => process.exit(1));
}

// A plain child of Node ends over a rejection by itself; a utility process would only warn of it.
process.on('unhandledRejection', endOver);
process.on('uncaughtException', endOver);

if (port !== undefined) port.on('message', (event) => void receive(event.data));
else {
  process.on('message', (message) => void receive(message));
  // The app is gone: nobody is left to answer to.
  process.on('disconnect', () => process.exit(0));
}
