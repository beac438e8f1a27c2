/** Ends of the middle of a normal distribution, from other tables than the app's. */
const quantile = { 80: 1.2815515655, 95: 1.9599639845 } as const;

/** Where `(share - p)² = z² p (1 - p) / n` holds: an end of Wilson's interval, found by halving. */
function wilsonEnd(share: number, people: number, to: 0 | 1, percent: 80 | 95): number {
  const square = quantile[percent] ** 2;
  const isInside = (p: number) => (share - p) ** 2 <= (square * p * (1 - p)) / people + 1e-15;
  if (isInside(to)) return to;
  let [inside, outside]: [number, number] = [share, to];
  for (let step = 0; step < 80; step += 1) {
    const middle = (inside + outside) / 2;
    if (isInside(middle)) inside = middle;
    else outside = middle;
  }
  return inside;
}

/** The share of those numbers that pass, with Wilson's interval. */
export function recountShare(numbers: readonly number[], passes: (number: number) => boolean) {
  const good = numbers.filter(passes).length;
  const share = good / numbers.length;
  const ends = (percent: 80 | 95) => ({
    low: wilsonEnd(share, numbers.length, 0, percent),
    high: wilsonEnd(share, numbers.length, 1, percent),
  });
  return { good, share, in80: ends(80), in95: ends(95) };
}

/** A net promoter score answer by answer, each as +100, 0 or -100, with three answers' worth added to its spread. */
export function recountNps(numbers: readonly number[]) {
  const points = numbers.map((number) => (number > 8 ? 100 : number > 6 ? 0 : -100));
  const sum = points.reduce<number>((all, point) => all + point, 0);
  // Three quarters of an answer at either end, one and a half between them.
  const weighted = [
    ...points.map((point) => [point, 1] as const),
    ...([
      [100, 0.75],
      [0, 1.5],
      [-100, 0.75],
    ] as const),
  ];
  const weight = weighted.reduce((all, [, one]) => all + one, 0);
  const middle = weighted.reduce((all, [point, one]) => all + point * one, 0) / weight;
  const spread =
    weighted.reduce((all, [point, one]) => all + one * (point - middle) ** 2, 0) / weight;
  const half = quantile[95] * Math.sqrt(spread / weight);
  return {
    promoters: points.filter((point) => point === 100).length,
    detractors: points.filter((point) => point === -100).length,
    score: sum / numbers.length,
    low: Math.max(-100, middle - half),
    high: Math.min(100, middle + half),
  };
}
