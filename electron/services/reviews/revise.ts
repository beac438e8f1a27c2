import { openBatch } from '#db/history/journal.ts';
import { markRevised, markRevisionAsked } from '#db/queries/reviews.ts';
import { followUpPlan } from '#shared/contract/follow-ups.ts';
import type { Output, Parsed } from '#shared/contract/index.ts';
import { addDays } from '#shared/domain/calendar/dates.ts';
import { AppFailure } from '#shared/errors.ts';
import type { BatchId } from '#shared/ids.ts';
import { en, id } from '#shared/locale/index.ts';
import type { WriteContext } from '../../context.ts';
import { insertFollowUp } from '../follow-ups/change.ts';
import { labelOf, mustReadReview } from './change.ts';

/**
 * The reviewer is to be asked for a new rating: tomorrow, where the customer is known. CONFLICT while
 * the complaint it became has no solution, and once it was asked or revised.
 */
export async function askRevision(
  ctx: WriteContext,
  input: Parsed<'reviews.askRevision'>,
): Promise<Output<'reviews.askRevision'>> {
  const { canAskRevision, facts, customerName } = await mustReadReview(ctx, input.id);
  if (!canAskRevision) throw new AppFailure({ code: 'CONFLICT', reason: 'review-not-to-be-asked' });
  const label = labelOf(facts, customerName);
  const batchId = openBatch(ctx.raw, { kind: 'edit', label, at: ctx.clock.instant() });
  markRevisionAsked(ctx.raw, batchId, input.id, ctx.today);
  if (facts.customerId !== null && customerName !== null) {
    const { review } = ctx.settings.language === 'id' ? id : en;
    const reason = review.askReason.replace('{{platform}}', review.platform[facts.platform]);
    insertFollowUp(ctx, batchId, {
      customerId: facts.customerId,
      plan: followUpPlan.parse({ dueOn: addDays(ctx.today, 1), reason, cause: 'review' }),
      reviewId: input.id,
    });
  }
  return { id: input.id, batchId: batchId as BatchId };
}

/** The reviewer has revised; VALIDATION for a day before the review or still to come. */
export async function noteRevised(
  ctx: WriteContext,
  input: Parsed<'reviews.revised'>,
): Promise<Output<'reviews.revised'>> {
  const { facts, customerName } = await mustReadReview(ctx, input.id);
  const { revisedOn, rating } = input;
  const problem =
    revisedOn > ctx.today ? 'in-the-future' : revisedOn < facts.postedOn ? 'before-review' : null;
  if (problem !== null)
    throw new AppFailure({ code: 'VALIDATION', issues: [{ path: 'revisedOn', problem }] });
  const label = labelOf(facts, customerName);
  const batchId = openBatch(ctx.raw, { kind: 'edit', label, at: ctx.clock.instant() });
  markRevised(ctx.raw, batchId, input.id, { on: revisedOn, rating });
  return { id: input.id, batchId: batchId as BatchId };
}
