import type { Person } from './person.ts';
import { type Likeness, likenessOf, type Surety, type Usualness } from './score.ts';

/** Two that may be one. */
export interface SamePair {
  readonly a: Person;
  readonly b: Person;
  readonly likeness: Likeness & { readonly surety: Surety };
}

/** Whether two are to be held against each other. */
type IsAsked = (a: Person, b: Person) => boolean;

/** With more of one key, it is the shop's own number or a word that says nothing. */
const mostOfOneKey = 25;
/** With more of one name, only those whom something else joins are looked at. */
const mostOfOneName = 8;
/** So many of those next to each other in a dictionary are held against each other. */
const neighbours = 3;
/** Names that begin, or end, with so many of the same letters. */
const sharedLetters = 5;
/** A slip or two, and what it moves. */
const slipped = 4;

/** Who has a key, by their places: the newest of each key, and from each to the one before. */
class Index {
  readonly #last = new Map<string, number>();
  readonly #before: number[] = [];
  readonly #at: number[] = [];
  readonly #size: number[] = [];
  /** The newest entry of each key that more than one has. */
  readonly #several = new Set<number>();

  add(key: string, at: number): void {
    const entry = this.#at.length;
    const before = this.#last.get(key);
    if (before !== undefined && this.#at[before] === at) return;
    this.#last.set(key, entry);
    this.#at.push(at);
    this.#before.push(before ?? -1);
    this.#size.push(before === undefined ? 1 : (this.#size[before] ?? 0) + 1);
    if (before === undefined) return;
    this.#several.delete(before);
    this.#several.add(entry);
  }

  sizeOf(key: string): number {
    const entry = this.#last.get(key);
    return entry === undefined ? 0 : (this.#size[entry] ?? 0);
  }

  /** The places of each key that more than one has. */
  *groups(): Generator<readonly number[]> {
    for (const newest of this.#several) {
      const group: number[] = [];
      for (let entry = newest; entry >= 0; entry = this.#before[entry] ?? -1)
        group.push(this.#at[entry] ?? 0);
      yield group;
    }
  }
}

function indexBy(people: readonly Person[], keyOf: (person: Person) => string | null): Index {
  const index = new Index();
  for (let at = 0; at < people.length; at += 1) {
    const person = people[at];
    const key = person === undefined ? '' : keyOf(person);
    if (key !== '' && key !== null) index.add(key, at);
  }
  return index;
}

function indexOfKeys(people: readonly Person[]): Index {
  const index = new Index();
  for (let at = 0; at < people.length; at += 1) {
    const person = people[at];
    if (person === undefined) continue;
    for (const key of person.phones) index.add(key, at);
    for (const key of person.emails) index.add(key, at);
    for (const key of person.codes) index.add(key, at);
  }
  return index;
}

/** Holds pairs against each other and keeps those that may be one, each once. */
class Judge {
  readonly pairs = new Map<string, SamePair>();
  readonly #people: readonly Person[];
  readonly #usual: Usualness;
  readonly #isAsked: IsAsked;

  constructor(people: readonly Person[], usual: Usualness, isAsked: IsAsked) {
    this.#people = people;
    this.#usual = usual;
    this.#isAsked = isAsked;
  }

  look(first: number, second: number): void {
    const [a, b] = [this.#people[first], this.#people[second]];
    if (a === undefined || b === undefined || a === b || !this.#isAsked(a, b)) return;
    const likeness = likenessOf(a, b, this.#usual);
    const { surety } = likeness;
    if (surety === null) return;
    const [low, high] = first < second ? [a, b] : [b, a];
    this.pairs.set(`${low.id} ${high.id}`, {
      ...{ a: low, b: high },
      likeness: { ...likeness, surety },
    });
  }

  lookAtAll(group: readonly number[]): void {
    for (let i = 0; i < group.length; i += 1)
      for (let j = i + 1; j < group.length; j += 1) this.look(group[i] ?? 0, group[j] ?? 0);
  }

  /** Only at those who have a word in common: what joins them says nothing without. */
  lookAtNamed(group: readonly number[]): void {
    for (let i = 0; i < group.length; i += 1) {
      const bits = this.#people[group[i] ?? 0]?.beginnings ?? 0;
      for (let j = i + 1; j < group.length; j += 1)
        if ((bits & (this.#people[group[j] ?? 0]?.beginnings ?? 0)) !== 0)
          this.look(group[i] ?? 0, group[j] ?? 0);
    }
  }

  /** Those of one name: all where they are few, else with whom something more joins. */
  lookAtNamesakes(group: readonly number[]): void {
    if (group.length <= mostOfOneName) {
      this.lookAtAll(group);
      return;
    }
    const some = group.flatMap((at) => this.#people[at] ?? []);
    for (const keyOf of joinedBy)
      for (const found of indexBy(some, keyOf).groups())
        if (found.length <= mostOfOneName) this.lookAtAll(found.map((at) => group[at] ?? 0));
  }
}

const joinedBy = [({ birthdayOn }: Person) => birthdayOn, ({ street }: Person) => street] as const;

function mirrored(text: string): string {
  let back = '';
  for (let at = text.length - 1; at >= 0; at -= 1) back += text[at];
  return back;
}

/** Whether two texts that begin alike are one but for a slip or two, or one the beginning of the other. */
function areClose(a: string, b: string): boolean {
  const least = Math.min(a.length, b.length);
  let front = sharedLetters;
  while (front < least && a.charCodeAt(front) === b.charCodeAt(front)) front += 1;
  if (front === least) return true;
  let back = 0;
  while (
    back < least - front &&
    a.charCodeAt(a.length - 1 - back) === b.charCodeAt(b.length - 1 - back)
  )
    back += 1;
  return front + back >= Math.max(a.length, b.length) - slipped;
}

/** Those who stand next to each other in a dictionary, or in one read from the end. */
function lookAtNeighbours(
  people: readonly Person[],
  names: readonly string[],
  judge: Judge,
  first: ReadonlyMap<string, number>,
): void {
  for (const write of [(text: string) => text, mirrored]) {
    const rows = names.map(write).sort();
    for (let i = 0; i < rows.length; i += 1) {
      const row = rows[i] ?? '';
      const beginning = row.slice(0, sharedLetters);
      for (let j = i + 1; j < rows.length && j <= i + neighbours; j += 1) {
        const other = rows[j] ?? '';
        if (!other.startsWith(beginning)) break;
        if (!areClose(row, other)) continue;
        const [one, two] = [first.get(write(row)), first.get(write(other))];
        if (one !== undefined && two !== undefined && people[one] !== people[two])
          judge.look(one, two);
      }
    }
  }
}

/** Each way in which a name of some length is written, with the first who has it. */
function writtenNames(people: readonly Person[]): Map<string, number> {
  const first = new Map<string, number>();
  for (let at = people.length - 1; at >= 0; at -= 1) {
    const joined = people[at]?.joined ?? '';
    if (joined.length > sharedLetters) first.set(joined, at);
  }
  return first;
}

/**
 * Everybody who may be somebody else who is there, the surest first. Looks at each of a hundred thousand
 * a few times, not at each pair. `isAsked`: which two are worth a look at all.
 */
export function findSamePeople(
  people: readonly Person[],
  isAsked: IsAsked = () => true,
): SamePair[] {
  const keys = indexOfKeys(people);
  const names = indexBy(people, ({ sorted }) => sorted);
  const usual: Usualness = {
    sharing: (key) => keys.sizeOf(key),
    named: (sorted) => names.sizeOf(sorted),
  };
  const judge = new Judge(people, usual, isAsked);
  for (const group of keys.groups()) if (group.length <= mostOfOneKey) judge.lookAtAll(group);
  for (const group of names.groups()) judge.lookAtNamesakes(group);
  for (const keyOf of joinedBy)
    for (const group of indexBy(people, keyOf).groups())
      if (group.length <= mostOfOneKey) judge.lookAtNamed(group);
  const first = writtenNames(people);
  lookAtNeighbours(people, [...first.keys()], judge, first);
  const rank: Record<Surety, number> = { certain: 0, likely: 1, possible: 2 };
  return [...judge.pairs.values()].sort(
    (x, y) =>
      rank[x.likeness.surety] - rank[y.likeness.surety] || y.likeness.score - x.likeness.score,
  );
}
