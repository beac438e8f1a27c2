import type { CareLookup, StoredInteraction } from '#db/queries/imports/lookup-complaints.ts';
import { localDay, localTime } from '#shared/domain/calendar/zone-time.ts';
import { nameKey } from '#shared/domain/text/names.ts';
import type { CareContext } from '../complaints/chain.ts';
import type { Problem } from '../outcomes.ts';
import { instantOfMoment } from '../row-cells.ts';
import type { Settle } from '../sales/book.ts';
import { FollowUpBook, type FollowUpSlot, type KeepingInteraction } from './follow-ups.ts';
import type { InteractionRow } from './row.ts';

/** Columns that a file corrects. */
export interface Facts {
  direction: string;
  topic: string;
  outcome: string | null;
  handled_by: string | null;
}

/** One interaction of the plan: there already, or new. */
export interface InteractionSlot {
  readonly id: number;
  readonly customerId: number;
  readonly stored: StoredInteraction | null;
  readonly channel: string;
  readonly at: string;
  readonly day: string;
  /** Null: only the day is known. */
  readonly time: string | null;
  readonly text: string;
  readonly facts: Facts;
  /** The source whose row is this interaction: another row of it is another one. */
  usedBy: number;
}

export interface TakenInteraction {
  readonly effect: 'added' | 'updated' | 'unchanged' | 'in-trash';
  readonly problems: readonly Problem[];
}

/** Every interaction of the plan, recognised by customer, time or day, channel and text. */
export class InteractionBook {
  readonly slots = new Map<number, InteractionSlot>();
  readonly followUps: FollowUpBook;
  readonly #lookup: () => CareLookup;
  readonly #context: CareContext;
  readonly #ofCustomer = new Map<number, InteractionSlot[]>();
  readonly #byKey = new Map<string, InteractionSlot[]>();
  /** Rows of the current source that name a contact-again date. */
  #promises: { readonly slot: FollowUpSlot; readonly outcome: number }[] = [];
  #nextId: number;

  constructor(
    lookup: () => CareLookup,
    lastIds: { readonly interactions: number; readonly follow_ups: number },
    context: CareContext,
  ) {
    this.#lookup = lookup;
    this.#context = context;
    this.#nextId = lastIds.interactions + 1;
    this.followUps = new FollowUpBook(lookup, lastIds.follow_ups, context.settings.timeZone);
  }

  /** `outcome`: the row's index, settled later where a contact-again date of it turns out to be kept. */
  take(
    row: InteractionRow,
    customerId: number,
    sourceId: number,
    outcome: number,
  ): TakenInteraction {
    this.#load(customerId);
    const found = this.#find(row, customerId, sourceId);
    const problems = row.warnings;
    if (typeof found?.stored?.deleted_at === 'string') return { effect: 'in-trash', problems };
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
    const effect = found === null ? 'added' : changed ? 'updated' : 'unchanged';
    return { effect, problems };
  }

  #load(customerId: number): void {
    if (this.#ofCustomer.has(customerId)) return;
    this.#ofCustomer.set(customerId, []);
    const { timeZone } = this.#context.settings;
    for (const stored of this.#lookup().interactions(customerId)) {
      const { id, channel, happened_at: at, has_time, text } = stored;
      const { direction, topic, outcome, handled_by } = stored;
      this.#keep({
        id,
        customerId,
        stored,
        channel,
        at,
        day: localDay(at, timeZone),
        time: has_time === 1 ? localTime(at, timeZone) : null,
        text,
        facts: { direction, topic, outcome, handled_by },
        usedBy: 0,
      });
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
      id: this.#nextId,
      customerId,
      stored: null,
      channel,
      at: instantOfMoment(row.at, this.#context.settings.timeZone),
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
    this.#nextId += 1;
    this.#keep(slot);
    return slot;
  }

  /** Contact-again dates that a later interaction has kept; the rows that named them are settled. */
  *finishSource(settle: Settle, outcomeAt: (index: number) => string): Generator<void> {
    for (const { slot, outcome } of this.#promises) {
      const wasDone = slot.done !== null;
      const isKept = this.followUps.keep(slot, this.#keeping(slot.customerId));
      const isChange = slot.stored !== null && isKept && !wasDone;
      if (isChange && outcomeAt(outcome) === 'unchanged') settle(outcome, 'updated');
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

function keyOf(customerId: number, day: string, channel: string, text: string): string {
  return `${customerId}|${day}|${channel}|${nameKey(text)}`;
}

/** What the row says otherwise than what is there. */
function correct(facts: Facts, row: InteractionRow): boolean {
  const before = JSON.stringify(facts);
  if (row.direction !== null) facts.direction = row.direction;
  if (row.topic !== null) facts.topic = row.topic;
  if (row.outcome !== null) facts.outcome = row.outcome;
  if (row.handledBy !== '') facts.handled_by = row.handledBy;
  return JSON.stringify(facts) !== before;
}
