import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { RawHandle } from '#db/file/client.ts';
import {
  type FigureRules,
  planRanks,
  refreshFiguresOf,
  refreshRanks,
} from '#db/queries/figures/refresh.ts';
import {
  areFiguresFresh,
  areTotalsFresh,
  markRanksMoved,
  storedShopAverage,
} from '#db/queries/figures/state.ts';
import { activeSince, addDays, addMonths, inclusiveMonths } from '#shared/domain/calendar/dates.ts';
import { averageYearsKept, formulaClv, yearsKeptAssumption } from '#shared/domain/worth/clv.ts';
import { layerOf, rankLayers } from '#shared/domain/worth/pyramid.ts';
import {
  addCustomer,
  addSale,
  finishShop,
  plainRules,
  type SaleParts,
  today,
} from '#tests/support/shop/build-shop.ts';
import { tempDatabase } from '#tests/support/shop/temp-database.ts';

interface Model {
  readonly marks: readonly ('suspect' | 'rest-of-world' | null)[];
  readonly deleted: readonly boolean[];
  readonly sales: readonly SaleParts[];
}

/** The same figures counted without SQL. */
function recount({ marks, deleted, sales }: Model, rules: FigureRules) {
  const days = sales.filter((sale) => !sale.deletedAt).map((sale) => sale.soldOn);
  const through =
    days
      .filter((day) => day <= rules.today)
      .sort()
      .at(-1) ?? rules.today;
  const from = activeSince(through, rules.activeMonths);
  const totals = marks.map((mark, index) => {
    const own = sales.filter(
      (sale) => sale.customerId === index + 1 && !sale.deletedAt && sale.soldOn <= rules.today,
    );
    const counted = own.filter((sale) => sale.status !== 'cancelled');
    const bought = counted.filter((sale) => sale.kind !== 'return');
    const days = bought.map((sale) => sale.soldOn).sort();
    const inWindow = (sale: SaleParts) => sale.soldOn >= from && sale.soldOn <= through;
    const sum = (list: readonly SaleParts[]) =>
      list.reduce((all, one) => all + one.revenueMinor, 0);
    return {
      id: index + 1,
      mark,
      purchases: bought.length,
      revenueMinor: sum(counted),
      firstOn: days[0] ?? null,
      lastOn: days.at(-1) ?? null,
      activePurchases: bought.filter(inWindow).length,
      activeRevenueMinor: sum(counted.filter(inWindow)),
    };
  });
  const there = totals.filter((_, index) => deleted[index] !== true);
  const active = there.filter((one) => one.activePurchases > 0);
  const ranked = rankLayers(
    active.map((one) => ({
      id: one.id,
      revenueMinor: one.activeRevenueMinor,
      lastOn: one.lastOn ?? '',
    })),
  ).ranked;
  const back = there.flatMap(({ firstOn, lastOn }) =>
    firstOn !== null && lastOn !== null && firstOn < lastOn
      ? [{ months: inclusiveMonths(firstOn, lastOn) }]
      : [],
  );
  const average = averageYearsKept(back);
  return there.map(({ mark, activePurchases, ...one }) => ({
    ...one,
    activePurchases,
    layer: layerOf({
      activeLayer: ranked.find((rank) => rank.id === one.id)?.layer ?? null,
      hasBought: one.purchases > 0 || one.revenueMinor !== 0,
      mark,
    }),
    clvMinor:
      one.firstOn === null || one.lastOn === null
        ? null
        : formulaClv({
            ...one,
            firstOn: one.firstOn,
            lastOn: one.lastOn,
            yearsKept: yearsKeptAssumption(
              rules.yearsKept,
              average,
              inclusiveMonths(one.firstOn, one.lastOn),
            ).years,
            marginPercent: rules.marginPercent,
            keepingCostMinorPerYear: rules.keepingCostMinor,
          }).valueMinor,
  }));
}

function stored(raw: RawHandle) {
  return raw
    .prepare(
      `SELECT customer_id AS id, purchases, revenue_minor AS revenueMinor,
         first_purchase_on AS firstOn, last_purchase_on AS lastOn,
         active_purchases AS activePurchases, active_revenue_minor AS activeRevenueMinor, layer,
         clv_minor AS clvMinor FROM customer_figures ORDER BY customer_id`,
    )
    .all();
}

const people = 12;
const sale = fc.record({
  customerId: fc.integer({ min: 1, max: people }),
  soldOn: fc.integer({ min: -30, max: 1200 }).map((days) => addDays(today, -days)),
  amount: fc.integer({ min: 1, max: 50_000_000 }),
  kind: fc.constantFrom('sale', 'sale', 'sale', 'return'),
  status: fc.constantFrom('completed', 'completed', 'processing', 'cancelled', 'returned'),
  isDeleted: fc.boolean(),
});
const rules: fc.Arbitrary<FigureRules> = fc.record({
  today: fc.constant(today),
  activeMonths: fc.integer({ min: 1, max: 24 }),
  marginPercent: fc.option(fc.integer({ min: 0, max: 100 })),
  keepingCostMinor: fc.option(fc.integer({ min: 0, max: 10_000_000 })),
  yearsKept: fc.oneof(
    fc.constant({ kind: 'average' as const }),
    fc.constant({ kind: 'history' as const }),
    fc.record({ kind: fc.constant('own' as const), years: fc.integer({ min: 1, max: 9 }) }),
  ),
});
const model: fc.Arbitrary<Model> = fc.record({
  marks: fc.array(fc.constantFrom(null, 'suspect', 'rest-of-world'), {
    minLength: people,
    maxLength: people,
  }),
  deleted: fc.array(fc.boolean(), { minLength: people, maxLength: people }),
  sales: fc.array(sale, { maxLength: 60 }).map((all) =>
    all.map(
      ({ amount, isDeleted, ...one }): SaleParts => ({
        ...one,
        revenueMinor: one.kind === 'return' ? -amount : amount,
        ...(isDeleted ? { deletedAt: `${today}T00:00:00.000Z` } : {}),
      }),
    ),
  ),
});

function build(raw: RawHandle, { marks, deleted, sales }: Model): void {
  for (const [index, mark] of marks.entries())
    addCustomer(raw, {
      name: `C${index}`,
      ...(mark === null ? {} : { mark }),
      ...(deleted[index] === true ? { deletedAt: `${today}T00:00:00.000Z` } : {}),
    });
  for (const one of sales) addSale(raw, one);
}

function undoAfter(raw: RawHandle, work: () => void): void {
  raw.exec('SAVEPOINT run');
  work();
  raw.exec('ROLLBACK TO run; RELEASE run; DELETE FROM sqlite_sequence');
}

describe('figures', () => {
  it('equal a recount without SQL, whatever was sold, returned, cancelled or deleted', async () => {
    const { raw } = await tempDatabase();
    fc.assert(
      fc.property(model, rules, (shop, given) =>
        undoAfter(raw, () => {
          build(raw, shop);
          finishShop(raw, given);
          expect(stored(raw)).toEqual(recount(shop, given));
          expect(areFiguresFresh(raw, given)).toBe(true);
        }),
      ),
      { numRuns: 100 },
    );
  });

  it('follow a customer who comes or goes, and then the ranks, to what a full count gives', async () => {
    const { raw } = await tempDatabase();
    fc.assert(
      fc.property(model, rules, fc.integer({ min: 1, max: people }), (shop, given, id) =>
        undoAfter(raw, () => {
          build(raw, shop);
          finishShop(raw, given);
          const deleted = shop.deleted.map((was, index) => (index + 1 === id ? !was : was));
          const deletedAt = deleted[id - 1] === true ? `${today}T01:00:00.000Z` : null;
          raw.prepare('UPDATE customers SET deleted_at = ? WHERE id = ?').run(deletedAt, id);
          refreshFiguresOf(raw, [id], given);
          markRanksMoved(raw);
          expect(areFiguresFresh(raw, given)).toBe(false);
          expect(areTotalsFresh(raw, given)).toBe(true);
          expect(refreshRanks(raw, given, planRanks(raw))).toBe(true);
          expect(stored(raw)).toEqual(recount({ ...shop, deleted }, given));
          expect(areFiguresFresh(raw, given)).toBe(true);
        }),
      ),
      { numRuns: 100 },
    );
  });

  it('are not ranked by what was read before somebody else came', async () => {
    const { raw } = await tempDatabase();
    const sell = (name: string, revenueMinor: number) => {
      const id = addCustomer(raw, { name });
      addSale(raw, { customerId: id, soldOn: '2026-06-10', revenueMinor });
      return id;
    };
    sell('Ayu', 500);
    finishShop(raw, plainRules);
    const come = (name: string, revenueMinor: number) => {
      refreshFiguresOf(raw, [sell(name, revenueMinor)], plainRules);
      markRanksMoved(raw);
    };
    come('Budi', 900);
    const early = planRanks(raw);
    come('Citra', 9000);
    const before = stored(raw);
    expect(refreshRanks(raw, plainRules, early)).toBe(false);
    expect(stored(raw)).toEqual(before);
    expect(areFiguresFresh(raw, plainRules)).toBe(false);
    expect(refreshRanks(raw, plainRules, planRanks(raw))).toBe(true);
    expect(
      raw.prepare("SELECT customer_id FROM customer_figures WHERE layer = 'top'").pluck().all(),
    ).toEqual([3]);
    expect(areFiguresFresh(raw, plainRules)).toBe(true);
  });

  it('of Elok: 72 × 275.000 in 36 months are worth 19.800.000, with 30 % and Rp 50.000 5.790.000', async () => {
    const { raw } = await tempDatabase();
    const id = addCustomer(raw, { name: 'Elok' });
    for (let month = 0; month < 36; month += 1)
      for (const day of ['2023-06-03', '2023-06-17'])
        addSale(raw, {
          customerId: id,
          soldOn: addMonths(day, month),
          revenueMinor: 27_500_000,
        });
    const value = () => raw.prepare('SELECT clv_minor FROM customer_figures').pluck().get();
    const own = { ...plainRules, yearsKept: { kind: 'own', years: 3 } } as const;
    finishShop(raw, own);
    expect(value()).toBe(1_980_000_000);
    finishShop(raw, { ...own, marginPercent: 30, keepingCostMinor: 5_000_000 });
    expect(value()).toBe(579_000_000);
  });

  it('are out of date on another day and under another rule', async () => {
    const { raw } = await tempDatabase();
    finishShop(raw, plainRules);
    expect(areFiguresFresh(raw, plainRules)).toBe(true);
    expect(areFiguresFresh(raw, { ...plainRules, today: '2026-06-16' })).toBe(false);
    expect(areFiguresFresh(raw, { ...plainRules, activeMonths: 6 })).toBe(false);
    expect(storedShopAverage(raw)).toBeNull();
  });

  it('the window begins on the same day so many months ago', async () => {
    const { raw } = await tempDatabase();
    for (const soldOn of ['2025-06-15', '2025-06-14', '2026-06-15', '2026-06-16']) {
      const customerId = addCustomer(raw, { name: soldOn });
      addSale(raw, { customerId, soldOn, revenueMinor: 100 });
    }
    finishShop(raw, plainRules);
    const layers = raw.prepare('SELECT layer FROM customer_figures ORDER BY customer_id').pluck();
    expect(layers.all()).toEqual(['small', 'inactive', 'top', 'prospect']);
  });

  it('let one sale in 2126 count for nothing, and one of 1926 for no more than the next longest', async () => {
    const { raw } = await tempDatabase();
    const average = { ...plainRules, yearsKept: { kind: 'average' } } as const;
    const customers = Array.from({ length: 6 }, (_, index) =>
      addCustomer(raw, { name: `${index}` }),
    );
    for (const customerId of customers)
      for (const soldOn of ['2025-01-10', '2025-12-20'])
        addSale(raw, { customerId, soldOn, revenueMinor: 100 });
    const values = () =>
      raw
        .prepare(
          'SELECT purchases, last_purchase_on, clv_minor FROM customer_figures ORDER BY 1, 2',
        )
        .all();
    finishShop(raw, average);
    const before = values();
    expect(storedShopAverage(raw)).toMatchObject({ years: 1, customers: 6 });
    addSale(raw, { customerId: customers[0] ?? 0, soldOn: '2126-01-10', revenueMinor: 900 });
    finishShop(raw, average);
    expect(values()).toEqual(before);
    addSale(raw, { customerId: customers[1] ?? 0, soldOn: '1926-01-10', revenueMinor: 100 });
    finishShop(raw, average);
    expect(storedShopAverage(raw)).toMatchObject({ years: 1, customers: 6 });
    expect(values().slice(0, 5)).toEqual(before.slice(0, 5));
  });

  it('count a sale that lay ahead from its day on', async () => {
    const { raw } = await tempDatabase();
    const customerId = addCustomer(raw, { name: 'Ayu' });
    addSale(raw, { customerId, soldOn: '2026-06-16', revenueMinor: 700 });
    const totals = raw.prepare(
      'SELECT purchases, revenue_minor AS minor, layer FROM customer_figures',
    );
    finishShop(raw, plainRules);
    expect(totals.get()).toEqual({ purchases: 0, minor: 0, layer: 'prospect' });
    finishShop(raw, { ...plainRules, today: '2026-06-16' });
    expect(totals.get()).toEqual({ purchases: 1, minor: 700, layer: 'top' });
  });
});
