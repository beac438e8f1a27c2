import { useCommand } from '#renderer/data/use-command.ts';
import type { Input } from '#shared/contract/index.ts';
import type { AppError } from '#shared/errors.ts';
import type { ComplaintId } from '#shared/ids.ts';

type StepInput = Input<'complaints.step'>['step'];

interface TakeStep {
  /** True when it was taken; why not is in `error`. */
  take(step: StepInput, said: string): Promise<boolean>;
  readonly isRunning: boolean;
  readonly error: AppError | null;
}

/** Takes a step of one complaint; a refusal stays for the step to show. */
export function useStep(id: ComplaintId): TakeStep {
  const { run, isRunning, error } = useCommand('complaints.step');
  return {
    take: async (step, said) => (await run({ id, step }, said)).ok,
    isRunning,
    error,
  };
}
