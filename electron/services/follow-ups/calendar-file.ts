import type { ReadHandle } from '#db/file/client.ts';
import {
  type CalendarFollowUp,
  calendarBirthdays,
  calendarFollowUps,
} from '#db/queries/follow-ups/calendar.ts';
import { readFollowUp } from '#db/queries/follow-ups/read.ts';
import type { ShopSettings } from '#shared/contract/settings.ts';
import type { CalendarEvent } from '#shared/domain/calendar/icalendar.ts';
import { birthdayEvent, followUpEvent } from './calendar-events.ts';
import { seriesDay } from './finish.ts';

const pageSize = 500;

/** Reads page after page, each after the last id of the one before. */
export async function* everyRow<Row extends { readonly id: number }>(
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

/** The open dates as events, and what is known of their series. */
export async function* followUpEvents(
  db: ReadHandle,
  settings: ShopSettings,
): AsyncGenerator<CalendarEvent> {
  for await (const row of everyRow((after, limit) => calendarFollowUps(db, after, limit)))
    yield followUpEvent(row, settings, await firstDayOf(db, row));
}

/** The birthdays as events of every year. */
export async function* birthdayEvents(
  db: ReadHandle,
  settings: ShopSettings,
  today: string,
): AsyncGenerator<CalendarEvent> {
  for await (const row of everyRow((after, limit) => calendarBirthdays(db, after, limit)))
    yield birthdayEvent(row, settings, today);
}
