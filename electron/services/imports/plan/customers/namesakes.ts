import type { CustomerLookup } from '#db/queries/imports/lookup-customers.ts';
import { bareNameKey } from '#shared/domain/text/names.ts';
import type { CustomerSlot } from './slot.ts';

/** Customers by what they are called, there already or new by the plan. Names are name keys. */
export class Namesakes {
  readonly #lookup: CustomerLookup | null;
  readonly #stored: (id: number) => CustomerSlot;
  readonly #fresh = new Map<string, CustomerSlot[]>();
  /** Customers known by name alone that a row of a customer file has claimed, by that row's text. */
  readonly #claimed = new Map<string, CustomerSlot>();
  readonly #claims = new Map<number, number>();

  constructor(lookup: CustomerLookup | null, stored: (id: number) => CustomerSlot) {
    this.#lookup = lookup;
    this.#stored = stored;
  }

  /** Takes up a new one. */
  add(name: string, slot: CustomerSlot): void {
    if (name === '') return;
    const same = this.#fresh.get(name);
    if (same === undefined) this.#fresh.set(name, [slot]);
    else same.push(slot);
  }

  /** Who is called so. */
  all(name: string): readonly CustomerSlot[] {
    const stored = (this.#lookup?.byName(name) ?? []).map(this.#stored);
    return [...new Set([...stored, ...(this.#fresh.get(name) ?? [])])];
  }

  /** Who is called so; where nobody is any more, who once was. */
  allOrFormer(name: string): readonly CustomerSlot[] {
    const all = this.all(name);
    return all.length > 0 ? all : (this.#lookup?.former.byName(name) ?? []).map(this.#stored);
  }

  /** The one customer of a whole name; null: there is nobody, or several, or the name is of one word. */
  only(name: string): CustomerSlot | null {
    if (!/\S\s+\S/.test(bareNameKey(name))) return null;
    const [only, second] = this.all(name);
    return second === undefined ? (only ?? null) : null;
  }

  /** The same of a new one of whom nothing but the name has come so far. */
  onlyBare(name: string): CustomerSlot | null {
    return this.#fresh.get(name)?.[0]?.isBare === true ? this.only(name) : null;
  }

  /** Of whom files have brought nothing but the name, in the order in which they came. */
  bare(name: string, ignoresCodes: boolean): CustomerSlot[] {
    const fresh = this.#fresh.get(name) ?? [];
    const find = ignoresCodes ? 'withoutPoints' : 'bareByName';
    const nameOnly = new Set(this.#lookup?.former.nameOnly(name, ignoresCodes));
    const stored = new Set([...(this.#lookup?.[find](name) ?? []), ...nameOnly]);
    const isBare = (slot: CustomerSlot) =>
      (ignoresCodes ? slot.hasNoPoints : slot.isBare) ||
      (nameOnly.has(slot.id) && slot.points.every(({ isNew }) => !isNew));
    const known = [...stored].sort((a, b) => a - b).map(this.#stored);
    const merged = this.#lookup?.mergedByName(name, ignoresCodes) ?? [];
    return [...[...known, ...fresh].filter(isBare), ...merged.map(this.#stored)];
  }

  /** Whom a row of a list of customers has claimed with the same text. */
  claimedBy(text: string): CustomerSlot | undefined {
    return this.#claimed.get(text);
  }

  claim(text: string, slot: CustomerSlot): void {
    this.#claimed.set(text, slot);
    this.#claims.set(slot.id, (this.#claims.get(slot.id) ?? 0) + 1);
  }

  /** The first that is left: one who is there twice, because another was merged into it, is claimed twice. */
  unclaimed(slots: readonly CustomerSlot[]): CustomerSlot | undefined {
    const claims = new Map(this.#claims);
    return slots.find(({ id }) => {
      const left = claims.get(id) ?? 0;
      claims.set(id, left - 1);
      return left <= 0;
    });
  }
}
