import { openBatch } from '#db/history/journal.ts';
import { hasCustomer } from '#db/queries/complaints/check.ts';
import { customerLabel } from '#db/queries/interactions/record.ts';
import { changeReview, insertReview, readReview, trashReview } from '#db/queries/reviews.ts';
import type { Output, Parsed } from '#shared/contract/index.ts';
import type { ReviewFacts, ReviewRow } from '#shared/contract/reviews.ts';
import { AppFailure, type FieldIssue, notFound } from '#shared/errors.ts';
import type { BatchId, ReviewId } from '#shared/ids.ts';
import type { ReadContext, WriteContext } from '../../context.ts';

/** A review outside the trash; NOT_FOUND otherwise. */
export async function mustReadReview(
  ctx: Pick<ReadContext, 'db' | 'today'>,
  id: number,
): Promise<ReviewRow> {
  const row = await readReview(ctx.db, id, ctx.today);
  if (row === null) throw notFound('review');
  return row;
}

/** What undo calls a review: who wrote it, else who is known to have, else its first words. */
export function labelOf(facts: ReviewFacts, customerName: string | null): string {
  return facts.author || customerName || facts.text.slice(0, 40) || facts.platform;
}

/** An address as it can be opened: https, which is put in front of a bare one. Null: none. */
function readLink(text: string): string | null {
  const bare = text.replace(/^http:\/\//i, 'https://');
  const address = /^[a-z][a-z+.-]*:/i.test(bare) ? bare : `https://${bare}`;
  if (/[\s\p{Cc}\\]/u.test(address) || !URL.canParse(address)) return null;
  const { protocol, hostname, username, password } = new URL(address);
  const isPlain = protocol === 'https:' && username === '' && password === '';
  return isPlain && hostname.includes('.') ? address : null;
}

/** What a person can put right comes back as VALIDATION. */
function tidyFacts(ctx: WriteContext, facts: ReviewFacts, linked: number | null): ReviewFacts {
  const issues: FieldIssue[] = [];
  const { customerId, postedOn, rating, text } = facts;
  // Who is linked already may have come into the trash since.
  if (customerId !== null && customerId !== linked && !hasCustomer(ctx.raw, customerId))
    issues.push({ path: 'customerId', problem: 'no-such-customer' });
  if (postedOn > ctx.today) issues.push({ path: 'postedOn', problem: 'in-the-future' });
  if (rating === null && text === '') issues.push({ path: 'text', problem: 'stars-or-words' });
  const given = facts.url === null || facts.url === '' ? null : facts.url;
  const url = given === null ? null : readLink(given);
  if (given !== null && url === null) issues.push({ path: 'url', problem: 'not-a-link' });
  if (issues.length > 0) throw new AppFailure({ code: 'VALIDATION', issues });
  return { ...facts, url };
}

export async function createReview(
  ctx: WriteContext,
  input: Parsed<'reviews.create'>,
): Promise<Output<'reviews.create'>> {
  const facts = tidyFacts(ctx, input, null);
  const at = ctx.clock.instant();
  const customer = facts.customerId === null ? null : await customerLabel(ctx.db, facts.customerId);
  const batchId = openBatch(ctx.raw, { kind: 'create', label: labelOf(facts, customer), at });
  const id = insertReview(ctx.raw, batchId, facts, at);
  return { id: id as ReviewId, batchId: batchId as BatchId };
}

export async function updateReview(
  ctx: WriteContext,
  input: Parsed<'reviews.update'>,
): Promise<Output<'reviews.update'>> {
  const stored = await mustReadReview(ctx, input.id);
  const facts = tidyFacts(ctx, input.facts, stored.facts.customerId);
  const batchId = openBatch(ctx.raw, {
    kind: 'edit',
    label: labelOf(facts, stored.customerName),
    at: ctx.clock.instant(),
  });
  changeReview(ctx.raw, batchId, input.id, facts);
  return { id: input.id, batchId: batchId as BatchId };
}

export async function deleteReview(
  ctx: WriteContext,
  input: Parsed<'reviews.delete'>,
): Promise<Output<'reviews.delete'>> {
  const { facts, customerName } = await mustReadReview(ctx, input.id);
  const at = ctx.clock.instant();
  const batchId = openBatch(ctx.raw, { kind: 'delete', label: labelOf(facts, customerName), at });
  trashReview(ctx.raw, batchId, input.id, at);
  return { id: input.id, batchId: batchId as BatchId };
}
