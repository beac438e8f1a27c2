import { dataVersion } from '#db/queries/figures/kept-report.ts';
import { readSettings } from '#db/queries/settings.ts';
import type { Output, Parsed } from '#shared/contract/index.ts';
import type { ActionContext, TaskContext } from '../../../context.ts';
import type { ChosenPath } from '../../../tasks/prepared.ts';
import { asReport } from '../../../tasks/report.ts';
import { pagesPdf } from '../../accountant/files/pdf-page.ts';
import { stopIfAborted, writeFileAtomically } from '../../exports/files/atomic-file.ts';
import { writeXlsx } from '../../exports/files/write-xlsx.ts';
import { shopPredicted } from '../outlook/outlook.ts';
import { referralFigures } from '../referrals/referrals.ts';
import { shopWorth } from '../shop-worth.ts';
import { reportPages } from './report-pages.ts';
import { type Words, wordsFor } from './words.ts';
import { reportSheets } from './workbook.ts';
import { type ReportFacts, worthReport } from './worth-report.ts';

type Request = Parsed<'insights.keepWorth'>;

const steps = 4;
const mostTries = 3;
const readWorth = asReport(shopWorth);

/** Asks where the report goes; its name says up to which day it is. Null: the dialog was closed. */
export async function chooseReportPath(
  ctx: ActionContext,
  { on, format }: Request,
): Promise<{ prepared: ChosenPath } | null> {
  const suggested = `langgan-worth-${on ?? ctx.today}.${format}`;
  const path = await ctx.platform.dialogs.saveTable(suggested, format);
  return path === null ? null : { prepared: { path } };
}

/** Everything from one state of the sales: what changes in between is read anew. */
async function factsOf(ctx: TaskContext, { on }: Request): Promise<ReportFacts & { words: Words }> {
  const { raw, db } = ctx.open();
  for (let tried = 1; ; tried += 1) {
    const version = dataVersion(raw);
    const { settings } = await readSettings(db);
    const predicted = await shopPredicted(ctx, { on });
    stopIfAborted(ctx.signal);
    ctx.progress('exporting', 1, steps);
    const worth = await readWorth(ctx, { on });
    stopIfAborted(ctx.signal);
    ctx.progress('exporting', 2, steps);
    const referrals = await referralFigures(ctx, { on });
    stopIfAborted(ctx.signal);
    ctx.progress('exporting', 3, steps);
    const words = wordsFor(settings);
    const today = ctx.clock.today();
    if (dataVersion(raw) === version || tried === mostTries)
      return { settings, predicted, worth, referrals, today, words };
  }
}

async function* once(bytes: Buffer): AsyncGenerator<Buffer> {
  yield bytes;
}

/** Writes *Worth of our customers*, whole or not at all; of the same sales and day the same bytes. */
async function keepWorth(
  ctx: TaskContext,
  request: Request,
  { path }: ChosenPath,
): Promise<Output<'insights.keepWorth'>> {
  const { words, ...facts } = await factsOf(ctx, request);
  const report = worthReport(words, facts);
  const { signal } = ctx;
  if (request.format === 'xlsx') {
    await writeXlsx(path, reportSheets(words, report), { signal, currency: words.currency });
    return { path, isWhole: true };
  }
  const { pages, isWhole } = reportPages(report, words);
  await writeFileAtomically(path, once(pagesPdf(pages)), signal);
  return { path, isWhole };
}

/** What the task process does for reports that are kept. */
export const reportTasks = { 'insights.keepWorth': keepWorth };
