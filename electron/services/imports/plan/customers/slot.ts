import type { StoredCustomer } from '#db/queries/imports/lookup-customers.ts';
import { looksLikeBusiness, nameKey } from '#shared/domain/text/names.ts';
import type { Naming } from '../row-kind.ts';
import {
  type AddressPart,
  addressParts,
  type CustomerRow,
  type PointKey,
  type SingleFact,
  singleFacts,
} from './row.ts';

type Facts = Record<'name' | SingleFact, string | null>;

export interface SlotAddress {
  /** Id of the stored row, null for a new one. */
  readonly id: number | null;
  readonly parts: Record<AddressPart, string | null>;
  /** What a stored one held before this import touched it. */
  before: Record<AddressPart, string | null> | null;
}

export interface SlotPoint {
  readonly kind: string;
  readonly value: string;
  readonly matchKey: string;
  readonly isNew: boolean;
}

export interface SlotValue {
  /** Id of the stored row, null for a new one. */
  readonly id: number | null;
  value: string;
  /** What a stored one held before this import touched it. */
  readonly before: string | null;
}

const longestNote = 8000;

/** One customer of the plan: there already, or new. */
export class CustomerSlot {
  readonly id: number;
  readonly isNew: boolean;
  readonly isDeleted: boolean;
  /** What it is was decided when others were merged into it: files only add. */
  readonly isJoined: boolean;
  readonly facts: Facts;
  readonly factsBefore: Facts | null;
  readonly points: SlotPoint[] = [];
  readonly identifiers: { scheme: string; value: string; isNew: boolean }[] = [];
  readonly addresses: SlotAddress[] = [];
  readonly tags: { tag: string; isNew: boolean }[] = [];
  /** What fields that the owner made hold, by their ids. */
  readonly own = new Map<number, SlotValue>();
  /** Who brought them. */
  referredBy: number | null;
  readonly #referredBefore: number | null;
  /** The source that touched it last, and the name that source first gave. */
  touchedBy = 0;
  nameThere = '';
  isRecognised = false;
  /** By what the files call one that they make. */
  key = '';
  /** The keys of those in the files of whom it is said that they are this one. */
  readonly meantBy: string[] = [];

  constructor(id: number, stored: StoredCustomer | null) {
    this.id = id;
    this.isNew = stored === null;
    this.isDeleted = stored?.isDeleted ?? false;
    this.isJoined = stored?.isJoined ?? false;
    this.facts = factsOf(stored);
    this.referredBy = stored?.referredBy ?? null;
    this.#referredBefore = this.referredBy;
    this.factsBefore = stored === null ? null : { ...this.facts };
    if (stored !== null) this.#load(stored);
  }

  #load(stored: StoredCustomer): void {
    for (const { kind, match_key } of stored.points) {
      this.points.push({ kind, value: '', matchKey: match_key, isNew: false });
    }
    for (const each of stored.identifiers) this.identifiers.push({ ...each, isNew: false });
    for (const { id, street, district, city, province, postal_code } of stored.addresses) {
      const parts = { street, district, city, province, postal_code };
      this.addresses.push({ id, parts, before: null });
    }
    for (const tag of stored.tags) this.tags.push({ tag, isNew: false });
    for (const { id, fieldId, value } of stored.own)
      this.own.set(fieldId, { id, value, before: value });
  }

  get isReferrerChanged(): boolean {
    return this.referredBy !== this.#referredBefore;
  }

  /** What the row held before this import; null: it is new. */
  get rowBefore(): Readonly<Record<string, string | number | null>> | null {
    if (this.factsBefore === null) return null;
    return { ...this.factsBefore, recommended_by: this.#referredBefore };
  }

  /** Nothing but a name is known. */
  get isBare(): boolean {
    return this.identifiers.length === 0 && this.hasNoPoints;
  }

  /** The code of a new one of whom no name, phone or e-mail is known; else null. */
  get codeAlone(): string | null {
    const isNamed = !this.isNew || (this.facts.name ?? '') !== '' || !this.hasNoPoints;
    return isNamed ? null : (this.identifiers[0]?.value ?? null);
  }

  /** No phone and no e-mail is known. */
  get hasNoPoints(): boolean {
    return this.points.every(({ kind }) => !isKey(kind));
  }

  /**
   * Takes over what a row says. The first row of a source may correct what is stored; later ones of
   * the same source only add, so that two rows about one customer never overwrite each other.
   */
  merge(
    row: CustomerRow,
    points: readonly PointKey[],
    sourceId: number,
    mode: Naming['mode'],
  ): boolean {
    const isFirst = this.touchedBy !== sourceId && !this.isFresh;
    const corrects = mode === 'correct' && isFirst && !this.isJoined;
    let changed = this.#mergeFacts(row, corrects);
    for (const point of points) {
      if (this.points.some((each) => each.matchKey === point.matchKey)) continue;
      this.points.push({ ...point, isNew: true });
      changed = true;
    }
    if (row.address !== null && this.#mergeAddress(row.address, corrects)) changed = true;
    for (const tag of row.tags) {
      if (this.tags.some((each) => each.tag === tag)) continue;
      this.tags.push({ tag, isNew: true });
      changed = true;
    }
    if (this.#mergeOwn(row.own, corrects)) changed = true;
    this.touchedBy = sourceId;
    return changed;
  }

  /** Made by the row that is being merged. */
  get isFresh(): boolean {
    return this.isNew && this.touchedBy === 0;
  }

  addIdentifier(identifier: { scheme: string; value: string }): boolean {
    const { scheme, value } = identifier;
    if (this.identifiers.some((each) => each.scheme === scheme && each.value === value))
      return false;
    this.identifiers.push({ scheme, value, isNew: true });
    return true;
  }

  #mergeFacts(row: CustomerRow, corrects: boolean): boolean {
    let changed = false;
    const { facts } = this;
    if (
      row.name !== '' &&
      (facts.name === '' || (corrects && nameKey(facts.name ?? '') !== row.nameKey))
    ) {
      facts.name = row.name;
      if (this.isNew && row.facts.kind === undefined && looksLikeBusiness(row.name)) {
        facts.kind = 'business';
      }
      changed = true;
    }
    if (this.#mergeNote(row, corrects)) changed = true;
    for (const fact of singleFacts) {
      const value = row.facts[fact];
      if (fact === 'note' || value === undefined || facts[fact] === value) continue;
      const isUnset = facts[fact] === null || (fact === 'kind' && this.isNew);
      if (!isUnset && !corrects) continue;
      facts[fact] = value;
      changed = true;
    }
    return changed;
  }

  /** The note of the row, and below it the phones that nobody could read. */
  #mergeNote({ facts: { note }, unread }: CustomerRow, corrects: boolean): boolean {
    const before = this.facts.note;
    const takes = note !== undefined && (before === null || corrects);
    const ground = takes ? note : before;
    const missing = unread.filter((line) => ground === null || !ground.includes(line));
    const after = [...(ground === null ? [] : [ground]), ...missing]
      .join('\n')
      .slice(0, longestNote);
    if (after === (before ?? '')) return false;
    this.facts.note = after;
    return true;
  }

  #mergeOwn(own: CustomerRow['own'], corrects: boolean): boolean {
    let changed = false;
    for (const { field, value } of own) {
      const held = this.own.get(field.id);
      if (held !== undefined && (!corrects || held.value === value)) continue;
      if (held === undefined) this.own.set(field.id, { id: null, value, before: null });
      else held.value = value;
      field.isUsed = true;
      changed = true;
    }
    return changed;
  }

  #mergeAddress(address: NonNullable<CustomerRow['address']>, corrects: boolean): boolean {
    const fitting = this.addresses.find(({ parts }) =>
      addressParts.every((part) => fits(parts[part], address[part])),
    );
    if (fitting !== undefined) return fill(fitting, address, false);
    const first = this.addresses[0];
    if (first === undefined || (address.street !== undefined && first.parts.street !== null)) {
      const parts = { street: null, district: null, city: null, province: null, postal_code: null };
      this.addresses.push({ id: null, parts: { ...parts, ...address }, before: null });
      return true;
    }
    return corrects && fill(first, address, true);
  }
}

function isKey(kind: string): boolean {
  return kind === 'phone' || kind === 'email';
}

function factsOf(stored: StoredCustomer | null): Facts {
  const from = stored?.facts;
  return {
    name: from?.name ?? '',
    kind: from?.kind ?? 'person',
    birthday_on: from?.birthday_on ?? null,
    gender: from?.gender ?? null,
    occupation: from?.occupation ?? null,
    source: from?.source ?? null,
    tax_id: from?.tax_id ?? null,
    note: from?.note ?? null,
  };
}

/** Two parts of an address do not contradict each other. */
function fits(have: string | null, given: string | undefined): boolean {
  return have === null || given === undefined || have === given || nameKey(have) === nameKey(given);
}

function fill(
  address: SlotAddress,
  given: Readonly<Partial<Record<AddressPart, string>>>,
  overwrites: boolean,
): boolean {
  const before = { ...address.parts };
  let changed = false;
  for (const part of addressParts) {
    const value = given[part];
    const have = address.parts[part];
    if (value === undefined || (have !== null && (!overwrites || fits(have, value)))) continue;
    address.parts[part] = value;
    changed = true;
  }
  if (changed && address.id !== null) address.before ??= before;
  return changed;
}
