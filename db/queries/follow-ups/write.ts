import type { FollowUpPlan } from '#shared/contract/follow-ups.ts';
import type { RawHandle } from '../../file/client.ts';
import { insertRow, type RowValues, updateRow } from '../../history/journal.ts';

function planValues(plan: FollowUpPlan): RowValues {
  return {
    cause: plan.cause,
    reason: plan.reason,
    due_on: plan.dueOn,
    due_time: plan.dueTime,
    repeat_every: plan.repeat?.every ?? null,
    repeat_unit: plan.repeat?.unit ?? null,
  };
}

export interface NewFollowUp {
  readonly customerId: number;
  readonly plan: FollowUpPlan;
  /** The day on-time is measured against, where it is not the plan's own. */
  readonly firstDueOn?: string;
  readonly complaintId: number | null;
  readonly reviewId: number | null;
  readonly prospectId?: number | null;
  /** ISO instant. */
  readonly at: string;
}

/** Writes a contact-again date. Returns its id. */
export function addFollowUp(raw: RawHandle, batchId: number, given: NewFollowUp): number {
  return insertRow(raw, batchId, 'follow_ups', {
    customer_id: given.customerId,
    ...planValues(given.plan),
    first_due_on: given.firstDueOn ?? given.plan.dueOn,
    complaint_id: given.complaintId,
    review_id: given.reviewId,
    prospect_id: given.prospectId ?? null,
    created_at: given.at,
  });
}

/** Another plan: another day in it is a new promise, measured from that day on. */
export function replanFollowUp(
  raw: RawHandle,
  batchId: number,
  stored: { id: number; dueOn: string },
  plan: FollowUpPlan,
): boolean {
  const moved = plan.dueOn === stored.dueOn ? {} : { first_due_on: plan.dueOn };
  return updateRow(
    raw,
    batchId,
    { table: 'follow_ups', id: stored.id },
    { ...planValues(plan), ...moved },
  );
}

/** Puts it off; the day it was first due stays. */
export function moveFollowUp(
  raw: RawHandle,
  batchId: number,
  id: number,
  to: { dueOn: string; dueTime: string | null },
): boolean {
  return updateRow(
    raw,
    batchId,
    { table: 'follow_ups', id },
    { due_on: to.dueOn, due_time: to.dueTime },
  );
}

/** Marks it kept: `at` an instant, `on` the local day. */
export function markDone(
  raw: RawHandle,
  batchId: number,
  id: number,
  done: { at: string; on: string },
): boolean {
  return updateRow(
    raw,
    batchId,
    { table: 'follow_ups', id },
    { done_at: done.at, done_on: done.on },
  );
}

/** Moves it to the trash. */
export function trashFollowUp(raw: RawHandle, batchId: number, id: number, at: string): boolean {
  return updateRow(raw, batchId, { table: 'follow_ups', id }, { deleted_at: at });
}
