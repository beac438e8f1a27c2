import type { Output, Parsed } from '#shared/contract/index.ts';
import { AppFailure } from '#shared/errors.ts';
import type { ReadContext, TaskContext } from '../../../context.ts';
import type { ChosenPath } from '../../../tasks/prepared.ts';
import { asReport } from '../../../tasks/report.ts';
import { writePages } from '../../sales/paper/tasks.ts';
import { bookLetters } from './book.ts';
import { exportCalls } from './export.ts';
import { makePaper } from './make.ts';

async function whoIsOnPaper(
  ctx: ReadContext,
  asked: Parsed<'campaigns.onPaper'>,
): Promise<Output<'campaigns.onPaper'>> {
  return (await makePaper(ctx, asked)).counts;
}

const made = asReport(makePaper);

/** Writes a list to call by, letters or labels. */
async function writePaper(
  ctx: TaskContext,
  { name: _, ...asked }: Parsed<'campaigns.print'>,
  { path }: ChosenPath,
): Promise<Output<'campaigns.print'>> {
  ctx.progress('writing', 0, 0);
  const { pages, logo, counts } = await made(ctx, asked);
  if (counts.people === 0) throw new AppFailure({ code: 'CONFLICT', reason: 'campaign-nobody' });
  await writePages(ctx, path, pages, logo);
  return { path, ...counts };
}

/** What the task process does for campaigns on paper. */
export const campaignPaperTasks = {
  'campaigns.onPaper': asReport(whoIsOnPaper),
  'campaigns.savePdf': writePaper,
  'campaigns.print': writePaper,
  'campaigns.exportCalls': exportCalls,
  'campaigns.bookLetters': bookLetters,
};
