import { countCustomers } from '#db/queries/customers/read.ts';
import { type Beginnings, readBeginnings } from '#db/queries/help/first-week.ts';
import { readSettings } from '#db/queries/settings.ts';
import type { Output } from '#shared/contract/index.ts';
import type { ShopSettings } from '#shared/contract/settings.ts';
import { addDays } from '#shared/domain/calendar/dates.ts';
import { localDay } from '#shared/domain/calendar/zone-time.ts';
import { type FirstStep, firstSteps } from '#shared/domain/vocabulary/help.ts';
import type { TaskContext } from '../../context.ts';
import { readSecond } from '../backups/second-folder.ts';
import { findSame } from '../customers/same.ts';

/** The first day and six more. */
const daysAfterFirst = 6;

/** Whether nobody is there twice who was not looked at; asked only while nothing is decided. */
async function areAllApart(ctx: TaskContext): Promise<boolean> {
  const { counts } = await findSame(ctx, { surety: null, of: null, importId: null, limit: 1 });
  return counts.certain + counts.likely + counts.possible === 0;
}

async function stepsOf(
  ctx: TaskContext,
  { shopName }: ShopSettings,
  { hasDecided, hasWritten }: Beginnings,
): Promise<Output<'help.firstWeek'>['steps']> {
  const hasCustomers = (await countCustomers(ctx.open().db)) > 0;
  const second = await readSecond(ctx.shop.paths);
  const done: Readonly<Record<FirstStep, boolean>> = {
    customers: hasCustomers,
    name: shopName !== '',
    same: hasDecided || (hasCustomers && (await areAllApart(ctx))),
    write: hasWritten,
    copy: (second?.lastSuccess ?? null) !== null,
  };
  return firstSteps.map((step) => ({ step, isDone: done[step] }));
}

/** What a new shop has done of what it is led to, told by its data and never by a click. */
async function firstWeek(ctx: TaskContext): Promise<Output<'help.firstWeek'>> {
  const { db } = ctx.open();
  const { settings } = await readSettings(db);
  const { tour, timeZone } = settings;
  const beginnings = await readBeginnings(db);
  const { firstAt } = beginnings;
  const lastOn =
    firstAt === null || tour !== 'first'
      ? null
      : addDays(localDay(firstAt, timeZone), daysAfterFirst);
  const isPast = lastOn !== null && ctx.clock.today() > lastOn;
  if (ctx.shop.isSample || tour === 'away' || isPast) return { isShown: false, lastOn, steps: [] };
  const steps = await stepsOf(ctx, settings, beginnings);
  return { isShown: tour === 'shown' || steps.some(({ isDone }) => !isDone), lastOn, steps };
}

/** What the task process does for help. */
export const helpTasks = { 'help.firstWeek': firstWeek };
