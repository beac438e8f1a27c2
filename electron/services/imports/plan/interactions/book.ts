import type { InteractionLookup } from '#db/queries/imports/lookup-interactions.ts';
import { nameKey } from '#shared/domain/text/names.ts';
import type { Channel } from '#shared/domain/vocabulary/interactions.ts';
import { instantOfMoment } from '../moment.ts';
import type { NextIds } from '../next-ids.ts';
import type { Outcomes } from '../outcomes.ts';
import type { Effect } from '../row-kind.ts';
import { FollowUpBook, type FollowUpSlot, type KeepingInteraction } from './follow-ups.ts';
import type { InteractionRow } from './row.ts';
import { correct, fromStored, type InteractionSlot } from './slot.ts';

/** A row that is taken: with whom, and where it stands. */
interface TakenFrom {
  readonly customerId: number;
  readonly sourceId: number;
  /** Settled later where a contact-again date of the row turns out to be kept. */
  readonly outcome: number;
}

/** Every interaction of the plan, recognised by customer, time or day, channel and text. */
export class InteractionBook {
  readonly slots = new Map<number, InteractionSlot>();
  readonly followUps: FollowUpBook;
  readonly #lookup: InteractionLookup;
  readonly #ids: NextIds;
  readonly #timeZone: string;
  readonly #ofCustomer = new Map<number, InteractionSlot[]>();
  readonly #byKey = new Map<string, InteractionSlot[]>();
  /** Rows of the current source that name a contact-again date. */
  #promises: { readonly slot: FollowUpSlot; readonly outcome: number }[] = [];

  constructor(lookup: InteractionLookup, ids: NextIds, timeZone: string) {
    this.#lookup = lookup;
    this.#ids = ids;
    this.#timeZone = timeZone;
    this.followUps = new FollowUpBook(lookup, ids, timeZone);
  }

  take(row: InteractionRow, { customerId, sourceId, outcome }: TakenFrom): Effect | 'in-trash' {
    this.#load(customerId);
    const found = this.#find(row, customerId, sourceId);
    if (typeof found?.stored?.deleted_at === 'string') return 'in-trash';
    const slot = found ?? this.#create(row, customerId);
    slot.usedBy = sourceId;
    this.slots.set(slot.id, slot);
    let changed = found !== null && correct(slot.facts, row);
    if (row.nextOn !== null) {
      const promised = { at: slot.at, hasTime: slot.time !== null };
      const next = { on: row.nextOn, reason: row.nextReason };
      const taken = this.followUps.take(customerId, next, promised);
      if (taken.isNew) changed = true;
      this.#promises.push({ slot: taken.slot, outcome });
    }
    return found === null ? 'added' : changed ? 'updated' : 'unchanged';
  }

  #load(customerId: number): void {
    if (this.#ofCustomer.has(customerId)) return;
    this.#ofCustomer.set(customerId, []);
    for (const stored of this.#lookup.interactions(customerId)) {
      this.#keep(fromStored(stored, customerId, this.#timeZone));
    }
  }

  #keep(slot: InteractionSlot): void {
    this.#ofCustomer.get(slot.customerId)?.push(slot);
    const key = keyOf(slot.customerId, slot.day, slot.channel, slot.text);
    const same = this.#byKey.get(key);
    if (same === undefined) this.#byKey.set(key, [slot]);
    else same.push(slot);
  }

  #find(row: InteractionRow, customerId: number, sourceId: number): InteractionSlot | null {
    const key = keyOf(customerId, row.at.day, row.channel ?? 'other', row.text);
    const free = (this.#byKey.get(key) ?? []).filter((slot) => slot.usedBy !== sourceId);
    const { time } = row.at;
    const exact = free.find((slot) => slot.time === time);
    return exact ?? free.find((slot) => slot.time === null || time === null) ?? null;
  }

  #create(row: InteractionRow, customerId: number): InteractionSlot {
    const channel = row.channel ?? 'other';
    const slot: InteractionSlot = {
      id: this.#ids.of('interactions'),
      customerId,
      stored: null,
      channel,
      at: instantOfMoment(row.at, this.#timeZone),
      day: row.at.day,
      time: row.at.time,
      text: row.text,
      facts: {
        // Who comes to the shop turns to us; what a shop notes down otherwise is mostly its own doing.
        direction: row.direction ?? (channel === 'visit' ? 'in' : 'out'),
        topic: row.topic ?? 'contact',
        outcome: row.outcome,
        handled_by: row.handledBy === '' ? null : row.handledBy,
      },
      usedBy: 0,
    };
    this.#keep(slot);
    return slot;
  }

  /** Contact-again dates that a later interaction has kept; the rows that named them are settled. */
  *finishSource(outcomes: Outcomes): Generator<void> {
    for (const { slot, outcome } of this.#promises) {
      const wasDone = slot.done !== null;
      const isKept = this.followUps.keep(slot, this.#keeping(slot.customerId));
      const isChange = slot.stored !== null && isKept && !wasDone;
      if (isChange && outcomes.outcomeAt(outcome) === 'unchanged') {
        outcomes.settle(outcome, 'updated');
      }
      yield;
    }
    this.#promises = [];
  }

  #keeping(customerId: number): KeepingInteraction[] {
    return (this.#ofCustomer.get(customerId) ?? []).map((each) => ({
      at: each.at,
      hasTime: each.time !== null,
      isNew: each.stored === null,
      isDeleted: each.stored !== null && each.stored.deleted_at !== null,
    }));
  }

  /** New dates that an interaction of another file of the same draft has kept. */
  finish(): void {
    for (const slot of this.followUps.slots.values()) {
      if (slot.stored === null) this.followUps.keep(slot, this.#keeping(slot.customerId));
    }
  }
}

function keyOf(customerId: number, day: string, channel: Channel, text: string): string {
  return `${customerId}|${day}|${channel}|${nameKey(text)}`;
}
