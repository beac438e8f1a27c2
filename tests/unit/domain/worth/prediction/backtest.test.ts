import { describe, expect, it } from 'vitest';
import { seededRandom } from '#shared/domain/worth/models/normal.ts';
import {
  type Backtest,
  backtest,
  chooseMethod,
  type Origin,
  originsOf,
  totalDeviation,
} from '#shared/domain/worth/prediction/backtest.ts';
import { forecastErrors } from '#shared/domain/worth/prediction/forecast-errors.ts';
import { boughtBetween, customersOn } from '#shared/domain/worth/prediction/ledger.ts';
import {
  everybodyIsNew,
  expectedBy,
  methods,
  outsetOn,
} from '#shared/domain/worth/prediction/methods.ts';
import { type BoughtDays, generatedCustomers, ledgerOf } from '#tests/support/worth/ledgers.ts';

describe('the errors of a forecast', () => {
  it('are those of a list reckoned by hand', () => {
    const found = forecastErrors([2, 0, 1, 1], [4, 0, 0, 2]);
    expect(found).toMatchObject({ customers: 4, expected: 4, actual: 6, mae: 1 });
    expect(found.totalRatio).toBeCloseTo(4 / 6, 12);
    expect(found.rmse).toBeCloseTo(Math.sqrt(6 / 4), 12);
    // Ranks 3, 0, 1.5, 1.5 against 3, 0.5, 0.5, 2.
    expect(found.spearman).toBeCloseTo(3.75 / 4.5, 12);
    expect(found.topLift).toBeCloseTo(4 / 1.5, 12);
    expect(forecastErrors([1, 1], [0, 0])).toMatchObject({
      totalRatio: null,
      spearman: 0,
      topLift: 0,
    });
  });

  it('share the best tenth among those who are expected alike', () => {
    const actual = [10, 0, 0, 0, 0, 0, 0, 0, 0, 0];
    expect(forecastErrors(Array(10).fill(1), actual).topLift).toBeCloseTo(1, 12);
  });
});

describe('the days that a history is tried at', () => {
  it('are four in two years or more, half a horizon apart, and leave as much before as is looked ahead', () => {
    expect(originsOf(0, 1000)).toEqual({ horizonDays: 182, days: [818, 727, 636, 545] });
    expect(originsOf(0, 545)).toEqual({ horizonDays: 181, days: [364, 274, 183] });
    expect(originsOf(0, 80).days).toEqual([]);
  });
});

/** An origin at which methods were off by factors of the total, all as good about the single customer. */
function origin(ratios: Readonly<Record<string, number>>): Origin {
  const results = methods.map((method) => {
    const ratio = method === 'zero' ? 0 : (ratios[method] ?? 9);
    const errors = {
      customers: 50,
      expected: 100 * ratio,
      actual: 100,
      totalRatio: ratio,
      mae: 1,
      rmse: method === 'zero' ? 2 : 1,
      spearman: 0,
      topLift: 1,
    };
    return { method, purchases: errors, money: errors };
  });
  return { day: 0, through: 10, customers: 50, results };
}

function tried(...origins: Origin[]): Backtest {
  return { horizonDays: 10, origins, tried: 50, all: 50 };
}

describe('the method of a shop', () => {
  it('is the one that came nearest, unless a simpler one was as near but for chance', () => {
    const clear = tried(origin({ model: 0.9, silence: 1.5 }), origin({ model: 0.9, silence: 1.6 }));
    expect(chooseMethod(clear)).toEqual({ method: 'model', why: 'best' });
    const level = tried(
      origin({ model: 0.9, silence: 1.5 }),
      origin({ model: 0.75, silence: 1.05 }),
    );
    expect(chooseMethod(level)).toEqual({ method: 'silence', why: 'simpler' });
    const simple = tried(origin({ naive: 1.05, model: 0.5 }), origin({ naive: 1.02, model: 0.6 }));
    expect(chooseMethod(simple)).toEqual({ method: 'naive', why: 'best' });
    expect(chooseMethod(tried())).toEqual({ method: 'model', why: 'untried' });
  });

  it('is as unsure as it was wrong before', () => {
    const twice = tried(origin({ model: 2 }), origin({ model: 0.5 }));
    // A hundred purchases differ by a seventh of themselves by chance.
    expect(totalDeviation(twice, 'model')).toBeCloseTo(Math.sqrt(Math.log(2) ** 2 - 0.02), 12);
    expect(totalDeviation(tried(), 'model')).toBeNull();
  });
});

describe('a past predicted', () => {
  const world = { customers: 120, split: 700, end: 700, r: 0.7, alpha: 45, a: 0.8, b: 3, turn: 1 };
  const ledger = ledgerOf(generatedCustomers(world, seededRandom(5)));

  it('knows at each day only what had been bought by then', () => {
    const found = backtest(ledger, 700, everybodyIsNew);
    const cut = found.origins.map(({ day }) => {
      const days = Array.from(ledger.ids, (_, place): BoughtDays => {
        const range = Array.from(
          { length: (ledger.from[place + 1] ?? 0) - (ledger.from[place] ?? 0) },
          (__, i) => (ledger.from[place] ?? 0) + i,
        );
        return range
          .map((index) => [ledger.days[index] ?? 0, ledger.spent[index] ?? 0] as const)
          .filter(([one]) => one <= day);
      });
      const known = ledgerOf(days);
      const outset = outsetOn(known, day, {
        horizonDays: found.horizonDays,
        newFrom: everybodyIsNew,
      });
      return methods.map((method) =>
        expectedBy(method, outset).reduce((sum, expected) => sum + expected, 0),
      );
    });
    expect(found.origins.length).toBeGreaterThanOrEqual(3);
    for (const [index, { results }] of found.origins.entries())
      expect(results.map(({ purchases }) => purchases.expected)).toEqual(cut[index]);
  });

  it('compares it with what was bought in the time after', () => {
    const { origins, horizonDays } = backtest(ledger, 700, everybodyIsNew);
    for (const { day, through, customers, results } of origins) {
      let [count, spent] = [0, 0];
      for (let index = 0; index < ledger.days.length; index += 1) {
        const bought = ledger.days[index] ?? 0;
        const place = Array.from(ledger.from).findLastIndex((from) => from <= index);
        const first = ledger.days[ledger.from[place] ?? 0] ?? 0;
        if (bought <= day || bought > day + horizonDays || first > day) continue;
        count += 1;
        spent += ledger.spent[index] ?? 0;
      }
      expect(through).toBe(day + horizonDays);
      for (const { purchases, money } of results) {
        expect(purchases.actual).toBe(count);
        expect(money.actual).toBe(spent);
        expect(purchases.customers).toBe(customers);
      }
    }
  });

  it('reads a customer up to a day: purchase days, times in weeks, what was spent', () => {
    const two = ledgerOf([
      [
        [10, 100],
        [24, 300],
        [90, 500],
      ],
      [[95, 700]],
    ]);
    expect(customersOn(two, 38)).toEqual([
      {
        id: 1,
        place: 0,
        firstDay: 10,
        lastDay: 24,
        repeats: 1,
        recency: 2,
        age: 4,
        spending: { purchases: 2, mean: 200 },
      },
    ]);
    expect(boughtBetween(two, 0, 10, 90)).toEqual({ purchases: 2, spentMinor: 800 });
    expect(boughtBetween(two, 1, 10, 94)).toEqual({ purchases: 0, spentMinor: 0 });
  });
});
