import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { turnDays } from '#shared/domain/campaigns/turn-days.ts';
import { gainOf, peopleNeeded, upliftOf } from '#shared/domain/campaigns/uplift.ts';

describe('what a campaign did', () => {
  it('is 8 points, from -0.4 to +14.5, and a return of 1.4 where 54 of 300 and 10 of 100 bought', () => {
    const uplift = upliftOf({ buyers: 54, people: 300 }, { buyers: 10, people: 100 });
    if (uplift === null) throw new Error('no uplift');
    expect(uplift.difference).toBeCloseTo(0.08, 12);
    expect(uplift.low).toBeCloseTo(-0.004, 3);
    expect(uplift.high).toBeCloseTo(0.145, 3);
    expect(uplift.chance).toBeCloseTo(0.06, 2);
    expect(uplift.isProven).toBe(false);
    // A margin of a tenth of the cost for each buyer.
    const of = (difference: number) =>
      gainOf({ difference, people: 300, marginPerBuyerMinor: 100, costMinor: 1000 });
    expect(of(uplift.difference)).toMatchObject({ marginMinor: 2400 });
    expect(of(uplift.difference).roi).toBeCloseTo(1.4, 10);
    // Were all who bought credited to it, it would say 4.4.
    expect(of(54 / 300).roi).toBeCloseTo(4.4, 10);
  });

  it('needs 683 in each group to tell 10 from 15 in a hundred', () => {
    expect(peopleNeeded(0.1, 0.15)).toBe(683);
    expect(peopleNeeded(0.15, 0.1)).toBe(683);
    expect(peopleNeeded(0.2, 0.2)).toBeNull();
  });

  it('is not told of an empty group, and has no return where it cost nothing', () => {
    expect(upliftOf({ buyers: 0, people: 0 }, { buyers: 1, people: 2 })).toBeNull();
    expect(upliftOf({ buyers: 1, people: 2 }, { buyers: 0, people: 0 })).toBeNull();
    const parts = { difference: 0.1, people: 10, marginPerBuyerMinor: 5, costMinor: 0 };
    expect(gainOf(parts)).toMatchObject({ roi: null, marginMinor: 5 });
  });

  it('lies in its range, which lies between the worst and the best that can be', () => {
    const group = fc
      .tuple(fc.integer({ min: 1, max: 500 }), fc.nat(1000))
      .map(([people, drawn]) => ({ people, buyers: drawn % (people + 1) }));
    fc.assert(
      fc.property(group, group, (written, held) => {
        const uplift = upliftOf(written, held);
        if (uplift === null) throw new Error('no uplift');
        expect(uplift.low).toBeLessThanOrEqual(uplift.difference + 1e-12);
        expect(uplift.high).toBeGreaterThanOrEqual(uplift.difference - 1e-12);
        expect(uplift.low).toBeGreaterThanOrEqual(-1 - 1e-12);
        expect(uplift.high).toBeLessThanOrEqual(1 + 1e-12);
        const turned = upliftOf(held, written);
        expect(turned?.low).toBeCloseTo(-uplift.high, 10);
      }),
    );
  });
});

describe('the days that are counted', () => {
  const one = (
    state: 'sent' | 'held' | 'waiting' | 'skipped',
    decidedOn: string | null = null,
  ) => ({
    ...{ state, decidedOn },
  });

  it('are for those kept apart those of the next who had a turn', () => {
    const list = [one('held'), one('sent', '2026-06-01'), one('held'), one('held')];
    const later = [...list, one('skipped', '2026-06-03'), one('held')];
    expect(turnDays(later)).toEqual([
      ...['2026-06-01', '2026-06-01', '2026-06-03', '2026-06-03', '2026-06-03'],
      // Nobody waits any more: the last day is theirs too.
      '2026-06-03',
    ]);
    expect(turnDays([...later, one('waiting')]).slice(-2)).toEqual([null, null]);
    expect(turnDays([one('held'), one('waiting')])).toEqual([null, null]);
    expect(turnDays([])).toEqual([]);
  });

  it('of who was passed over too are those of the next', () => {
    expect(turnDays([one('waiting'), one('sent', '2026-06-02')])).toEqual([
      '2026-06-02',
      '2026-06-02',
    ]);
  });
});
