/** The quantile of a normal distribution that leaves 2.5 % above it, and the one that leaves 20 %. */
const [above2, above20] = [1.959963985, 0.841621234];

/** Where `(share - p)² = z² p (1 - p) / n` holds: the ends of Wilson's interval, found by halving. */
function wilsonEnd(share: number, people: number, to: 0 | 1): number {
  const isInside = (p: number) => (share - p) ** 2 <= (above2 ** 2 * p * (1 - p)) / people + 1e-15;
  let [inside, outside]: [number, number] = [share, to];
  if (isInside(to)) return to;
  for (let step = 0; step < 80; step += 1) {
    const middle = (inside + outside) / 2;
    if (isInside(middle)) inside = middle;
    else outside = middle;
  }
  return inside;
}

/** What lies further out than `z` on both sides, by adding up thin slices of the bell. */
function beyond(z: number): number {
  const [slices, width] = [20_000, Math.abs(z) / 20_000];
  let sum = 0;
  for (let slice = 0; slice < slices; slice += 1)
    sum += Math.exp(-(((slice + 0.5) * width) ** 2) / 2) * width;
  return 1 - (2 * sum) / Math.sqrt(2 * Math.PI);
}

/** The figures of a hold-out, by other code than the app's. */
export function recountUplift(
  written: { readonly people: number; readonly buyers: number },
  held: { readonly people: number; readonly buyers: number },
) {
  const [a, b] = [written.buyers / written.people, held.buyers / held.people];
  const [lowA, highA] = [wilsonEnd(a, written.people, 0), wilsonEnd(a, written.people, 1)];
  const [lowB, highB] = [wilsonEnd(b, held.people, 0), wilsonEnd(b, held.people, 1)];
  const pooled = (written.buyers + held.buyers) / (written.people + held.people);
  const variance = pooled * (1 - pooled) * (1 / written.people + 1 / held.people);
  return {
    difference: a - b,
    low: a - b - Math.sqrt((a - lowA) ** 2 + (highB - b) ** 2),
    high: a - b + Math.sqrt((highA - a) ** 2 + (b - lowB) ** 2),
    chance: beyond((a - b) / Math.sqrt(variance)),
    need: Math.ceil(((above2 + above20) ** 2 * (a - a * a + b - b * b)) / (a - b) ** 2),
  };
}
