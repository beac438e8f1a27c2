import { isoFromDay } from '#shared/domain/calendar/dates.ts';
import {
  type Day,
  dayWeight,
  feastsBetween,
  firstDayOf,
  isClosed,
  monthStart,
} from './calendar.ts';
import type { SamplePerson } from './people.ts';
import type { PlaceCalendar } from './place/place.ts';
import type { Random } from './random.ts';

interface Chance {
  readonly calendar: PlaceCalendar;
  readonly random: Random;
}

export type Visit = { day: Day; isForFeast: boolean };

/** The days on which a person bought something, in order, at most one visit a day. */
export function visitsOf(
  person: SamplePerson,
  today: Day,
  calendar: PlaceCalendar,
  random: Random,
): Visit[] {
  if (person.id === 0) return elokVisits(today, calendar);
  if (person.habit === 'prospect') return [];
  const end = lastDay(person, today, random);
  const days = new Map<Day, Visit>();
  const gap = meanGap(person, random);
  let day = person.since;
  while (day <= end) {
    const open = openDayNear(day, person.kind, { calendar, random });
    if (open >= firstDayOf(today) && open <= end) days.set(open, { day: open, isForFeast: false });
    if (person.habit === 'once') break;
    day += Math.max(1, Math.round(gap * (0.45 + 0.55 * random.exponential(1))));
  }
  if (person.habit !== 'once') addFeasts(person, end, days, { calendar, random });
  if (days.size === 0) {
    const day = fallbackDay(end, calendar);
    days.set(day, { day, isForFeast: false });
  }
  return [...days.values()].sort((one, other) => one.day - other.day);
}

/** Twice in each of the 36 whole months before this one: 72 purchases, 36 inclusive months. */
function elokVisits(today: Day, calendar: PlaceCalendar): Visit[] {
  const visits: Visit[] = [];
  for (let month = 36; month >= 1; month -= 1) {
    const start = monthStart(today, month);
    for (const date of [4, 18]) {
      let day = start + date;
      while (isClosed(day, calendar)) day += 1;
      visits.push({ day, isForFeast: false });
    }
  }
  return visits;
}

function fallbackDay(end: Day, calendar: PlaceCalendar): Day {
  let day = end;
  while (isClosed(day, calendar)) day -= 1;
  return day;
}

function lastDay(person: SamplePerson, today: Day, random: Random): Day {
  switch (person.habit) {
    case 'slipped':
      return today - random.integer(50, 210);
    case 'occasional':
      return Math.min(today, person.since + 60 + Math.round(random.exponential(900)));
    default:
      return today;
  }
}

/** Days between two visits on average. */
function meanGap(person: SamplePerson, random: Random): number {
  const isBusiness = person.kind === 'business';
  switch (person.habit) {
    case 'regular':
    case 'slipped':
      return random.logNormal(isBusiness ? 19 : 18, 0.35);
    case 'new':
      return random.logNormal(20, 0.4);
    default:
      return random.logNormal(isBusiness ? 50 : 62, 0.45);
  }
}

/** A day within three of the one planned, the busy ones more often; the plan itself if all close. */
function openDayNear(planned: Day, who: 'person' | 'business', { calendar, random }: Chance): Day {
  const near = [0, 1, -1, 2, -2, 3, -3].map((step) => planned + step);
  const open = near
    .map((day) => [day, dayWeight(day, who, calendar)] as const)
    .filter(([, w]) => w > 0);
  return open.length === 0 ? planned : random.weighted(open);
}

/** Before the feast many order gifts, whatever their rhythm. */
function addFeasts(
  person: SamplePerson,
  end: Day,
  days: Map<Day, Visit>,
  { calendar, random }: Chance,
): void {
  for (const feast of feastsBetween(person.since, end, calendar)) {
    const day = feast - random.integer(2, 15);
    const wants = random.chance(person.kind === 'business' ? 0.45 : 0.3);
    if (wants && day >= person.since) days.set(day, { day, isForFeast: true });
  }
}

/** How many nameless customers come on a day: a Poisson number, growing a fifth a year. */
export function walkInsOn(day: Day, first: Day, calendar: PlaceCalendar, random: Random): number {
  const mean = 2.2 * 1.2 ** ((day - first) / 365.25) * dayWeight(day, 'person', calendar);
  if (mean === 0) return 0;
  const limit = Math.exp(-mean);
  let count = -1;
  for (let product = 1; product > limit; product *= random.next()) count += 1;
  return count;
}

/** `24` of a day in 2024, as it stands in receipt numbers. */
export function shortYear(day: Day): string {
  return isoFromDay(day).slice(2, 4);
}
