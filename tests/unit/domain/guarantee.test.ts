import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { addDays, addMonths } from '#shared/domain/calendar/dates.ts';
import {
  coverOf,
  guaranteeEnd,
  nextService,
  policyFor,
  proposedVerdict,
  refusalOf,
  soldRangeEnding,
  standingOf,
} from '#shared/domain/guarantee.ts';
import '#tests/support/property-seed.ts';

const day = fc.integer({ min: 0, max: 12_000 }).map((days) => addDays('2000-01-01', days));
const length = fc.record({
  months: fc.integer({ min: 0, max: 60 }),
  days: fc.integer({ min: 0, max: 366 }),
});

describe('the end of a guarantee', () => {
  it.each([
    ['2025-09-03', 12, 0, '2026-09-03'],
    ['2025-09-03', 0, 7, '2025-09-10'],
    ['2026-01-31', 1, 0, '2026-02-28'],
    ['2024-01-31', 1, 0, '2024-02-29'],
    ['2024-02-29', 12, 0, '2025-02-28'],
    ['2025-12-31', 2, 3, '2026-03-03'],
    ['2025-08-31', 6, 0, '2026-02-28'],
    ['2026-06-15', 600, 0, '2076-06-15'],
  ])(
    'sold on %s with %i months and %i days covers up to and including %s',
    (soldOn, months, days, end) => {
      expect(guaranteeEnd(soldOn, { months, days })).toBe(end);
    },
  );

  it('is never earlier for a later sale', () => {
    fc.assert(
      fc.property(day, fc.nat(40), length, (soldOn, later, terms) => {
        expect(guaranteeEnd(addDays(soldOn, later), terms) >= guaranteeEnd(soldOn, terms)).toBe(
          true,
        );
      }),
    );
  });

  it('is found again by the days of sale that it is looked for by', () => {
    fc.assert(
      fc.property(day, length, fc.nat(366), fc.nat(366), (soldOn, terms, before, after) => {
        const end = guaranteeEnd(soldOn, terms);
        const range = soldRangeEnding(terms, addDays(end, -before), addDays(end, after));
        expect(range.from <= soldOn && soldOn <= range.to).toBe(true);
      }),
    );
  });
});

describe('the policy of a sale', () => {
  const always = { appliesFrom: null, months: 6, days: 0 };
  const since2026 = { appliesFrom: '2026-01-01', months: 12, days: 0 };
  const sinceMay = { appliesFrom: '2026-05-01', months: 1, days: 0 };
  const policies = [sinceMay, always, since2026];

  it.each([
    ['2025-12-31', always],
    ['2026-01-01', since2026],
    ['2026-04-30', since2026],
    ['2026-05-01', sinceMay],
  ])('of %s is the latest that had begun', (soldOn, policy) => {
    expect(policyFor(policies, soldOn)).toBe(policy);
  });

  it('is none before the first one began', () => {
    expect(policyFor([since2026], '2025-12-31')).toBeNull();
    expect(coverOf([since2026], '2025-12-31')).toBeNull();
    expect(coverOf([], '2025-12-31')).toBeNull();
  });

  it('of an old sale is the old one, however the new one is', () => {
    expect(coverOf(policies, '2025-12-31')).toEqual({ endsOn: '2026-06-30', policy: always });
  });
});

describe('service days', () => {
  it.each([
    ['2026-01-31', 1, '2026-02-01', '2026-02-28'],
    ['2026-01-31', 1, '2026-03-01', '2026-03-31'],
    ['2025-06-15', 6, '2026-06-15', '2026-06-15'],
    ['2025-06-15', 6, '2026-06-16', '2026-12-15'],
    ['2026-06-01', 12, '2026-06-15', '2027-06-01'],
    ['2026-06-20', 3, '2026-06-15', '2026-09-20'],
  ])(
    'of what was sold on %s every %i months: from %s on the next is %s',
    (soldOn, every, from, due) => {
      expect(nextService(soldOn, every, from)).toBe(due);
    },
  );

  it('are the first multiple of months that is not past', () => {
    fc.assert(
      fc.property(day, fc.integer({ min: 1, max: 120 }), fc.nat(9000), (soldOn, every, later) => {
        const from = addDays(soldOn, later);
        const due = nextService(soldOn, every, from);
        let expected = addMonths(soldOn, every);
        for (let times = 2; expected < from; times += 1)
          expected = addMonths(soldOn, times * every);
        expect(due).toBe(expected);
      }),
    );
  });
});

describe('a claim', () => {
  const on = '2026-06-15';
  const claim = (
    verdict: Parameters<typeof refusalOf>[0]['verdict'],
    endsOn: string | null,
    remedy: 'repair' | 'none' = 'repair',
  ) => refusalOf({ verdict, remedy, endsOn, on });

  it('is covered up to and including the last day', () => {
    expect(claim('covered', '2026-06-16')).toBeNull();
    expect(claim('covered', on)).toBeNull();
    expect(claim('covered', '2026-06-14')).toBe('guarantee-over');
    expect(claim('covered', null)).toBe('no-guarantee');
  });

  it('is not called expired while the guarantee runs', () => {
    expect(claim('expired', on, 'none')).toBe('guarantee-runs');
    expect(claim('expired', '2026-06-14', 'none')).toBeNull();
    expect(claim('expired', null, 'none')).toBeNull();
  });

  it('gets something only when it is covered or a kindness', () => {
    expect(claim('expired', null)).toBe('remedy-refused');
    expect(claim('excluded', on)).toBe('remedy-refused');
    expect(claim('excluded', on, 'none')).toBeNull();
    expect(claim('goodwill', null)).toBeNull();
  });

  it('stands by its days left, and proposes what the days say', () => {
    expect([null, -1, 0, 30, 31].map(standingOf)).toEqual([
      'none',
      'over',
      'ends-soon',
      'ends-soon',
      'covered',
    ]);
    expect([null, -1, 0, 31].map(proposedVerdict)).toEqual([
      'expired',
      'expired',
      'covered',
      'covered',
    ]);
  });
});
