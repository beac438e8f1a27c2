import { inTransaction } from '#db/file/transaction.ts';
import { openBatch } from '#db/history/journal.ts';
import { settleProductFigures } from '#db/queries/figures/products.ts';
import { refreshFiguresOf } from '#db/queries/figures/refresh.ts';
import { markRanksMoved } from '#db/queries/figures/state.ts';
import { indexCustomers } from '#db/queries/search/index.ts';
import { readSettings } from '#db/queries/settings.ts';
import { nameOfTrash } from '#db/queries/trash/list.ts';
import { Restoring } from '#db/queries/trash/restore.ts';
import type { Output, Parsed } from '#shared/contract/index.ts';
import type { ShopSettings } from '#shared/contract/settings.ts';
import type { TrashKey } from '#shared/contract/trash/trash.ts';
import type { BatchId } from '#shared/ids.ts';
import type { TaskContext } from '../../context.ts';
import { refreshShop } from '../imports/commit.ts';
import { breathe } from '../imports/draft-store.ts';
import { figureRules } from '../insights/refresh.ts';
import { Kept } from './kept.ts';
import { countsOf, keysOf } from './which.ts';

/** With more customers than this everybody is counted anew. */
const fewCustomers = 500;
/** Rows after which it is looked whether somebody wants to stop. */
const rowsABreath = 200;
/** So many things are called by their names in the history. */
const labelled = 3;

async function followRestored(
  ctx: TaskContext,
  settings: ShopSettings,
  ids: readonly number[],
): Promise<void> {
  const { raw } = ctx.open();
  if (ids.length > fewCustomers) {
    await refreshShop(ctx, settings, ids);
    return;
  }
  refreshFiguresOf(raw, ids, figureRules(settings, ctx.clock.today()));
  indexCustomers(raw, ids);
  settleProductFigures(raw);
  markRanksMoved(raw);
}

async function labelOf(ctx: TaskContext, keys: readonly TrashKey[]): Promise<string> {
  const names: string[] = [];
  for (const key of keys.slice(0, labelled)) names.push(await nameOfTrash(ctx.open().db, key));
  const known = names.filter((name) => name !== '').join(', ');
  return keys.length > labelled ? `${known} +${keys.length - labelled}` : known;
}

/** Nothing came back: the batch that was opened for it goes too. */
class Nothing extends Error {}

async function bringBack(
  ctx: TaskContext,
  settings: ShopSettings,
  keys: readonly TrashKey[],
  kept: Kept,
): Promise<Output<'trash.restore'>> {
  const { raw } = ctx.open();
  const at = ctx.clock.instant();
  const batchId = openBatch(raw, { kind: 'edit', label: await labelOf(ctx, keys), at });
  const restoring = new Restoring(raw, batchId);
  for (const [index, key] of keys.entries()) {
    const obstacle = restoring.restore(key);
    if (obstacle !== null) await kept.add(ctx, key, obstacle);
    if (index % rowsABreath > 0) continue;
    ctx.progress('restoring', index, keys.length);
    await breathe(ctx.signal);
  }
  if (restoring.asked.length === 0) throw new Nothing();
  await followRestored(ctx, settings, [...restoring.customerIds]);
  return {
    batchId: batchId as BatchId,
    restored: countsOf(restoring.asked),
    along: countsOf(restoring.along),
    kept: kept.get(),
  };
}

/** Puts things back where they were, as one batch; what cannot come back stays and is named. */
export function restoreTrash(
  ctx: TaskContext,
  { which }: Parsed<'trash.restore'>,
): Promise<Output<'trash.restore'>> {
  return ctx.exclusive(async () => {
    const { raw, db } = ctx.open();
    const { settings } = await readSettings(db);
    const keys = await keysOf(db, which, settings.timeZone);
    const kept = new Kept();
    try {
      return await inTransaction(raw, () => bringBack(ctx, settings, keys, kept));
    } catch (error) {
      if (!(error instanceof Nothing)) throw error;
      return { batchId: null, restored: [], along: [], kept: kept.get() };
    }
  });
}
