import type { ReportedComplaint } from '#db/queries/complaints/report.ts';
import type { ComplaintReport } from '#shared/contract/complaints-report.ts';
import {
  type BusinessCalendar,
  businessMinutesBetween,
} from '#shared/domain/calendar/business-hours.ts';
import { timeByShare } from '#shared/domain/complaints/survival.ts';

/** From receipt to the first answer, or to the solution. */
export type Step = 'answer' | 'resolution';

function doneAt({ answeredAt, resolvedAt }: ReportedComplaint, step: Step): string | null {
  return step === 'answer' ? answeredAt : resolvedAt;
}

/** Still to be done: a complaint that was closed without the date of the step waits for nobody. */
export function isWaiting(complaint: ReportedComplaint, step: Step): boolean {
  return complaint.isClosed === 0 && doneAt(complaint, step) === null;
}

/**
 * How long customers waited, in business minutes; below 0 (a clock put wrong) counts as 0. Complaints
 * of which only the day is known, or which were closed without a date, are left out. What still waits at `now` is in with its age so far,
 * censored: it never counts as done.
 */
export function waitingTimes(
  complaints: readonly ReportedComplaint[],
  step: Step,
  now: string,
  calendar: BusinessCalendar,
): ComplaintReport['answer'] {
  const times = complaints
    .filter((one) => one.hasTime === 1 && (doneAt(one, step) !== null || isWaiting(one, step)))
    .map((complaint) => {
      const done = doneAt(complaint, step);
      const due = step === 'answer' ? complaint.answerDueAt : complaint.resolutionDueAt;
      const until = done ?? now;
      const minutes = Math.max(0, businessMinutesBetween(complaint.receivedAt, until, calendar));
      return { minutes, isDone: done !== null, isPastDue: Date.parse(until) > Date.parse(due) };
    });
  const done = times.filter((time) => time.isDone);
  return {
    done: done.length,
    open: times.length - done.length,
    onTime: done.filter((time) => !time.isPastDue).length,
    leftOut: complaints.length - times.length,
    late: times.filter((time) => time.isPastDue).length,
    medianMinutes: timeByShare(times, 0.5),
    p90Minutes: timeByShare(times, 0.9),
  };
}
