import type { CalendarBirthday, CalendarFollowUp } from '#db/queries/follow-ups/calendar.ts';
import type { ShopSettings } from '#shared/contract/settings.ts';
import { nextBirthday } from '#shared/domain/calendar/birthday.ts';
import type { CalendarEvent, EventStart } from '#shared/domain/calendar/icalendar.ts';
import { instantOf } from '#shared/domain/calendar/zone-time.ts';
import { noticeText } from '../reminders-text.ts';

/** The id alone is given again in another shop's file; with the moment it was made it is not. */
function uidOf(kind: 'follow-up' | 'birthday', row: { id: number; createdAt: string }): string {
  return `${kind}-${row.id}-${row.createdAt.replace(/\D/g, '')}@langgan`;
}

function startOf(row: CalendarFollowUp, timeZone: string): EventStart {
  const { dueOn: day, dueTime: time } = row;
  if (time === null) return { kind: 'day', day };
  if (row.unit !== null) return { kind: 'wall', day, time };
  return { kind: 'instant', at: instantOf(day, time, timeZone) };
}

/**
 * A contact-again date as an event: the customer, why, and the number to call. `firstDay`: the day a
 * repeating one goes by.
 */
export function followUpEvent(
  row: CalendarFollowUp,
  settings: ShopSettings,
  firstDay: string,
): CalendarEvent {
  const why = row.reason !== '' ? row.reason : noticeText(settings.language, `cause.${row.cause}`);
  const { every, unit } = row;
  return {
    uid: uidOf('follow-up', row),
    start: startOf(row, settings.timeZone),
    summary: row.who === '' ? why : `${row.who}: ${why}`,
    description: row.phone ?? '',
    repeat: every === null || unit === null ? null : { every, unit, firstDay },
  };
}

/** A birthday as a day of every year, from the next one on. */
export function birthdayEvent(
  row: CalendarBirthday,
  settings: ShopSettings,
  today: string,
): CalendarEvent {
  const word = noticeText(settings.language, 'cause.birthday');
  return {
    uid: uidOf('birthday', row),
    start: { kind: 'day', day: nextBirthday(row.birthdayOn, today) },
    summary: row.who === '' ? word : `${word}: ${row.who}`,
    description: row.phone ?? '',
    repeat: { every: 1, unit: 'year', firstDay: row.birthdayOn },
  };
}
