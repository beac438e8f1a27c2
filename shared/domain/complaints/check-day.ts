import { addDays, daysBetween } from '../calendar/dates.ts';
import type { ActionVerdict } from '../vocabulary/complaints.ts';

/** A corrective action's local days: due, looked at whether it held, done, and looked at in fact. */
interface ActionDays {
  readonly dueOn: string;
  readonly checkOn: string;
  readonly doneOn: string | null;
  readonly checkedOn: string | null;
}

/**
 * The day to look whether it held, once it is done on `doneOn`: as chosen, or later where it was done
 * late, so that as many days as planned, and one at least, pass after the change.
 */
export function checkDayWhenDone(
  { dueOn, checkOn }: Pick<ActionDays, 'dueOn' | 'checkOn'>,
  doneOn: string,
): string {
  const waited = addDays(doneOn, Math.max(1, daysBetween(dueOn, checkOn)));
  return waited > checkOn ? waited : checkOn;
}

/** The first day on which it can be said that it did not come back: never the day it was done. */
export function firstCheckDay({ checkOn, doneOn }: Pick<ActionDays, 'checkOn' | 'doneOn'>): string {
  const dayAfter = doneOn === null ? checkOn : addDays(doneOn, 1);
  return dayAfter > checkOn ? dayAfter : checkOn;
}

/** `unwaited`: said to have held before its day, as an earlier version allowed. */
export type Finding = ActionVerdict | 'unwaited';

/** What is known of an action; null: nobody has looked. */
export function findingOf(
  action: Omit<ActionDays, 'dueOn'> & { readonly verdict: ActionVerdict | null },
): Finding | null {
  const { verdict, checkedOn } = action;
  if (verdict !== 'held' || checkedOn === null) return verdict;
  return checkedOn < firstCheckDay(action) ? 'unwaited' : 'held';
}
