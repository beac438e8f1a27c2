import { undoBatch } from '#db/history/undo.ts';
import { isMergedFurther } from '#db/queries/customers/merged.ts';
import { type FieldNames, ownFieldNames } from '#db/queries/customers/own-fields.ts';
import { markRanksMoved } from '#db/queries/figures/state.ts';
import {
  batchesOfCustomer,
  changesOfCustomer,
  deedOfBatch,
  depthOf,
  readBatch,
} from '#db/queries/history/read.ts';
import { isRemovedForGood } from '#db/queries/trash/removals.ts';
import type { Output, Parsed } from '#shared/contract/index.ts';
import type { Deed } from '#shared/domain/vocabulary/deeds.ts';
import { AppFailure, notFound } from '#shared/errors.ts';
import type { BatchId, ImportId } from '#shared/ids.ts';
import type { ReadContext, WriteContext } from '../../context.ts';
import { followCustomers } from '../customers.ts';
import { isRecorded, recordsOf } from './entries.ts';

type Row = Readonly<Record<string, unknown>>;

/** Columns that say nothing to a person. */
const silent = new Set([
  'id',
  'customer_id',
  'name_key',
  'match_key',
  'position',
  'import_id',
  'created_at',
]);

function parseRow(text: string | null): Row {
  const value: unknown = text === null ? {} : JSON.parse(text);
  return typeof value === 'object' && value !== null ? (value as Row) : {};
}

function shown(value: unknown): string | null {
  return value === null || value === undefined || value === '' ? null : String(value);
}

/** A row of the journal. */
interface Recorded {
  readonly entity: string;
  readonly before: string | null;
  readonly after: string | null;
}

/** The fields that differ between two versions of a row, as text. */
export function changedFields({ entity, before, after }: Recorded, names: FieldNames) {
  const [old, now] = [parseRow(before), parseRow(after)];
  const own =
    entity === 'custom_values' ? names.get(Number(now['field_id'] ?? old['field_id'])) : undefined;
  const fields = [...new Set([...Object.keys(old), ...Object.keys(now)])];
  return fields
    .filter((field) => !silent.has(field) && shown(old[field]) !== shown(now[field]))
    .filter((field) => own === undefined || field === 'value')
    .map((field) => ({
      ...{ entity, field, before: shown(old[field]), after: shown(now[field]) },
      ...(own === undefined ? {} : { own }),
    }));
}

export async function historyOfCustomer(
  ctx: ReadContext,
  input: Parsed<'history.ofCustomer'>,
): Promise<Output<'history.ofCustomer'>> {
  const batches = await batchesOfCustomer(ctx.db, input.customerId, input.limit);
  const changes = await changesOfCustomer(
    ctx.db,
    input.customerId,
    batches.map((batch) => batch.id),
  );
  const names = await ownFieldNames(ctx.db);
  const deeds = new Map<number, Deed>();
  for (const batch of batches) deeds.set(batch.id, await deedOfBatch(ctx.db, batch));
  return batches.map(({ label: _, undoes: __, ...batch }) => ({
    ...batch,
    deed: deeds.get(batch.id) ?? 'other',
    id: batch.id as BatchId,
    importId: batch.importId as ImportId | null,
    changes: changes
      .filter((change) => change.batchId === batch.id)
      .flatMap((change) => changedFields(change, names)),
  }));
}

/** Takes one batch back; an import is taken back by `imports.undo`. */
export async function undoOne(
  ctx: WriteContext,
  input: Parsed<'history.undo'>,
): Promise<Output<'history.undo'>> {
  const batch = await readBatch(ctx.db, input.batchId);
  if (batch === null) throw notFound('batch');
  if (batch.undoneAt !== null) throw new AppFailure({ code: 'CONFLICT', reason: 'already-undone' });
  if (batch.importId !== null) throw new AppFailure({ code: 'CONFLICT', reason: 'is-an-import' });
  if (await isRemovedForGood(ctx.db, batch))
    throw new AppFailure({ code: 'CONFLICT', reason: 'removed-for-good' });
  if (await isMergedFurther(ctx.db, batch.id))
    throw new AppFailure({ code: 'CONFLICT', reason: 'merged-further' });
  const deed = await deedOfBatch(ctx.db, batch);
  const isRedo = (await depthOf(ctx.db, batch)) % 2 === 1;
  const { undoId, undone, kept, customerIds } = undoBatch(
    ctx.raw,
    batch.id,
    batch.label,
    ctx.clock.instant(),
  );
  followCustomers(ctx, customerIds);
  markRanksMoved(ctx.raw);
  const records = (await recordsOf(ctx.db, [undoId])).get(undoId) ?? [];
  return {
    ...{ undone, deed, isRedo, records, label: batch.label },
    kept: kept.flatMap(({ entity, ...row }) => (isRecorded(entity) ? [{ ...row, entity }] : [])),
  };
}
