import { readSettings } from '#db/queries/settings.ts';
import type { Output, Parsed } from '#shared/contract/index.ts';
import type { TaskContext } from '../../../context.ts';
import type { ChosenPath } from '../../../tasks/prepared.ts';
import { isShownWhole } from '../../sales/paper/sheets.ts';
import { logoOf, writePages } from '../../sales/paper/tasks.ts';
import { requireSurvey } from '../surveys.ts';
import { slipPages } from './pages.ts';
import { entryHint, slipOf } from './slip.ts';

/** Writes a survey's slips, as they are handed out and entered again by their numbers. */
async function writeSlips(
  ctx: TaskContext,
  { id, language }: Parsed<'feedback.print'>,
  { path }: ChosenPath,
): Promise<Output<'feedback.print'>> {
  const { db } = ctx.open();
  const row = await requireSurvey({ db }, id);
  const { shopName } = (await readSettings(db)).settings;
  const logo = await logoOf(ctx);
  const slip = slipOf(row, { shopName, language, logo });
  const { pages, slips } = slipPages(slip, entryHint(language), shopName);
  await writePages(ctx, path, pages, logo);
  return { path, isWhole: isShownWhole(pages), slips, pages: pages.length };
}

/** What the task process does for surveys on paper. */
export const surveyPaperTasks = { 'feedback.savePdf': writeSlips, 'feedback.print': writeSlips };
