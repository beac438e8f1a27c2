import { inTransaction } from '#db/file/transaction.ts';
import { openBatch } from '#db/history/journal.ts';
import { pauseProductFigures } from '#db/queries/figures/products.ts';
import { findKeptRows, forgetKeptRows, keptRows } from '#db/queries/imports/kept.ts';
import {
  countMadeCustomers,
  countMadeLines,
  customersLosingRows,
  deleteMade,
  findImport,
  markUndone,
  type Restored,
  restoreChanges,
  takeBackApart,
} from '#db/queries/imports/undo.ts';
import { deferSearch, isRebuildQuicker, rebuildSearch } from '#db/queries/search/index.ts';
import type { Output } from '#shared/contract/index.ts';
import type { ShopSettings } from '#shared/contract/settings.ts';
import { AppFailure, notFound } from '#shared/errors.ts';
import type { TaskContext } from '../../context.ts';
import { backUp } from '../backups.ts';
import { refreshShop } from './commit.ts';
import { breathe } from './draft-store.ts';

type Undone = Output<'imports.undo'>;

async function takeBack(
  ctx: TaskContext,
  importId: number,
  settings: ShopSettings,
): Promise<Undone> {
  const { raw } = ctx.open();
  const found = findImport(raw, importId);
  if (found === null) throw notFound('import');
  if (found.status === 'undone')
    throw new AppFailure({ code: 'CONFLICT', reason: 'import-undone' });
  const { batchId, label } = found;
  const at = ctx.clock.instant();
  takeBackApart(raw, importId);
  findKeptRows(raw, importId);
  const undoBatch = openBatch(raw, { kind: 'undo', label, at, importId, undoes: batchId });
  const kept = keptRows(raw);
  const result: Restored = {
    restored: 0,
    customerIds: new Set(customersLosingRows(raw, importId)),
    kept: [],
  };
  for (const _ of restoreChanges(raw, importId, undoBatch, result)) await breathe(ctx.signal);
  const rebuilds = isRebuildQuicker(raw, countMadeCustomers(raw, importId));
  if (rebuilds) deferSearch(raw);
  pauseProductFigures(raw, countMadeLines(raw, importId));
  let removed = 0;
  for (const { rows } of deleteMade(raw, importId)) {
    removed += rows;
    ctx.progress('undoing', removed, 0);
    await breathe(ctx.signal);
  }
  markUndone(raw, importId, batchId, at);
  forgetKeptRows(raw);
  await refreshShop(ctx, settings, [...result.customerIds]);
  if (rebuilds) rebuildSearch(raw);
  return { removed, restored: result.restored, kept: [...kept, ...result.kept] };
}

/**
 * Takes an import back in one transaction: what it made goes, what it changed is put back field by
 * field. What was edited since, or what something else has come to refer to, is kept and named.
 */
export function undoImport(
  ctx: TaskContext,
  importId: number,
  settings: ShopSettings,
): Promise<Undone> {
  return ctx.exclusive(async () => {
    await backUp(ctx, 'undo');
    return inTransaction(ctx.open().raw, () => takeBack(ctx, importId, settings));
  });
}
