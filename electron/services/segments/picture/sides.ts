import type { Beside, PictureFigures } from '#shared/contract/segments/picture.ts';
import { fewestPeople } from '#shared/domain/picture/few.ts';

/** Who is asked about, and everybody else. */
export interface Sides {
  readonly members: ReadonlySet<number>;
  readonly others: ReadonlySet<number>;
}

/** Those of some customers who are on either side. */
export function onSides({ members, others }: Sides, ids: Iterable<number>): [number, number] {
  let [inside, outside] = [0, 0];
  for (const id of new Set(ids)) {
    if (members.has(id)) inside += 1;
    else if (others.has(id)) outside += 1;
  }
  return [inside, outside];
}

/** How many of either side are among some, of those of whom it is known. */
export function besideOf(sides: Sides, some: Iterable<number>, known?: Iterable<number>): Beside {
  const [part, others] = onSides(sides, some);
  const [of, ofOthers] =
    known === undefined ? [sides.members.size, sides.others.size] : onSides(sides, known);
  return { part, of, others, ofOthers };
}

/** Sums of counts by side. */
export function countBeside(
  rows: Iterable<{ readonly isIn: boolean; readonly count: number; readonly is: boolean }>,
): Beside {
  const sums = { part: 0, of: 0, others: 0, ofOthers: 0 };
  for (const { isIn, count, is } of rows) {
    sums[isIn ? 'of' : 'ofOthers'] += count;
    if (is) sums[isIn ? 'part' : 'others'] += count;
  }
  return sums;
}

/** Those that enough of the people share; of the others how many there are. */
export function shown<T>(
  rows: readonly T[],
  peopleOf: (row: T) => number,
  most: number,
): { rows: T[]; rest: T[] } {
  const enough = rows.filter((row) => peopleOf(row) >= fewestPeople).slice(0, most);
  const isShown = new Set(enough);
  return { rows: enough, rest: rows.filter((row) => !isShown.has(row)) };
}

export type Figures<K extends keyof PictureFigures> = Pick<PictureFigures, K>;
