import { openBatch } from '#db/history/journal.ts';
import { insertReward, readRewards, removeReward } from '#db/queries/loyalty/rewards.ts';
import type { NewEntry } from '#db/queries/loyalty/write.ts';
import type { Output, Parsed } from '#shared/contract/index.ts';
import type { Reward } from '#shared/contract/loyalty/shapes.ts';
import { notFound } from '#shared/errors.ts';
import type { BatchId } from '#shared/ids.ts';
import type { WriteContext } from '../../context.ts';
import { checkPoints, labelOf, writePoints } from './correct.ts';

/** What a reward is; NOT_FOUND where there is none. */
export async function requireReward(ctx: Pick<WriteContext, 'db'>, id: number): Promise<Reward> {
  const reward = (await readRewards(ctx.db)).find((one) => one.id === id);
  if (reward === undefined) throw notFound('reward');
  return reward;
}

export async function addReward(
  ctx: WriteContext,
  reward: Parsed<'loyalty.addReward'>,
): Promise<Output<'loyalty.addReward'>> {
  const at = ctx.clock.instant();
  const batchId = openBatch(ctx.raw, { kind: 'create', label: reward.name, at });
  return { id: insertReward(ctx.raw, batchId, reward, at), batchId: batchId as BatchId };
}

export async function dropReward(
  ctx: WriteContext,
  { id }: Parsed<'loyalty.removeReward'>,
): Promise<Output<'loyalty.removeReward'>> {
  const { name } = await requireReward(ctx, id);
  const batchId = openBatch(ctx.raw, { kind: 'delete', label: name, at: ctx.clock.instant() });
  removeReward(ctx.raw, batchId, id);
  return { id, batchId: batchId as BatchId };
}

/** Spends a customer's points on a reward, by what it costs today. */
export async function redeemReward(
  ctx: WriteContext,
  { customerId, rewardId }: Parsed<'loyalty.redeem'>,
): Promise<Output<'loyalty.redeem'>> {
  const reward = await requireReward(ctx, rewardId);
  const entry: NewEntry = {
    ...{ customerId, points: -reward.points, kind: 'spent', saleId: null },
    ...{ on: ctx.today, what: reward.name, worthMinor: null },
  };
  const balance = await checkPoints(ctx, entry);
  const label = await labelOf(ctx, customerId);
  const batchId = openBatch(ctx.raw, { kind: 'create', label, at: ctx.clock.instant() });
  return { id: writePoints(ctx, batchId, entry), batchId: batchId as BatchId, balance };
}
