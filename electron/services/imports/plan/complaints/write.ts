import type { LastIds } from '#db/queries/imports/shop-state.ts';
import { changeInsert, type PlannedChange, plannedInsert } from '#db/staging/plan.ts';
import type { Staging } from '#db/staging/staging.ts';
import type { PlannedRow, PlannedValue } from '#db/table-facts.ts';
import type { ImportReport } from '#shared/contract/imports.ts';
import { localDay } from '#shared/domain/calendar/zone-time.ts';
import { difference } from '../customers/write.ts';
import type { InteractionSlot } from '../interactions/book.ts';
import type { FollowUpSlot } from '../interactions/follow-ups.ts';
import type { CareBooks } from './rows.ts';
import type { ComplaintSlot, PlannedCompensation } from './slot.ts';

type EntityCounts = ImportReport['contacts'];

const none = (): EntityCounts => ({ added: 0, updated: 0, unchanged: 0 });

/** Writes complaints, interactions and contact-again dates of the plan into the staging database. */
export class CareWriter {
  readonly totals = { complaints: none(), contacts: none(), followUps: none() };
  /** The last running complaint number of each year that was given out. */
  numbers: readonly (readonly [year: number, running: number])[] = [];
  readonly #staging: Staging;
  readonly #change: (change: PlannedChange) => void;
  readonly #ids: { complaint_events: number; compensations: number };
  readonly #books: CareBooks;

  constructor(staging: Staging, lastIds: LastIds, books: CareBooks) {
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
    const { complaints, interactions } = this.#books;
    interactions.finish();
    yield* this.#interactions(interactions.slots);
    yield* this.#followUps(interactions.followUps.slots);
    this.numbers = complaints.giveNumbers();
    yield* this.#complaints(complaints.slots);
  }

  *#interactions(slots: ReadonlyMap<number, InteractionSlot>): Generator<void> {
    const insert = plannedInsert(this.#staging, 'interactions');
    const counts = this.totals.contacts;
    for (const slot of slots.values()) {
      const { id, customerId, stored, channel, at, time, text, facts } = slot;
      const { direction, topic, outcome, handled_by } = facts;
      if (stored === null) {
        insert({
          id,
          customer_id: customerId,
          channel,
          direction,
          topic,
          happened_at: at,
          has_time: time === null ? 0 : 1,
          text,
          outcome,
          handled_by,
        });
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
      const after = { done_at: done?.at ?? null, done_on: done?.on ?? null };
      if (stored === null) {
        insert({
          id,
          customer_id: customerId,
          cause: 'own',
          reason,
          first_due_on: dueOn,
          due_on: dueOn,
          ...after,
        });
        counts.added += 1;
      } else if (done !== null) {
        const before = { done_at: null, done_on: null };
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
        insert(values);
        counts.added += 1;
      } else isChanged = this.#changeComplaint(slot, { ...stored });
      for (const { move, from, to, at, note } of slot.steps) {
        this.#ids.complaint_events += 1;
        event({
          id: this.#ids.complaint_events,
          complaint_id: slot.id,
          move,
          from_state: from,
          to_state: to,
          at,
          note,
        });
      }
      if (this.#compensate(slot, compensation)) isChanged = true;
      if (stored !== null) counts[isChanged ? 'updated' : 'unchanged'] += 1;
      yield;
    }
  }

  #changeComplaint(slot: ComplaintSlot, before: Record<string, PlannedValue>): boolean {
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

  #compensate(slot: ComplaintSlot, insert: (row: PlannedRow<'compensations'>) => void): boolean {
    const planned = slot.compensation;
    if (planned === null) return false;
    const { settings } = this.#books.context;
    const isWithin = planned.amountMinor <= settings.authorityMinor ? 1 : 0;
    if (planned.stored !== null) {
      this.#changeCompensation(slot, planned, planned.stored, isWithin);
      return true;
    }
    const { kind, amountMinor, givenAt, note } = planned;
    this.#ids.compensations += 1;
    insert({
      id: this.#ids.compensations,
      complaint_id: slot.id,
      customer_id: slot.customerId,
      kind,
      amount_minor: amountMinor,
      // What the file calls its worth is taken for what it cost, until somebody knows better.
      cost_minor: amountMinor,
      is_within_authority: isWithin,
      given_on: localDay(givenAt, settings.timeZone),
      note,
    });
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
