import { changeInsert, plannedInsert } from '#db/staging/plan.ts';
import type { Staging } from '#db/staging/staging.ts';
import { difference } from '../difference.ts';
import type { EntityCounts } from '../row-kind.ts';
import type { FollowUpSlot } from './follow-ups.ts';
import { factsOf, type InteractionSlot } from './slot.ts';

/** Writes the interactions of a plan, and counts them. */
export function* writeInteractions(
  slots: Iterable<InteractionSlot>,
  staging: Staging,
  counts: EntityCounts,
): Generator<void> {
  const insert = plannedInsert(staging, 'interactions');
  const change = changeInsert(staging);
  for (const { id, customerId, stored, channel, at, time, text, facts } of slots) {
    if (stored === null) {
      insert({
        id,
        customer_id: customerId,
        channel,
        happened_at: at,
        has_time: time === null ? 0 : 1,
        text,
        ...facts,
      });
      counts.added += 1;
    } else {
      const changed = difference({ ...factsOf(stored) }, { ...facts });
      const ownerId = customerId;
      if (changed !== null) change({ entity: 'interactions', id, ownerId, ...changed });
      counts[changed === null ? 'unchanged' : 'updated'] += 1;
    }
    yield;
  }
}

/** Writes the contact-again dates that the interactions name, and counts them. */
export function* writeFollowUps(
  slots: Iterable<FollowUpSlot>,
  staging: Staging,
  counts: EntityCounts,
): Generator<void> {
  const insert = plannedInsert(staging, 'follow_ups');
  const change = changeInsert(staging);
  for (const { id, customerId, stored, reason, dueOn, done } of slots) {
    const after = { done_at: done?.at ?? null, done_on: done?.on ?? null };
    if (stored === null) {
      const due = { first_due_on: dueOn, due_on: dueOn };
      insert({ id, customer_id: customerId, cause: 'own', reason, ...due, ...after });
      counts.added += 1;
    } else if (done !== null) {
      const before = { done_at: null, done_on: null };
      change({ entity: 'follow_ups', id, ownerId: customerId, before, after });
      counts.updated += 1;
    } else counts.unchanged += 1;
    yield;
  }
}
