/** One kind of thing with how often it came and what it cost (minor units). */
export interface Counted {
  readonly key: string;
  readonly label: string;
  readonly count: number;
  readonly costMinor: number;
}

/** The same with its part of all, and the part of it and all before it; 0 to 1, the last is 1. */
export type Ranked<T extends Counted> = T & {
  readonly share: number;
  readonly cumulativeShare: number;
};

/** Pareto's order: the most frequent first, then the dearest, then by key. */
export function paretoOf<T extends Counted>(counted: readonly T[]): Ranked<T>[] {
  const all = counted.reduce((sum, row) => sum + row.count, 0);
  let before = 0;
  return counted
    .toSorted((a, b) => b.count - a.count || b.costMinor - a.costMinor || (a.key < b.key ? -1 : 1))
    .map((row) => {
      before += row.count;
      return { ...row, share: row.count / all, cumulativeShare: before / all };
    });
}

/** The most frequent spelling; of equally frequent ones the first by code points. Empty: ''. */
export function commonSpelling(spellings: readonly string[]): string {
  const counts = new Map<string, number>();
  for (const text of spellings) counts.set(text, (counts.get(text) ?? 0) + 1);
  let best = '';
  let most = 0;
  for (const [text, count] of counts) {
    if (count > most || (count === most && text < best)) [best, most] = [text, count];
  }
  return best;
}
