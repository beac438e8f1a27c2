import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { instantOf, localDay, localTime, noonOf } from '#shared/domain/calendar/zone-time.ts';

const jakarta = 'Asia/Jakarta';
const berlin = 'Europe/Berlin';
const newYork = 'America/New_York';
const lordHowe = 'Australia/Lord_Howe';

describe('a local time', () => {
  it.each([
    ['ten in the morning in Jakarta', '2026-05-12', '10:00', jakarta, '2026-05-12T03:00'],
    [
      'early morning in Jayapura, still yesterday in UTC',
      '2026-05-12',
      '06:30',
      'Asia/Jayapura',
      '2026-05-11T21:30',
    ],
    ['midnight', '2026-05-12', '00:00', jakarta, '2026-05-11T17:00'],
    ['24:00, which is the next midnight', '2026-12-31', '24:00', jakarta, '2026-12-31T17:00'],
    ['half an hour off', '2026-05-12', '09:00', 'Asia/Kolkata', '2026-05-12T03:30'],
    ['winter in Berlin', '2026-01-15', '09:00', berlin, '2026-01-15T08:00'],
    ['summer in Berlin', '2026-07-15', '09:00', berlin, '2026-07-15T07:00'],
    ['just before the spring gap', '2026-03-29', '01:59', berlin, '2026-03-29T00:59'],
    ['in the spring gap: the moment after it', '2026-03-29', '02:30', berlin, '2026-03-29T01:00'],
    ['just after the spring gap', '2026-03-29', '03:00', berlin, '2026-03-29T01:00'],
    ['in the autumn overlap: the first', '2026-10-25', '02:30', berlin, '2026-10-25T00:30'],
    ['after the autumn overlap', '2026-10-25', '03:00', berlin, '2026-10-25T02:00'],
    ['west of Greenwich, in the gap', '2026-03-08', '02:30', newYork, '2026-03-08T07:00'],
    ['west of Greenwich, in the overlap', '2026-11-01', '01:30', newYork, '2026-11-01T05:30'],
    ['a gap of half an hour', '2026-10-04', '02:15', lordHowe, '2026-10-03T15:30'],
    ['an overlap of half an hour', '2026-04-05', '01:45', lordHowe, '2026-04-04T14:45'],
    ['a gap at midnight', '2026-04-24', '00:00', 'Africa/Cairo', '2026-04-23T22:00'],
    ['the day that Samoa skipped', '2011-12-30', '12:00', 'Pacific/Apia', '2011-12-30T10:00'],
  ])('%s', (_, day, time, zone, expected) => {
    expect(instantOf(day, time, zone)).toBe(`${expected}:00.000Z`);
  });

  it('noon stands for a day without a time', () => {
    expect(noonOf('2026-05-12', jakarta)).toBe('2026-05-12T05:00:00.000Z');
  });
});

describe('an instant', () => {
  it.each([
    ['2026-05-11T17:00:00.000Z', jakarta, '2026-05-12 00:00'],
    ['2026-05-11T16:59:59.999Z', jakarta, '2026-05-11 23:59'],
    ['2026-03-29T00:59:59.000Z', berlin, '2026-03-29 01:59'],
    ['2026-03-29T01:00:00.000Z', berlin, '2026-03-29 03:00'],
    ['2026-10-25T00:30:00.000Z', berlin, '2026-10-25 02:30'],
    ['2026-10-25T01:30:00.000Z', berlin, '2026-10-25 02:30'],
    ['2026-11-01T05:30:00Z', newYork, '2026-11-01 01:30'],
    ['2026-01-01T03:30:00.000Z', newYork, '2025-12-31 22:30'],
    ['1965-08-17T03:00:00.000Z', 'UTC', '1965-08-17 03:00'],
  ])('%s in %s is %s', (instant, zone, expected) => {
    expect(`${localDay(instant, zone)} ${localTime(instant, zone)}`).toBe(expected);
  });
});

const minuteMs = 60_000;
const instants = fc
  .integer({
    min: Date.parse('1990-01-01T00:00Z') / minuteMs,
    max: Date.parse('2040-01-01T00:00Z') / minuteMs,
  })
  .map((minute) => new Date(minute * minuteMs).toISOString());
const zones = fc.constantFrom(
  jakarta,
  'Asia/Makassar',
  berlin,
  newYork,
  lordHowe,
  'Asia/Kathmandu',
  'America/Sao_Paulo',
  'Africa/Casablanca',
  'Pacific/Kiritimati',
  'America/St_Johns',
);

describe('wall clock and instant', () => {
  it('agree with Intl, whatever the zone and the moment', () => {
    fc.assert(
      fc.property(instants, zones, (instant, timeZone) => {
        const shown = new Intl.DateTimeFormat('sv-SE', {
          timeZone,
          dateStyle: 'short',
          timeStyle: 'short',
        }).format(Date.parse(instant));
        expect(`${localDay(instant, timeZone)} ${localTime(instant, timeZone)}`).toBe(shown);
      }),
    );
  });

  it('lead back to a moment that shows the same time, and never a later one than asked from', () => {
    fc.assert(
      fc.property(instants, zones, (instant, timeZone) => {
        const day = localDay(instant, timeZone);
        const time = localTime(instant, timeZone);
        const back = instantOf(day, time, timeZone);
        expect([localDay(back, timeZone), localTime(back, timeZone)]).toEqual([day, time]);
        expect(back <= instant).toBe(true);
      }),
      { numRuns: 500 },
    );
  });
});
