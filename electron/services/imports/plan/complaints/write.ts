import type { ComplaintLookup } from '#db/queries/imports/lookup-complaints.ts';
import { changeInsert, plannedInsert } from '#db/staging/plan.ts';
import type { PlannedValue } from '#db/table-facts.ts';
import { localDay } from '#shared/domain/calendar/zone-time.ts';
import { difference } from '../difference.ts';
import { noCounts, type PlanGround } from '../row-kind.ts';
import type { ComplaintSlot, PlannedCompensation } from './slot.ts';

function statementsOf({ staging }: PlanGround) {
  return {
    complaint: plannedInsert(staging, 'complaints'),
    step: plannedInsert(staging, 'complaint_events'),
    compensation: plannedInsert(staging, 'compensations'),
    change: changeInsert(staging),
  };
}
type Statements = ReturnType<typeof statementsOf>;

/** Writes the complaints of a plan with their steps and what was given for them. */
export class ComplaintWriter {
  readonly counts = noCounts();
  readonly #ground: PlanGround;
  readonly #lookup: ComplaintLookup;
  readonly #statements: Statements;

  constructor(ground: PlanGround, lookup: ComplaintLookup) {
    this.#ground = ground;
    this.#lookup = lookup;
    this.#statements = statementsOf(ground);
  }

  *write(slots: Iterable<ComplaintSlot>): Generator<void> {
    for (const slot of slots) {
      const { stored, values } = slot;
      if (stored === null) this.#statements.complaint(values);
      const isChanged = stored !== null && this.#change(slot, { ...stored });
      this.#addSteps(slot);
      const isCompensated = this.#compensate(slot);
      if (stored === null) this.counts.added += 1;
      else this.counts[isChanged || isCompensated ? 'updated' : 'unchanged'] += 1;
      yield;
    }
  }

  #addSteps(slot: ComplaintSlot): void {
    for (const { move, from, to, at, note } of slot.steps) {
      this.#statements.step({
        id: this.#ground.ids.of('complaint_events'),
        complaint_id: slot.id,
        move,
        from_state: from,
        to_state: to,
        at,
        note,
      });
    }
  }

  #change(slot: ComplaintSlot, before: Readonly<Record<string, PlannedValue>>): boolean {
    const { id, customerId: ownerId, values, correctedSteps } = slot;
    const changed = difference(before, values);
    if (changed !== null) {
      this.#statements.change({ entity: 'complaints', id, ownerId, ...changed });
    }
    if (correctedSteps.size > 0) this.#correctSteps(slot);
    return changed !== null || slot.steps.length > 0;
  }

  /** A step that was taken more than once keeps what it says. */
  #correctSteps({ id, correctedSteps }: ComplaintSlot): void {
    const steps = this.#lookup.steps(id);
    for (const [move, at] of correctedSteps) {
      const [only, second] = steps.filter((step) => step.move === move);
      if (only === undefined || second !== undefined || only.at === at) continue;
      const change = { before: { at: only.at }, after: { at } };
      this.#statements.change({
        entity: 'complaint_events',
        id: only.id,
        ownerId: null,
        ...change,
      });
    }
  }

  /** Whether something was given for it that is not on record. */
  #compensate(slot: ComplaintSlot): boolean {
    const planned = slot.compensation;
    if (planned === null) return false;
    const { stored, kind, amountMinor, givenAt, note } = planned;
    const { settings, ids } = this.#ground;
    const values = {
      amount_minor: amountMinor,
      // What the file calls its worth is taken for what it cost, until somebody knows better.
      cost_minor: amountMinor,
      is_within_authority: amountMinor <= settings.authorityMinor ? 1 : 0,
    };
    if (stored !== null) this.#correctCompensation(slot, stored, values);
    else
      this.#statements.compensation({
        id: ids.of('compensations'),
        complaint_id: slot.id,
        customer_id: slot.customerId,
        kind,
        ...values,
        given_on: localDay(givenAt, settings.timeZone),
        note,
      });
    return true;
  }

  #correctCompensation(
    { customerId: ownerId }: ComplaintSlot,
    stored: NonNullable<PlannedCompensation['stored']>,
    values: Readonly<Record<string, PlannedValue>>,
  ): void {
    const { amount_minor, cost_minor, is_within_authority } = stored;
    const changed = difference({ amount_minor, cost_minor, is_within_authority }, values);
    if (changed === null) return;
    this.#statements.change({ entity: 'compensations', id: stored.id, ownerId, ...changed });
  }
}
