import type { ReadHandle } from '#db/file/client.ts';
import {
  type CalendarFollowUp,
  calendarBirthdays,
  calendarFollowUps,
} from '#db/queries/follow-ups/calendar.ts';
import { countKept, readFollowUp } from '#db/queries/follow-ups/read.ts';
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
import { birthdayEvent, followUpEvent } from './calendar-events.ts';
import { seriesDay } from './finish.ts';

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

const pageSize = 500;

/** Reads page after page, each after the last id of the one before. */
async function* everyRow<Row extends { readonly id: number }>(
  read: (after: number, limit: number) => Promise<Row[]>,
): AsyncGenerator<Row> {
  let rows = await read(0, pageSize);
  while (rows.length > 0) {
    yield* rows;
    rows = await read(rows.at(-1)?.id ?? 0, pageSize);
  }
}

/** Put off, a repeating date goes by the day it now stands on; else by the day its series began. */
async function firstDayOf(db: ReadHandle, row: CalendarFollowUp): Promise<string> {
  const isClampable = row.unit === 'month' || row.unit === 'year';
  if (!isClampable || row.dueOn !== row.firstDueOn || row.dueOn.slice(8) < '28') return row.dueOn;
  const stored = await readFollowUp(db, row.id);
  return stored === null ? row.dueOn : seriesDay(db, stored);
}

async function* everyEvent(
  db: ReadHandle,
  settings: ShopSettings,
  today: string,
  withBirthdays: boolean,
): AsyncGenerator<CalendarEvent> {
  for await (const row of everyRow((after, limit) => calendarFollowUps(db, after, limit)))
    yield followUpEvent(row, settings, await firstDayOf(db, row));
  if (!withBirthdays) return;
  for await (const row of everyRow((after, limit) => calendarBirthdays(db, after, limit)))
    yield birthdayEvent(row, settings, today);
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
      if (events % pageSize === 0) ctx.progress('exporting', events, 0);
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
  'followUps.export': exportTodayList,
  'followUps.calendar': writeCalendar,
};
