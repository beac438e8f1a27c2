import { readSettings } from '#db/queries/settings.ts';
import { findGoing, goingKeys, removalOrder } from '#db/queries/trash/going.ts';
import { trashed } from '#db/queries/trash/list.ts';
import { forgetLog } from '#db/queries/trash/remove.ts';
import type { Output } from '#shared/contract/index.ts';
import type { ShopSettings } from '#shared/contract/settings.ts';
import type { TrashCounts, TrashKey } from '#shared/contract/trash/trash.ts';
import type { TaskContext } from '../../context.ts';
import { backUp } from '../backups.ts';
import { dueBefore } from './due.ts';
import { inSnapshotOf, removalCause, removeKeys } from './remove.ts';
import { sumOfCounts } from './which.ts';

/** Things removed in one transaction: others may write in between. */
const stepThings = 1000;

async function dueKeys(ctx: TaskContext, settings: ShopSettings): Promise<TrashKey[]> {
  const beforeAt = dueBefore(settings, ctx.clock.today());
  if (beforeAt === null) return [];
  const keys: TrashKey[] = [];
  const which = { search: '', kinds: [], fromAt: null, beforeAt };
  for await (const { kind, id } of trashed(ctx.open().db, which)) keys.push({ kind, id });
  return keys.toSorted((a, b) => removalOrder(a.kind) - removalOrder(b.kind));
}

/**
 * Removes what has lain in the trash for as long as the owner has settled, step by step, after a checked
 * copy. What something still needs stays, and is looked at again another day.
 */
export async function removeOld(ctx: TaskContext): Promise<Output<'trash.removeOld'>> {
  const { raw, db } = ctx.open();
  const { settings } = await readSettings(db);
  const due = await dueKeys(ctx, settings);
  const able = await inSnapshotOf(raw, async () => {
    findGoing(raw, due);
    const found = goingKeys(raw, false).map(({ kind, id }) => `${kind} ${id}`);
    const set = new Set(found);
    return due.filter(({ kind, id }) => set.has(`${kind} ${id}`));
  });
  if (able.length === 0) return { removed: [] };
  await ctx.exclusive(() => backUp(ctx, removalCause));
  const removed: TrashCounts = [];
  for (let from = 0; from < able.length; from += stepThings) {
    const step = able.slice(from, from + stepThings);
    const { going } = await ctx.exclusive(() => removeKeys(ctx, step, { cause: 'age' }));
    removed.push(...going);
  }
  await ctx.exclusive(async () => forgetLog(raw));
  return { removed: sumOfCounts(removed) };
}
