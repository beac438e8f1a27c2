import { openBatch } from '#db/history/journal.ts';
import {
  hasTurn,
  insertStanding,
  insertTurn,
  removeStanding,
  switchStanding,
  updateStanding,
} from '#db/queries/campaigns/standing.ts';
import { birthdayOf, hasBirthdayDate } from '#db/queries/follow-ups/read.ts';
import { addFollowUp, markDone } from '#db/queries/follow-ups/write.ts';
import { customerLabel } from '#db/queries/interactions/record.ts';
import type { StandingFacts } from '#shared/contract/campaigns/standing.ts';
import type { Output, Parsed } from '#shared/contract/index.ts';
import { unknownFields, unsetField } from '#shared/domain/campaigns/merge.ts';
import { AppFailure, notFound } from '#shared/errors.ts';
import type { BatchId, StandingCampaignId } from '#shared/ids.ts';
import type { WriteContext } from '../../../context.ts';
import { followTurn } from '../turn.ts';
import { requireStanding, standingFactsOf } from './facts.ts';

function conflict(reason: string): AppFailure {
  return new AppFailure({ code: 'CONFLICT', reason });
}

/** Written down, and off. */
export async function createStanding(
  ctx: WriteContext,
  { facts }: Parsed<'standing.create'>,
): Promise<Output<'standing.create'>> {
  const at = ctx.clock.instant();
  const batchId = openBatch(ctx.raw, { kind: 'create', label: facts.name, at });
  const id = insertStanding(ctx.raw, batchId, facts, at);
  return { id: id as StandingCampaignId, batchId: batchId as BatchId };
}

/** Fails with CONFLICT when it is no longer what the form was filled from. */
export async function changeStanding(
  ctx: WriteContext,
  { id, expected, facts }: Parsed<'standing.update'>,
): Promise<Output<'standing.update'>> {
  const row = await requireStanding(ctx, id);
  if (JSON.stringify(standingFactsOf(row).facts) !== JSON.stringify(expected))
    throw conflict('changed-meanwhile');
  if (row.is_active === 1) requireFields(ctx, facts);
  const at = ctx.clock.instant();
  const batchId = openBatch(ctx.raw, { kind: 'edit', label: facts.name, at });
  updateStanding(ctx.raw, batchId, id, facts);
  return { id, batchId: batchId as BatchId };
}

export async function dropStanding(
  ctx: WriteContext,
  { id }: Parsed<'standing.remove'>,
): Promise<Output<'standing.remove'>> {
  const { name } = await requireStanding(ctx, id);
  if (await hasTurn(ctx.db, id, null)) throw conflict('standing-used');
  const batchId = openBatch(ctx.raw, { kind: 'delete', label: name, at: ctx.clock.instant() });
  removeStanding(ctx.raw, batchId, id);
  return { id, batchId: batchId as BatchId };
}

function requireFields(
  { settings }: Pick<WriteContext, 'settings'>,
  { channel, subject, text }: Pick<StandingFacts, 'channel' | 'subject' | 'text'>,
) {
  if (unknownFields(`${subject}\n${text}`).length > 0) throw conflict('campaign-fields');
  const shop = { shop: settings.shopName, me: settings.replyName };
  const unset = unsetField({ channel, subject, text, ...shop });
  if (unset !== null) throw conflict(`campaign-no-${unset}`);
}

/** On or off. */
export async function turnStanding(
  ctx: WriteContext,
  { id, isActive }: Parsed<'standing.switch'>,
): Promise<Output<'standing.switch'>> {
  const row = await requireStanding(ctx, id);
  if (isActive) requireFields(ctx, row);
  const batchId = openBatch(ctx.raw, { kind: 'edit', label: row.name, at: ctx.clock.instant() });
  switchStanding(ctx.raw, batchId, id, isActive);
  return { id, batchId: batchId as BatchId };
}

/** Who was wished well need not be reminded of on the list: the birthday is kept with it. */
async function keepBirthday(
  ctx: WriteContext,
  batchId: number,
  { customerId, on }: Parsed<'standing.decide'>,
): Promise<void> {
  const birthdayOn = await birthdayOf(ctx.db, customerId);
  if (birthdayOn === null || (await hasBirthdayDate(ctx.db, customerId, on))) return;
  const at = ctx.clock.instant();
  const id = addFollowUp(ctx.raw, batchId, {
    customerId,
    plan: { dueOn: on, dueTime: null, reason: '', cause: 'birthday', repeat: null },
    firstDueOn: on,
    complaintId: null,
    reviewId: null,
    at,
  });
  markDone(ctx.raw, batchId, id, { at, on: ctx.today });
}

/** What a proposal came to: one change, undone as one. */
export async function decideStanding(
  ctx: WriteContext,
  input: Parsed<'standing.decide'>,
): Promise<Output<'standing.decide'>> {
  const { id, customerId, on, to, text } = input;
  const row = await requireStanding(ctx, id);
  if (row.is_active === 0) throw conflict('campaign-state');
  if (await hasTurn(ctx.db, id, { customerId, on })) throw conflict('campaign-turn');
  const label = await customerLabel(ctx.db, customerId);
  if (label === null) throw notFound('customer');
  const at = ctx.clock.instant();
  const batchId = openBatch(ctx.raw, { kind: 'edit', label, at });
  const turn = { customerId, on, state: to, at, today: ctx.today };
  insertTurn(ctx.raw, batchId, { standingId: id, ...turn });
  const { channel } = row;
  followTurn(ctx, { batchId, customerId, channel, campaignId: null, at, to, text });
  if (row.occasion === 'birthday' && to === 'sent') await keepBirthday(ctx, batchId, input);
  return { id, batchId: batchId as BatchId };
}
