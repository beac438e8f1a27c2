import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  type CalendarEvent,
  escapeText,
  eventText,
  foldLine,
} from '#shared/domain/calendar/icalendar.ts';

const stamp = '2026-06-15T03:00:00.000Z';
const plain: CalendarEvent = {
  uid: 'follow-up-7-20260601@langgan',
  start: { kind: 'day', day: '2026-06-20' },
  summary: 'Ratna: tanya sepatunya',
  description: '',
  repeat: null,
};

function lines(event: Partial<CalendarEvent>): string[] {
  return eventText({ ...plain, ...event }, stamp).split('\r\n');
}

describe('a calendar file', () => {
  it('has one event as the standard writes it', () => {
    expect(eventText(plain, stamp)).toBe(
      [
        'BEGIN:VEVENT',
        'UID:follow-up-7-20260601@langgan',
        'DTSTAMP:20260615T030000Z',
        'DTSTART;VALUE=DATE:20260620',
        'SUMMARY:Ratna: tanya sepatunya',
        'TRANSP:TRANSPARENT',
        'END:VEVENT',
        '',
      ].join('\r\n'),
    );
  });

  it('gives an instant in UTC and a repeating time by the wall clock', () => {
    expect(lines({ start: { kind: 'instant', at: '2026-06-20T02:30:00.000Z' } })).toContain(
      'DTSTART:20260620T023000Z',
    );
    expect(lines({ start: { kind: 'wall', day: '2026-06-20', time: '09:30' } })).toContain(
      'DTSTART:20260620T093000',
    );
  });

  it.each([
    [{ every: 2, unit: 'week', firstDay: '2026-06-15' }, 'RRULE:FREQ=WEEKLY;INTERVAL=2'],
    [{ every: 1, unit: 'month', firstDay: '2026-06-15' }, 'RRULE:FREQ=MONTHLY;INTERVAL=1'],
    [
      { every: 1, unit: 'month', firstDay: '2026-01-30' },
      'RRULE:FREQ=MONTHLY;INTERVAL=1;BYMONTHDAY=28,29,30;BYSETPOS=-1',
    ],
    [
      { every: 1, unit: 'year', firstDay: '1996-02-29' },
      'RRULE:FREQ=YEARLY;INTERVAL=1;BYMONTH=2;BYMONTHDAY=28,29;BYSETPOS=-1',
    ],
  ] as const)('repeats %o without leaving a short month out', (repeat, expected) => {
    expect(lines({ repeat })).toContain(expected);
  });

  it('no line is longer than 75 octets, and unfolding gives the text back', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', maxLength: 400 }), (text) => {
        const line = `SUMMARY:${escapeText(text)}`;
        const folded = foldLine(line);
        for (const one of folded.split('\r\n'))
          expect(new TextEncoder().encode(one).length).toBeLessThanOrEqual(75);
        expect(folded.replaceAll('\r\n ', '')).toBe(line);
      }),
    );
  });

  it('a text can neither end its line nor begin another property', () => {
    expect(escapeText('a;b,c\\d\r\nATTACH:x\u0000\u0085')).toBe('a\\;b\\,c\\\\d\\nATTACH:x');
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 200 }), (text) => {
        const written = escapeText(text);
        expect(written).not.toMatch(/[\r\n]/);
        const unescaped = written.replace(/\\(n|.)/gsu, (_, letter: string) =>
          letter === 'n' ? '\n' : letter,
        );
        const meant = text.toWellFormed().replace(/\r\n?/g, '\n');
        expect(unescaped).toBe(meant.replace(/[^\P{Cc}\n\t]/gu, ''));
      }),
    );
  });
});
