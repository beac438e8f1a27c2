import { listReviews, summarizeReviews } from '#db/queries/reviews.ts';
import type { Output, Parsed } from '#shared/contract/index.ts';
import type { ReadContext } from '../../context.ts';
import { createReview, deleteReview, mustReadReview, updateReview } from './change.ts';
import { complainOfReview } from './complain.ts';
import { askRevision, noteRevised } from './revise.ts';

/** What main does for each channel of this area that it serves itself. */
export const reviewHandlers = {
  'reviews.list': (
    ctx: ReadContext,
    input: Parsed<'reviews.list'>,
  ): Promise<Output<'reviews.list'>> => listReviews(ctx.db, { ...input, today: ctx.today }),
  'reviews.summary': (ctx: ReadContext): Promise<Output<'reviews.summary'>> =>
    summarizeReviews(ctx.db),
  'reviews.get': (ctx: ReadContext, input: Parsed<'reviews.get'>): Promise<Output<'reviews.get'>> =>
    mustReadReview(ctx, input.id),
  'reviews.create': createReview,
  'reviews.update': updateReview,
  'reviews.delete': deleteReview,
  'reviews.complain': complainOfReview,
  'reviews.askRevision': askRevision,
  'reviews.revised': noteRevised,
};
