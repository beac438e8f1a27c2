import { beforeEach, describe, expect, it } from 'vitest';
import type { Input, Output } from '#shared/contract/index.ts';
import type { Debtor } from '#shared/contract/payments.ts';
import { addDays, daysBetween } from '#shared/domain/calendar/dates.ts';
import {
  addCustomer,
  addPayment,
  addSale,
  finishShop,
  type PaymentParts,
  type SaleParts,
  today,
} from '#tests/support/shop/build-shop.ts';
import { type DirectShop, directShop } from '#tests/support/shop/direct-shop.ts';
import { drawFrom } from '#tests/support/shop/random-complaints.ts';

type Sale = SaleParts & { readonly id: number };

const people = ['Ratna Kusuma', 'Bagas Putra', 'Sinta Dewi', 'Yosef', 'Maya'];
const statuses = ['completed', 'completed', 'processing', 'cancelled', 'returned'] as const;

let shop: DirectShop;
let sales: Sale[] = [];
let payments: PaymentParts[] = [];

function fillSales(draw: (below: number) => number): void {
  for (let count = 0; count < 220; count += 1) {
    const who = draw(people.length + 1);
    const customerId = who === 0 ? null : who;
    const theirs = sales.filter((one) => one.customerId === customerId && one.kind === 'sale');
    const of = draw(6) === 0 ? theirs[draw(Math.max(1, theirs.length))] : undefined;
    const isReturn = of !== undefined || draw(12) === 0;
    const amount = 1000 * (1 + draw(99));
    const parts: SaleParts = {
      customerId,
      // Some lie ahead.
      soldOn: addDays(today, 8 - draw(160)),
      revenueMinor: isReturn ? -Math.round(amount / 4) : amount,
      kind: isReturn ? 'return' : 'sale',
      // What came back counts, whatever it is called, until it is called off.
      status: statuses[draw(8)] ?? 'completed',
      number: `N${count}`,
      onAccount: draw(5) > 0,
      ...(draw(3) === 0 ? {} : { dueOn: addDays(today, 20 - draw(100)) }),
      ...(of === undefined ? {} : { returnOf: of.id }),
      ...(draw(15) === 0 ? { deletedAt: '2026-06-01T00:00:00.000Z' } : {}),
    };
    sales.push({ ...parts, id: addSale(shop.raw, parts) });
  }
}

function fillPayments(draw: (below: number) => number): void {
  for (let count = 0; count < 120; count += 1) {
    const who = draw(people.length + 1);
    const customerId = who === 0 ? null : who;
    const theirs = sales.filter((one) => one.customerId === customerId);
    const of = [...Array(draw(3))].flatMap(() => theirs[draw(Math.max(1, theirs.length))] ?? []);
    const chosen = [...new Map(of.map((one) => [one.id, one])).values()];
    const parts = chosen.map(({ id }) => [id, 500 * (1 + draw(110))] as const);
    const over = draw(3) === 0 ? 500 * (1 + draw(20)) : 0;
    const settled = parts.reduce((sum, [, amount]) => sum + amount, 0);
    const isBack = parts.length === 0 && draw(4) === 0;
    const one: PaymentParts = {
      customerId,
      paidOn: addDays(today, 4 - draw(120)),
      amountMinor: isBack ? -2000 : settled + over === 0 ? 1000 : settled + over,
      parts,
      ...(draw(12) === 0 ? { deletedAt: '2026-06-01T00:00:00.000Z' } : {}),
    };
    addPayment(shop.raw, one);
    payments.push(one);
  }
}

beforeEach(async () => {
  shop = await directShop();
  sales = [];
  payments = [];
  const draw = drawFrom(11);
  people.forEach((name, index) => {
    addCustomer(shop.raw, { name, phones: [`+628123450000${index}`] });
  });
  fillSales(draw);
  fillPayments(draw);
  finishShop(shop.raw);
});

const isThere = (one: { deletedAt?: string }) => one.deletedAt === undefined;
const counts = (sale: Sale) =>
  sale.onAccount === true &&
  isThere(sale) &&
  (sale.kind === 'return'
    ? sale.status !== 'cancelled'
    : sale.status === 'completed' || sale.status === 'processing') &&
  sale.soldOn <= today;
const isPaid = (one: PaymentParts) => isThere(one) && one.paidOn <= today;

/** What a customer owes: their sales and returns less their payments. */
function owedBy(customerId: number | null): number {
  const sold = sales.filter((sale) => sale.customerId === customerId && counts(sale));
  const paid = payments.filter((one) => one.customerId === customerId && isPaid(one));
  return (
    sold.reduce((sum, { revenueMinor }) => sum + revenueMinor, 0) -
    paid.reduce((sum, { amountMinor }) => sum + amountMinor, 0)
  );
}

/** What of one sale is left by its own returns and payments. */
function leftOf(sale: Sale): number {
  const back = sales.filter((one) => one.returnOf === sale.id && counts(one));
  const paid = payments.filter(isPaid).flatMap(({ parts = [] }) => parts);
  return (
    sale.revenueMinor +
    back.reduce((sum, one) => sum + one.revenueMinor, 0) -
    paid.reduce((sum, [id, amount]) => sum + (id === sale.id ? amount : 0), 0)
  );
}

/** What is open of a customer, day by day: what names no sale is taken from the oldest. */
function openOf(customerId: number | null) {
  const items = sales
    .filter((sale) => sale.customerId === customerId && counts(sale) && sale.kind !== 'return')
    .map((sale) => ({ sale, rest: leftOf(sale) }))
    .filter(({ rest }) => rest > 0)
    .sort((a, b) => a.sale.soldOn.localeCompare(b.sale.soldOn) || a.sale.id - b.sale.id);
  const over = items.reduce((sum, { rest }) => sum + rest, 0) - owedBy(customerId);
  for (let back = over, index = 0; back > 0 && index < items.length; index += 1) {
    const item = items[index];
    if (item === undefined) break;
    const taken = Math.min(back, item.rest);
    item.rest -= taken;
    back -= taken;
  }
  return items.filter(({ rest }) => rest > 0);
}

const keys = [null, ...people.map((_, index) => index + 1)];
const owed = (input: Input<'payments.owed'> = {}) => shop.ask('payments.owed', input);
const ageName = (soldOn: string) => {
  const days = daysBetween(soldOn, today);
  return days < 31 ? 'to30' : days < 61 ? 'to60' : days < 91 ? 'to90' : 'over90';
};

function expectDebtor(row: Debtor): void {
  const open = openOf(row.customerId);
  const late = open.filter(({ sale }) => sale.dueOn !== undefined && sale.dueOn < today);
  const days = open.flatMap(({ sale }) => sale.dueOn ?? []).sort();
  expect(row.owedMinor).toBe(owedBy(row.customerId));
  expect(row.sales).toBe(open.length);
  expect(row.overdueMinor).toBe(late.reduce((sum, { rest }) => sum + rest, 0));
  expect(row.dueOn).toBe(days[0] ?? null);
  expect(row.daysLate).toBe(days[0] === undefined ? null : daysBetween(days[0], today));
  for (const age of ['to30', 'to60', 'to90', 'over90'] as const) {
    const ofAge = open.filter(({ sale }) => ageName(sale.soldOn) === age);
    const amountMinor = ofAge.reduce((sum, { rest }) => sum + rest, 0);
    expect(row.ages[age], age).toEqual({ amountMinor, items: ofAge.length });
  }
}

describe('who owes', () => {
  it('has everybody who does, each with what a recount of the rows says', async () => {
    const { rows, totals, count } = await owed();
    const owing = keys.filter((key) => owedBy(key) > 0);
    expect(rows.map(({ customerId }) => customerId).sort()).toEqual([...owing].sort());
    expect(owing.length).toBeGreaterThan(3);
    for (const row of rows) expectDebtor(row);
    expect(rows.some(({ ages }) => ages.over90.items > 0)).toBe(true);
    expect(count).toBe(owing.length);
    const sum = (of: (row: Debtor) => number) => rows.reduce((all, row) => all + of(row), 0);
    expect(totals).toMatchObject({
      owedMinor: owing.reduce((all: number, key) => all + owedBy(key), 0),
      debtors: owing.length,
      sales: owing.reduce((all: number, key) => all + openOf(key).length, 0),
      overdueMinor: sum(({ overdueMinor }) => overdueMinor),
      overdueDebtors: rows.filter(({ overdueMinor }) => overdueMinor > 0).length,
    });
    const even = keys.filter((key) => owedBy(key) < 0);
    expect(totals.waitingAccounts).toBe(even.length);
    expect(totals.waitingMinor).toBe(even.reduce((all: number, key) => all - owedBy(key), 0));
  });

  it('puts the earliest day to pay by first, and pages through them', async () => {
    const { rows } = await owed();
    const days = rows.map(({ dueOn }) => dueOn ?? '9999');
    expect(days).toEqual([...days].sort());
    const paged = await Promise.all(rows.map((_, skip) => owed({ skip, limit: 1 })));
    expect(paged.map((page) => page.rows[0])).toEqual(rows);
    const byAmount = (await owed({ order: 'amount' })).rows.map(({ owedMinor }) => owedMinor);
    expect(byAmount).toEqual([...byAmount].sort((a, b) => b - a));
    const byName = (await owed({ order: 'name' })).rows.map(({ name }) => name);
    expect(byName).toEqual([...byName].sort());
  });

  it('leaves what a filter asks for, and says the totals of everybody searched', async () => {
    const all = await owed();
    const late = await owed({ filter: { only: 'overdue' } });
    expect(late.rows).toEqual(all.rows.filter(({ overdueMinor }) => overdueMinor > 0));
    expect(late.totals).toEqual(all.totals);
    for (const age of ['to30', 'over90'] as const) {
      const { rows, count } = await owed({ filter: { age } });
      expect(rows).toEqual(all.rows.filter(({ ages }) => ages[age].items > 0));
      expect(count).toBe(rows.length);
    }
    const [one] = all.rows.filter(({ customerId }) => customerId !== null);
    const found = await owed({ filter: { search: one?.name ?? '' } });
    expect(found.rows).toEqual([one]);
    expect(found.totals.owedMinor).toBe(one?.owedMinor);
  });
});

describe('an account', () => {
  it('is open where the recount says, and its sums are what is owed', async () => {
    for (const customerId of keys) {
      const page = await shop.ask('payments.ofCustomer', { customerId: customerId as never });
      expect(page.owedMinor, String(customerId)).toBe(owedBy(customerId));
      const sums = page.open.reduce((sum, { leftMinor }) => sum + leftMinor, 0);
      expect(sums - page.waitingMinor).toBe(owedBy(customerId));
      const open = page.open.filter(({ leftMinor, coveredMinor }) => leftMinor > coveredMinor);
      if (owedBy(customerId) > 0)
        expect(
          open.map(({ saleId, leftMinor, coveredMinor }) => [saleId, leftMinor - coveredMinor]),
        ).toEqual(openOf(customerId).map(({ sale, rest }) => [sale.id, rest]));
      for (const { saleId, totalMinor, returnedMinor, paidMinor, leftMinor, number } of page.open) {
        expect(totalMinor - returnedMinor - paidMinor).toBe(leftMinor);
        const sale = sales.find(({ id }) => id === saleId);
        expect(sale?.number ?? null).toBe(number);
        if (sale !== undefined)
          expect([totalMinor, leftMinor]).toEqual([sale.revenueMinor, leftOf(sale)]);
      }
    }
  });

  it('has each sale paid, partly paid, owed or overdue', async () => {
    const seen = new Map<string, number>();
    for (const sale of sales.filter(isThere)) {
      const answer: Output<'payments.ofSale'> = await shop.ask('payments.ofSale', {
        saleId: sale.id as never,
      });
      const left = leftOf(sale);
      const isOn = counts(sale) && sale.kind === 'sale';
      const isLate = sale.dueOn !== undefined && sale.dueOn < today;
      const open = isLate ? 'overdue' : left < sale.revenueMinor ? 'partly' : 'owed';
      expect(answer.state).toBe(isOn ? (left > 0 ? open : 'paid') : 'counter');
      expect(answer.leftMinor).toBe(isOn ? Math.max(0, left) : 0);
      const isOpen = isOn && left > 0;
      expect(answer.daysLate).toBe(
        isOpen && sale.dueOn !== undefined ? daysBetween(sale.dueOn, today) : null,
      );
      seen.set(answer.state, (seen.get(answer.state) ?? 0) + 1);
    }
    expect([...seen.keys()].sort()).toEqual(['counter', 'overdue', 'owed', 'paid', 'partly']);
  });

  it('is found in the list of sales by how much of it is paid, and summed up', async () => {
    const stateOf = (sale: Sale) => {
      if (!counts(sale) || sale.kind === 'return') return 'counter';
      const left = leftOf(sale);
      if (left <= 0) return 'paid';
      if (sale.dueOn !== undefined && sale.dueOn < today) return 'overdue';
      return left < sale.revenueMinor ? 'partly' : 'owed';
    };
    const isSold = (sale: Sale) =>
      sale.kind !== 'return' &&
      (sale.status === 'completed' || sale.status === 'processing') &&
      sale.soldOn <= today;
    const isPaidUp = (sale: Sale) =>
      stateOf(sale) === 'paid' || (isSold(sale) && sale.onAccount !== true);
    const choices = [[], ['paid'], ['partly'], ['owed'], ['overdue'], ['owed', 'overdue', 'paid']];
    for (const paid of choices as never[][])
      for (const customerId of [null, 2 as never]) {
        const filter = { paid, customerId };
        const isMeant = (sale: Sale) =>
          paid.length === 0 ||
          paid.some((one) => (one === 'paid' ? isPaidUp(sale) : stateOf(sale) === one));
        const meant = sales.filter(
          (sale) =>
            isThere(sale) &&
            isMeant(sale) &&
            (customerId === null || sale.customerId === customerId),
        );
        expect(meant.length).toBeGreaterThan(0);
        const { rows } = await shop.ask('sales.list', { filter, limit: 500 });
        const said = rows.map((row) => [Number(row.id), row.paidState, row.leftMinor]);
        const recounted = meant.map((sale) => {
          const state = stateOf(sale);
          const left = state === 'counter' ? 0 : Math.max(0, leftOf(sale));
          return [sale.id, state, left];
        });
        const byId = (a: unknown[], b: unknown[]) => Number(a[0]) - Number(b[0]);
        expect(said.sort(byId), JSON.stringify(filter)).toEqual(recounted.sort(byId));
        const open = recounted.filter(([, , left]) => Number(left) > 0);
        expect(await shop.ask('sales.summary', { filter })).toMatchObject({
          count: meant.length,
          open: open.length,
          openMinor: open.reduce((sum, [, , left]) => sum + Number(left), 0),
        });
      }
  });

  it('says how a customer pays: how late, and how late on average', async () => {
    let settledAny = 0;
    for (const customerId of keys.flatMap((key) => key ?? [])) {
      const answer = await shop.ask('payments.standing', { customerId: customerId as never });
      const late = openOf(customerId).filter(({ sale }) => (sale.dueOn ?? '9') < today);
      const days = late.map(({ sale }) => daysBetween(sale.dueOn ?? '', today));
      expect(answer.overdueMinor).toBe(late.reduce((sum, { rest }) => sum + rest, 0));
      expect(answer.oldestLateDays).toBe(days.length === 0 ? null : Math.max(...days));
      const gaps = sales
        .filter((sale) => sale.customerId === customerId && counts(sale) && sale.kind === 'sale')
        .flatMap((sale) => {
          const paid = payments.filter(
            (one) => isPaid(one) && (one.parts ?? []).some(([id]) => id === sale.id),
          );
          const last = paid
            .map(({ paidOn }) => paidOn)
            .sort()
            .at(-1);
          if (sale.dueOn === undefined || last === undefined || leftOf(sale) > 0) return [];
          return [daysBetween(sale.dueOn, last)];
        });
      settledAny += gaps.length;
      expect(answer.settled).toBe(gaps.length);
      const average = gaps.reduce((sum, gap) => sum + gap, 0) / gaps.length;
      expect(answer.averageDaysLate).toBe(gaps.length === 0 ? null : average);
    }
    expect(settledAny).toBeGreaterThan(5);
  });
});
