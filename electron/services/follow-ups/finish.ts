import type { ReadHandle } from '#db/file/client.ts';
import { madeBy, type StoredFollowUp } from '#db/queries/follow-ups/read.ts';
import { addFollowUp, markDone } from '#db/queries/follow-ups/write.ts';
import { isClampedFrom, nextOccurrence } from '#shared/domain/calendar/repeat.ts';
import { AppFailure } from '#shared/errors.ts';
import type { WriteContext } from '../../context.ts';

/** Steps looked back for a series' own day: a 29 February comes after at most eight years. */
const farthestBack = 12;

/**
 * The day a series goes by. One of the 31st made by the 28 February before it is a date of the 28th;
 * the date that made that one still says the 31st.
 */
export async function seriesDay(db: ReadHandle, one: StoredFollowUp): Promise<string> {
  let day = one.firstDueOn;
  let at = one;
  for (let step = 0; step < farthestBack && at.repeat !== null; step += 1) {
    const made = await madeBy(db, at);
    if (made === null) break;
    if (isClampedFrom(made.firstDueOn, at.repeat, day)) day = made.firstDueOn;
    else if (made.firstDueOn.slice(8) < '28') break;
    at = { ...at, ...made };
  }
  return day;
}

/**
 * Marks an open date kept, in a batch of the caller's; a repeating one makes the next, the first that
 * lies after today. Returns that day and its id, or null.
 */
export async function finishFollowUp(
  ctx: WriteContext,
  batchId: number,
  one: StoredFollowUp,
): Promise<{ id: number; dueOn: string } | null> {
  if (one.isDone) throw new AppFailure({ code: 'CONFLICT', reason: 'follow-up-done' });
  const at = ctx.clock.instant();
  markDone(ctx.raw, batchId, one.id, { at, on: ctx.today });
  if (one.repeat === null) return null;
  const isEarly = one.firstDueOn > ctx.today;
  const after = isEarly ? one.firstDueOn : ctx.today;
  const dueOn = nextOccurrence(await seriesDay(ctx.db, one), one.repeat, after);
  const { customerId, complaintId, reviewId, prospectId } = one;
  const about = { complaintId, reviewId, prospectId };
  const id = addFollowUp(ctx.raw, batchId, { customerId, plan: { ...one, dueOn }, ...about, at });
  return { id, dueOn };
}
