import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  addBusinessMinutes,
  type BusinessCalendar,
  businessCalendar,
  businessMinutesBetween,
  isOpenAt,
  openingOf,
} from '#shared/domain/calendar/business-hours.ts';
import { instantOf, localDay, localTime } from '#shared/domain/calendar/zone-time.ts';

const jakarta = 'Asia/Jakarta';

/** `08:00-12:00 13:00-17:00`; nothing: closed. */
function spans(text: string) {
  return text
    .split(' ')
    .filter((span) => span !== '')
    .map((span) => ({ opens: span.slice(0, 5), closes: span.slice(6) }));
}

function calendar(
  week: readonly string[],
  timeZone: string = jakarta,
  closedOn: readonly string[] = [],
): BusinessCalendar {
  return businessCalendar({
    timeZone,
    businessHours: week.map(spans),
    holidays: closedOn.map((on) => ({ on, name: '' })),
  });
}

const everyDay = (hours: string) => Array<string>(7).fill(hours);
const shopWeek = [...Array<string>(6).fill('08:00-17:00'), ''];
const shop = calendar(shopWeek);
const lunch = calendar([...Array<string>(6).fill('08:00-12:00 13:00-17:00'), '']);
const lebaran = calendar(shopWeek, jakarta, [
  '2026-03-19',
  '2026-03-20',
  '2026-03-21',
  '2026-03-23',
]);
const bar = calendar(everyDay('00:00-02:00 18:00-24:00'));
const early = '01:00-04:00';

const at = (local: string, zone: string = jakarta) =>
  instantOf(local.slice(0, 10), local.slice(11), zone);
const local = (instant: string, zone: string = jakarta) =>
  `${localDay(instant, zone)} ${localTime(instant, zone)}`;

describe('a due time', () => {
  it.each<[string, BusinessCalendar, string, number, string]>([
    ['on the same day', shop, '2026-05-12 09:00', 120, '2026-05-12 11:00'],
    ['exactly at closing stays there', shop, '2026-05-12 15:00', 120, '2026-05-12 17:00'],
    [
      'one minute past closing is the next morning',
      shop,
      '2026-05-12 15:00',
      121,
      '2026-05-13 08:01',
    ],
    ['goes on the next morning', shop, '2026-05-12 16:00', 120, '2026-05-13 09:00'],
    [
      'received in the evening, counts from opening',
      shop,
      '2026-05-12 20:30',
      60,
      '2026-05-13 09:00',
    ],
    [
      'received before opening, counts from opening',
      shop,
      '2026-05-12 05:00',
      60,
      '2026-05-12 09:00',
    ],
    ['received exactly at opening', shop, '2026-05-12 08:00', 60, '2026-05-12 09:00'],
    ['received exactly at closing', shop, '2026-05-12 17:00', 60, '2026-05-13 09:00'],
    ['over a Sunday', shop, '2026-05-16 16:30', 60, '2026-05-18 08:30'],
    ['received on a Sunday', shop, '2026-05-17 12:00', 60, '2026-05-18 09:00'],
    [
      'over three holidays, a Sunday and one more',
      lebaran,
      '2026-03-18 16:00',
      120,
      '2026-03-24 09:00',
    ],
    ['over the noon closing', lunch, '2026-05-12 11:30', 60, '2026-05-12 13:30'],
    ['exactly at the noon closing', lunch, '2026-05-12 11:30', 30, '2026-05-12 12:00'],
    ['received at noon', lunch, '2026-05-12 12:30', 30, '2026-05-12 13:30'],
    ['days on end', shop, '2026-05-12 08:00', 3 * 540, '2026-05-14 17:00'],
    ['weeks on end', shop, '2026-05-12 08:00', 12 * 540 + 1, '2026-05-26 08:01'],
    ['through midnight without a break', bar, '2026-05-12 23:00', 120, '2026-05-13 01:00'],
    ['from the small hours to the evening', bar, '2026-05-13 01:30', 60, '2026-05-13 18:30'],
    ['no minutes: at once, be it closed', shop, '2026-05-17 12:00', 0, '2026-05-17 12:00'],
  ])('%s', (_, hours, from, minutes, expected) => {
    expect(local(addBusinessMinutes(at(from), minutes, hours))).toBe(expected);
  });

  it.each<[string, string, string, number, string]>([
    [
      'Berlin in spring: the opening has two hours',
      'Europe/Berlin',
      '2026-03-29 00:00',
      120,
      '2026-03-29 04:00',
    ],
    [
      'Berlin in spring: the third is tomorrow’s',
      'Europe/Berlin',
      '2026-03-29 00:00',
      180,
      '2026-03-30 02:00',
    ],
    [
      'Berlin in autumn: the opening has four hours',
      'Europe/Berlin',
      '2026-10-25 00:00',
      240,
      '2026-10-25 04:00',
    ],
    ['New York in spring', 'America/New_York', '2026-03-08 00:00', 120, '2026-03-08 04:00'],
    ['New York in autumn', 'America/New_York', '2026-11-01 00:00', 240, '2026-11-01 04:00'],
    [
      'Lord Howe in spring: two hours and a half',
      'Australia/Lord_Howe',
      '2026-10-04 00:00',
      150,
      '2026-10-04 04:00',
    ],
    [
      'Lord Howe in autumn: three hours and a half',
      'Australia/Lord_Howe',
      '2026-04-05 00:00',
      210,
      '2026-04-05 04:00',
    ],
    ['Jakarta never moves its clocks', jakarta, '2026-03-29 00:00', 180, '2026-03-29 04:00'],
  ])('%s', (_, zone, from, minutes, expected) => {
    const night = calendar(everyDay(early), zone);
    expect(local(addBusinessMinutes(at(from, zone), minutes, night), zone)).toBe(expected);
  });

  it('keeps the shop’s wall clock when the clocks move overnight', () => {
    const berlin = calendar(everyDay('09:00-18:00'), 'Europe/Berlin');
    const due = addBusinessMinutes(at('2026-03-28 17:00', 'Europe/Berlin'), 120, berlin);
    expect(due).toBe('2026-03-29T08:00:00.000Z');
    expect(local(due, 'Europe/Berlin')).toBe('2026-03-29 10:00');
  });

  it('counts every minute where the shop never opens', () => {
    const closed = calendar(everyDay(''));
    expect(local(addBusinessMinutes(at('2026-05-17 12:00'), 1500, closed))).toBe(
      '2026-05-18 13:00',
    );
    expect(businessMinutesBetween(at('2026-05-17 12:00'), at('2026-05-18 13:00'), closed)).toBe(
      1500,
    );
  });

  it('counts overlapping spans once, in whatever order they are given', () => {
    const messy = calendar(everyDay('11:00-17:00 08:00-12:00'));
    expect(businessMinutesBetween(at('2026-05-12 00:00'), at('2026-05-13 00:00'), messy)).toBe(540);
  });

  it('is looked for five years ahead at most', () => {
    const rare = calendar(['08:00-08:01', '', '', '', '', '', '']);
    const due = addBusinessMinutes(at('2026-05-12 08:00'), 100_000, rare);
    expect(local(due)).toBe('2031-05-12 08:00');
  });
});

describe('the opening of a day', () => {
  it('is the first of its spans, and none where the shop is closed', () => {
    const days = ['2026-05-12', '2026-05-17'];
    expect(days.map((day) => openingOf(day, lunch))).toEqual([at('2026-05-12 08:00'), null]);
    expect(openingOf('2026-03-20', lebaran)).toBeNull();
  });
});

const clock = fc.integer({ min: 0, max: 96 }).map((quarter) => quarter * 15);
const hhmm = (minutes: number) =>
  `${String(Math.floor(minutes / 60)).padStart(2, '0')}:${String(minutes % 60).padStart(2, '0')}`;
const day = fc
  .uniqueArray(clock, { maxLength: 6 })
  .map((times) => times.toSorted((a, b) => a - b))
  .map((times) =>
    Array.from({ length: Math.floor(times.length / 2) }, (_, index) => ({
      opens: hhmm(times[index * 2] ?? 0),
      closes: hhmm(times[index * 2 + 1] ?? 0),
    })),
  );
const calendars = fc
  .record({
    timeZone: fc.constantFrom(jakarta, 'Europe/Berlin', 'America/New_York', 'Australia/Lord_Howe'),
    businessHours: fc.array(day, { minLength: 7, maxLength: 7 }),
    holidays: fc.array(
      fc.integer({ min: 0, max: 800 }).map((offset) => ({
        on: new Date(Date.UTC(2025, 11, 1) + offset * 86_400_000).toISOString().slice(0, 10),
        name: '',
      })),
      { maxLength: 30 },
    ),
  })
  .map(businessCalendar);
const minute = fc
  .integer({ min: 0, max: 600 * 1440 })
  .map((minutes) => new Date(Date.UTC(2026, 0, 1) + minutes * 60_000).toISOString());

describe('business minutes', () => {
  it('between a moment and its due time are those that were added', () => {
    fc.assert(
      fc.property(calendars, minute, fc.integer({ min: 0, max: 3000 }), (hours, from, minutes) => {
        const due = addBusinessMinutes(from, minutes, hours);
        // A quarter of an hour a week can take longer than the five years that are looked through.
        fc.pre(due < '2030');
        expect(businessMinutesBetween(from, due, hours)).toBe(minutes);
        if (minutes === 0) return;
        const earlier = new Date(Date.parse(due) - 60_000).toISOString();
        expect(businessMinutesBetween(from, earlier, hours)).toBe(minutes - 1);
      }),
      { numRuns: 500 },
    );
  });

  it('add up, whatever is added in between', () => {
    const minutes = fc.integer({ min: 1, max: 1500 });
    fc.assert(
      fc.property(calendars, minute, minutes, minutes, (hours, from, first, second) => {
        const once = addBusinessMinutes(from, first + second, hours);
        fc.pre(once < '2030');
        expect(addBusinessMinutes(addBusinessMinutes(from, first, hours), second, hours)).toBe(
          once,
        );
      }),
      { numRuns: 300 },
    );
  });

  it('never run backwards, add up over a moment in between, and turn their sign around', () => {
    fc.assert(
      fc.property(calendars, fc.tuple(minute, minute, minute), (hours, moments) => {
        const [a = '', b = '', c = ''] = moments.toSorted();
        const [ab, bc, ac] = [
          businessMinutesBetween(a, b, hours),
          businessMinutesBetween(b, c, hours),
          businessMinutesBetween(a, c, hours),
        ];
        expect(Math.min(ab, bc)).toBeGreaterThanOrEqual(0);
        expect(ab + bc).toBe(ac);
        expect(businessMinutesBetween(c, a, hours)).toBe(0 - ac);
        expect(addBusinessMinutes(a, 90, hours) <= addBusinessMinutes(b, 90, hours)).toBe(true);
      }),
      { numRuns: 200 },
    );
  });

  it('of years are counted without walking their minutes', () => {
    const from = at('2021-01-01 00:00');
    const to = at('2026-01-01 00:00');
    // 1,826 days, 261 of them Sundays (the first on 3 January 2021).
    expect(businessMinutesBetween(from, to, shop)).toBe((1826 - 261) * 540);
  });
});

describe('a queue that was left for long', () => {
  it('costs no more for a year typed as 0026, and counts twenty years of it', () => {
    const always = calendar([...'1234567'].map(() => '08:00-17:00'));
    const counted = businessMinutesBetween(
      '0026-05-01T03:00:00.000Z',
      '2026-06-15T10:00:00.000Z',
      always,
    );
    expect(counted).toBe(7306 * 540);
  });

  it('knows whether the shop is open: from opening on, no more at closing', () => {
    const open = calendar(['08:00-12:00 13:00-17:00'], jakarta, ['2026-06-22']);
    const at = (time: string, day = '2026-06-15') => isOpenAt(instantOf(day, time, jakarta), open);
    expect(['07:59', '08:00', '11:59', '12:00', '13:00', '17:00'].map((time) => at(time))).toEqual([
      ...[false, true, true, false, true, false],
    ]);
    expect([at('09:00', '2026-06-22'), at('09:00', '2026-06-16')]).toEqual([false, false]);
  });
});
