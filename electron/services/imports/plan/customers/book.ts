import type { CustomerLookup } from '#db/queries/imports/lookup-customers.ts';
import type { ImportReport } from '#shared/contract/imports.ts';
import { nameKey } from '#shared/domain/text/names.ts';
import { type Problem, problemOf } from '../outcomes.ts';
import type { SameAnswers } from './answers.ts';
import { nameProblem } from './name-problem.ts';
import { Namesakes } from './namesakes.ts';
import { callings, idKey, keyOf, sortedKeys } from './point-keys.ts';
import type { CustomerRow, PointKey } from './row.ts';
import { CustomerSlot } from './slot.ts';
import {
  type ErasedLookup,
  erasedPerson,
  type Known,
  type Resolved,
  type SourceRules,
} from './source-rules.ts';

type Recognised = keyof ImportReport['recognised'];

const nobody: Resolved = { slot: null, effect: 'unchanged', problems: [] };

/** Every customer of the plan, found by phone, then e-mail, then id, then (where nothing better is) name. */
export class CustomerBook {
  readonly slots = new Map<number, CustomerSlot>();
  readonly recognised: Record<Recognised, number> = {
    byPhone: 0,
    byEmail: 0,
    byIdentifier: 0,
    byName: 0,
  };
  readonly #lookup: CustomerLookup | null;
  readonly #nextId: () => number;
  readonly #erased: ErasedLookup;
  readonly #answers: SameAnswers | null;
  readonly #byKey = new Map<string, CustomerSlot>();
  readonly #named: Namesakes;

  constructor({ lookup, erased, answers }: Known, nextId: () => number) {
    this.#lookup = lookup;
    this.#erased = erased;
    this.#answers = answers;
    this.#nextId = nextId;
    this.#named = new Namesakes(lookup, (id) => this.stored(id));
  }

  /**
   * Finds or makes the customer of a row and takes over what the row says. `content`: the row's own
   * text; `above`: the customer whose row it goes on with.
   */
  resolve(
    row: CustomerRow,
    source: SourceRules,
    content: string,
    above: CustomerSlot | null = null,
  ): Resolved {
    const { points, identifier } = row;
    const keys = { points, identifiers: identifier === null ? [] : [identifier] };
    const erasedId = above === null ? this.#erased?.(keys)?.customerId : undefined;
    if (erasedId !== undefined && !source.takesErased && !this.#isKnown(row))
      return { ...nobody, problems: [problemOf(erasedPerson)], erasedId };
    const resolved = this.#resolve(row, source, content, above);
    return erasedId === undefined ? resolved : { ...resolved, erasedId };
  }

  /** Who is called so, there already or new. */
  allNamed(name: string): readonly CustomerSlot[] {
    return name === '' ? [] : this.#named.all(name);
  }

  /** Somebody is there whom a phone, an e-mail or a code of the row leads to. */
  #isKnown({ points, identifier }: CustomerRow): boolean {
    const isOwned = points.some((point) => this.ownerOfPoint(point) !== null);
    return isOwned || (identifier !== null && this.ownerOfId(identifier) !== null);
  }

  #resolve(
    row: CustomerRow,
    source: SourceRules,
    content: string,
    above: CustomerSlot | null,
  ): Resolved {
    const found = this.#recognise(row, source, content, above);
    if (found.slot === null) return { ...nobody, problems: found.problems };
    const { slot, points, identifier } = found;
    if (slot.isDeleted) return { slot, effect: 'unchanged', problems: found.problems };
    const isFresh = slot.isFresh;
    const problems = [...found.problems, ...nameProblem(slot, row, source)];
    // What somebody was called before a person changed it is no better name.
    const isOldName = found.isByName && this.#wasCalled(slot, row.nameKey);
    const says = isOldName ? { ...row, name: '', nameKey: '' } : row;
    // One who is there is found by what is written of them, but keeps what stands there.
    if (source.existing === 'leave' && !slot.isNew) return { slot, effect: 'unchanged', problems };
    const mode = source.existing === 'fill' ? 'fill' : source.mode;
    let changed = slot.merge(says, points, source.id, mode);
    for (const point of points) this.#byKey.set(keyOf(point), slot);
    for (const each of callings(identifier, source.alsoScheme)) {
      if (slot.addIdentifier(each)) changed = true;
      this.#byKey.set(idKey(each), slot);
    }
    const effect = isFresh ? 'added' : changed ? 'updated' : 'unchanged';
    return { slot, effect, problems, referrer: row.referrer };
  }

  #recognise(row: CustomerRow, source: SourceRules, content: string, above: CustomerSlot | null) {
    const problems: Problem[] = [...row.problems];
    let points: PointKey[] = [];
    let slot = above;
    let by: Recognised | null = null;
    for (const point of sortedKeys(row.points)) {
      const owner = this.ownerOfPoint(point);
      if (owner !== null && slot !== null && owner !== slot) {
        problems.push(problemOf('keys-disagree', point.value));
        continue;
      }
      points.push(point);
      if (owner === null || slot !== null) continue;
      slot = owner;
      by = point.kind === 'phone' ? 'byPhone' : 'byEmail';
    }
    let identifier = row.identifier;
    if (identifier !== null) {
      const [own, other] = callings(identifier, source.alsoScheme);
      const owner = this.ownerOfId(own) ?? this.ownerOfId(other);
      if (owner !== null && slot !== null && owner !== slot) {
        problems.push(problemOf('keys-disagree', identifier.value));
        identifier = null;
      } else if (owner !== null && slot === null) {
        slot = owner;
        by = 'byIdentifier';
      }
    }
    const former = slot === null ? this.#formerOwner(row) : null;
    if (former !== null) ({ slot, by } = former);
    if (slot !== null && source.mode === 'fill') points = this.#stillUsed(slot, points);
    const isByName = by === null || former !== null;
    if (slot !== null && by !== null) this.#count(slot, by);
    else if (above !== null) slot = above;
    else if (row.points.length > 0 || row.identifier !== null)
      slot = this.#soFarWithout(row, source, problems) ?? this.#create(row);
    else if (row.name !== '') slot = this.#byName(row, source, content, problems);
    return { slot, points, identifier, problems, isByName };
  }

  /** Who had a phone or an e-mail of the row, and the name beside it. */
  #formerOwner({ points, nameKey }: CustomerRow) {
    for (const point of sortedKeys(points)) {
      const id = this.#lookup?.former.byPoint(point, nameKey) ?? null;
      if (id === null) continue;
      const by: Recognised = point.kind === 'phone' ? 'byPhone' : 'byEmail';
      return { slot: this.stored(id), by };
    }
    return null;
  }

  /** Without those that a person has taken away from the customer. */
  #stillUsed({ id, isNew }: CustomerSlot, points: PointKey[]): PointKey[] {
    if (isNew || points.length === 0) return points;
    return points.filter(
      (point) => this.ownerOfPoint(point) !== null || !this.#lookup?.former.gaveUp(id, point),
    );
  }

  #wasCalled({ id, isNew, facts }: CustomerSlot, name: string): boolean {
    if (isNew || name === '' || nameKey(facts.name ?? '') === name) return false;
    return this.#lookup?.former.wasCalled(id, name) === true;
  }

  #byName(
    row: CustomerRow,
    source: SourceRules,
    content: string,
    problems: Problem[],
  ): CustomerSlot | null {
    const named = this.#named;
    if (!source.hasKeys) return this.#byNameAlone(row, problems);
    if (source.mode === 'fill') {
      const bare = named.bare(row.nameKey, source.ignoresCodes)[0];
      if (bare !== undefined) return this.#count(bare, 'byName');
      const only = this.#byWholeName(row, named.only(row.nameKey), problems);
      return only === null ? this.#create(row) : this.#count(only, 'byName');
    }
    const known = named.claimedBy(content);
    if (known !== undefined) return this.#count(known, 'byName');
    const free = named.unclaimed(named.bare(row.nameKey, false));
    const slot = free === undefined ? this.#create(row) : this.#count(free, 'byName');
    named.claim(content, slot);
    return slot;
  }

  /** A row beside others of its file has no number, or alone has one: what such a file goes by is said. */
  #byWholeName({ name }: CustomerRow, slot: CustomerSlot | null, problems: Problem[]) {
    if (slot !== null) problems.push(problemOf('taken-by-name', name));
    return slot;
  }

  /** Rows above named them without the number or the code that this one brings. */
  #soFarWithout(row: CustomerRow, { mode }: SourceRules, problems: Problem[]) {
    if (mode !== 'fill') return null;
    return this.#byWholeName(row, this.#named.onlyBare(row.nameKey), problems);
  }

  #byNameAlone(row: CustomerRow, problems: Problem[]): CustomerSlot | null {
    const [first, second] = this.#named.allOrFormer(row.nameKey);
    if (first === undefined) return this.#create(row);
    if (second === undefined) return this.#count(first, 'byName');
    problems.push(problemOf('name-ambiguous', row.name));
    return null;
  }

  /** Whose a phone or an e-mail is. */
  ownerOfPoint(point: PointKey): CustomerSlot | null {
    const key = keyOf(point);
    const known = this.#byKey.get(key);
    if (known !== undefined || this.#lookup === null) return known ?? null;
    return this.#remember(key, this.#lookup.byPoint(point.kind, point.matchKey));
  }

  /** Whose a code is. */
  ownerOfId(identifier: { scheme: string; value: string } | undefined): CustomerSlot | null {
    if (identifier === undefined) return null;
    const key = idKey(identifier);
    const known = this.#byKey.get(key);
    if (known !== undefined || this.#lookup === null) return known ?? null;
    const { scheme, value } = identifier;
    return this.#remember(key, this.#lookup.byIdentifier(scheme, value));
  }

  #remember(key: string, id: number | null): CustomerSlot | null {
    if (id === null) return null;
    const slot = this.stored(id);
    this.#byKey.set(key, slot);
    return slot;
  }

  /** One who is there, as the plan leaves them. */
  stored(id: number): CustomerSlot {
    let slot = this.slots.get(id);
    if (slot === undefined) {
      const stored = this.#lookup?.customer(id);
      if (stored === undefined) throw new Error('an empty shop has no such customer');
      slot = new CustomerSlot(id, stored);
      this.slots.set(id, slot);
    }
    return slot;
  }

  #create(row: CustomerRow): CustomerSlot {
    const slot = this.#made(row);
    this.#named.add(row.nameKey, slot);
    return slot;
  }

  /** A new one, or whom the owner says it is. */
  #made(row: CustomerRow): CustomerSlot {
    const { key, customerId } = this.#answers?.of(row) ?? { key: '', customerId: null };
    const slot =
      customerId === null ? new CustomerSlot(this.#nextId(), null) : this.stored(customerId);
    if (customerId === null) slot.key = key;
    else slot.meantBy.push(key);
    this.slots.set(slot.id, slot);
    return slot;
  }

  #count(slot: CustomerSlot, by: Recognised): CustomerSlot {
    if (!slot.isRecognised) {
      slot.isRecognised = true;
      this.recognised[by] += 1;
    }
    return slot;
  }
}
