import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import {
  type Complainer,
  habitCell,
  matchedReturn,
  type PurchaseBook,
} from '#shared/domain/matched-return.ts';

interface Person {
  readonly days: readonly number[];
  readonly complained: boolean;
}

function bookOf(people: readonly Person[], quiet: number): PurchaseBook {
  const starts = [0];
  for (const { days } of people) starts.push((starts.at(-1) ?? 0) + days.length);
  return {
    days: Int32Array.from(people.flatMap(({ days }) => days)),
    starts: Int32Array.from(starts),
    complained: Uint8Array.from(people, ({ complained }) => (complained ? 1 : 0)),
    quiet,
  };
}

/** The definition, person by person and day by day. */
function byDefinition(
  people: readonly Person[],
  quiet: number,
  ask: readonly Complainer[],
  span: number,
) {
  const all = [
    ...people,
    ...Array.from({ length: quiet }, () => ({ days: [], complained: false })),
  ];
  const cellOf = (days: readonly number[], day: number) => {
    const before = days.filter((one) => one <= day && one >= day - 365);
    return habitCell(before.length === 0 ? null : day - Math.max(...before), before.length);
  };
  const bought = (days: readonly number[], day: number) =>
    days.find((one) => one > day && one <= day + span) ?? null;
  const matched = new Set<number>();
  const shares: number[] = [];
  for (const { place, day } of ask) {
    const own = place === null ? [] : (people[place]?.days ?? []);
    const alike = all.flatMap(({ days, complained }, index) =>
      !complained && cellOf(days, day) === cellOf(own, day) ? [index] : [],
    );
    for (const index of alike) matched.add(index);
    const came = alike.filter((index) => bought(all[index]?.days ?? [], day) !== null).length;
    if (alike.length > 0) shares.push(came / alike.length);
  }
  const sum = shares.reduce((total, share) => total + share, 0);
  return {
    boughtOn: ask.map(({ place, day }) =>
      place === null ? null : bought(people[place]?.days ?? [], day),
    ),
    matched: matched.size,
    matchedShare: shares.length === 0 ? null : sum / shares.length,
  };
}

test('it is the definition, counted person by person and day by day, at every edge', () => {
  // Distances at which a band ends, a day before and after: what a generator hardly hits.
  const gap = fc.constantFrom(
    0,
    1,
    29,
    30,
    31,
    59,
    60,
    61,
    89,
    90,
    91,
    179,
    180,
    181,
    364,
    365,
    366,
  );
  const person = fc
    .record({ gaps: fc.array(gap, { minLength: 1, maxLength: 6 }), complained: fc.boolean() })
    .map(({ gaps, complained }): Person => {
      let day = 19_000;
      return { complained, days: gaps.map((one) => (day += one)) };
    });
  const day = fc.tuple(gap, gap).map(([one, other]) => 19_000 + one + other);
  const asked = fc.record({ place: fc.option(fc.nat(7)), day });
  fc.assert(
    fc.property(
      fc.array(person, { minLength: 8, maxLength: 14 }),
      fc.nat(3),
      fc.array(asked, { minLength: 1, maxLength: 9 }),
      fc.constantFrom(1, 30, 90),
      (people, quiet, ask, span) => {
        const got = matchedReturn(bookOf(people, quiet), ask, span);
        const right = byDefinition(people, quiet, ask, span);
        expect({ ...got, matchedShare: null }).toEqual({ ...right, matchedShare: null });
        expect(got.matchedShare ?? -1).toBeCloseTo(right.matchedShare ?? -1, 12);
      },
    ),
    { numRuns: 600 },
  );
});

test('a worked case: two of three complainers came back, one of two customers like them', () => {
  const people: Person[] = [
    { days: [100, 140], complained: true },
    { days: [100, 160], complained: true },
    { days: [100], complained: true },
    { days: [101, 150], complained: false },
    { days: [90], complained: false },
  ];
  const ask = [0, 1, 2].map((place) => ({ place, day: 110 }));
  expect(matchedReturn(bookOf(people, 5), ask, 90)).toEqual({
    boughtOn: [140, 160, null],
    matched: 2,
    matchedShare: 0.5,
  });
});
