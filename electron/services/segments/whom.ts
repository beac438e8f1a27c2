import { definitionWheres } from '#db/queries/segments/conditions.ts';
import { idsWhere } from '#db/queries/segments/counts.ts';
import { readSegment } from '#db/queries/segments/segments.ts';
import type { Where } from '#db/queries/segments/where.ts';
import {
  conditionsIn,
  readDefinition,
  type SegmentDefinition,
} from '#shared/contract/segments/conditions.ts';
import { AppFailure, notFound } from '#shared/errors.ts';
import type { CustomerId } from '#shared/ids.ts';
import { type Asking, reckonFor } from './reckoned.ts';

/** Who is in a segment, as conditions on `customer_figures AS f`. */
export async function wheresOf(
  ctx: Asking,
  definition: SegmentDefinition,
): Promise<readonly Where[]> {
  return definitionWheres(definition, await reckonFor(ctx, conditionsIn(definition)));
}

/**
 * The same of a saved one. NOT_FOUND: it is not there. CONFLICT `segment-not-understood`: it has a
 * condition of another version, without which others would be in it than were meant.
 */
export async function wheresOfSegment(ctx: Asking, id: number): Promise<readonly Where[]> {
  const row = await readSegment(ctx.db, id);
  if (row === null) throw notFound('segment');
  const { definition, notUnderstood } = readDefinition(row.definition);
  if (notUnderstood > 0)
    throw new AppFailure({ code: 'CONFLICT', reason: 'segment-not-understood' });
  return wheresOf(ctx, definition);
}

/** The customers of a saved segment as it is now, by id; fails like `wheresOfSegment`. */
export async function customersOfSegment(ctx: Asking, id: number): Promise<readonly CustomerId[]> {
  return idsWhere(ctx.db, await wheresOfSegment(ctx, id));
}
