import { describe, expect, it } from 'vitest';
import { addDays } from '#shared/domain/calendar/dates.ts';
import { ledgerOf, type PointEntry, type PointSale } from '#shared/domain/loyalty/ledger.ts';
import { type PointRule, pointsFor, ruleOn } from '#shared/domain/loyalty/rule.ts';

const rule: PointRule = {
  ...{ fromOn: '2026-01-01', spendMinor: 10_000, points: 1, isBeforeDiscount: false },
  ...{ takesBack: true, monthsValid: 12, worthMinor: 100, remindDays: 30 },
};

function sale(
  id: number,
  on: string,
  paidMinor: number,
  parts: Partial<PointSale> = {},
): PointSale {
  return {
    ...{ id, on, paidMinor, kind: 'sale', discountMinor: 0, byPointsMinor: 0, returnOf: null },
    ...parts,
  };
}

function back(id: number, on: string, paidMinor: number, returnOf: number | null): PointSale {
  return sale(id, on, paidMinor, { kind: 'return', returnOf });
}

function spent(id: number, on: string, points: number): PointEntry {
  return { id, on, kind: 'spent', points: -points, saleId: null };
}

function told(
  sales: readonly PointSale[],
  entries: readonly PointEntry[],
  through = '2026-06-15',
  rules: readonly PointRule[] = [rule],
) {
  const { lines, balance } = ledgerOf(rules, { sales, entries }, through);
  return { lines: lines.map(({ on, kind, points }) => [on, kind, points]), balance };
}

describe('the rule', () => {
  it.each([
    [9999, 0],
    [10_000, 1],
    [19_999, 1],
    [30_000, 3],
    [0, 0],
    [-50_000, 0],
  ])('gives for %i only full amounts: %i', (minor, points) => {
    expect(pointsFor(minor, rule)).toBe(points);
  });

  it('of several holds the last that began; of one day the newest', () => {
    const rules = [rule, { ...rule, fromOn: '2026-03-01', points: 2 }];
    const again = { ...rule, fromOn: '2026-03-01', points: 5 };
    expect(ruleOn(rules, '2025-12-31')).toBeNull();
    expect(ruleOn(rules, '2026-02-28')?.points).toBe(1);
    expect(ruleOn(rules, '2026-03-01')?.points).toBe(2);
    expect(ruleOn([...rules, again], '2026-04-01')?.points).toBe(5);
  });
});

describe('points', () => {
  it('are given by the rule of the day of the sale', () => {
    const rules = [rule, { ...rule, fromOn: '2026-03-01', points: 2 }];
    const sales = [
      sale(1, '2025-12-31', 90_000),
      sale(2, '2026-02-28', 50_000),
      sale(3, '2026-03-01', 50_000),
    ];
    expect(told(sales, [], '2026-06-15', rules)).toEqual({
      lines: [
        ['2026-02-28', 'earned', 5],
        ['2026-03-01', 'earned', 10],
      ],
      balance: 15,
    });
  });

  it('of the price before discounts, but never for what was paid with points', () => {
    const before = { ...rule, isBeforeDiscount: true };
    const sales = [sale(1, '2026-02-01', 60_000, { discountMinor: 40_000, byPointsMinor: 20_000 })];
    expect(told(sales, []).balance).toBe(6);
    expect(told(sales, [], '2026-06-15', [before]).balance).toBe(8);
  });

  it('hold through their last day and run out on the next', () => {
    const sales = [sale(1, '2026-01-31', 50_000)];
    const short = [{ ...rule, monthsValid: 1 }];
    expect(told(sales, [], '2026-02-28', short).balance).toBe(5);
    expect(told(sales, [], '2026-03-01', short)).toEqual({
      lines: [
        ['2026-01-31', 'earned', 5],
        ['2026-03-01', 'expired', -5],
      ],
      balance: 0,
    });
  });

  it('are spent from those that run out first', () => {
    const sales = [sale(1, '2026-01-10', 50_000), sale(2, '2026-02-10', 70_000)];
    const rules = [
      { ...rule, monthsValid: 6 },
      { ...rule, fromOn: '2026-02-01', monthsValid: 1 },
    ];
    const { left } = ledgerOf(rules, { sales, entries: [spent(1, '2026-03-01', 8)] }, '2026-03-05');
    expect(left).toEqual([{ lastOn: '2026-07-10', points: 4 }]);
  });

  it('go back with what comes back: as many as the sale would not have given', () => {
    const sales = [
      sale(1, '2026-02-01', 25_000),
      back(2, '2026-02-05', 4000, 1),
      back(3, '2026-02-06', 4000, 1),
      back(4, '2026-02-07', 17_000, 1),
    ];
    expect(told(sales, []).lines).toEqual([
      ['2026-02-01', 'earned', 2],
      ['2026-02-06', 'returned', -1],
      ['2026-02-07', 'returned', -1],
    ]);
    expect(told(sales, [], '2026-06-15', [{ ...rule, takesBack: false }]).balance).toBe(2);
  });

  it('of a sale that gave none take none; of a sale nobody knows no more than there is', () => {
    const of = [sale(1, '2025-12-01', 90_000), back(2, '2026-02-01', 90_000, 1)];
    expect(told([...of, sale(3, '2026-03-01', 30_000)], []).balance).toBe(3);
    const unknown = [sale(3, '2026-01-05', 30_000), back(2, '2026-02-01', 90_000, null)];
    expect(told(unknown, []).balance).toBe(0);
    expect(told([...unknown, sale(4, '2026-04-01', 20_000)], []).balance).toBe(2);
  });

  it('that ran out are not taken once more with a return', () => {
    const short = [{ ...rule, monthsValid: 1 }];
    const sales = [
      sale(1, '2026-01-10', 50_000),
      sale(2, '2026-03-01', 30_000),
      back(3, '2026-03-02', 50_000, 1),
    ];
    expect(told(sales, [], '2026-03-05', short).balance).toBe(3);
  });

  it('are never fewer than none: what was spent of a sale that went is covered, and taken off later ones', () => {
    const entries = [spent(1, '2026-02-10', 5)];
    expect(told([], entries)).toEqual({
      lines: [
        ['2026-02-10', 'advanced', 5],
        ['2026-02-10', 'spent', -5],
      ],
      balance: 0,
    });
    const later = told([sale(1, '2026-03-01', 30_000), sale(2, '2026-04-01', 40_000)], entries);
    expect(later.lines.slice(2)).toEqual([
      ['2026-03-01', 'earned', 3],
      ['2026-03-01', 'settled', -3],
      ['2026-04-01', 'earned', 4],
      ['2026-04-01', 'settled', -2],
    ]);
    expect(later.balance).toBe(2);
  });

  it('of a day are given before they are taken, whatever was written first', () => {
    const on = '2026-02-10';
    expect(told([sale(9, on, 50_000)], [spent(1, on, 5)]).lines).toEqual([
      [on, 'earned', 5],
      [on, 'spent', -5],
    ]);
  });

  it('after a day are not there yet', () => {
    const sales = [sale(1, addDays('2026-06-15', 1), 50_000)];
    expect(told(sales, [spent(1, '2026-06-16', 2)])).toEqual({ lines: [], balance: 0 });
  });
});
