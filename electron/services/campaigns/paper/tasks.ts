import type { Output, Parsed } from '#shared/contract/index.ts';
import { AppFailure } from '#shared/errors.ts';
import type { TaskContext } from '../../../context.ts';
import type { ChosenPath } from '../../../tasks/prepared.ts';
import { asReport } from '../../../tasks/report.ts';
import { writePages } from '../../sales/paper/tasks.ts';
import { bookLetters, keepPrinted, printedOf } from './book.ts';
import { exportCalls } from './export.ts';
import { makePaper } from './make.ts';

const made = asReport(makePaper);

async function whoIsOnPaper(
  ctx: TaskContext,
  asked: Parsed<'campaigns.onPaper'>,
): Promise<Output<'campaigns.onPaper'>> {
  const { counts } = await made(ctx, asked);
  return { ...counts, printed: asked.what === 'letters' ? printedOf(ctx, asked.id) : null };
}

/** Writes a list to call by, letters or labels. */
async function writePaper(
  ctx: TaskContext,
  { name: _, ...asked }: Parsed<'campaigns.print'>,
  { path }: ChosenPath,
): Promise<Output<'campaigns.print'>> {
  ctx.progress('writing', 0, 0);
  const { people, pages, logo, counts } = await made(ctx, asked);
  if (counts.people === 0) throw new AppFailure({ code: 'CONFLICT', reason: 'campaign-nobody' });
  await writePages(ctx, path, pages, logo);
  if (asked.what === 'letters') await keepPrinted(ctx, asked.id, people);
  return { path, ...counts };
}

/** What the task process does for campaigns on paper. */
export const campaignPaperTasks = {
  'campaigns.onPaper': whoIsOnPaper,
  'campaigns.savePdf': writePaper,
  'campaigns.print': writePaper,
  'campaigns.exportCalls': exportCalls,
  'campaigns.bookLetters': bookLetters,
};
