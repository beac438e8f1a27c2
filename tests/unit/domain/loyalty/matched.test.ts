import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type BuyDay, matchedPairs } from '#shared/domain/loyalty/matched.ts';
import '#tests/support/property-seed.ts';

const last = 20_000;
const spentOn = last - 200;

function buy(customerId: number, day: number, minor = 1000): BuyDay {
  return { customerId, day, minor, isPurchase: minor > 0 };
}

/** The same said by plain loops over everything. */
function plainly(bought: readonly BuyDay[], first: ReadonlyMap<number, number>) {
  const of = (id: number, from: number, to: number) =>
    bought.filter((one) => one.customerId === id && one.day >= from && one.day <= to);
  const sum = (rows: readonly BuyDay[]) => rows.reduce((total, { minor }) => total + minor, 0);
  const times = (rows: readonly BuyDay[]) => rows.filter(({ isPurchase }) => isPurchase).length;
  const band = (count: number) =>
    [[0], [1], [2], [3, 4, 5], [6, 7, 8, 9, 10, 11]].findIndex((some) => some.includes(count));
  const isNear = (id: number, day: number) =>
    of(id, day - 14, day + 14).some(({ isPurchase }) => isPurchase);
  const found = [];
  for (const [id, day] of first) {
    if (day > last - 180 || !isNear(id, day)) continue;
    const habit = of(id, day - 365, day - 1);
    const others: { other: number; apart: number; from: number; minor: number }[] = [];
    for (const { customerId: other, day: from, isPurchase } of bought) {
      if (other === id || !isPurchase || Math.abs(from - day) > 14 || from > last - 180) continue;
      if ((first.get(other) ?? 1e9) <= from + 180) continue;
      const theirs = of(other, from - 365, from - 1);
      if (band(times(theirs)) !== band(times(habit))) continue;
      const apart = Math.abs(sum(theirs) - sum(habit));
      others.push({ other, apart, from, minor: sum(of(other, from + 1, from + 180)) });
    }
    // Of one who came several times the day from which they are most alike, of two the nearest, then the earliest.
    const gap = ({ from }: { from: number }) => Math.abs(from - day);
    others.sort(
      (a, b) => a.apart - b.apart || a.other - b.other || gap(a) - gap(b) || a.from - b.from,
    );
    const each = others.filter(
      (one, at) => others.findIndex(({ other }) => other === one.other) === at,
    );
    const some = each.slice(0, 3).map(({ minor }) => minor);
    if (some.length === 0) continue;
    found.push({
      ...{ customerId: id, day, minor: sum(of(id, day + 1, day + 180)), others: some.length },
      othersMinor: some.reduce((total, minor) => total + minor, 0) / some.length,
    });
  }
  return found;
}

describe('those who spent points, beside others like them', () => {
  it('are compared by the 180 days after, each with the three whose amounts are nearest', () => {
    const bought = [
      ...[
        buy(1, spentOn - 30, 5000),
        buy(1, spentOn),
        buy(1, spentOn + 180, 700),
        buy(1, spentOn + 181, 9),
      ],
      ...[buy(2, spentOn - 40, 5100), buy(2, spentOn + 3), buy(2, spentOn + 10, 100)],
      ...[buy(3, spentOn - 40, 4800), buy(3, spentOn - 14), buy(3, spentOn + 40, 400)],
      ...[buy(4, spentOn - 40, 5300), buy(4, spentOn), buy(4, spentOn + 1, 1000)],
      // Too far in amount, in days, in how often; and one who spent points too.
      ...[buy(5, spentOn - 40, 9000), buy(5, spentOn), buy(5, spentOn + 2, 77_000)],
      ...[buy(6, spentOn - 40, 5000), buy(6, spentOn + 15)],
      ...[buy(7, spentOn - 40, 2500), buy(7, spentOn - 30, 2500), buy(7, spentOn)],
      ...[buy(8, spentOn - 40, 5000), buy(8, spentOn)],
    ];
    const first = new Map([
      [1, spentOn],
      [8, spentOn + 100],
    ]);
    expect(matchedPairs(bought, first, last)).toEqual([
      { customerId: 1, day: spentOn, minor: 700, others: 3, othersMinor: 500 },
    ]);
  });

  it('are left out while their days are not over, or where nobody is like them', () => {
    const bought = [buy(1, last - 179), buy(2, last - 179), buy(3, 18_000), buy(4, 18_000, -50)];
    const first = new Map([
      [1, last - 179],
      [3, 18_000],
    ]);
    expect(matchedPairs(bought, first, last)).toEqual([]);
  });

  it('are found as by looking at everybody, whatever was bought when', () => {
    const day = fc.integer({ min: last - 420, max: last });
    const one = fc.record({
      customerId: fc.integer({ min: 1, max: 9 }),
      day,
      minor: fc.integer({ min: -3, max: 30 }),
    });
    const bought = fc.uniqueArray(one, {
      selector: ({ customerId, day: on }) => `${customerId} ${on}`,
      maxLength: 80,
    });
    const first = fc.array(fc.tuple(fc.integer({ min: 1, max: 9 }), day), { maxLength: 5 });
    fc.assert(
      fc.property(bought, first, (rows, spent) => {
        const days = rows
          .map((row) => ({ ...row, isPurchase: row.minor > 0 }))
          .sort((a, b) => a.customerId - b.customerId || a.day - b.day);
        const firsts = new Map(spent);
        expect(matchedPairs(days, firsts, last)).toEqual(plainly(days, firsts));
      }),
      { numRuns: 300 },
    );
  });
});
