import type { RepeatRule } from './repeat.ts';

/**
 * When an event is: a whole day; an instant (UTC); or a time of the wall clock, which is what a
 * repeating time needs: in UTC the first of a month at six in Jakarta would be the 31st.
 */
export type EventStart =
  | { readonly kind: 'day'; readonly day: string }
  | { readonly kind: 'instant'; readonly at: string }
  | { readonly kind: 'wall'; readonly day: string; readonly time: string };

export interface CalendarEvent {
  /** The same in every export, so that a calendar replaces instead of doubling. */
  readonly uid: string;
  readonly start: EventStart;
  readonly summary: string;
  readonly description: string;
  /** Counted from `firstDay`, whose day of the month is the one it is meant for. */
  readonly repeat: (RepeatRule & { readonly firstDay: string }) | null;
}

const maxOctets = 75;

function octetsOf(character: string): number {
  const code = character.codePointAt(0) ?? 0;
  if (code < 0x80) return 1;
  if (code < 0x800) return 2;
  return code < 0x10000 ? 3 : 4;
}

/** Breaks a content line so that none has more than 75 octets of UTF-8 (RFC 5545, 3.1). */
export function foldLine(line: string): string {
  let folded = '';
  let octets = 0;
  for (const character of line) {
    const size = octetsOf(character);
    if (octets + size > maxOctets) {
      folded += '\r\n ';
      octets = 1;
    }
    folded += character;
    octets += size;
  }
  return folded;
}

/** Text as a property's value (RFC 5545, 3.3.11); control characters are left out. */
export function escapeText(text: string): string {
  return [...text.toWellFormed().replace(/\r\n?/g, '\n')]
    .filter((character) => character === '\n' || character === '\t' || !/\p{Cc}/u.test(character))
    .join('')
    .replace(/[\\;,]/g, '\\$&')
    .replaceAll('\n', '\\n');
}

function compact(text: string): string {
  return text.replace(/[-:]/g, '');
}

/** An instant as `20260615T030000Z`. */
function utc(instant: string): string {
  return `${compact(instant.slice(0, 19))}Z`;
}

function startLine(start: EventStart): string {
  if (start.kind === 'day') return `DTSTART;VALUE=DATE:${compact(start.day)}`;
  if (start.kind === 'instant') return `DTSTART:${utc(start.at)}`;
  return `DTSTART:${compact(start.day)}T${compact(start.time)}00`;
}

/** A day that short months lack: the last one there is, up to it (a plain rule would skip the month). */
function shortMonths(rule: RepeatRule & { firstDay: string }): string {
  const day = Number(rule.firstDay.slice(8));
  if (rule.unit === 'month' && day > 28) {
    const days = [28, 29, 30, 31].filter((one) => one <= day);
    return `;BYMONTHDAY=${days.join(',')};BYSETPOS=-1`;
  }
  const isLeapDay = rule.unit === 'year' && rule.firstDay.slice(5) === '02-29';
  return isLeapDay ? ';BYMONTH=2;BYMONTHDAY=28,29;BYSETPOS=-1' : '';
}

const frequency = { day: 'DAILY', week: 'WEEKLY', month: 'MONTHLY', year: 'YEARLY' } as const;

function repeatLines(rule: CalendarEvent['repeat']): string[] {
  if (rule === null) return [];
  return [`RRULE:FREQ=${frequency[rule.unit]};INTERVAL=${rule.every}${shortMonths(rule)}`];
}

function block(lines: readonly string[]): string {
  return lines.map((line) => `${foldLine(line)}\r\n`).join('');
}

/** What a calendar file begins with. */
export function calendarHead(name: string): string {
  return block([
    'BEGIN:VCALENDAR',
    'VERSION:2.0',
    'PRODID:-//Langgan//Langgan//ID',
    'CALSCALE:GREGORIAN',
    'METHOD:PUBLISH',
    `X-WR-CALNAME:${escapeText(name)}`,
  ]);
}

/** One event; `stamp` is the instant the file is made. A time lasts a quarter of an hour. */
export function eventText(event: CalendarEvent, stamp: string): string {
  return block([
    'BEGIN:VEVENT',
    `UID:${escapeText(event.uid)}`,
    `DTSTAMP:${utc(stamp)}`,
    startLine(event.start),
    ...(event.start.kind === 'day' ? [] : ['DURATION:PT15M']),
    ...repeatLines(event.repeat),
    `SUMMARY:${escapeText(event.summary)}`,
    ...(event.description === '' ? [] : [`DESCRIPTION:${escapeText(event.description)}`]),
    'TRANSP:TRANSPARENT',
    'END:VEVENT',
  ]);
}

export const calendarFoot = 'END:VCALENDAR\r\n';
