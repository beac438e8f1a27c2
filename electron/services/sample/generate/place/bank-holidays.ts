import type { Holiday } from '#shared/contract/settings.ts';
import { addDays, dayNumber } from '#shared/domain/calendar/dates.ts';

/** Easter Sunday of a Gregorian year (Meeus, Jones and Butcher's algorithm). */
export function easterSunday(year: number): string {
  const golden = year % 19;
  const century = Math.floor(year / 100);
  const ofCentury = year % 100;
  const skipped = Math.floor((century - Math.floor((century + 8) / 25) + 1) / 3);
  const epact = (19 * golden + century - Math.floor(century / 4) - skipped + 15) % 30;
  const weekday =
    (32 + 2 * (century % 4) + 2 * Math.floor(ofCentury / 4) - epact - (ofCentury % 4)) % 7;
  const late = Math.floor((golden + 11 * epact + 22 * weekday) / 451);
  const count = epact + weekday - 7 * late + 114;
  const month = String(Math.floor(count / 31)).padStart(2, '0');
  return `${year}-${month}-${String((count % 31) + 1).padStart(2, '0')}`;
}

/** 0 is Monday; 1970-01-01 was a Thursday. */
function weekdayOf(day: string): number {
  return (dayNumber(day) + 3) % 7;
}

function firstMonday(from: string): string {
  return addDays(from, (7 - weekdayOf(from)) % 7);
}

/** The bank holidays of England and Wales in a year; one at a weekend is kept on the next working day. */
export function bankHolidays(year: number): Holiday[] {
  const easter = easterSunday(year);
  const days: Holiday[] = [
    { on: addDays(easter, -2), name: 'Good Friday' },
    { on: addDays(easter, 1), name: 'Easter Monday' },
    { on: firstMonday(`${year}-05-01`), name: 'Early May bank holiday' },
    { on: firstMonday(`${year}-05-25`), name: 'Spring bank holiday' },
    { on: firstMonday(`${year}-08-25`), name: 'Summer bank holiday' },
  ];
  const fixed = [
    ['01-01', 'New Year’s Day'],
    ['12-25', 'Christmas Day'],
    ['12-26', 'Boxing Day'],
  ] as const;
  const own = fixed.map(([date, name]) => ({ on: `${year}-${date}`, name }));
  for (const { on, name } of own) {
    if (weekdayOf(on) < 5) continue;
    let kept = addDays(on, 1);
    while (weekdayOf(kept) >= 5 || [...own, ...days].some((day) => day.on === kept))
      kept = addDays(kept, 1);
    days.push({ on: kept, name: `${name} (substitute day)` });
  }
  return [...days, ...own].sort((one, other) => (one.on < other.on ? -1 : 1));
}
