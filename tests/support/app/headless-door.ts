import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { readFileSync } from 'node:fs';
import { createInterface } from 'node:readline';
import type { AppEvent } from '#shared/contract/events.ts';
import type { ChannelName, Input, Output } from '#shared/contract/index.ts';
import type { AppError } from '#shared/errors.ts';
import { processScript } from '../processes/process-script.ts';

type Answer<T> = { ok: true; value: T } | { ok: false; error: AppError };

/** The app as a process of its own behind JSON lines, so that it can be killed. */
export interface HeadlessDoor {
  readonly process: ChildProcess;
  /** Null: the door ended before it answered. */
  ask<N extends ChannelName>(
    channel: N,
    input: Input<N>,
    files?: readonly string[],
  ): Promise<Answer<Output<N>> | null>;
  /** What is said unasked while a request runs. */
  onEvent(listener: (event: AppEvent) => void): void;
  /** Its task processes (Linux). */
  taskPids(): number[];
  close(): Promise<void>;
}

/** `env` is added to this process's own. */
export function openHeadlessDoor(
  dataFolder: string,
  env: Readonly<Record<string, string>> = {},
): HeadlessDoor {
  const child = spawn(process.execPath, [processScript('headless'), '--data', dataFolder], {
    stdio: ['pipe', 'pipe', process.env['DOOR_ERR'] ? 'inherit' : 'ignore'],
    env: { ...process.env, ...env },
    // A group of its own: what it starts is killed with it (`killable-app.ts`).
    detached: 'LANGGAN_STEPS' in env,
  });
  const waiting = new Map<number, (answer: never) => void>();
  const listeners: ((event: AppEvent) => void)[] = [];
  let last = 0;
  const lines = createInterface({ input: child.stdout });
  lines.on('line', (line) => {
    const message = JSON.parse(line);
    if ('event' in message) {
      for (const listener of listeners) listener(message.event);
      return;
    }
    waiting.get(message.id)?.(message as never);
    waiting.delete(message.id);
  });
  child.stdin.on('error', () => undefined);
  const ended = once(child, 'exit').then(() => {
    for (const resolve of waiting.values()) resolve(null as never);
  });
  return {
    process: child,
    ask: (channel, input, files = []) => {
      last += 1;
      const id = last;
      return new Promise((resolve) => {
        waiting.set(id, resolve as (answer: never) => void);
        child.stdin.write(`${JSON.stringify({ id, channel, input, files })}\n`);
      });
    },
    onEvent: (listener) => void listeners.push(listener),
    taskPids: () => {
      const { pid } = child;
      const path = `/proc/${pid}/task/${pid}/children`;
      return readFileSync(path, 'utf8').split(' ').filter(Boolean).map(Number);
    },
    close: async () => {
      child.stdin.end();
      await ended;
    },
  };
}
