import type { ExistingRule } from '../../contract/imports-draft.ts';
import type { StepState } from './steps.ts';

/** What of a file waits for an answer that its owner wants to give each time. */
export interface WaitingRules {
  readonly isIncluded: boolean;
  /** What became of customers who are there last time, where it is to be said anew; null: nothing is asked. */
  readonly waitingRule: ExistingRule | null;
  readonly steps: readonly { readonly state: StepState }[];
}

type Met = { readonly customers: { readonly updated: number; readonly unchanged: number } };

/**
 * Whether what becomes of customers who are there makes a difference. The counts are those of the rule of
 * last time: where it is to correct them all that could change is counted, where it is to spare them
 * anybody who is met may be one of whom the file says something else.
 */
function mayDiffer(rule: ExistingRule, { customers: { updated, unchanged } }: Met): boolean {
  return updated > 0 || (rule !== 'correct' && unchanged > 0);
}

/** How many answers an import still waits for; of customers who are there nothing is asked where none can change. */
export function openRules(sources: readonly WaitingRules[], report: Met): number {
  return sources
    .filter(({ isIncluded }) => isIncluded)
    .reduce((sum, { waitingRule, steps }) => {
      const waiting = steps.filter(({ state }) => state === 'waiting').length;
      return sum + waiting + Number(waitingRule !== null && mayDiffer(waitingRule, report));
    }, 0);
}
