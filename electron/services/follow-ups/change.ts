import { openBatch } from '#db/history/journal.ts';
import { readComplaintRow } from '#db/queries/complaints/write.ts';
import { birthdayOf, hasBirthdayDate, readFollowUp } from '#db/queries/follow-ups/read.ts';
import {
  addFollowUp,
  markDone,
  moveFollowUp,
  replanFollowUp,
  trashFollowUp,
} from '#db/queries/follow-ups/write.ts';
import { customerLabel } from '#db/queries/interactions/record.ts';
import { readReview } from '#db/queries/reviews.ts';
import type { FollowUpPlan } from '#shared/contract/follow-ups.ts';
import type { Output, Parsed } from '#shared/contract/index.ts';
import { birthdayIn } from '#shared/domain/calendar/birthday.ts';
import { AppFailure, notFound } from '#shared/errors.ts';
import type { BatchId, FollowUpId } from '#shared/ids.ts';
import type { WriteContext } from '../../context.ts';
import { finishFollowUp } from './finish.ts';

/**
 * Writes a contact-again date in a batch of the caller's; the caller has made sure of the customer.
 * Returns its id.
 */
export function insertFollowUp(
  ctx: WriteContext,
  batchId: number,
  given: {
    customerId: number;
    plan: FollowUpPlan;
    complaintId?: number | null;
    reviewId?: number | null;
    prospectId?: number | null;
  },
): number {
  const { complaintId = null, reviewId = null, ...rest } = given;
  const at = ctx.clock.instant();
  return addFollowUp(ctx.raw, batchId, { ...rest, complaintId, reviewId, at });
}

/** Opens the batch of a change to a customer's dates; NOT_FOUND where the customer is not there. */
async function batchFor(
  ctx: WriteContext,
  customerId: number,
  kind: 'create' | 'edit' | 'delete',
): Promise<number> {
  const label = await customerLabel(ctx.db, customerId);
  if (label === null) throw notFound('customer');
  return openBatch(ctx.raw, { kind, label, at: ctx.clock.instant() });
}

async function storedFollowUp(ctx: WriteContext, id: number) {
  const one = await readFollowUp(ctx.db, id);
  if (one === null) throw notFound('followUp');
  return one;
}

/** An open date; CONFLICT where it was kept already. */
async function openFollowUp(ctx: WriteContext, id: number) {
  const one = await storedFollowUp(ctx, id);
  if (one.isDone) throw new AppFailure({ code: 'CONFLICT', reason: 'follow-up-done' });
  return one;
}

function answer(id: number, batchId: number) {
  return { id: id as FollowUpId, batchId: batchId as BatchId };
}

export async function createFollowUp(
  ctx: WriteContext,
  input: Parsed<'followUps.create'>,
): Promise<Output<'followUps.create'>> {
  const { complaintId, reviewId } = input;
  if (complaintId !== null && readComplaintRow(ctx.raw, complaintId) === null)
    throw notFound('complaint');
  if (reviewId !== null && (await readReview(ctx.db, reviewId, ctx.today)) === null)
    throw notFound('review');
  const batchId = await batchFor(ctx, input.customerId, 'create');
  return answer(insertFollowUp(ctx, batchId, input), batchId);
}

export async function updateFollowUp(
  ctx: WriteContext,
  input: Parsed<'followUps.update'>,
): Promise<Output<'followUps.update'>> {
  const one = await openFollowUp(ctx, input.id);
  const batchId = await batchFor(ctx, one.customerId, 'edit');
  replanFollowUp(ctx.raw, batchId, one, input.plan);
  return answer(one.id, batchId);
}

export async function snoozeFollowUp(
  ctx: WriteContext,
  input: Parsed<'followUps.snooze'>,
): Promise<Output<'followUps.snooze'>> {
  const one = await openFollowUp(ctx, input.id);
  const batchId = await batchFor(ctx, one.customerId, 'edit');
  moveFollowUp(ctx.raw, batchId, one.id, input);
  return answer(one.id, batchId);
}

export async function finishOne(
  ctx: WriteContext,
  input: Parsed<'followUps.finish'>,
): Promise<Output<'followUps.finish'>> {
  const one = await openFollowUp(ctx, input.id);
  const batchId = await batchFor(ctx, one.customerId, 'edit');
  const next = await finishFollowUp(ctx, batchId, one);
  return { ...answer(one.id, batchId), nextDueOn: next?.dueOn ?? null };
}

export async function deleteFollowUp(
  ctx: WriteContext,
  input: Parsed<'followUps.delete'>,
): Promise<Output<'followUps.delete'>> {
  const one = await storedFollowUp(ctx, input.id);
  const batchId = await batchFor(ctx, one.customerId, 'delete');
  trashFollowUp(ctx.raw, batchId, one.id, ctx.clock.instant());
  return answer(one.id, batchId);
}

/**
 * Makes a date of a birthday on the list: kept today, or put off. The date is first due on the
 * birthday itself, which takes the line off the list.
 */
export async function settleBirthday(
  ctx: WriteContext,
  input: Parsed<'followUps.birthday'>,
): Promise<Output<'followUps.birthday'>> {
  const { customerId, on, snoozeTo } = input;
  const birthdayOn = await birthdayOf(ctx.db, customerId);
  if (birthdayOn === null) throw notFound('customer');
  if (birthdayIn(birthdayOn, Number(on.slice(0, 4))) !== on)
    throw new AppFailure({
      code: 'VALIDATION',
      issues: [{ path: 'on', problem: 'not-the-birthday' }],
    });
  if (await hasBirthdayDate(ctx.db, customerId, on))
    throw new AppFailure({ code: 'CONFLICT', reason: 'birthday-on-list' });
  const batchId = await batchFor(ctx, customerId, 'create');
  const at = ctx.clock.instant();
  const id = addFollowUp(ctx.raw, batchId, {
    customerId,
    plan: { dueOn: snoozeTo ?? on, dueTime: null, reason: '', cause: 'birthday', repeat: null },
    firstDueOn: on,
    complaintId: null,
    reviewId: null,
    at,
  });
  if (snoozeTo === null) markDone(ctx.raw, batchId, id, { at, on: ctx.today });
  return answer(id, batchId);
}
