import { openBatch } from '#db/history/journal.ts';
import { openFollowUpsOf, readFollowUp } from '#db/queries/follow-ups/read.ts';
import {
  addInteraction,
  changeInteraction,
  customerLabel,
  readInteraction,
  trashInteraction,
} from '#db/queries/interactions/record.ts';
import type { Output, Parsed } from '#shared/contract/index.ts';
import type { InteractionFacts } from '#shared/contract/interactions/interactions.ts';
import { localDay, noonOf } from '#shared/domain/calendar/zone-time.ts';
import { AppFailure, notFound } from '#shared/errors.ts';
import type { BatchId, FollowUpId, InteractionId } from '#shared/ids.ts';
import type { WriteContext } from '../../context.ts';
import { insertFollowUp } from '../follow-ups/change.ts';
import { finishFollowUp } from '../follow-ups/finish.ts';
import { proposedFollowUp } from './propose.ts';

const dayMs = 86_400_000;

/**
 * Writes a contact down in a batch of the caller's; the caller has made sure of the customer.
 * Returns its id.
 */
export function insertInteraction(
  ctx: Pick<WriteContext, 'raw' | 'clock'>,
  batchId: number,
  given: {
    customerId: number;
    facts: InteractionFacts;
    complaintId?: number | null;
    isReminder?: boolean;
    campaignId?: number;
  },
): number {
  const { customerId, facts, complaintId = null, isReminder = false, campaignId = null } = given;
  const at = ctx.clock.instant();
  const written = { customerId, facts, complaintId, isReminder, campaignId, at };
  return addInteraction(ctx.raw, batchId, written);
}

/** What happened has happened: a day ahead is allowed for clocks that differ, and noon of today. */
function checkTime(ctx: WriteContext, facts: InteractionFacts): void {
  if (Date.parse(facts.happenedAt) <= ctx.clock.now() + dayMs) return;
  throw new AppFailure({
    code: 'VALIDATION',
    issues: [{ path: 'facts.happenedAt', problem: 'in-the-future' }],
  });
}

/** What happened just now, unless it says when. */
function factsOf(
  ctx: WriteContext,
  given: Parsed<'interactions.record'>['facts'],
): InteractionFacts {
  const now = ctx.clock.instant();
  const { timeZone } = ctx.settings;
  const unsaid = given.hasTime ? now : noonOf(localDay(now, timeZone), timeZone);
  return { ...given, happenedAt: given.happenedAt ?? unsaid };
}

type Recorded = Parsed<'interactions.record'> & { readonly facts: InteractionFacts };
type Made = { id: number; dueOn: string } | null;

/** Marks kept the date it was recorded for and, when we reached out, the one proposed after their first contact. */
async function keepDates(ctx: WriteContext, batchId: number, input: Recorded): Promise<Made> {
  const { customerId, facts, finishes } = input;
  let made: Made = null;
  if (finishes !== null) {
    const one = await readFollowUp(ctx.db, finishes);
    if (one === null || one.customerId !== customerId) throw notFound('followUp');
    made = await finishFollowUp(ctx, batchId, one);
  }
  // Nobody picked up: the customer still waits to hear from us.
  if (facts.direction !== 'out' || facts.outcome === 'no-answer') return made;
  for (const { id, cause } of await openFollowUpsOf(ctx.db, customerId)) {
    const one = cause === 'proactive' ? await readFollowUp(ctx.db, id) : null;
    if (one !== null && one.id !== made?.id)
      made = (await finishFollowUp(ctx, batchId, one)) ?? made;
  }
  return made;
}

/** Makes the next date: the one asked for, else the proposed one. */
async function planNext(
  ctx: WriteContext,
  batchId: number,
  id: number,
  input: Recorded,
): Promise<Made> {
  const { customerId, facts, contactAgain } = input;
  const plan =
    contactAgain === 'propose'
      ? await proposedFollowUp(ctx, { id, customerId, facts })
      : contactAgain;
  if (plan === null) return null;
  return { id: insertFollowUp(ctx, batchId, { customerId, plan }), dueOn: plan.dueOn };
}

/** Writes a contact down, keeps the dates it fulfils and makes the next one: one batch, undone as one. */
export async function recordInteraction(
  ctx: WriteContext,
  input: Parsed<'interactions.record'>,
): Promise<Output<'interactions.record'>> {
  const { customerId } = input;
  const facts = factsOf(ctx, input.facts);
  const given = { ...input, facts };
  const label = await customerLabel(ctx.db, customerId);
  if (label === null) throw notFound('customer');
  checkTime(ctx, facts);
  const batchId = openBatch(ctx.raw, { kind: 'create', label, at: ctx.clock.instant() });
  const id = insertInteraction(ctx, batchId, { customerId, facts });
  const repeated = await keepDates(ctx, batchId, given);
  const made = (await planNext(ctx, batchId, id, given)) ?? repeated;
  return {
    id: id as InteractionId,
    batchId: batchId as BatchId,
    followUp: made === null ? null : { id: made.id as FollowUpId, dueOn: made.dueOn },
  };
}

/** Opens the batch of a change to a stored contact; NOT_FOUND where it, or its customer, is not there. */
async function batchOf(ctx: WriteContext, id: number, kind: 'edit' | 'delete'): Promise<number> {
  const stored = await readInteraction(ctx.db, id);
  if (stored === null) throw notFound('interaction');
  const label = await customerLabel(ctx.db, stored.customerId);
  if (label === null) throw notFound('customer');
  return openBatch(ctx.raw, { kind, label, at: ctx.clock.instant() });
}

export async function updateInteraction(
  ctx: WriteContext,
  input: Parsed<'interactions.update'>,
): Promise<Output<'interactions.update'>> {
  checkTime(ctx, input.facts);
  const batchId = await batchOf(ctx, input.id, 'edit');
  changeInteraction(ctx.raw, batchId, input.id, input.facts);
  return { id: input.id, batchId: batchId as BatchId };
}

export async function deleteInteraction(
  ctx: WriteContext,
  input: Parsed<'interactions.delete'>,
): Promise<Output<'interactions.delete'>> {
  const batchId = await batchOf(ctx, input.id, 'delete');
  trashInteraction(ctx.raw, batchId, input.id, ctx.clock.instant());
  return { id: input.id, batchId: batchId as BatchId };
}
