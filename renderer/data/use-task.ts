import { useCallback, useRef, useState } from 'react';
import { type TaskProgress, useTasks } from '#renderer/state/tasks.ts';
import type { ChannelsOf, Input, Output } from '#shared/contract/index.ts';
import type { AppError, Result } from '#shared/errors.ts';
import { invoke, nextCallId } from './client.ts';

export type TaskName = ChannelsOf<'task'>;

export interface Task<N extends TaskName> {
  /** Runs the task; `title` is what the status line says meanwhile (a file's name). */
  run(input: Input<N>, title?: string): Promise<Result<Output<N>>>;
  /** Asks for a stop: `run` then answers CANCELLED and nothing is left behind. */
  cancel(): void;
  readonly isRunning: boolean;
  /** Null until the first report. */
  readonly progress: TaskProgress | null;
  /** Why the last run failed; a cancelled one is no failure. */
  readonly error: AppError | null;
}

/** Stops a running task by its call. */
export async function cancelTask(callId: string): Promise<void> {
  await invoke('tasks.cancel', { callId });
}

/** A long piece of work with progress and cancel. It goes on when the screen that began it is left. */
export function useTask<N extends TaskName>(channel: N): Task<N> {
  const [callId, setCallId] = useState<string | null>(null);
  const [error, setError] = useState<AppError | null>(null);
  const current = useRef<string | null>(null);
  const progress = useTasks(
    (state) => state.running.find((one) => one.callId === callId)?.progress ?? null,
  );
  const run = useCallback(
    async (input: Input<N>, title?: string): Promise<Result<Output<N>>> => {
      const id = nextCallId();
      const { started, ended } = useTasks.getState();
      current.current = id;
      setCallId(id);
      setError(null);
      started({ callId: id, channel, title: title ?? null, progress: null });
      const result = await invoke(channel, input, id).finally(() => ended(id));
      if (current.current === id) {
        current.current = null;
        setCallId(null);
        setError(result.ok || result.error.code === 'CANCELLED' ? null : result.error);
      }
      return result;
    },
    [channel],
  );
  const cancel = useCallback(() => {
    if (current.current !== null) void cancelTask(current.current);
  }, []);
  return { run, cancel, isRunning: callId !== null, progress, error };
}
