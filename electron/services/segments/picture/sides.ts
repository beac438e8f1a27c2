import type { Beside, PictureFigures } from '#shared/contract/segments/picture.ts';
import { apart, type Counts } from '#shared/domain/picture/compare.ts';
import {
  type Cell,
  fewestPeople,
  isFew,
  type Told,
  toldOf,
  unsaidOf,
} from '#shared/domain/picture/few.ts';

/** Who is asked about, and everybody else. */
export interface Sides {
  readonly members: ReadonlySet<number>;
  readonly others: ReadonlySet<number>;
}

/** Those of some customers who are among others. */
export function among(people: ReadonlySet<number>, ids: Iterable<number>): Set<number> {
  return new Set([...ids].filter((id) => people.has(id)));
}

/** Whether two shares that are both told differ; and if not, why they are not compared. */
function comparedOf(counts: Counts, isTold: boolean, everybodyElse: number): Beside['compared'] {
  if (everybodyElse === 0) return 'nobody';
  if (!isTold || counts.of < fewestPeople || counts.ofOthers < fewestPeople) return 'few';
  return apart(counts) ?? 'same';
}

function shareOf(part: Told, of: number): number | null {
  if (typeof part !== 'number') return null;
  return of === 0 ? 0 : part / of;
}

/** How many of either side are among some; `nested` are numbers told of more or fewer of the members. */
export function besideOf(
  { members, others }: Sides,
  some: Iterable<number>,
  ...nested: readonly number[]
): Beside {
  const ids = [...some];
  const counts: Counts = {
    ...{ part: among(members, ids).size, of: members.size },
    ...{ others: among(others, ids).size, ofOthers: others.size },
  };
  const part = toldOf(counts.part, counts.of, ...nested);
  const ofOthers = toldOf(counts.others, counts.ofOthers);
  const othersShare = others.size < fewestPeople ? null : shareOf(ofOthers, others.size);
  const isTold = typeof part === 'number' && othersShare !== null;
  return {
    ...{ part, of: counts.of, share: shareOf(part, counts.of), othersShare },
    compared: comparedOf(counts, isTold, others.size),
  };
}

/** What somebody did or is, and how often. */
export interface Doing {
  readonly customerId: number;
  readonly count: number;
}

function cellOf(side: ReadonlySet<number>, doings: readonly Doing[]): Cell {
  const own = doings.filter(({ customerId }) => side.has(customerId));
  return {
    count: own.reduce((sum, { count }) => sum + count, 0),
    people: new Set(own.map(({ customerId }) => customerId)),
  };
}

/** How many people are in some of these, or how often they did it. */
function sizeOf(cells: readonly Cell[], isOfPeople: boolean): number {
  return isOfPeople
    ? new Set(cells.flatMap(({ people }) => [...people])).size
    : cells.reduce((sum, { count }) => sum + count, 0);
}

/** What adds up: each part of it, those of whom it is not known, and whether people are counted. */
export interface Group {
  readonly parts: readonly (readonly Doing[])[];
  readonly unknown?: readonly Doing[];
  readonly isOfPeople: boolean;
}

interface Own {
  readonly parts: readonly Told[];
  /** What the parts are told of: all of whom it is known, or everybody where that would tell of a few. */
  readonly of: number;
  readonly isKnownTold: boolean;
  readonly known: Told;
}

/** The parts of a group, none of which tells of a few, nor does what is left of it. */
function ownOf(side: ReadonlySet<number>, { parts, unknown = [], isOfPeople }: Group): Own {
  const cells = parts.map((doings) => cellOf(side, doings));
  const rest = cellOf(side, unknown);
  const unsaid = unsaidOf([...cells, rest]);
  const [known, all] = [sizeOf(cells, isOfPeople), sizeOf([...cells, rest], isOfPeople)];
  const isKnownTold = !unsaid.has(cells.length);
  const of = isKnownTold ? known : all;
  return {
    ...{ of, isKnownTold },
    parts: cells.map(({ count }, at): Told => {
      if (!unsaid.has(at)) return count;
      return isOfPeople && isFew(of - count) && !isFew(count) ? 'nearlyAll' : 'unsaid';
    }),
    known: isFew(known)
      ? 'few'
      : isKnownTold
        ? known
        : isFew(rest.people.size)
          ? 'nearlyAll'
          : 'unsaid',
  };
}

/** The parts of a group beside those of everybody else, and of how many of the members it is known. */
export function groupOf(sides: Sides, group: Group): { besides: Beside[]; known: Told } {
  const { members, others } = sides;
  const { isOfPeople } = group;
  const own = ownOf(members, group);
  const theirs = ownOf(others, { ...group, unknown: [] });
  const hasOthers = cellOf(others, group.parts.flat()).people.size >= fewestPeople;
  const besides = own.parts.map((part, at): Beside => {
    const other = theirs.parts[at] ?? 'unsaid';
    const othersShare = hasOthers ? shareOf(other, theirs.of) : null;
    const share = own.isKnownTold ? shareOf(part, own.of) : null;
    const counts: Counts = {
      ...{ part: typeof part === 'number' ? part : 0, of: own.of },
      ...{ others: typeof other === 'number' ? other : 0, ofOthers: theirs.of },
    };
    const isTold = share !== null && othersShare !== null;
    const compared = isOfPeople ? comparedOf(counts, isTold, others.size) : null;
    return { part, of: own.of, share, othersShare, compared };
  });
  return { besides, known: own.known };
}

/** Those customers, each once. */
export function each(ids: Iterable<number>): Doing[] {
  return [...new Set(ids)].map((customerId) => ({ customerId, count: 1 }));
}

export type Figures<K extends keyof PictureFigures> = Pick<PictureFigures, K>;
