import { readBoughtDays } from '#db/queries/insights/bought-days.ts';
import { readSettings } from '#db/queries/settings.ts';
import type { Output, Parsed } from '#shared/contract/index.ts';
import { dayNumber, isoFromDay } from '#shared/domain/calendar/dates.ts';
import { stayedAwayDays, tryAlarms } from '#shared/domain/worth/retention/alarms.ts';
import type { TaskContext } from '../../context.ts';
import { keptOrMade, lookedFromDay } from './kept.ts';

type Alarms = Output<'insights.alarms'>;

const format = 2;

/** How often an alarm of somebody slipping away was right, on the shop's own past. */
export async function alarmsTried(
  ctx: TaskContext,
  { on }: Parsed<'insights.alarms'>,
): Promise<Alarms> {
  const through = await lookedFromDay(ctx, on);
  const { raw, db } = ctx.open();
  const { activeMonths } = (await readSettings(db)).settings;
  return keptOrMade(ctx, `alarms${format}:${activeMonths}:${through}`, (): Alarms => {
    const bought = readBoughtDays(raw, through);
    const { days, ...tried } = tryAlarms(bought, dayNumber(through), activeMonths);
    return {
      ...{ through, awayDays: stayedAwayDays, ...tried },
      days: days.map(({ day, ...one }) => ({ on: isoFromDay(day), ...one })),
    };
  });
}
