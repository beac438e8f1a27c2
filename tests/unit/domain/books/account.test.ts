import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  type AccountSale,
  ageing,
  ageOf,
  ages,
  allocate,
  type LooseAmount,
  leftOf,
  restOf,
  settle,
} from '#shared/domain/books/account.ts';
import { addDays } from '#shared/domain/calendar/dates.ts';

const on = '2026-06-15';
const amount = fc.integer({ min: 0, max: 1_000_000 });
const dayBack = fc.integer({ min: 0, max: 150 }).map((days) => addDays(on, -days));

const ledger = fc.record({
  sales: fc
    .array(
      fc.record({
        soldOn: dayBack,
        dueOn: fc.option(dayBack),
        totalMinor: amount,
        returnedMinor: amount,
        paidMinor: fc.integer({ min: -1000, max: 1_000_000 }),
      }),
      { maxLength: 8 },
    )
    .map((sales) => sales.map((sale, index): AccountSale => ({ ...sale, id: index + 1 }))),
  loose: fc.array(
    fc.record({ on: dayBack, amountMinor: fc.integer({ min: -900_000, max: 900_000 }) }),
    { maxLength: 5 },
  ),
});

/** The same by plain sums, and by going through the days one by one. */
function recount(sales: readonly AccountSale[], loose: readonly LooseAmount[]) {
  let owed = 0;
  for (const sale of sales) owed += sale.totalMinor;
  for (const sale of sales) owed -= sale.returnedMinor;
  for (const sale of sales) owed -= sale.paidMinor;
  for (const one of loose) owed -= one.amountMinor;
  return owed;
}

describe('an account', () => {
  test('owes what was sold less what came back and was paid, and its ages add up to it', () => {
    fc.assert(
      fc.property(ledger, ({ sales, loose }) => {
        const { owedMinor, waitingMinor, open } = settle(sales, loose);
        expect(owedMinor).toBe(recount(sales, loose));
        const totals = ageing(open, on);
        const sum = ages.reduce((all, age) => all + totals[age].amountMinor, 0);
        expect(sum).toBe(Math.max(0, owedMinor));
        expect(open.reduce((all, { leftMinor }) => all + leftMinor, 0) - waitingMinor).toBe(
          owedMinor,
        );
        const items = ages.reduce((all, age) => all + totals[age].items, 0);
        expect(items).toBe(open.filter((item) => restOf(item) > 0).length);
      }),
    );
  });

  test('what names no sale counts against the oldest: none is open behind one that is covered', () => {
    fc.assert(
      fc.property(ledger, ({ sales, loose }) => {
        const ofSales = settle(sales, loose).open.filter(({ saleId }) => saleId !== null);
        const days = ofSales.map(({ soldOn }) => soldOn);
        expect(days).toEqual([...days].sort());
        const firstOpen = ofSales.findIndex((item) => restOf(item) > 0);
        const behind = firstOpen === -1 ? [] : ofSales.slice(firstOpen + 1);
        for (const item of behind) expect(item.coveredMinor).toBe(0);
        for (const item of ofSales) {
          expect(item.coveredMinor).toBeGreaterThanOrEqual(0);
          expect(restOf(item)).toBeGreaterThanOrEqual(0);
        }
      }),
    );
  });

  test('a payment settles the oldest first, never more than is left, and the rest of it waits', () => {
    fc.assert(
      fc.property(ledger, fc.integer({ min: -5000, max: 3_000_000 }), ({ sales, loose }, paid) => {
        const { open } = settle(sales, loose);
        const { parts, waitingMinor } = allocate(paid, open);
        expect(parts.reduce((sum, part) => sum + part.amountMinor, 0) + waitingMinor).toBe(paid);
        const left = new Map(open.map((item) => [item.saleId, item.leftMinor]));
        for (const part of parts) {
          expect(part.amountMinor).toBeGreaterThan(0);
          expect(part.amountMinor).toBeLessThanOrEqual(left.get(part.saleId) ?? 0);
        }
        // All but the last are settled whole, in the order of their age.
        const settled = open.filter(({ saleId }) => saleId !== null).slice(0, parts.length);
        expect(parts.map(({ saleId }) => saleId)).toEqual(settled.map(({ saleId }) => saleId));
        for (const part of parts.slice(0, -1)) expect(part.amountMinor).toBe(left.get(part.saleId));
        const after = sales.map((sale) => {
          const part = parts.find(({ saleId }) => saleId === sale.id);
          return { ...sale, paidMinor: sale.paidMinor + (part?.amountMinor ?? 0) };
        });
        const then = settle(after, [...loose, { on, amountMinor: waitingMinor }]);
        expect(then.owedMinor).toBe(settle(sales, loose).owedMinor - paid);
      }),
    );
  });

  test('money paid back beyond what waited is owed from the day it was paid back', () => {
    const sale = { id: 1, soldOn: '2026-01-01', dueOn: null, totalMinor: 100, returnedMinor: 0 };
    const loose = [
      { on: '2026-05-01', amountMinor: 50 },
      { on: '2026-05-20', amountMinor: -80 },
      { on: '2026-05-10', amountMinor: -10 },
    ];
    const account = settle([{ ...sale, paidMinor: 100 }], loose);
    expect(account).toEqual({
      owedMinor: 40,
      waitingMinor: 0,
      open: [{ saleId: null, soldOn: '2026-05-20', dueOn: null, leftMinor: 40, coveredMinor: 0 }],
    });
    expect(leftOf({ ...sale, paidMinor: 100 })).toBe(0);
  });

  test.each([
    ['2026-06-15', 'to30'],
    ['2026-05-16', 'to30'],
    ['2026-05-15', 'to60'],
    ['2026-04-16', 'to60'],
    ['2026-04-15', 'to90'],
    ['2026-03-17', 'to90'],
    ['2026-03-16', 'over90'],
  ])('what was sold on %s is %s on 15 June', (soldOn, age) => {
    expect(ageOf(soldOn, on)).toBe(age);
  });
});
