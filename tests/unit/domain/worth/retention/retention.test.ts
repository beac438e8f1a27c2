import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { addDays, addMonths, dayNumber, isoFromDay } from '#shared/domain/calendar/dates.ts';
import { beginningOf } from '#shared/domain/worth/retention/beginning.ts';
import { monthIndex } from '#shared/domain/worth/retention/bought-days.ts';
import { cohortsOf } from '#shared/domain/worth/retention/cohorts.ts';
import { lifetimeOf } from '#shared/domain/worth/retention/lifetime.ts';
import {
  activeIn,
  goneIn,
  repeatedIn,
  staysOf,
  windowsBack,
} from '#shared/domain/worth/retention/years.ts';
import { shareRange } from '#shared/domain/worth/share-range.ts';
import { drawFrom } from '#tests/support/shop/random-complaints.ts';
import { boughtDaysOf } from '#tests/support/worth/ledgers.ts';

describe('a share', () => {
  it('has the range that Wilson gives', () => {
    const { share, low, high } = shareRange(8, 20);
    expect(share).toBe(0.4);
    // Its ends are where the score lies at z: (0.4 - p)² = z² p (1 - p) / 20.
    for (const end of [low, high])
      expect((0.4 - end) ** 2).toBeCloseTo((1.2815515655446 ** 2 * end * (1 - end)) / 20, 12);
    expect(low).toBeLessThan(share);
    expect(high).toBeGreaterThan(share);
    expect(shareRange(0, 0)).toEqual({ share: 0, low: 0, high: 1 });
  });
});

describe('cohorts by month of first purchase', () => {
  const bought = boughtDaysOf([
    ['2026-01-05', '2026-01-20', '2026-02-01'],
    ['2026-01-31', '2026-04-02'],
    ['2026-02-10'],
    ['2026-03-01', '2026-04-30'],
  ]);
  const look = (through: string) =>
    cohortsOf(bought, { countedFrom: 0, through: dayNumber(through), months: 3 });

  it('count who came in each month after it, and leave empty what is not over', () => {
    expect(look('2026-04-30').rows).toEqual([
      { month: monthIndex('2026-01'), customers: 2, back: [1, 0, 1] },
      { month: monthIndex('2026-02'), customers: 1, back: [0, 0, null] },
      { month: monthIndex('2026-03'), customers: 1, back: [1, null, null] },
    ]);
    // A day earlier April is not over: nothing is said of it, not even what is known.
    expect(look('2026-04-29').rows.map(({ back }) => back)).toEqual([
      [1, 0, null],
      [0, null, null],
      [null, null, null],
    ]);
  });

  it('are averaged over the customers who can be followed so long', () => {
    const { average, soon } = look('2026-04-30');
    expect(average.map((one) => one && [one.back, one.customers])).toEqual([
      [2, 4],
      [0, 3],
      [1, 2],
    ]);
    expect(soon).toMatchObject({ back: 2, customers: 2 });
    expect(look('2026-01-31').soon).toBeNull();
  });
});

describe('where the history begins', () => {
  /** Everybody buys each 20 days from a day of their own on; `before`: how many did before the file begins. */
  function shop(before: number, newcomers: number): string[][] {
    const draw = drawFrom(4);
    const buyer = (first: number) =>
      Array.from({ length: 12 }, (_, index) => addDays('2024-01-01', first + index * 20));
    return [
      ...Array.from({ length: before }, () => buyer(draw(20))),
      ...Array.from({ length: newcomers }, () => buyer(draw(700))),
    ];
  }
  const through = dayNumber('2025-12-31');

  it('leaves out the first stretch where most were customers before', () => {
    const found = beginningOf(boughtDaysOf(shop(80, 100)), through);
    expect(found).toMatchObject({ isPiledUp: true, countedFrom: dayNumber('2024-02-01') });
    expect(found?.before).toBeGreaterThanOrEqual(80);
  });

  it('leaves out nothing where customers came evenly, or one date is a slip of the hand', () => {
    expect(beginningOf(boughtDaysOf(shop(0, 100)), through)?.isPiledUp).toBe(false);
    const slipped = [...shop(0, 100), ['1905-03-01']];
    const found = beginningOf(boughtDaysOf(slipped), through);
    expect(isoFromDay(found?.firstDay ?? 0) >= '2024-01-01').toBe(true);
  });
});

describe('where the records begin, as the owner says', () => {
  const through = dayNumber('2025-12-31');
  /** Ten a month from March 2024 on, each once more 40 days later; 60 of them in the first month. */
  const people = Array.from({ length: 22 }, (_, month) => addMonths('2024-03-01', month)).flatMap(
    (month, index) =>
      Array.from({ length: index === 0 ? 60 : 10 }, (_, day) => {
        const first = addDays(month, day % 28);
        return [first, addDays(first, 40)];
      }),
  );
  const bought = boughtDaysOf(people);
  const said = (kind: 'opened' | 'complete', on: string) =>
    beginningOf(bought, through, { kind, day: dayNumber(on) });

  it('is found out where nothing is said', () => {
    expect(beginningOf(bought, through)).toMatchObject({ isPiledUp: true, isStated: false });
  });

  it('has nobody left out of a shop that opened then, however many came first', () => {
    expect(said('opened', '2024-02-25')).toMatchObject({
      ...{ isPiledUp: false, isStated: false, before: 0 },
      countedFrom: dayNumber('2024-03-01'),
    });
    // The records begin a year after the opening: who came first was there before.
    expect(said('opened', '2023-03-01')).toMatchObject({ isPiledUp: true });
  });

  it('leaves out the first usual gap of a shop that is older, and all that lies before', () => {
    // All gaps are of 40 days: a month's first follows on 40 days after the day.
    const found = said('complete', '2024-06-01');
    expect(found).toMatchObject({ isStated: true, countedFrom: dayNumber('2024-08-01') });
    const before = people.filter(([first = '']) => first < '2024-08-01').length;
    expect(found).toMatchObject({ before, firstDay: dayNumber('2024-06-01') });
  });

  it('says nothing of a day that is still to come', () => {
    expect(said('complete', '2027-01-01')).toEqual(beginningOf(bought, through));
  });
});

describe('a year and the one before it', () => {
  const through = dayNumber('2026-06-15');
  const windows = windowsBack(through, 12, 3);

  it('end on the same day, and share none', () => {
    expect(windows.map(({ from, to }) => [isoFromDay(from), isoFromDay(to)])).toEqual([
      ['2025-06-15', '2026-06-15'],
      ['2024-06-15', '2025-06-14'],
      ['2023-06-15', '2024-06-14'],
    ]);
  });

  it('tell who bought again, and between which bounds those lie who have left', () => {
    const bought = boughtDaysOf([
      ['2024-07-01', '2025-07-01'],
      ['2025-06-14'],
      ['2023-07-01'],
      ['2023-08-01', '2026-01-01'],
    ]);
    const [now, before] = windows;
    if (now === undefined || before === undefined) throw new Error('no windows');
    expect(activeIn(bought, now)).toBe(2);
    expect(repeatedIn(bought, before, now)).toMatchObject({ base: 2, back: 1, share: 0.5 });
    const gone = goneIn(bought, windows);
    expect(gone).toMatchObject({ base: 2, silent: 1, seen: 2, returned: 1 });
    const half = shareRange(1, 2);
    expect(gone.high).toBe(half.high);
    expect(gone.low).toBeCloseTo(half.low * (1 - half.high), 12);
  });
});

describe('how long somebody stays', () => {
  it('is the area under the curve of Kaplan and Meier', () => {
    // By hand: 4 at risk at 0, one left: 3/4; at 10 three at risk, one left: 1/2; the others are followed to 20 and 30.
    const stays = [
      { days: 0, isOver: true },
      { days: 10, isOver: true },
      { days: 20, isOver: false },
      { days: 30, isOver: false },
    ];
    const found = lifetimeOf(stays, [0, 15, 30, 40], 1);
    expect(found).toMatchObject({ customers: 4, left: 2, horizonDays: 30 });
    expect(found?.mean).toBeCloseTo(0.75 * 10 + 0.5 * 20, 12);
    // Greenwood: (17.5² · 1 / (4 · 3)) + (10² · 1 / (3 · 2)).
    const half = 1.2815515655446 * Math.sqrt(17.5 ** 2 / 12 + 100 / 6);
    expect(found?.low).toBeCloseTo((found?.mean ?? 0) - half, 9);
    expect(found?.points.map(({ days, atRisk, share }) => [days, atRisk, share])).toEqual([
      [0, 4, 0.75],
      [15, 2, 0.5],
      [30, 1, 0.5],
    ]);
  });

  it('counts one-time buyers, and the living as living', () => {
    const [now] = windowsBack(dayNumber('2026-06-15'), 12, 1);
    if (now === undefined) throw new Error('no window');
    const bought = boughtDaysOf([
      ['2025-01-01'],
      ['2024-01-01', '2024-03-01'],
      ['2025-06-04', '2026-01-01'],
      ['2025-06-15'],
    ]);
    expect(staysOf(bought, 0, now)).toEqual([
      { days: 0, isOver: true },
      { days: 60, isOver: true },
      { days: 10, isOver: false },
    ]);
  });

  it('finds the mean that a population was made with, however late it was seen', () => {
    const draw = drawFrom(11);
    const through = dayNumber('2026-06-15');
    const [now] = windowsBack(through, 12, 1);
    if (now === undefined) throw new Error('no window');
    // They buy every ten days and stop after a time drawn from an exponential of 400 days.
    const bought = boughtDaysOf(
      Array.from({ length: 3000 }, () => {
        const first = through - draw(1500);
        const life = -Math.log(1 - (draw(1_000_000) + 0.5) / 1_000_001) * 400;
        const days: string[] = [];
        for (let day = 0; day <= life && first + day <= through; day += 10)
          days.push(isoFromDay(first + day));
        return days;
      }),
    );
    const found = lifetimeOf(staysOf(bought, 0, now), [], 20);
    const horizon = found?.horizonDays ?? 0;
    const true_ = 400 * (1 - Math.exp(-horizon / 400)) - 5;
    expect(Math.abs((found?.mean ?? 0) - true_)).toBeLessThan(15);
  });
});

describe('shops of any shape', () => {
  const shops = fc.array(
    fc.uniqueArray(fc.integer({ min: -20_000, max: 40_000 }), { minLength: 1, maxLength: 6 }),
    { maxLength: 30 },
  );

  it('never make a figure that is none, nor a share outside its range', () => {
    fc.assert(
      fc.property(shops, fc.integer({ min: -20_000, max: 40_000 }), (days, through) => {
        const kept = days
          .map((own) => own.filter((day) => day <= through).sort((a, b) => a - b))
          .filter((own) => own.length > 0);
        const bought = boughtDaysOf(kept.map((own) => own.map(isoFromDay)));
        const beginning = beginningOf(bought, through);
        const { countedFrom = through } = beginning ?? {};
        const windows = windowsBack(through, 12, 3);
        const [now, before] = windows;
        if (now === undefined || before === undefined) throw new Error('no windows');
        const all = {
          beginning,
          cohorts: cohortsOf(bought, { countedFrom, through, months: 12 }),
          repeated: repeatedIn(bought, before, now),
          gone: goneIn(bought, windows),
          lifetime: lifetimeOf(staysOf(bought, countedFrom, now), [0, 30, 365], 1),
        };
        JSON.stringify(all, (key, value: unknown) => {
          if (typeof value === 'number') expect(Number.isFinite(value), key).toBe(true);
          return value;
        });
        for (const one of [all.repeated, all.cohorts.soon, ...all.cohorts.average])
          if (one !== null) expect(one.low <= one.share && one.share <= one.high).toBe(true);
        expect(all.gone.low).toBeLessThanOrEqual(all.gone.high);
        const cohorts = all.cohorts.rows.reduce((sum, one) => sum + one.customers, 0);
        expect(cohorts + (beginning?.before ?? 0)).toBeGreaterThanOrEqual(0);
        expect(cohorts).toBeLessThanOrEqual(kept.length);
      }),
    );
  });
});
