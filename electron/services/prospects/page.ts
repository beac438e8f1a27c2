import { boardStages, countEnded, countSteps } from '#db/queries/prospects/board.ts';
import { readProspect, stagesOf } from '#db/queries/prospects/read.ts';
import type { Output, Parsed } from '#shared/contract/index.ts';
import { addDays, addMonths, daysBetween, monthOf } from '#shared/domain/calendar/dates.ts';
import { notFound } from '#shared/errors.ts';
import type { ReadContext } from '../../context.ts';

/** Every stage with its prospects; what has ended is shown while its month lasts. */
export async function boardOf(
  ctx: ReadContext,
  { limit }: Parsed<'prospects.board'>,
): Promise<Output<'prospects.board'>> {
  const { db, today } = ctx;
  const endedFrom = `${monthOf(today)}-01`;
  return {
    stages: await boardStages(db, { endedFrom, limit, today }),
    endedFrom,
    ...(await countSteps(db, today)),
    year: await countEnded(db, addDays(addMonths(today, -12), 1)),
  };
}

/** One prospect with the stages it went through; the last lasts until today. */
export async function prospectPage(
  ctx: ReadContext,
  { id }: Parsed<'prospects.get'>,
): Promise<Output<'prospects.get'>> {
  const found = await readProspect(ctx.db, id, ctx.today);
  if (found === null) throw notFound('prospect');
  const path = await stagesOf(ctx.db, id);
  return {
    ...found,
    path: path.map((entry, index) => ({
      ...entry,
      days: daysBetween(entry.enteredOn, path[index + 1]?.enteredOn ?? ctx.today),
    })),
  };
}
