import type { StepState } from './steps.ts';

/** What of a file waits for an answer that its owner wants to give each time. */
export interface WaitingRules {
  readonly isIncluded: boolean;
  /** What becomes of customers who are there is still to be said. */
  readonly waitsForExisting: boolean;
  readonly steps: readonly { readonly state: StepState }[];
}

/** How many answers an import still waits for; of customers who are there nothing is asked where none changes. */
export function openRules(
  sources: readonly WaitingRules[],
  report: { readonly customers: { readonly updated: number } },
): number {
  return sources
    .filter(({ isIncluded }) => isIncluded)
    .reduce((sum, { waitsForExisting, steps }) => {
      const waiting = steps.filter(({ state }) => state === 'waiting').length;
      return sum + waiting + Number(waitsForExisting && report.customers.updated > 0);
    }, 0);
}
