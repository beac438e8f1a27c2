import { openBatch } from '#db/history/journal.ts';
import {
  insertSegment,
  isNameTaken,
  readSegment,
  removeSegment,
  type SegmentRow,
  updateSegment,
} from '#db/queries/segments/segments.ts';
import type { Output, Parsed } from '#shared/contract/index.ts';
import { readDefinition } from '#shared/contract/segments/conditions.ts';
import { AppFailure, notFound } from '#shared/errors.ts';
import type { BatchId, SegmentId } from '#shared/ids.ts';
import type { WriteContext } from '../../context.ts';

async function mustBeThere(ctx: WriteContext, id: SegmentId): Promise<SegmentRow> {
  const row = await readSegment(ctx.db, id);
  if (row === null) throw notFound('segment');
  return row;
}

/** Two of one name could not be told apart where one is picked. */
async function refuseTaken(ctx: WriteContext, name: string, but: SegmentId | null): Promise<void> {
  if (!(await isNameTaken(ctx.db, name, but))) return;
  throw new AppFailure({
    code: 'VALIDATION',
    issues: [{ path: 'name', problem: 'segment-name' }],
  });
}

export async function createSegment(
  ctx: WriteContext,
  { name, definition }: Parsed<'segments.create'>,
): Promise<Output<'segments.create'>> {
  await refuseTaken(ctx, name, null);
  const at = ctx.clock.instant();
  const batchId = openBatch(ctx.raw, { kind: 'create', label: name, at });
  const id = insertSegment(ctx.raw, batchId, { name, definition: JSON.stringify(definition), at });
  return { id: id as SegmentId, batchId: batchId as BatchId };
}

function isAsExpected(
  row: SegmentRow,
  { name, definition }: Parsed<'segments.update'>['expected'],
) {
  const stored = readDefinition(row.definition).definition;
  return row.name === name && JSON.stringify(stored) === JSON.stringify(definition);
}

export async function changeSegment(
  ctx: WriteContext,
  { id, name, definition, expected }: Parsed<'segments.update'>,
): Promise<Output<'segments.update'>> {
  const row = await mustBeThere(ctx, id);
  if (!isAsExpected(row, expected))
    throw new AppFailure({ code: 'CONFLICT', reason: 'changed-meanwhile' });
  await refuseTaken(ctx, name, id);
  const batchId = openBatch(ctx.raw, { kind: 'edit', label: name, at: ctx.clock.instant() });
  updateSegment(ctx.raw, batchId, id, { name, definition: JSON.stringify(definition) });
  return { id, batchId: batchId as BatchId };
}

export async function dropSegment(
  ctx: WriteContext,
  { id }: Parsed<'segments.remove'>,
): Promise<Output<'segments.remove'>> {
  const { name } = await mustBeThere(ctx, id);
  const batchId = openBatch(ctx.raw, { kind: 'delete', label: name, at: ctx.clock.instant() });
  removeSegment(ctx.raw, batchId, id);
  return { id, batchId: batchId as BatchId };
}
