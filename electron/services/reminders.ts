import type { ReadHandle } from '#db/file/client.ts';
import {
  birthdaysOn,
  type DueAction,
  type DueBirthday,
  type DueComplaint,
  type DueFollowUp,
  dueActions,
  dueAnswers,
  dueChecks,
  dueFollowUps,
  dueSolutions,
  type WaitingReview,
  waitingReviews,
} from '#db/queries/reminders.ts';
import type { Language, ShopSettings } from '#shared/contract/settings.ts';
import {
  addBusinessMinutes,
  businessCalendar,
  isOpenAt,
  openingOf,
} from '#shared/domain/calendar/business-hours.ts';
import { addDays, daysInMonth } from '#shared/domain/calendar/dates.ts';
import { localDay, localTime } from '#shared/domain/calendar/zone-time.ts';
import type { Notice } from '../context.ts';
import { noticeText } from './reminders-text.ts';

export const reminderKinds = ['complaint', 'followUp', 'action', 'review', 'birthday'] as const;

/** One thing to say. All its keys are recorded; it is new as long as one of them was not. */
export interface Reminder {
  readonly kind: (typeof reminderKinds)[number];
  readonly keys: readonly string[];
  /** Its words: asked for only when it is shown by itself, for an import can bring thousands. */
  write(): Notice;
}

/** Business minutes before a complaint is due in which it is spoken of. */
const aheadMinutes = 30;
/** When a day begins on which the shop does not open. */
const closedDayBegins = '09:00';
/** Beyond so many at once one notification speaks for all. */
const saidOneByOne = 3;
const longestReason = 80;

interface Now {
  readonly language: Language;
  readonly timeZone: string;
  readonly instant: string;
  readonly today: string;
  readonly time: string;
  readonly opening: string;
  /** What is due on a day, without a time, is due up to this day: today from opening on. */
  readonly lastDay: string;
  /** Complaints due up to then are spoken of: while the shop is closed, only what is late already. */
  readonly soon: string;
}

function nowOf(settings: ShopSettings, instant: string): Now {
  const { language, timeZone } = settings;
  const calendar = businessCalendar(settings);
  const today = localDay(instant, timeZone);
  const time = localTime(instant, timeZone);
  const opens = openingOf(today, calendar);
  const opening = opens === null ? closedDayBegins : localTime(opens, timeZone);
  const lastDay = time >= opening ? today : addDays(today, -1);
  const isOpen = isOpenAt(instant, calendar);
  const soon = isOpen ? addBusinessMinutes(instant, aheadMinutes, calendar) : instant;
  return { language, timeZone, instant, today, time, opening, lastDay, soon };
}

function dateText(now: Now, day: string): string {
  const tag = now.language === 'id' ? 'id-ID' : 'en-GB';
  const format = new Intl.DateTimeFormat(tag, { dateStyle: 'medium', timeZone: 'UTC' });
  return format.format(Date.parse(`${day}T00:00:00.000Z`));
}

function whenText(now: Now, instant: string): string {
  const time = localTime(instant, now.timeZone);
  const shown = now.language === 'id' ? time.replace(':', '.') : time;
  const day = localDay(instant, now.timeZone);
  return day === now.today ? shown : `${dateText(now, day)} ${shown}`;
}

/** Money, and figures long enough to be some: anybody who passes by can read a notification. */
const amount = /\d[\d.,]{3,}|\b(rp|idr|usd)\b|\brp\.?\s?\d|[$€£¥]|\d\s*(rb|ribu|jt|juta|k)\b/i;

function reasonText(now: Now, row: DueFollowUp): string {
  const words = row.reason.replace(/\s+/g, ' ').trim();
  const isOwn = row.cause !== 'complaint' && row.cause !== 'review';
  if (words === '' || !isOwn || amount.test(words))
    return noticeText(now.language, `cause.${row.cause}`);
  const letters = [...words];
  if (letters.length <= longestReason) return words.replace(/[.\s]+$/, '');
  return `${letters
    .slice(0, longestReason - 1)
    .join('')
    .trimEnd()}…`;
}

function nameOr(now: Now, name: string): string {
  return name === '' ? noticeText(now.language, 'followUp.nameless') : name;
}

function followUp(now: Now, row: DueFollowUp): Notice {
  const reason = reasonText(now, row);
  const isLate = row.dueOn < now.today;
  return {
    title: noticeText(now.language, 'followUp.title', { name: nameOr(now, row.name) }),
    body: isLate
      ? noticeText(now.language, 'followUp.late', { reason, date: dateText(now, row.dueOn) })
      : reason,
    address: `/customers/${row.customerId}`,
  };
}

async function followUps(db: ReadHandle, now: Now): Promise<Reminder[]> {
  const rows = await dueFollowUps(db, now);
  return rows.map((row) => ({
    kind: 'followUp',
    keys: [row.key],
    write: () => followUp(now, row),
  }));
}

function complaint(now: Now, row: DueComplaint, title: 'answerTitle' | 'resolutionTitle'): Notice {
  const name = row.name === '' ? noticeText(now.language, `from.${row.kind}`) : row.name;
  const isLate = row.dueAt <= now.instant;
  const values = { number: row.number, when: whenText(now, row.dueAt) };
  return {
    title: noticeText(now.language, `complaint.${title}`, { name }),
    body: noticeText(now.language, isLate ? 'complaint.late' : 'complaint.soon', values),
    address: `/complaints/${row.id}`,
  };
}

/** One whose answer and solution are both due is said once: the answer comes first. */
async function complaints(db: ReadHandle, now: Now): Promise<Reminder[]> {
  const answers = await dueAnswers(db, now.soon);
  const solutions = new Map((await dueSolutions(db, now.soon)).map((row) => [row.id, row]));
  const reminders = answers.map((row): Reminder => {
    const also = solutions.get(row.id);
    solutions.delete(row.id);
    const keys = also === undefined ? [row.key] : [row.key, also.key];
    return { kind: 'complaint', keys, write: () => complaint(now, row, 'answerTitle') };
  });
  for (const row of solutions.values()) {
    const write = () => complaint(now, row, 'resolutionTitle');
    reminders.push({ kind: 'complaint', keys: [row.key], write });
  }
  return reminders;
}

function action(now: Now, row: DueAction, word: 'due' | 'check'): Notice {
  const values = { number: row.number, date: dateText(now, row.dueOn) };
  return {
    title: noticeText(now.language, `action.${word}Title`),
    body: noticeText(now.language, `action.${word}`, values),
    address: `/complaints/${row.complaintId}`,
  };
}

async function actions(db: ReadHandle, now: Now): Promise<Reminder[]> {
  const found = { due: await dueActions(db, now.lastDay), check: await dueChecks(db, now.lastDay) };
  return (['due', 'check'] as const).flatMap((word) =>
    found[word].map(
      (row): Reminder => ({
        kind: 'action',
        keys: [row.key],
        write: () => action(now, row, word),
      }),
    ),
  );
}

/** In a year without 29 February those born on it have their birthday the day before. */
function monthDaysOf(today: string): string[] {
  const monthDay = today.slice(5);
  const isStandIn = monthDay === '02-28' && daysInMonth(Number(today.slice(0, 4)), 2) === 28;
  return isStandIn ? [monthDay, '02-29'] : [monthDay];
}

function birthday(now: Now, row: DueBirthday): Notice {
  return {
    title: noticeText(now.language, 'birthday.title', { name: nameOr(now, row.name) }),
    body: noticeText(now.language, 'birthday.body'),
    address: `/customers/${row.customerId}`,
  };
}

async function birthdays(db: ReadHandle, now: Now): Promise<Reminder[]> {
  if (now.lastDay !== now.today) return [];
  const monthDays = monthDaysOf(now.today);
  const rows = await birthdaysOn(db, { today: now.today, monthDays });
  return rows.map((row) => ({
    kind: 'birthday',
    keys: [row.key],
    write: () => birthday(now, row),
  }));
}

function review(now: Now, row: WaitingReview): Notice {
  const date = dateText(now, row.postedOn);
  return {
    title: noticeText(now.language, 'review.title'),
    body:
      row.author === ''
        ? noticeText(now.language, 'review.unnamed', { date })
        : noticeText(now.language, 'review.named', { name: row.author, date }),
    address: '/complaints/reviews',
  };
}

async function reviews(db: ReadHandle, now: Now): Promise<Reminder[]> {
  const rows = await waitingReviews(db, addDays(now.lastDay, -1));
  return rows.map((row) => ({ kind: 'review', keys: [row.key], write: () => review(now, row) }));
}

/** Everything that is due at an instant and has not been said, most pressing kind first. */
export async function dueReminders(
  db: ReadHandle,
  settings: ShopSettings,
  instant: string,
): Promise<Reminder[]> {
  const now = nowOf(settings, instant);
  return [
    ...(await complaints(db, now)),
    ...(await followUps(db, now)),
    ...(await actions(db, now)),
    ...(await reviews(db, now)),
    ...(await birthdays(db, now)),
  ];
}

/** What the system is asked to show, and the keys of all it speaks for. */
export interface Announcement {
  readonly notice: Notice;
  readonly keys: readonly string[];
}

/** Each by itself, or one that counts them all. */
export function announcementsOf(
  reminders: readonly Reminder[],
  language: Language,
): Announcement[] {
  if (reminders.length <= saidOneByOne)
    return reminders.map((reminder) => ({ notice: reminder.write(), keys: reminder.keys }));
  const counts = reminderKinds
    .map((kind) => ({ kind, count: reminders.filter((one) => one.kind === kind).length }))
    .filter(({ count }) => count > 0)
    .map(({ kind, count }) => noticeText(language, `summary.${kind}`, { count }));
  const title = noticeText(language, 'summary.title', { count: reminders.length });
  const notice = { title, body: counts.join(' · '), address: '/today' };
  return [{ notice, keys: reminders.flatMap((reminder) => reminder.keys) }];
}
