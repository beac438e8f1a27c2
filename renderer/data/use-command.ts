import { useCallback, useState } from 'react';
import type { ChannelsOf, Input, Output } from '#shared/contract/index.ts';
import type { AppError, Result } from '#shared/errors.ts';
import { invoke } from './client.ts';
import { useUndo } from './use-undo.tsx';

export type CommandName = ChannelsOf<'command'> | ChannelsOf<'action'>;

export interface Command<N extends CommandName> {
  /** Runs it. With `said`, a toast says so, with Undo for ten seconds where the answer has a batch. */
  run(input: Input<N>, said?: string): Promise<Result<Output<N>>>;
  readonly isRunning: boolean;
  readonly error: AppError | null;
  clearError(): void;
}

function batchOf(value: unknown): number | null {
  if (typeof value !== 'object' || value === null || !('batchId' in value)) return null;
  return typeof value.batchId === 'number' ? value.batchId : null;
}

/** A change (or an action of main). Failures stay in `error` for the form to show; nothing is thrown. */
export function useCommand<N extends CommandName>(channel: N): Command<N> {
  const [isRunning, setRunning] = useState(false);
  const [error, setError] = useState<AppError | null>(null);
  const { say } = useUndo();
  const run = useCallback(
    async (input: Input<N>, said?: string): Promise<Result<Output<N>>> => {
      setRunning(true);
      const result = await invoke(channel, input).finally(() => setRunning(false));
      setError(result.ok ? null : result.error);
      if (result.ok && said !== undefined) say(said, batchOf(result.value));
      return result;
    },
    [channel, say],
  );
  const clearError = useCallback(() => setError(null), []);
  return { run, isRunning, error, clearError };
}
