import type { ShopSettings } from '../contract/settings.ts';
import { addDays, dayNumber } from './dates.ts';
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

/** The calendar the settings describe. Overlapping spans of a day count once. */
export function businessCalendar(
  settings: Pick<ShopSettings, 'timeZone' | 'businessHours' | 'holidays'>,
): BusinessCalendar {
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

function spansOf(day: string, calendar: BusinessCalendar): readonly Span[] {
  if (calendar.holidays.has(day)) return [];
  // 1 January 1970 was a Thursday.
  return calendar.week[(((dayNumber(day) + 3) % 7) + 7) % 7] ?? [];
}

/** A day's open stretches in ms since 1970: real time, so a moved clock lengthens or shortens them. */
function stretchesOf(day: string, calendar: BusinessCalendar): (readonly [number, number])[] {
  const midnight = dayNumber(day) * dayMs;
  return spansOf(day, calendar)
    .map(
      (span) =>
        [
          epochOfWall(midnight + span.opens * minuteMs, calendar.timeZone),
          epochOfWall(midnight + span.closes * minuteMs, calendar.timeZone),
        ] as const,
    )
    .filter(([opens, closes]) => opens < closes);
}

/** The instant the shop first opens on a local day; null: it is closed that day. */
export function openingOf(day: string, calendar: BusinessCalendar): string | null {
  const first = stretchesOf(day, calendar)[0];
  return first === undefined ? null : new Date(first[0]).toISOString();
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
  let day = localDay(from, calendar.timeZone);
  for (let passed = 0; passed <= farthestDays; passed += 1) {
    for (const [opens, closes] of stretchesOf(day, calendar)) {
      const begins = Math.max(opens, start);
      if (begins >= closes) continue;
      if (left <= closes - begins) return new Date(begins + left).toISOString();
      left -= closes - begins;
    }
    day = addDays(day, 1);
  }
  return new Date(start + farthestDays * dayMs).toISOString();
}

function openMs(from: string, to: string, calendar: BusinessCalendar): number {
  const start = Date.parse(from);
  const end = Date.parse(to);
  if (calendar.neverOpens) return end - start;
  const last = localDay(to, calendar.timeZone);
  let sum = 0;
  for (let day = localDay(from, calendar.timeZone); day <= last; day = addDays(day, 1)) {
    for (const [opens, closes] of stretchesOf(day, calendar)) {
      sum += Math.max(0, Math.min(closes, end) - Math.max(opens, start));
    }
  }
  return sum;
}

/**
 * Whole business minutes from one instant to another; negative when `to` is earlier. Of instants on
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
