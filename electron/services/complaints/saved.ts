import { openBatch } from '#db/history/journal.ts';
import { dropFilter, filterName, savedFilters, saveFilter } from '#db/queries/complaints/saved.ts';
import { complaintFilter } from '#shared/contract/complaints-facts.ts';
import type { Output, Parsed } from '#shared/contract/index.ts';
import { notFound } from '#shared/errors.ts';
import type { BatchId } from '#shared/ids.ts';
import type { ReadContext, WriteContext } from '../../context.ts';

/** One that a newer version wrote, and this one cannot read, is left out. */
export async function filtersInUse(ctx: ReadContext): Promise<Output<'complaints.filters'>> {
  const rows = await savedFilters(ctx.db);
  return rows.flatMap(({ id, name, filter }) => {
    const read = complaintFilter.safeParse(JSON.parse(filter));
    return read.success ? [{ id, name, filter: read.data }] : [];
  });
}

export async function saveOneFilter(
  ctx: WriteContext,
  { name, filter }: Parsed<'complaints.saveFilter'>,
): Promise<Output<'complaints.saveFilter'>> {
  const at = ctx.clock.instant();
  const batchId = openBatch(ctx.raw, { kind: 'create', label: name, at });
  const id = saveFilter(ctx.raw, batchId, { name, filter: JSON.stringify(filter), at });
  return { id, batchId: batchId as BatchId };
}

export async function dropOneFilter(
  ctx: WriteContext,
  { id }: Parsed<'complaints.dropFilter'>,
): Promise<Output<'complaints.dropFilter'>> {
  const label = filterName(ctx.raw, id);
  if (label === null) throw notFound('filter');
  const batchId = openBatch(ctx.raw, { kind: 'delete', label, at: ctx.clock.instant() });
  dropFilter(ctx.raw, batchId, id);
  return { id, batchId: batchId as BatchId };
}
