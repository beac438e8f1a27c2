import { daysBetween } from '../calendar/dates.ts';

/** How long something is owed past its day, in days. */
export const ageBands = ['notDue', 'to30', 'to60', 'to90', 'over90'] as const;
export type AgeBand = (typeof ageBands)[number];

/** The band of what is owed on a day: by when it is due or, where that is not said, by when it was sold. */
export function ageBand(soldOn: string, dueOn: string | null, day: string): AgeBand {
  const age = daysBetween(dueOn ?? soldOn, day);
  if (age <= 0) return 'notDue';
  if (age <= 30) return 'to30';
  if (age <= 60) return 'to60';
  return age <= 90 ? 'to90' : 'over90';
}
