import { openBatch } from '#db/history/journal.ts';
import { linkComplaint } from '#db/queries/reviews.ts';
import { complaintFacts } from '#shared/contract/complaints-facts.ts';
import type { Output, Parsed } from '#shared/contract/index.ts';
import type { ReviewFacts } from '#shared/contract/reviews.ts';
import type { Language } from '#shared/contract/settings.ts';
import { noonOf } from '#shared/domain/calendar/zone-time.ts';
import type { Severity } from '#shared/domain/vocabulary/complaints.ts';
import { AppFailure } from '#shared/errors.ts';
import type { BatchId, ComplaintId } from '#shared/ids.ts';
import { en, id } from '#shared/locale/index.ts';
import type { WriteContext } from '../../context.ts';
import { createComplaint } from '../complaints/create.ts';
import { labelOf, mustReadReview } from './change.ts';
import { channelOf } from './platforms.ts';

const LONGEST_TITLE = 80;

/** One star is severe, two are middling; three and more, or none, light. */
function severityOf(rating: number | null): Severity {
  if (rating === null || rating >= 3) return 'light';
  return rating === 1 ? 'severe' : 'medium';
}

/** The review's first sentence; where it has no words, where it was and how many stars. */
function titleOf({ text, platform, rating }: ReviewFacts, language: Language): string {
  const sentence = text.split(/(?<=[.!?])\s|\n/)[0]?.trim() ?? '';
  if (sentence.length > LONGEST_TITLE) {
    const cut = sentence.slice(0, LONGEST_TITLE);
    return `${cut.slice(0, Math.max(cut.lastIndexOf(' '), LONGEST_TITLE / 2)).trimEnd()}…`;
  }
  if (sentence !== '') return sentence;
  const { review } = language === 'id' ? id : en;
  return review.complaintTitle
    .replace('{{platform}}', review.platform[platform])
    .replace('{{stars}}', String(rating ?? '–'));
}

/** Makes the review a complaint that came in on the day it was posted; CONFLICT when it is one. */
export async function complainOfReview(
  ctx: WriteContext,
  input: Parsed<'reviews.complain'>,
): Promise<Output<'reviews.complain'>> {
  const review = await mustReadReview(ctx, input.id);
  if (review.complaintId !== null)
    throw new AppFailure({ code: 'CONFLICT', reason: 'review-is-complaint' });
  const { facts } = review;
  const title = titleOf(facts, ctx.settings.language);
  const batchId = openBatch(ctx.raw, {
    kind: 'create',
    label: labelOf(facts, review.customerName),
    at: ctx.clock.instant(),
  });
  const made = await createComplaint(
    ctx,
    batchId,
    complaintFacts.parse({
      // One in the trash is nobody to answer.
      customerId: review.customerName === null ? null : facts.customerId,
      channel: channelOf(facts.platform),
      severity: severityOf(facts.rating),
      title,
      words: facts.text === '' ? title : facts.text,
      receivedAt: noonOf(facts.postedOn, ctx.settings.timeZone),
      hasTime: false,
    }),
  );
  linkComplaint(ctx.raw, batchId, input.id, made.id);
  return { id: input.id, complaintId: made.id as ComplaintId, batchId: batchId as BatchId };
}
