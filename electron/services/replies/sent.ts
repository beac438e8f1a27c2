import { openBatch } from '#db/history/journal.ts';
import { type AboutRow, dropDraft, readDraft, writeDraft } from '#db/queries/replies.ts';
import { answerReview, readReview } from '#db/queries/reviews.ts';
import type { Output, Parsed } from '#shared/contract/index.ts';
import type { Channel } from '#shared/domain/vocabulary/interactions.ts';
import { notFound } from '#shared/errors.ts';
import type { BatchId } from '#shared/ids.ts';
import type { WriteContext } from '../../context.ts';
import { takeStep } from '../complaints/steps.ts';
import { insertInteraction } from '../interactions/record.ts';
import { labelOf, mustReadReview } from '../reviews/change.ts';
import { channelOf } from '../reviews/platforms.ts';
import { mustBeThere, requireKnown } from './drafts.ts';

type Sent = Parsed<'replies.sent'>;

interface Contact {
  readonly customerId: number | null;
  readonly complaintId: number | null;
  readonly channel: Channel;
  readonly text: string;
}

/** Nothing is written for whom nobody knows. */
function recordContact(ctx: WriteContext, batchId: number, contact: Contact): void {
  const { customerId, complaintId, channel, text } = contact;
  if (customerId === null) return;
  insertInteraction(ctx, batchId, {
    customerId,
    complaintId,
    facts: {
      channel,
      direction: 'out',
      topic: 'contact',
      happenedAt: ctx.clock.instant(),
      hasTime: true,
      text,
      outcome: null,
      handledBy: ctx.settings.replyName === '' ? null : ctx.settings.replyName,
    },
  });
}

async function answerComplaint(
  ctx: WriteContext,
  batchId: number,
  input: Sent,
  row: AboutRow,
): Promise<void> {
  const { about, text, via } = input;
  if (row.isAnswered === 0)
    await takeStep(ctx, batchId, about.id, { move: 'answer', answer: text, via: null, at: null });
  recordContact(ctx, batchId, {
    customerId: row.customerId,
    complaintId: about.id,
    channel: via === 'copy' ? 'other' : via,
    text,
  });
}

async function answerPublicly(ctx: WriteContext, batchId: number, input: Sent): Promise<void> {
  const { about, text, via } = input;
  const review = await readReview(ctx.db, about.id, ctx.today);
  if (review === null) throw notFound('review');
  answerReview(ctx.raw, batchId, about.id, { answer: text, answeredAt: ctx.clock.instant() });
  recordContact(ctx, batchId, {
    customerId: review.facts.customerId,
    complaintId: review.complaintId,
    channel: via === 'copy' ? channelOf(review.facts.platform) : via,
    text,
  });
}

/** The draft stays under what went out, so that taking the sending back brings the words back. */
async function settleDraft(ctx: WriteContext, input: Sent): Promise<void> {
  const at = ctx.clock.instant();
  const begun = await readDraft(ctx.db, input.about);
  writeDraft(ctx.raw, input.about, {
    text: input.text,
    startedAt: begun?.startedAt ?? at,
    updatedAt: at,
  });
}

async function reviewLabel(ctx: WriteContext, id: number): Promise<string> {
  const { facts, customerName } = await mustReadReview(ctx, id);
  return labelOf(facts, customerName);
}

/** A reply went out: history, first answer or the review's answer, as one batch. */
export async function markSent(ctx: WriteContext, input: Sent): Promise<Output<'replies.sent'>> {
  const { about } = input;
  const row = await mustBeThere(ctx, about);
  requireKnown(ctx, row);
  const label = row.number ?? (await reviewLabel(ctx, about.id));
  const batchId = openBatch(ctx.raw, { kind: 'edit', label, at: ctx.clock.instant() });
  await settleDraft(ctx, input);
  if (about.kind === 'complaint') await answerComplaint(ctx, batchId, input, row);
  else await answerPublicly(ctx, batchId, input);
  // Where nothing was written that shows it went out, it would still be waiting.
  if ((await readDraft(ctx.db, about)) !== null) dropDraft(ctx.raw, about);
  return { batchId: batchId as BatchId };
}
