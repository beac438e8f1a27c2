/** Numbers from 0 to below 1 that look random, the same ones from the same seed (mulberry32). */
function numbersFrom(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}

function shuffled(ids: readonly number[], next: () => number): number[] {
  const all = [...ids];
  for (let last = all.length - 1; last > 0; last -= 1) {
    const at = Math.floor(next() * (last + 1));
    const [one, other] = [all[at] ?? 0, all[last] ?? 0];
    all[at] = other;
    all[last] = one;
  }
  return all;
}

/** A seed from what never comes twice (FNV-1a). */
export function seedOf(text: string): number {
  let hash = 0x811c9dc5;
  for (const letter of text) hash = Math.imul(hash ^ (letter.codePointAt(0) ?? 0), 0x01000193);
  return hash >>> 0;
}

/** How many of so many are kept apart. */
export function heldOf(count: number, percent: number): number {
  return Math.round((count * percent) / 100);
}

/** Everybody in the order of their turns, and who of them is kept apart. */
export interface Drawn {
  readonly order: readonly number[];
  readonly held: ReadonlySet<number>;
}

/**
 * Draws whom to keep apart, and everybody's turn, those kept apart among the others: so whoever has had a
 * turn by any day is as random as those who have not. The same ids and seed give the same draw.
 */
export function draw(ids: readonly number[], percent: number, seed: number): Drawn {
  const next = numbersFrom(seed);
  const held = new Set(shuffled(ids, next).slice(0, heldOf(ids.length, percent)));
  return { order: shuffled(ids, next), held };
}
