import { addDays, addMonths, daysBetween, inclusiveMonths } from './dates.ts';

/** Every so many days, weeks, months or years; `every` is 1 or more. */
export interface RepeatRule {
  readonly every: number;
  readonly unit: 'day' | 'week' | 'month' | 'year';
}

/**
 * The day of a repeat, `index` steps after its first day (0: the first day itself). Months and years
 * are counted from the first day, so one of the 31st is on the 30th in April and on the 31st in May.
 */
export function occurrence(first: string, rule: RepeatRule, index: number): string {
  const steps = rule.every * index;
  if (rule.unit === 'day') return addDays(first, steps);
  if (rule.unit === 'week') return addDays(first, steps * 7);
  return addMonths(first, rule.unit === 'month' ? steps : steps * 12);
}

/** A number of steps that surely does not lie after `day`. */
function stepsUpTo(first: string, rule: RepeatRule, day: string): number {
  const days = daysBetween(first, day);
  if (days <= 0) return 0;
  if (rule.unit === 'day') return Math.floor(days / rule.every);
  if (rule.unit === 'week') return Math.floor(days / (rule.every * 7));
  const months = inclusiveMonths(first, day) - 2;
  return Math.max(0, Math.floor(months / (rule.unit === 'month' ? rule.every : rule.every * 12)));
}

/** The first day of a repeat that lies after `after` and after the first day. ISO days. */
export function nextOccurrence(first: string, rule: RepeatRule, after: string): string {
  let index = Math.max(1, stepsUpTo(first, rule, after));
  while (occurrence(first, rule, index) <= after) index += 1;
  return occurrence(first, rule, index);
}

/**
 * Whether `day` is a later day of the repeat that began on `first`, moved to its month's end because
 * the month is too short for it.
 */
export function isClampedFrom(first: string, rule: RepeatRule, day: string): boolean {
  if (first >= day || first.slice(8) <= day.slice(8)) return false;
  const index = stepsUpTo(first, rule, day);
  return [index, index + 1, index + 2].some((step) => occurrence(first, rule, step) === day);
}
