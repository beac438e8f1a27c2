import { turnsOn } from '../calendar/birthday.ts';

/** Ages in whole years, by ten; `under20` and `from60` are open. */
export const ageBands = ['under20', 'from20', 'from30', 'from40', 'from50', 'from60'] as const;
export type AgeBand = (typeof ageBands)[number];

/** How old somebody is on a day; null: the year of birth is not known. */
export function ageOn(birthdayOn: string, today: string): number | null {
  const years = turnsOn(birthdayOn, today);
  if (years === null) return null;
  return birthdayOn.slice(5) > today.slice(5) ? years - 1 : years;
}

export function bandOf(age: number): AgeBand {
  const ten = Math.min(6, Math.max(1, Math.floor(age / 10)));
  return ageBands[ten - 1] ?? 'from60';
}
