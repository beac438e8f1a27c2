import { readTime as readWrittenTime } from '#shared/domain/calendar/times.ts';

export const MINUTES_A_DAY = 1440;

/** Minutes of the day of `HH:MM`, 0–1440. */
export function minutesOf(time: string): number {
  return Number(time.slice(0, 2)) * 60 + Number(time.slice(3, 5));
}

/** `HH:MM` of minutes of the day; 1440 is `24:00`. */
export function timeOf(minutes: number): string {
  const two = (value: number) => String(value).padStart(2, '0');
  return `${two(Math.floor(minutes / 60))}:${two(minutes % 60)}`;
}

/** The hours a part of the day may be said with, and how far they are from the clock's. */
const PARTS: ReadonlyMap<string, readonly (readonly [from: number, to: number, move: number])[]> =
  new Map([
    ['pagi', [[1, 11, 0]]],
    [
      'siang',
      [
        [10, 12, 0],
        [1, 3, 12],
      ],
    ],
    ['sore', [[3, 6, 12]]],
    [
      'malam',
      [
        [6, 11, 12],
        [12, 12, -12],
      ],
    ],
  ]);

/** `8 malam`, `3.30 sore`: minutes of the day; null where it is not said like that. */
function readPartOfDay(text: string): number | null {
  const match = /^(\d{1,2})(?:[.:]([0-5]\d))?\s*(pagi|siang|sore|malam)$/i.exec(text);
  if (match === null) return null;
  const hour = Number(match[1]);
  const spans = PARTS.get((match[3] ?? '').toLowerCase()) ?? [];
  const span = spans.find(([from, to]) => hour >= from && hour <= to);
  return span === undefined ? null : (hour + span[2]) * 60 + Number(match[2] ?? 0);
}

/**
 * A time as people type it (`8`, `8.30`, `830`, `jam 8`, `2:22 pm`, `8 malam`) in minutes of the
 * day; `24.00` is its end. Null: it is none.
 */
export function readTime(text: string): number | null {
  const bare = text.trim().replace(/^(?:pukul|jam|pkl\.?)\s*/i, '');
  const spoken = readPartOfDay(bare);
  if (spoken !== null) return spoken;
  const compact = /^(\d{1,2})\s?([0-5]\d)$/.exec(bare);
  const hourOnly = /^\d{1,2}$/.test(bare);
  if (compact !== null && !hourOnly) return withinDay(Number(compact[1]), Number(compact[2]));
  if (hourOnly) return withinDay(Number(bare), 0);
  if (/^24[.:]00$/.test(bare)) return MINUTES_A_DAY;
  const written = readWrittenTime(bare);
  return written === null || written === undefined ? null : minutesOf(written);
}

function withinDay(hours: number, minutes: number): number | null {
  const all = hours * 60 + minutes;
  return all <= MINUTES_A_DAY ? all : null;
}
