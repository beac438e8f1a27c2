import { openBatch } from '#db/history/journal.ts';
import type { StoredTier } from '#db/queries/loyalty/rules.ts';
import {
  countInTiers,
  deleteTier,
  insertTier,
  readTiers,
  updateTier,
} from '#db/queries/loyalty/tiers.ts';
import type { Output, Parsed } from '#shared/contract/index.ts';
import type { TierFacts } from '#shared/contract/loyalty/shapes.ts';
import { nameKey } from '#shared/domain/text/names.ts';
import { AppFailure, notFound } from '#shared/errors.ts';
import type { BatchId } from '#shared/ids.ts';
import type { ReadContext, WriteContext } from '../../context.ts';

export async function listTiers({ db }: ReadContext): Promise<Output<'loyalty.tiers'>> {
  const people = await countInTiers(db);
  const tiers = await readTiers(db);
  return { rows: tiers.map((tier) => ({ ...tier, people: people.get(tier.id) ?? 0 })) };
}

/** Two of one name or one amount could not be told apart, and two measures have no order. */
function checkTier(others: readonly StoredTier[], tier: TierFacts): void {
  const refuse = (field: keyof TierFacts, problem: string) =>
    new AppFailure({ code: 'VALIDATION', issues: [{ path: `tier.${field}`, problem }] });
  if (others.some(({ name }) => nameKey(name) === nameKey(tier.name)))
    throw refuse('name', 'tier-name');
  if (others.some(({ reachedBy }) => reachedBy !== tier.reachedBy))
    throw refuse('reachedBy', 'tier-mixed');
  if (others.some(({ atLeast }) => atLeast === tier.atLeast)) throw refuse('atLeast', 'tier-same');
}

export async function addTier(
  ctx: WriteContext,
  { tier }: Parsed<'loyalty.addTier'>,
): Promise<Output<'loyalty.addTier'>> {
  checkTier(await readTiers(ctx.db), tier);
  const at = ctx.clock.instant();
  const batchId = openBatch(ctx.raw, { kind: 'create', label: tier.name, at });
  return { id: insertTier(ctx.raw, batchId, tier, at), batchId: batchId as BatchId };
}

async function requireTier(ctx: WriteContext, id: number) {
  const tiers = await readTiers(ctx.db);
  const stored = tiers.find((tier) => tier.id === id);
  if (stored === undefined) throw notFound('tier');
  return { stored, others: tiers.filter((tier) => tier !== stored) };
}

function isAsExpected(stored: TierFacts, expected: TierFacts): boolean {
  const { name, reachedBy, atLeast, gives } = expected;
  const isMeasure = stored.reachedBy === reachedBy && stored.atLeast === atLeast;
  return isMeasure && stored.name === name && stored.gives === gives;
}

export async function changeTier(
  ctx: WriteContext,
  { id, expected, tier }: Parsed<'loyalty.changeTier'>,
): Promise<Output<'loyalty.changeTier'>> {
  const { stored, others } = await requireTier(ctx, id);
  if (!isAsExpected(stored, expected))
    throw new AppFailure({ code: 'CONFLICT', reason: 'changed-meanwhile' });
  checkTier(others, tier);
  const at = ctx.clock.instant();
  const batchId = openBatch(ctx.raw, { kind: 'edit', label: tier.name, at });
  updateTier(ctx.raw, batchId, id, tier);
  return { id, batchId: batchId as BatchId };
}

export async function removeTier(
  ctx: WriteContext,
  { id }: Parsed<'loyalty.removeTier'>,
): Promise<Output<'loyalty.removeTier'>> {
  const { stored } = await requireTier(ctx, id);
  const at = ctx.clock.instant();
  const batchId = openBatch(ctx.raw, { kind: 'delete', label: stored.name, at });
  deleteTier(ctx.raw, batchId, id);
  return { id, batchId: batchId as BatchId };
}
