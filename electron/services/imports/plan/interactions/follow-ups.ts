import type { InteractionLookup, StoredFollowUp } from '#db/queries/imports/lookup-interactions.ts';
import { localDay } from '#shared/domain/calendar/zone-time.ts';
import { nameKey } from '#shared/domain/text/names.ts';
import type { NextIds } from '../next-ids.ts';

/** An interaction as it keeps a contact-again date. */
export interface KeepingInteraction {
  readonly at: string;
  readonly hasTime: boolean;
  readonly isNew: boolean;
  readonly isDeleted: boolean;
}

/** One contact-again date of the plan: there already, or new. */
export interface FollowUpSlot {
  readonly id: number;
  readonly customerId: number;
  readonly stored: StoredFollowUp | null;
  readonly reason: string;
  readonly dueOn: string;
  /** When it was promised: only a later interaction keeps it. */
  readonly promisedAt: string;
  readonly promisedHasTime: boolean;
  /** Instant and local day of the interaction that kept it. */
  done: { readonly at: string; readonly on: string } | null;
}

/** Contact-again dates, recognised by customer, day and reason. */
export class FollowUpBook {
  readonly slots = new Map<number, FollowUpSlot>();
  readonly #lookup: InteractionLookup;
  readonly #ids: NextIds;
  readonly #timeZone: string;
  readonly #ofCustomer = new Map<number, FollowUpSlot[]>();

  constructor(lookup: InteractionLookup, ids: NextIds, timeZone: string) {
    this.#lookup = lookup;
    this.#ids = ids;
    this.#timeZone = timeZone;
  }

  /** The date an interaction names; `isNew` where this row brings it. */
  take(
    customerId: number,
    next: { readonly on: string; readonly reason: string },
    promised: { readonly at: string; readonly hasTime: boolean },
  ): { slot: FollowUpSlot; isNew: boolean } {
    const all = this.#all(customerId, promised);
    const reason = nameKey(next.reason);
    const known = all.find(
      (each) => isDue(each, next.on) && (reason === '' || nameKey(each.reason) === reason),
    );
    if (known !== undefined) {
      this.slots.set(known.id, known);
      return { slot: known, isNew: false };
    }
    const slot: FollowUpSlot = {
      id: this.#ids.of('follow_ups'),
      customerId,
      stored: null,
      reason: next.reason,
      dueOn: next.on,
      promisedAt: promised.at,
      promisedHasTime: promised.hasTime,
      done: null,
    };
    all.push(slot);
    this.slots.set(slot.id, slot);
    return { slot, isNew: true };
  }

  #all(
    customerId: number,
    promised: { readonly at: string; readonly hasTime: boolean },
  ): FollowUpSlot[] {
    const known = this.#ofCustomer.get(customerId);
    if (known !== undefined) return known;
    const slots = this.#lookup.followUps(customerId).map((stored) => ({
      id: stored.id,
      customerId,
      stored,
      reason: stored.reason,
      dueOn: stored.first_due_on,
      promisedAt: promised.at,
      promisedHasTime: promised.hasTime,
      done: null,
    }));
    this.#ofCustomer.set(customerId, slots);
    return slots;
  }

  /**
   * Marks a date as kept by the first interaction after the one that promised it. One that is in the shop
   * already is kept only by an interaction this import brings: the same file again changes nothing.
   */
  keep(slot: FollowUpSlot, interactions: readonly KeepingInteraction[]): boolean {
    const { stored } = slot;
    if (stored !== null && (stored.done_at !== null || stored.deleted_at !== null)) return false;
    const promisedOn = localDay(slot.promisedAt, this.#timeZone);
    const later = interactions.filter(
      (each) =>
        !each.isDeleted &&
        (stored === null || each.isNew) &&
        isAfter(each, slot, promisedOn, this.#timeZone),
    );
    const [first] = later.toSorted((a, b) => (a.at < b.at ? -1 : 1));
    if (first === undefined) return false;
    slot.done = { at: first.at, on: localDay(first.at, this.#timeZone) };
    return true;
  }
}

function isDue({ stored, dueOn }: FollowUpSlot, day: string): boolean {
  return dueOn === day || stored?.due_on === day;
}

function isAfter(
  interaction: KeepingInteraction,
  slot: FollowUpSlot,
  promisedOn: string,
  timeZone: string,
): boolean {
  const day = localDay(interaction.at, timeZone);
  if (day !== promisedOn) return day > promisedOn;
  return interaction.hasTime && slot.promisedHasTime && interaction.at > slot.promisedAt;
}
