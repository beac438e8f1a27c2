import type { ShopSettings } from '../../contract/settings.ts';
import {
  addBusinessMinutes,
  type BusinessCalendar,
  businessMinutesBetween,
} from '../calendar/business-hours.ts';
import { nameKey } from '../text/names.ts';
import type { Severity } from '../vocabulary/complaints.ts';

/** `K-2026-031`: the year of receipt, and the running number in it with three digits at least. */
export function complaintNumber(year: number, running: number): string {
  return `K-${String(year).padStart(4, '0')}-${String(running).padStart(3, '0')}`;
}

/** What a typed complaint number says; `year` null: not given. */
export interface NumberRead {
  readonly year: number | null;
  readonly running: number;
}

/**
 * Reads `K-2026-031`, `k 2026/31`, `2026-031`, `k31`, `31` (up to four digits without a K, so that
 * no phone is taken for one); null: no complaint number.
 */
export function readComplaintNumber(text: string): NumberRead | null {
  const typed = text.trim();
  const whole = /^k?[\s./-]*((?:19|20|21)\d\d)[\s./-]+(\d{1,6})$/i.exec(typed);
  if (whole !== null) return { year: Number(whole[1]), running: Number(whole[2]) };
  const short = /^(?:k[\s./-]*(\d{1,6})|(\d{1,4}))$/i.exec(typed);
  if (short === null) return null;
  const running = Number(short[1] ?? short[2]);
  return running === 0 ? null : { year: null, running };
}

/** What makes two causes the same: case, accents, punctuation and spaces do not count. Null: no cause. */
export function causeKey(cause: string | null): string | null {
  const key = nameKey(cause ?? '');
  return key === '' ? null : key;
}

/** When the first answer and the solution are due: the severity's business minutes after receipt. */
export function dueTimes(
  receivedAt: string,
  severity: Severity,
  settings: Pick<ShopSettings, 'serviceLevels'>,
  calendar: BusinessCalendar,
): { answerDueAt: string; resolutionDueAt: string } {
  const { answerMinutes, resolveMinutes } = settings.serviceLevels[severity];
  return {
    answerDueAt: addBusinessMinutes(receivedAt, answerMinutes, calendar),
    resolutionDueAt: addBusinessMinutes(receivedAt, resolveMinutes, calendar),
  };
}

/** A first answer and a solution this many business minutes apart are one contact. */
const oneContactMinutes = 60;

/**
 * Solved at the first contact: never reopened, and either no answer went out before the solution (the
 * solution is the first answer), or the solution followed the first answer within 60 business
 * minutes. A contact that goes on past closing time is one: closed hours do not count.
 */
export function isFirstContact(
  given: { answeredAt: string | null; resolvedAt: string; reopened: number },
  calendar: BusinessCalendar,
): boolean {
  if (given.reopened > 0) return false;
  if (given.answeredAt === null) return true;
  const apart = businessMinutesBetween(given.answeredAt, given.resolvedAt, calendar);
  return apart >= 0 && apart <= oneContactMinutes;
}

/** How often a cause must come within the settled days before what we change must be said. */
export const timesUntilRequired = 3;

/**
 * Of days on which the same cause came, those in the stretch of `span` days that holds `own` and has
 * the most (the latest such stretch). `own` is one of them. Days as numbers (`dayNumber`); both ends
 * of a stretch are counted, so 60 days reach from day 0 to day 59.
 */
export function densestStretch(
  days: readonly number[],
  own: number,
  span: number,
): { from: number; to: number; count: number } {
  let best = { from: own, to: own + span - 1, count: 0 };
  for (const from of [...new Set([...days, own])].toSorted((a, b) => a - b)) {
    if (from > own || from <= own - span) continue;
    const to = from + span - 1;
    const count = days.filter((day) => day >= from && day <= to).length;
    if (count >= best.count) best = { from, to, count };
  }
  return best;
}
