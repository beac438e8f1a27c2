import { openBatch } from '#db/history/journal.ts';
import { nameOf, readCustomer } from '#db/queries/customers/read.ts';
import {
  countRewards,
  insertReward,
  listRewards,
  removeReward,
  rewardOf,
  setRewardGiven,
} from '#db/queries/referrals/rewards.ts';
import type { Output, Parsed } from '#shared/contract/index.ts';
import { AppFailure, notFound } from '#shared/errors.ts';
import type { BatchId, CustomerId, RewardId } from '#shared/ids.ts';
import type { ReadContext, WriteContext } from '../../context.ts';

async function rewards(
  ctx: ReadContext,
  { filter, limit }: Parsed<'referrals.rewards'>,
): Promise<Output<'referrals.rewards'>> {
  return {
    rows: await listRewards(ctx.db, filter, limit),
    sums: await countRewards(ctx.db, filter.customerId),
  };
}

/** Somebody who is there. */
async function requireThere(ctx: WriteContext, id: CustomerId): Promise<void> {
  const { deletedAt, erasedAt } = await readCustomer(ctx.db, id);
  if (deletedAt !== null) throw notFound('customer');
  if (erasedAt !== null) throw new AppFailure({ code: 'CONFLICT', reason: 'erased' });
}

function refuseAhead(ctx: WriteContext, day: string | null): void {
  if (day === null || day <= ctx.today) return;
  throw new AppFailure({
    code: 'VALIDATION',
    issues: [{ path: 'givenOn', problem: 'reward-ahead' }],
  });
}

async function noteReward(
  ctx: WriteContext,
  { customerIds, ...reward }: Parsed<'referrals.noteReward'>,
): Promise<Output<'referrals.noteReward'>> {
  const receivers = [...new Set(customerIds)];
  for (const id of new Set([...receivers, reward.aboutId])) await requireThere(ctx, id);
  refuseAhead(ctx, reward.givenOn);
  const at = ctx.clock.instant();
  const names = await Promise.all(receivers.map((id) => nameOf(ctx.db, id)));
  const batchId = openBatch(ctx.raw, { kind: 'create', label: names.join(', '), at });
  const ids = receivers.map((customerId) =>
    insertReward(ctx.raw, batchId, { ...reward, customerId, notedOn: ctx.today }, at),
  );
  return { ids: ids as RewardId[], batchId: batchId as BatchId };
}

/** A step of its own about a reward that is there. */
async function stepOf(ctx: WriteContext, id: RewardId, kind: 'edit' | 'delete'): Promise<number> {
  const found = await rewardOf(ctx.db, id);
  if (found === null) throw notFound('reward');
  const label = await nameOf(ctx.db, found.customerId);
  return openBatch(ctx.raw, { kind, label, at: ctx.clock.instant() });
}

async function giveReward(
  ctx: WriteContext,
  { id, givenOn }: Parsed<'referrals.giveReward'>,
): Promise<Output<'referrals.giveReward'>> {
  refuseAhead(ctx, givenOn);
  const batchId = await stepOf(ctx, id, 'edit');
  setRewardGiven(ctx.raw, batchId, id, givenOn);
  return { id, batchId: batchId as BatchId };
}

async function dropReward(
  ctx: WriteContext,
  { id }: Parsed<'referrals.dropReward'>,
): Promise<Output<'referrals.dropReward'>> {
  const batchId = await stepOf(ctx, id, 'delete');
  removeReward(ctx.raw, batchId, id);
  return { id, batchId: batchId as BatchId };
}

/** What main does for the channels of rewards. */
export const rewardHandlers = {
  'referrals.rewards': rewards,
  'referrals.noteReward': noteReward,
  'referrals.giveReward': giveReward,
  'referrals.dropReward': dropReward,
};
