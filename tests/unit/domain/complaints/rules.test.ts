import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { businessCalendar } from '#shared/domain/calendar/business-hours.ts';
import { type ClockFacts, complaintClock } from '#shared/domain/complaints/clock.ts';
import {
  causeKey,
  complaintNumber,
  densestStretch,
  isFirstContact,
  readComplaintNumber,
} from '#shared/domain/complaints/rules.ts';

const day = [{ opens: '08:00', closes: '17:00' }];
const calendar = businessCalendar({
  timeZone: 'Asia/Jakarta',
  businessHours: [day, day, day, day, day, day, []],
  holidays: [],
});

describe('a complaint number', () => {
  it('is read back however it is spaced, with the year and without', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 1990, max: 2150 }),
        fc.integer({ min: 1, max: 99_999 }),
        fc.constantFrom('-', ' ', '/', '.', ' - '),
        fc.constantFrom('K-', 'k ', 'K', ''),
        (year, running, gap, letter) => {
          const [, ...parts] = complaintNumber(year, running).split('-');
          expect(readComplaintNumber(`${letter}${parts.join(gap)}`)).toEqual({ year, running });
          const short = letter === '' ? running % 10_000 : running;
          fc.pre(short > 0);
          expect(readComplaintNumber(`${letter}${short}`)).toEqual({ year: null, running: short });
        },
      ),
    );
  });

  it('has three digits at least', () => {
    expect([complaintNumber(2026, 1), complaintNumber(2026, 1234)]).toEqual([
      ...['K-2026-001', 'K-2026-1234'],
    ]);
  });

  it('is no phone, no name and no nought', () => {
    for (const text of ['08125550118', 'kopi', 'k', '', 'k 0', 'K-2026-', 'N-2605-0087'])
      expect(readComplaintNumber(text), text).toBeNull();
  });
});

describe('causes', () => {
  it('are the same but for case, accents, marks and spaces', () => {
    expect(causeKey('  PENYIMPANÁN,  basah! ')).toBe(causeKey('penyimpanan basah'));
    expect([causeKey(null), causeKey(' – ')]).toEqual([null, null]);
  });

  it('are counted in the fullest stretch that holds the one looked at', () => {
    const days = fc.array(fc.integer({ min: 0, max: 60 }), { minLength: 1, maxLength: 12 });
    fc.assert(
      fc.property(days, fc.integer({ min: 1, max: 25 }), (given, span) => {
        const own = given[0] ?? 0;
        const best = densestStretch(given, own, span);
        const counts = Array.from({ length: span }, (_, back) => {
          const from = own - back;
          return given.filter((one) => one >= from && one < from + span).length;
        });
        expect(best.count).toBe(Math.max(...counts));
        expect(best.from <= own && own <= best.to && best.to - best.from === span - 1).toBe(true);
        expect(given.filter((one) => one >= best.from && one <= best.to)).toHaveLength(best.count);
      }),
    );
  });
});

describe('the first contact', () => {
  it('is one answer, one hour of business long, and never a second try', () => {
    const answeredAt = '2026-06-13T09:30:00.000Z';
    const solved = (resolvedAt: string, reopened = 0) =>
      isFirstContact({ answeredAt, resolvedAt, reopened }, calendar);
    expect(solved('2026-06-15T01:30:00.000Z')).toBe(true);
    expect(solved('2026-06-15T01:31:00.000Z')).toBe(false);
    expect(solved('2026-06-13T09:31:00.000Z', 1)).toBe(false);
    expect(
      isFirstContact(
        { answeredAt: null, resolvedAt: '2027-01-01T00:00:00.000Z', reopened: 0 },
        calendar,
      ),
    ).toBe(true);
  });
});

describe('the clock', () => {
  const facts: ClockFacts = {
    state: 'received',
    receivedAt: '2026-06-12T09:00:00.000Z',
    answerDueAt: '2026-06-12T10:00:00.000Z',
    resolutionDueAt: '2026-06-13T10:00:00.000Z',
    answeredAt: null,
    resolvedAt: null,
    action: null,
    check: null,
  };
  const at = (now: string) => ({ now, today: now.slice(0, 10), calendar });

  it('is late from the moment it is, though the shop is closed', () => {
    const left = (now: string) => complaintClock(facts, at(now))?.minutesLeft;
    expect([
      left('2026-06-12T09:15:00.000Z'),
      left('2026-06-12T10:00:00.000Z'),
      left('2026-06-12T10:00:01.000Z'),
      left('2026-06-13T01:30:00.000Z'),
    ]).toEqual([45, 0, -1, -30]);
  });

  it('goes from answer to solution to action to check, and stops when closed', () => {
    const { receivedAt } = facts;
    const action = { on: '2026-06-20', since: '2026-06-12' };
    const what = (parts: Partial<ClockFacts>) =>
      complaintClock({ ...facts, ...parts }, at('2026-06-12T09:15:00.000Z'))?.what ?? null;
    const solved = { answeredAt: receivedAt, resolvedAt: receivedAt } as const;
    expect([
      what({ action }),
      what({ answeredAt: receivedAt, action }),
      what({ ...solved, action, check: action }),
      what({ ...solved, check: action }),
      what(solved),
      what({ state: 'closed', action }),
    ]).toEqual(['answer', 'resolution', 'action', 'check', null, null]);
  });
});
