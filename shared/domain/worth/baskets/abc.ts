/** A: what brings the first 80 % of the revenue; B: up to 95 %; C: the rest. */
export type AbcClass = 'A' | 'B' | 'C';

/** Something that brought money; minor units. */
export interface Bringing {
  readonly minor: number;
}

export type Classed<T> = T & {
  /** Of what all that brought something brought together. */
  readonly share: number;
  readonly abc: AbcClass;
};

const aEnds = 0.8;
const bEnds = 0.95;

/**
 * Pareto's classes, the most first; what crosses a line belongs to the higher class. Whatever brought
 * nothing or took away more than it brought stands apart: a share of it would be none.
 */
export function abcClasses<T extends Bringing>(
  all: readonly T[],
): { readonly classed: Classed<T>[]; readonly apart: T[] } {
  const positive = all.filter(({ minor }) => minor > 0);
  const whole = positive.reduce((sum, { minor }) => sum + minor, 0);
  let before = 0;
  const classed = positive
    .toSorted((one, other) => other.minor - one.minor)
    .map((one) => {
      const reached = before / whole;
      before += one.minor;
      const abc: AbcClass = reached < aEnds ? 'A' : reached < bEnds ? 'B' : 'C';
      return { ...one, share: one.minor / whole, abc };
    });
  return { classed, apart: all.filter(({ minor }) => minor <= 0) };
}
