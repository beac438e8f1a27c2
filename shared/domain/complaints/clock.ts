import type { ComplaintClock } from '../../contract/complaints-page.ts';
import { type BusinessCalendar, businessMinutesBetween } from '../calendar/business-hours.ts';
import { daysBetween } from '../calendar/dates.ts';
import { noonOf } from '../calendar/zone-time.ts';
import type { ComplaintState } from '../vocabulary/complaints.ts';

/** A day by which something is to be done, and the day since when. */
export interface DayDue {
  readonly on: string;
  readonly since: string;
}

export interface ClockFacts {
  readonly state: ComplaintState;
  readonly receivedAt: string;
  readonly answerDueAt: string;
  readonly resolutionDueAt: string;
  readonly answeredAt: string | null;
  readonly resolvedAt: string | null;
  /** The first corrective action that is not done. */
  readonly action: DayDue | null;
  /** The first done one of which nobody has looked whether it held. */
  readonly check: DayDue | null;
}

/** When one looks, and by which hours. */
export interface ClockMoment {
  readonly now: string;
  readonly today: string;
  readonly calendar: BusinessCalendar;
}

const dayMinutes = 1440;

function instantClock(
  what: 'answer' | 'resolution',
  receivedAt: string,
  dueAt: string,
  { now, calendar }: ClockMoment,
): ComplaintClock {
  const left = businessMinutesBetween(now, dueAt, calendar);
  return {
    what,
    dueAt,
    // Late is late, even while the shop is closed and no business minute has passed since.
    minutesLeft: now > dueAt ? Math.min(-1, left) : Math.max(0, left),
    minutesGiven: Math.max(0, businessMinutesBetween(receivedAt, dueAt, calendar)),
  };
}

function dayClock(
  what: 'action' | 'check',
  due: DayDue,
  { today, calendar }: ClockMoment,
): ComplaintClock {
  return {
    what,
    dueAt: noonOf(due.on, calendar.timeZone),
    minutesLeft: daysBetween(today, due.on) * dayMinutes,
    minutesGiven: Math.max(0, daysBetween(due.since, due.on)) * dayMinutes,
  };
}

/**
 * The clock that runs: until answered the answer's, until solved the solution's, then the first open
 * action's day, then the day to look whether it held; null when closed or when nothing is due.
 * Business minutes; for action and check whole days × 1440. Negative from the moment it is late.
 */
export function complaintClock(facts: ClockFacts, moment: ClockMoment): ComplaintClock | null {
  if (facts.state === 'closed') return null;
  if (facts.answeredAt === null)
    return instantClock('answer', facts.receivedAt, facts.answerDueAt, moment);
  if (facts.resolvedAt === null)
    return instantClock('resolution', facts.receivedAt, facts.resolutionDueAt, moment);
  if (facts.action !== null) return dayClock('action', facts.action, moment);
  return facts.check === null ? null : dayClock('check', facts.check, moment);
}
