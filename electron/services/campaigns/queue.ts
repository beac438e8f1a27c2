import { openBatch } from '#db/history/journal.ts';
import { nextWaiting, readMember } from '#db/queries/campaigns/queue.ts';
import { listCampaigns, type StoredCampaign, sentOn } from '#db/queries/campaigns/read.ts';
import { receivers } from '#db/queries/campaigns/whom.ts';
import { decideMember, isAnyWaiting, turnCampaign } from '#db/queries/campaigns/write.ts';
import { customerLabel } from '#db/queries/interactions/record.ts';
import type { CampaignMember, CampaignRow } from '#shared/contract/campaigns/shapes.ts';
import type { Output, Parsed } from '#shared/contract/index.ts';
import { isPaced } from '#shared/domain/vocabulary/campaigns.ts';
import { AppFailure, notFound } from '#shared/errors.ts';
import type { BatchId } from '#shared/ids.ts';
import type { ReadContext, WriteContext } from '../../context.ts';
import { leavingOut, textTo } from './check.ts';
import { factsOf, requireCampaign, shownCampaign } from './facts.ts';
import { followTurn } from './turn.ts';

/** Who waits and may be written to now; null: nobody. */
function waitingOf(ctx: ReadContext, row: StoredCampaign) {
  return nextWaiting(ctx.db, row.id, leavingOut(factsOf(row).facts, ctx.today, row.id));
}

/** Those that are running and in which somebody's turn can come. */
export async function runningCampaigns(ctx: ReadContext): Promise<Output<'campaigns.running'>> {
  const rows: CampaignRow[] = [];
  for (const row of await listCampaigns(ctx.db, ['running']))
    if ((await waitingOf(ctx, row)) !== null) rows.push(await shownCampaign(ctx, row));
  return { rows };
}

/** Whose turn it is, with what is said to them; null: nobody is left. */
async function memberOf(ctx: ReadContext, row: StoredCampaign): Promise<CampaignMember | null> {
  const { facts } = factsOf(row);
  const waiting = await waitingOf(ctx, row);
  if (waiting === null) return null;
  const [one] = await receivers(ctx.db, [waiting.customerId], facts.channel);
  if (one === undefined) throw new Error('A turn of nobody.');
  return {
    memberId: waiting.memberId,
    customerId: one.id,
    name: one.called,
    reach: one.reach,
    subject: textTo(ctx, facts.subject, one),
    text: textTo(ctx, facts.text, one),
    lastPurchaseOn: one.lastPurchaseOn,
    lastProduct: one.product,
  };
}

/** Whose turn it is, as far as today goes. */
export async function nextOne(
  ctx: ReadContext,
  { id }: Parsed<'campaigns.next'>,
): Promise<Output<'campaigns.next'>> {
  const row = await requireCampaign(ctx, id);
  const sent = await sentOn(ctx.db, ctx.today, row.channel);
  const shown = { state: row.state, today: { sent, limit: row.daily_limit } };
  if (row.state !== 'running') return { ...shown, member: null, why: 'state' };
  const member = await memberOf(ctx, row);
  if (member === null) return { ...shown, member, why: 'end' };
  if (isPaced(row.channel) && sent >= row.daily_limit)
    return { ...shown, member: null, why: 'limit' };
  return { ...shown, member, why: null };
}

/** What a turn came to: one change, undone as one. Where nobody is left the campaign ends with it. */
export async function decideOne(
  ctx: WriteContext,
  input: Parsed<'campaigns.decide'>,
): Promise<Output<'campaigns.decide'>> {
  const member = await readMember(ctx.db, input.memberId);
  if (member === null) throw notFound('campaign');
  const campaign = await requireCampaign(ctx, member.campaignId);
  if (campaign.state !== 'running')
    throw new AppFailure({ code: 'CONFLICT', reason: 'campaign-state' });
  if (member.state !== 'waiting')
    throw new AppFailure({ code: 'CONFLICT', reason: 'campaign-turn' });
  const label = await customerLabel(ctx.db, member.customerId);
  if (label === null) throw notFound('customer');
  const at = ctx.clock.instant();
  const batchId = openBatch(ctx.raw, { kind: 'edit', label, at });
  decideMember(ctx.raw, batchId, input.memberId, { state: input.to, at, on: ctx.today });
  const { channel, id: campaignId } = campaign;
  const { customerId } = member;
  followTurn(ctx, { batchId, customerId, channel, campaignId, at, ...input });
  const isLast = !isAnyWaiting(ctx.raw, campaign.id);
  if (isLast) turnCampaign(ctx.raw, batchId, campaign.id, { state: 'done', endedOn: ctx.today });
  return { batchId: batchId as BatchId, isLast };
}
