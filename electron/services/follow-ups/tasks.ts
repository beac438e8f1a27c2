import type { ReadHandle } from '#db/file/client.ts';
import { countKept, keptDates } from '#db/queries/follow-ups/read.ts';
import { readSettings } from '#db/queries/settings.ts';
import type { Output, Parsed } from '#shared/contract/index.ts';
import type { ShopSettings } from '#shared/contract/settings.ts';
import {
  type CalendarEvent,
  calendarFoot,
  calendarHead,
  eventText,
} from '#shared/domain/calendar/icalendar.ts';
import type { ReadContext, TaskContext } from '../../context.ts';
import type { ChosenPath } from '../../tasks/prepared.ts';
import { asReport } from '../../tasks/report.ts';
import { writeFileAtomically } from '../exports/files/atomic-file.ts';
import { exportTodayList } from '../exports/today-list.ts';
import { birthdayEvents, followUpEvents } from './calendar-file.ts';

/**
 * The on-time rate over dates first due in a span: on time is kept on that day or before, late is
 * kept after it, open is not kept yet, whether its day has passed or not. Each counts exactly once,
 * so `due` is the sum of the three; dates and customers in the trash are left out.
 */
async function onTimeRate(
  ctx: ReadContext,
  input: Parsed<'followUps.rate'>,
): Promise<Output<'followUps.rate'>> {
  return {
    all: await countKept(ctx.db, input, null),
    proactive: await countKept(ctx.db, input, 'proactive'),
  };
}

const mostShown = 500;

/** The dates that are counted so, the latest first. */
async function datesKept(
  ctx: ReadContext,
  { how, ...span }: Parsed<'followUps.kept'>,
): Promise<Output<'followUps.kept'>> {
  const only = how === 'all' ? null : how;
  const { due, ...counts } = await countKept(ctx.db, span, null);
  return {
    count: only === null ? due : counts[only],
    rows: await keptDates(ctx.db, span, { how: only, limit: mostShown }),
  };
}

const progressRows = 500;

async function* everyEvent(
  db: ReadHandle,
  settings: ShopSettings,
  today: string,
  withBirthdays: boolean,
): AsyncGenerator<CalendarEvent> {
  yield* followUpEvents(db, settings);
  if (withBirthdays) yield* birthdayEvents(db, settings, today);
}

/** Writes the open dates and the birthdays as a calendar file that a phone's calendar reads. */
async function writeCalendar(
  ctx: TaskContext,
  input: Parsed<'followUps.calendar'>,
  { path }: ChosenPath,
): Promise<Output<'followUps.calendar'>> {
  const { db } = ctx.open();
  const { settings } = await readSettings(db);
  const stamp = ctx.clock.instant();
  const encoder = new TextEncoder();
  let events = 0;
  async function* chunks(): AsyncGenerator<Uint8Array> {
    yield encoder.encode(calendarHead(settings.shopName === '' ? 'Langgan' : settings.shopName));
    for await (const event of everyEvent(db, settings, ctx.clock.today(), input.birthdays)) {
      events += 1;
      if (events % progressRows === 0) ctx.progress('exporting', events, 0);
      yield encoder.encode(eventText(event, stamp));
    }
    yield encoder.encode(calendarFoot);
  }
  await writeFileAtomically(path, chunks(), ctx.signal);
  return { path, events };
}

/** What the task process does for this area. */
export const followUpTasks = {
  'followUps.rate': asReport(onTimeRate),
  'followUps.kept': asReport(datesKept),
  'followUps.export': exportTodayList,
  'followUps.calendar': writeCalendar,
};
