import type { ShopSettings } from '../../contract/settings.ts';
import { dayNumber } from './dates.ts';
import { epochOfWall, localDay, minuteMs } from './zone-time.ts';

/** Opening and closing as minutes of the local day, 0–1440. */
interface Span {
  readonly opens: number;
  readonly closes: number;
}

/** When the shop is open: what due times and ages in business minutes are counted by. */
export interface BusinessCalendar {
  readonly timeZone: string;
  /** Monday first; spans sorted and apart. */
  readonly week: readonly (readonly Span[])[];
  readonly holidays: ReadonlySet<string>;
  /** The week has no opening at all: every minute counts, so that nothing is due never. */
  readonly neverOpens: boolean;
}

/** The farthest a due time is looked for: five years of days. */
const farthestDays = 1826;
/** The longest that minutes are counted over: twenty years of days. */
const longestDays = 7305;
const dayMs = 1440 * minuteMs;

function minutesOf(time: string): number {
  return Number(time.slice(0, 2)) * 60 + Number(time.slice(3, 5));
}

function joined(spans: readonly Span[]): Span[] {
  const result: Span[] = [];
  for (const span of spans.toSorted((a, b) => a.opens - b.opens)) {
    const last = result.at(-1);
    if (last === undefined || span.opens > last.closes) result.push(span);
    else result.splice(-1, 1, { ...last, closes: Math.max(last.closes, span.closes) });
  }
  return result;
}

type Hours = Pick<ShopSettings, 'timeZone' | 'businessHours' | 'holidays'>;

/** The calendar made last, with what it was made of: call after call asks for the same. */
let latest: { readonly key: string; readonly calendar: BusinessCalendar } | null = null;

/** The calendar the settings describe. Overlapping spans of a day count once. */
export function businessCalendar(settings: Hours): BusinessCalendar {
  const { timeZone, businessHours, holidays } = settings;
  const key = JSON.stringify([timeZone, businessHours, holidays]);
  if (latest?.key !== key) latest = { key, calendar: calendarOf(settings) };
  return latest.calendar;
}

function calendarOf(settings: Hours): BusinessCalendar {
  const week = settings.businessHours.map((spans) =>
    joined(spans.map((span) => ({ opens: minutesOf(span.opens), closes: minutesOf(span.closes) }))),
  );
  return {
    timeZone: settings.timeZone,
    week,
    holidays: new Set(settings.holidays.map((holiday) => holiday.on)),
    neverOpens: week.every((spans) => spans.length === 0),
  };
}

/** Minutes that a day of the week is open, of the days that are. */
export function meanDayMinutes({ week }: BusinessCalendar): number {
  const days = week
    .map((spans) => spans.reduce((sum, { opens, closes }) => sum + closes - opens, 0))
    .filter((minutes) => minutes > 0);
  return days.length === 0 ? 1440 : days.reduce((sum, minutes) => sum + minutes) / days.length;
}

function spansOf(day: number, calendar: BusinessCalendar): readonly Span[] {
  // 1 January 1970 was a Thursday.
  const spans = calendar.week[(((day + 3) % 7) + 7) % 7] ?? [];
  if (spans.length === 0 || calendar.holidays.size === 0) return spans;
  return calendar.holidays.has(new Date(day * dayMs).toISOString().slice(0, 10)) ? [] : spans;
}

/** A day's open stretches in ms since 1970, and their length together. */
interface OpenDay {
  readonly stretches: readonly (readonly [number, number])[];
  readonly openMs: number;
}

const closedDay: OpenDay = { stretches: [], openMs: 0 };
/** More days than any due time or age reaches over; beyond them the days are worked out anew. */
const rememberedDays = 10_000;
const remembered = new WeakMap<
  BusinessCalendar,
  { readonly days: Map<number, OpenDay>; readonly blocks: Map<number, number> }
>();
/** Days summed up together, so that a count over years is not one of each day. */
const blockDays = 64;

/** Real time, so a moved clock lengthens or shortens a stretch. */
function workOut(day: number, calendar: BusinessCalendar): OpenDay {
  const stretches = spansOf(day, calendar)
    .map(
      (span) =>
        [
          epochOfWall(day * dayMs + span.opens * minuteMs, calendar.timeZone),
          epochOfWall(day * dayMs + span.closes * minuteMs, calendar.timeZone),
        ] as const,
    )
    .filter(([opens, closes]) => opens < closes);
  if (stretches.length === 0) return closedDay;
  return { stretches, openMs: stretches.reduce((sum, [from, to]) => sum + to - from, 0) };
}

function memoryOf(calendar: BusinessCalendar) {
  const known = remembered.get(calendar);
  if (known !== undefined && known.days.size < rememberedDays) return known;
  const memory = { days: new Map<number, OpenDay>(), blocks: new Map<number, number>() };
  remembered.set(calendar, memory);
  return memory;
}

/** A queue asks for the same days of every row: each is worked out once. */
function openDay(day: number, calendar: BusinessCalendar): OpenDay {
  const { days } = memoryOf(calendar);
  let found = days.get(day);
  if (found === undefined) {
    found = workOut(day, calendar);
    days.set(day, found);
  }
  return found;
}

function blockMs(block: number, calendar: BusinessCalendar): number {
  const known = memoryOf(calendar).blocks.get(block);
  if (known !== undefined) return known;
  let sum = 0;
  for (let day = block; day < block + blockDays; day += 1) sum += openDay(day, calendar).openMs;
  memoryOf(calendar).blocks.set(block, sum);
  return sum;
}

/** Open time of whole days, both ends included. */
function wholeDaysMs(first: number, last: number, calendar: BusinessCalendar): number {
  let sum = 0;
  for (let day = first; day <= last; ) {
    const isBlock = day % blockDays === 0 && day + blockDays - 1 <= last;
    sum += isBlock ? blockMs(day, calendar) : openDay(day, calendar).openMs;
    day += isBlock ? blockDays : 1;
  }
  return sum;
}

/** The instant the shop first opens on a local day; null: it is closed that day. */
export function openingOf(day: string, calendar: BusinessCalendar): string | null {
  const first = openDay(dayNumber(day), calendar).stretches[0];
  return first === undefined ? null : new Date(first[0]).toISOString();
}

/** Whether the shop is open at an instant; closing time itself is closed. */
export function isOpenAt(instant: string, calendar: BusinessCalendar): boolean {
  if (calendar.neverOpens) return true;
  const at = Date.parse(instant);
  const { stretches } = openDay(dayNumber(localDay(instant, calendar.timeZone)), calendar);
  return stretches.some(([opens, closes]) => opens <= at && at < closes);
}

/**
 * The instant at which `minutes` of business have passed. Outside opening hours the count begins at
 * the next opening; where the last minute ends at closing, it is that closing. No minutes: `from`
 * itself. At most five years on: where the shop opens too seldom, the end of those five years.
 */
export function addBusinessMinutes(
  from: string,
  minutes: number,
  calendar: BusinessCalendar,
): string {
  const start = Date.parse(from);
  let left = Math.max(0, minutes) * minuteMs;
  if (left === 0 || calendar.neverOpens) return new Date(start + left).toISOString();
  const first = dayNumber(localDay(from, calendar.timeZone));
  for (let day = first; day <= first + farthestDays; day += 1) {
    for (const [opens, closes] of openDay(day, calendar).stretches) {
      const begins = Math.max(opens, start);
      if (begins >= closes) continue;
      if (left <= closes - begins) return new Date(begins + left).toISOString();
      left -= closes - begins;
    }
  }
  return new Date(start + farthestDays * dayMs).toISOString();
}

function openMs(from: string, to: string, calendar: BusinessCalendar): number {
  const start = Date.parse(from);
  const end = Date.parse(to);
  if (calendar.neverOpens) return end - start;
  const last = dayNumber(localDay(to, calendar.timeZone));
  const first = dayNumber(localDay(from, calendar.timeZone));
  const earliest = Math.max(first, last - longestDays);
  // Where a clock is moved at midnight a day reaches into its neighbour: two at each end are cut.
  const edge = 2;
  let sum = wholeDaysMs(earliest + edge, last - edge, calendar);
  for (let day = earliest; day <= last; day += 1) {
    if (day === earliest + edge) day = Math.max(day, last - edge + 1);
    for (const [opens, closes] of openDay(day, calendar).stretches)
      sum += Math.max(0, Math.min(closes, end) - Math.max(opens, start));
  }
  return sum;
}

/**
 * Whole business minutes from one instant to another; negative when `to` is earlier. Those more than
 * twenty years before the later instant are not counted (a year typed as 0026). Of instants on
 * full minutes it is additive, and the inverse of `addBusinessMinutes`.
 */
export function businessMinutesBetween(
  from: string,
  to: string,
  calendar: BusinessCalendar,
): number {
  // Taken from 0 rather than negated: no minutes are 0, not -0.
  if (Date.parse(to) < Date.parse(from)) return 0 - businessMinutesBetween(to, from, calendar);
  return Math.floor(openMs(from, to, calendar) / minuteMs);
}
