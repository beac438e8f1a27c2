/** How long something took, or has taken so far. */
export interface Waited {
  /** From 0 up, in one unit for all. */
  readonly minutes: number;
  /** False: still waiting, so all that is known is that it takes longer (censored). */
  readonly isDone: boolean;
}

/** Products of fractions miss a half by the last bits; no shop has a fraction this close to it. */
const closeEnough = 1e-12;

/**
 * The time within which a share of all (0 to 1) was done, by Kaplan and Meier (1958): the smallest
 * time at which the estimated part still waiting, the product of (1 − done / at risk) over the times
 * at which something was done, is at most 1 − `share`. What is still waiting counts as at risk up to
 * its age and never as done; at equal times the done come first. Null: not reached, or nothing there.
 */
export function timeByShare(times: readonly Waited[], share: number): number | null {
  const sorted = times.toSorted((a, b) => a.minutes - b.minutes);
  let waiting = 1;
  for (let index = 0; index < sorted.length; ) {
    const minutes = sorted[index]?.minutes ?? 0;
    const atRisk = sorted.length - index;
    let done = 0;
    while (index < sorted.length && sorted[index]?.minutes === minutes) {
      if (sorted[index]?.isDone === true) done += 1;
      index += 1;
    }
    waiting *= 1 - done / atRisk;
    if (done > 0 && waiting <= 1 - share + closeEnough) return minutes;
  }
  return null;
}
