import type { CountedTable } from '#db/queries/imports/lookup.ts';
import { changeInsert, type PlannedChange, plannedInsert, type Value } from '#db/staging/plan.ts';
import type { Staging } from '#db/staging/staging.ts';
import type { ImportReport } from '#shared/contract/imports.ts';
import { localDay } from '#shared/domain/calendar/zone-time.ts';
import type { CareBooks } from './care-source.ts';
import type { ComplaintSlot, PlannedCompensation } from './complaints/slot.ts';
import type { ContactSlot } from './interactions/book.ts';
import type { FollowUpSlot } from './interactions/follow-up-book.ts';
import { difference } from './write-plan.ts';

type EntityCounts = ImportReport['contacts'];

const none = (): EntityCounts => ({ added: 0, updated: 0, unchanged: 0 });

/** A complaint's columns in the order of the planned table, after its id. */
const complaintColumns = [
  'number',
  'kind',
  'customer_id',
  'channel',
  'severity',
  'title',
  'words',
  'product_id',
  'sale_id',
  'state',
  'received_at',
  'has_time',
  'answer_due_at',
  'resolution_due_at',
  'answered_at',
  'answer',
  'cause',
  'cause_key',
  'cause_note',
  'diagnosed_at',
  'solution',
  'resolved_at',
  'is_first_contact',
  'improved_at',
  'closed_at',
  'handled_by',
] as const;

/** Writes complaints, contacts and contact-again dates of the plan into the staging database. */
export class CareWriter {
  readonly totals = { complaints: none(), contacts: none(), followUps: none() };
  /** The last running complaint number of each year that was given out. */
  numbers: readonly (readonly [year: number, running: number])[] = [];
  readonly #staging: Staging;
  readonly #change: (change: PlannedChange) => void;
  readonly #ids: { complaint_events: number; compensations: number };
  readonly #books: CareBooks;

  constructor(staging: Staging, lastIds: Record<CountedTable, number>, books: CareBooks) {
    this.#staging = staging;
    this.#change = changeInsert(staging);
    this.#ids = {
      complaint_events: lastIds.complaint_events,
      compensations: lastIds.compensations,
    };
    this.#books = books;
  }

  /** Everything, a little at a time. */
  *write(): Generator<void> {
    const { complaints, contacts } = this.#books;
    contacts.finish();
    yield* this.#contacts(contacts.slots);
    yield* this.#followUps(contacts.followUps.slots);
    this.numbers = complaints.giveNumbers();
    yield* this.#complaints(complaints.slots);
  }

  *#contacts(slots: ReadonlyMap<number, ContactSlot>): Generator<void> {
    const insert = plannedInsert(this.#staging, 'interactions');
    const counts = this.totals.contacts;
    for (const slot of slots.values()) {
      const { id, customerId, stored, channel, at, time, text, facts } = slot;
      const { direction, topic, outcome, handled_by } = facts;
      if (stored === null) {
        const hasTime = time === null ? 0 : 1;
        insert(id, customerId, channel, direction, topic, at, hasTime, text, outcome, handled_by);
        counts.added += 1;
      } else {
        const { direction: d, topic: t, outcome: o, handled_by: h } = stored;
        const before = { direction: d, topic: t, outcome: o, handled_by: h };
        const changed = difference(before, { ...facts });
        if (changed !== null) {
          this.#change({ entity: 'interactions', id, ownerId: customerId, ...changed });
        }
        counts[changed === null ? 'unchanged' : 'updated'] += 1;
      }
      yield;
    }
  }

  *#followUps(slots: ReadonlyMap<number, FollowUpSlot>): Generator<void> {
    const insert = plannedInsert(this.#staging, 'follow_ups');
    const counts = this.totals.followUps;
    for (const { id, customerId, stored, reason, dueOn, done } of slots.values()) {
      const [at, on] = [done?.at ?? null, done?.on ?? null];
      if (stored === null) {
        insert(id, customerId, 'own', reason, dueOn, dueOn, at, on);
        counts.added += 1;
      } else if (done !== null) {
        const before = { done_at: null, done_on: null };
        const after = { done_at: at, done_on: on };
        this.#change({ entity: 'follow_ups', id, ownerId: customerId, before, after });
        counts.updated += 1;
      } else counts.unchanged += 1;
      yield;
    }
  }

  *#complaints(slots: ReadonlyMap<number, ComplaintSlot>): Generator<void> {
    const insert = plannedInsert(this.#staging, 'complaints');
    const event = plannedInsert(this.#staging, 'complaint_events');
    const compensation = plannedInsert(this.#staging, 'compensations');
    const counts = this.totals.complaints;
    for (const slot of slots.values()) {
      const { stored, values } = slot;
      let isChanged = false;
      if (stored === null) {
        insert(slot.id, ...complaintColumns.map((column) => values[column] ?? null));
        counts.added += 1;
      } else isChanged = this.#changeComplaint(slot, { ...stored });
      for (const { move, from, to, at, note } of slot.steps) {
        this.#ids.complaint_events += 1;
        event(this.#ids.complaint_events, slot.id, move, from, to, at, note);
      }
      if (this.#compensate(slot, compensation)) isChanged = true;
      if (stored !== null) counts[isChanged ? 'updated' : 'unchanged'] += 1;
      yield;
    }
  }

  #changeComplaint(slot: ComplaintSlot, before: Record<string, Value>): boolean {
    const { id, customerId, values, correctedSteps } = slot;
    const changed = difference(before, values);
    if (changed !== null)
      this.#change({ entity: 'complaints', id, ownerId: customerId, ...changed });
    if (correctedSteps.size > 0) this.#correctSteps(slot);
    return changed !== null || slot.steps.length > 0;
  }

  /** A step that was taken more than once keeps what it says. */
  #correctSteps({ id, correctedSteps }: ComplaintSlot): void {
    const events = this.#books.lookup().events(id);
    for (const [move, at] of correctedSteps) {
      const [only, second] = events.filter((event) => event.move === move);
      if (only === undefined || second !== undefined || only.at === at) continue;
      const change = { before: { at: only.at }, after: { at } };
      this.#change({ entity: 'complaint_events', id: only.id, ownerId: null, ...change });
    }
  }

  #compensate(slot: ComplaintSlot, insert: (...values: readonly Value[]) => void): boolean {
    const planned = slot.compensation;
    if (planned === null) return false;
    const { settings } = this.#books.context;
    const isWithin = planned.amountMinor <= settings.authorityMinor ? 1 : 0;
    if (planned.stored !== null) {
      this.#changeCompensation(slot, planned, planned.stored, isWithin);
      return true;
    }
    const { kind, amountMinor, givenAt, note } = planned;
    const givenOn = localDay(givenAt, settings.timeZone);
    this.#ids.compensations += 1;
    const id = this.#ids.compensations;
    // What the file calls its worth is taken for what it cost, until somebody knows better.
    const worth = [amountMinor, amountMinor] as const;
    insert(id, slot.id, slot.customerId, kind, ...worth, isWithin, givenOn, note);
    return true;
  }

  #changeCompensation(
    slot: ComplaintSlot,
    { amountMinor }: PlannedCompensation,
    stored: NonNullable<PlannedCompensation['stored']>,
    isWithin: 0 | 1,
  ): void {
    const { amount_minor, cost_minor, is_within_authority } = stored;
    const changed = difference(
      { amount_minor, cost_minor, is_within_authority },
      { amount_minor: amountMinor, cost_minor: amountMinor, is_within_authority: isWithin },
    );
    if (changed === null) return;
    const { customerId: ownerId } = slot;
    this.#change({ entity: 'compensations', id: stored.id, ownerId, ...changed });
  }
}
