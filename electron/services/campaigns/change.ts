import { openBatch } from '#db/history/journal.ts';
import {
  insertCampaign,
  priceCampaign,
  removeCampaign,
  turnCampaign,
  updateCampaign,
} from '#db/queries/campaigns/write.ts';
import type { CampaignFacts } from '#shared/contract/campaigns/shapes.ts';
import type { Output, Parsed } from '#shared/contract/index.ts';
import { AppFailure } from '#shared/errors.ts';
import type { BatchId, CampaignId } from '#shared/ids.ts';
import type { WriteContext } from '../../context.ts';
import { factsOf, requireCampaign } from './facts.ts';

function conflict(reason: string): AppFailure {
  return new AppFailure({ code: 'CONFLICT', reason });
}

export async function createCampaign(
  ctx: WriteContext,
  { facts }: Parsed<'campaigns.create'>,
): Promise<Output<'campaigns.create'>> {
  const at = ctx.clock.instant();
  const batchId = openBatch(ctx.raw, { kind: 'create', label: facts.name, at });
  const id = insertCampaign(ctx.raw, batchId, facts, at);
  return { id: id as CampaignId, batchId: batchId as BatchId };
}

/** Settled with the start: the list was drawn by them. */
const settled = [
  ...(['segmentName', 'definition', 'channel', 'heldPercent', 'restDays', 'onlyAgreed'] as const),
] satisfies (keyof CampaignFacts)[];

function isSame(a: unknown, b: unknown): boolean {
  return JSON.stringify(a) === JSON.stringify(b);
}

/** Fails with CONFLICT when it is no longer what the form was filled from. */
export async function changeCampaign(
  ctx: WriteContext,
  { id, expected, facts }: Parsed<'campaigns.update'>,
): Promise<Output<'campaigns.update'>> {
  const row = await requireCampaign(ctx, id);
  const stored = factsOf(row).facts;
  if (!isSame(stored, expected)) throw conflict('changed-meanwhile');
  if (row.state !== 'draft' && settled.some((key) => !isSame(stored[key], facts[key])))
    throw conflict('campaign-started');
  const at = ctx.clock.instant();
  const batchId = openBatch(ctx.raw, { kind: 'edit', label: facts.name, at });
  updateCampaign(ctx.raw, batchId, id, facts);
  return { id, batchId: batchId as BatchId };
}

export async function dropCampaign(
  ctx: WriteContext,
  { id }: Parsed<'campaigns.remove'>,
): Promise<Output<'campaigns.remove'>> {
  const { name, state } = await requireCampaign(ctx, id);
  if (state !== 'draft') throw conflict('campaign-started');
  const batchId = openBatch(ctx.raw, { kind: 'delete', label: name, at: ctx.clock.instant() });
  removeCampaign(ctx.raw, batchId, id);
  return { id, batchId: batchId as BatchId };
}

const follows = {
  running: ['paused', 'done'],
  paused: ['running'],
  done: ['running', 'paused'],
} as const satisfies Record<Parsed<'campaigns.turn'>['to'], readonly string[]>;

/** Paused, on again, or ended. */
export async function turnOne(
  ctx: WriteContext,
  { id, to }: Parsed<'campaigns.turn'>,
): Promise<Output<'campaigns.turn'>> {
  const { name, state } = await requireCampaign(ctx, id);
  if (!follows[to].some((from) => from === state)) throw conflict('campaign-state');
  const batchId = openBatch(ctx.raw, { kind: 'edit', label: name, at: ctx.clock.instant() });
  turnCampaign(ctx.raw, batchId, id, { state: to, endedOn: to === 'done' ? ctx.today : null });
  return { id, batchId: batchId as BatchId };
}

export async function priceOne(
  ctx: WriteContext,
  { id, ...cost }: Parsed<'campaigns.cost'>,
): Promise<Output<'campaigns.cost'>> {
  const { name } = await requireCampaign(ctx, id);
  const batchId = openBatch(ctx.raw, { kind: 'edit', label: name, at: ctx.clock.instant() });
  priceCampaign(ctx.raw, batchId, id, cost);
  return { id, batchId: batchId as BatchId };
}
