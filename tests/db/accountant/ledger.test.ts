import fc from 'fast-check';
import { expect, test } from 'vitest';
import {
  expiredWithin,
  givenWithin,
  usedWithin,
  vouchersOn,
} from '#db/queries/accountant/compensations.ts';
import { periodFigures } from '#db/queries/accountant/figures.ts';
import { openItems, owedOn } from '#db/queries/accountant/owed.ts';
import { receivedPayments } from '#db/queries/accountant/payments.ts';
import { bookedSales } from '#db/queries/accountant/sales.ts';
import {
  type Posting,
  postingsOfCompensation,
  postingsOfExpiry,
  postingsOfPayment,
  postingsOfSale,
  postingsOfUse,
} from '#shared/domain/books/postings.ts';
import { type LineParts, partsOfSale } from '#shared/domain/books/sale-parts.ts';
import { addDays } from '#shared/domain/calendar/dates.ts';
import { tellFigure } from '#tests/support/figures.ts';
import {
  drawSale,
  fillLedger,
  type Ledger,
  ledger,
  meantSale,
  period,
} from '#tests/support/shop/random-ledger.ts';
import { type TempDatabase, tempDatabase } from '#tests/support/shop/temp-database.ts';

const runs = process.env['LANGGAN_FULL'] === '1' ? 1000 : 200;

/** Runs a property over random ledgers, each in the same shop and taken out of it again. */
async function withLedgers(check: (db: TempDatabase, book: Ledger) => Promise<void>) {
  const shop = await tempDatabase();
  await fc.assert(
    fc.asyncProperty(ledger, async (book) => {
      shop.raw.exec('SAVEPOINT ledger');
      try {
        fillLedger(shop.raw, book);
        await check(shop, book);
      } finally {
        shop.raw.exec('ROLLBACK TO ledger; RELEASE ledger');
      }
    }),
    { numRuns: runs },
  );
}

const isIn = (day: string) => day >= period.from && day <= period.to;
const total = (amounts: readonly number[]) => amounts.reduce((sum, amount) => sum + amount, 0);

/** What is owed on a day, from what was drawn: sales with their shipping, less returns, less payments. */
function owedFrom(book: Ledger, day: string): number {
  const sold = book.sales.map((drawn) => {
    const { isCounted, totalMinor, shippingMinor } = drawSale(drawn);
    const isOwed = drawn.isOnAccount && isCounted && drawn.day <= day;
    return isOwed ? totalMinor + shippingMinor : 0;
  });
  const paid = book.payments.map(({ day: on, amount, isGone }) =>
    !isGone && on <= day ? amount : 0,
  );
  return total(sold) - total(paid);
}

/** A discount where prices hold tax, without it. */
function withoutTax(off: number, rateE4: number): number {
  return off - Math.floor((off * rateE4) / (10_000 + rateE4) + 0.5);
}

/** What the period's counted sales gave off, from what was drawn. */
function discountFrom(drawn: Ledger['sales'][number]): number {
  const made = drawSale(drawn);
  if (made.kind === 'return') return 0;
  const holdsTax = drawn.taxMode === 'inclusive' && made.taxMinor !== 0;
  if (made.lines.length === 0) return holdsTax ? 0 : made.discountMinor;
  const offs = made.lines.map((line) => line.offMinor + line.amountMinor - line.leftMinor);
  if (drawn.taxMode !== 'inclusive') return total(offs);
  return total(offs.map((off, index) => withoutTax(off, drawn.lines[index]?.taxRateE4 ?? 0)));
}

test('the figures of a period are what its rows come to, to the minor unit', async () => {
  await withLedgers(async ({ db }, book) => {
    const figures = await periodFigures(db, period);
    const drawn = book.sales.filter(({ day }) => isIn(day));
    const counted = drawn.filter((one) => drawSale(one).isCounted);
    const made = counted.map(drawSale);
    const sum = (of: 'revenueMinor' | 'taxMinor', kind?: 'sale' | 'return') =>
      total(made.filter((one) => kind === undefined || one.kind === kind).map((one) => one[of]));
    const discounts = total(counted.map(discountFrom));
    const paid = book.payments.filter(({ day, isGone }) => isIn(day) && !isGone);
    const atOnce = counted.filter(({ isOnAccount }) => !isOnAccount).map(drawSale);
    const given = book.compensations.filter(({ givenOn }) => isIn(givenOn));
    const nameless = counted.filter(({ customer }) => customer === null).map(drawSale);
    const open = drawn.filter((one) => !drawSale(one).isCounted).map(drawSale);
    const received = atOnce.map((one) => one.revenueMinor + one.taxMinor);
    expect(figures).toMatchObject({
      lines: total(counted.map(({ lines, isReturn }) => (isReturn ? 0 : lines.length))),
      gross: {
        count: made.filter(({ kind }) => kind === 'sale').length,
        minor: sum('revenueMinor', 'sale') + discounts,
      },
      discounts: { minor: discounts },
      returns: {
        count: made.filter(({ kind }) => kind === 'return').length,
        minor: 0 - sum('revenueMinor', 'return'),
      },
      netMinor: sum('revenueMinor'),
      taxMinor: sum('taxMinor'),
      shippingMinor: total(made.map(({ shippingMinor }) => shippingMinor)),
      owedShippingMinor: total(
        counted.map((one) => (one.isOnAccount ? drawSale(one).shippingMinor : 0)),
      ),
      opening: { minor: owedFrom(book, addDays(period.from, -1)) },
      closing: { minor: owedFrom(book, period.to) },
      settled: { count: paid.length, minor: total(paid.map(({ amount }) => amount)) },
      received: {
        count: paid.length + received.filter((minor) => minor !== 0).length,
        minor: total(paid.map(({ amount }) => amount)) + total(received),
      },
      compensation: { count: given.length, minor: total(given.map(({ amount }) => amount)) },
      nameless: {
        count: nameless.length,
        minor: total(nameless.map(({ revenueMinor }) => revenueMinor)),
      },
      notCounted: { count: open.length, minor: total(open.map(({ totalMinor }) => totalMinor)) },
    });
    const { opening, netMinor, taxMinor, unexplainedMinor, owedShippingMinor } = figures;
    const brought = netMinor + taxMinor + unexplainedMinor + owedShippingMinor;
    expect(opening.minor + brought - figures.received.minor).toBe(figures.closing.minor);
  });
  tellFigure('R12', `${runs} random ledgers: every total as counted by hand`);
}, 240_000);

test('lines, payments and open items add up to the figures', async () => {
  await withLedgers(async ({ db }, book) => {
    const figures = await periodFigures(db, period);
    const [parts, returned]: [LineParts[], LineParts[]] = [[], []];
    for await (const sale of bookedSales(db, period)) {
      const { parts: its, rest } = partsOfSale(sale, sale.lines);
      const all = rest === null ? its : [...its, rest];
      expect(total(all.map((one) => one.netMinor))).toBe(sale.revenueMinor);
      expect(total(all.map((one) => one.taxMinor))).toBe(sale.taxMinor);
      (sale.kind === 'return' ? returned : parts).push(...all);
    }
    const sum = (of: keyof LineParts) => total(parts.map((one) => one[of]));
    const back = total(returned.map(({ netMinor }) => netMinor));
    expect([sum('grossMinor'), sum('discountMinor'), 0 - back, sum('netMinor') + back]).toEqual([
      figures.gross.minor,
      figures.discounts.minor,
      figures.returns.minor,
      figures.netMinor,
    ]);
    const payments = await Array.fromAsync(receivedPayments(db, period));
    expect([payments.length, total(payments.map(({ amountMinor }) => amountMinor))]).toEqual([
      figures.received.count,
      figures.received.minor,
    ]);
    for (const day of [addDays(period.from, -1), period.to]) {
      const items = await Array.fromAsync(openItems(db, day));
      expect(total(items.map(({ openMinor }) => openMinor))).toBe(owedFrom(book, day));
      expect(await owedOn(db, day)).toBe(owedFrom(book, day));
    }
    // What a sale is open with is its total and shipping less what names it, where no return is of it.
    for await (const { kind, id, openMinor } of openItems(db, period.to)) {
      const drawn = book.sales[id - 1];
      if (kind !== 'sale' || drawn === undefined) continue;
      const isTaken = book.sales.some((one) => one.isReturn);
      if (isTaken) continue;
      const settled = book.payments
        .filter(({ day, isGone }) => day <= period.to && !isGone)
        .flatMap(({ amount, parts: its }) =>
          its
            .filter(({ sale }) => meantSale(book, sale) === id)
            .map(({ share }) => Math.trunc(amount * share)),
        );
      const { totalMinor, shippingMinor } = drawSale(drawn);
      expect(openMinor).toBe(totalMinor + shippingMinor - total(settled));
    }
  });
}, 240_000);

test('every posting balances, and accounts move as owed, vouchers and what was received do', async () => {
  await withLedgers(async ({ db }) => {
    const figures = await periodFigures(db, period);
    const all: Posting[][] = [];
    for await (const sale of bookedSales(db, period)) {
      const { parts, rest } = partsOfSale(sale, sale.lines);
      all.push(postingsOfSale(sale, rest === null ? parts : [...parts, rest]));
    }
    for await (const one of receivedPayments(db, period))
      if (one.kind === 'payment') all.push(postingsOfPayment(one.amountMinor));
    for await (const one of givenWithin(db, period))
      all.push(postingsOfCompensation(one.kind, one.amountMinor));
    for await (const one of usedWithin(db, period))
      all.push(
        postingsOfUse(
          one.amountMinor,
          one.validUntil !== null && one.usedOn !== null && one.usedOn > one.validUntil,
        ),
      );
    for await (const one of expiredWithin(db, period)) all.push(postingsOfExpiry(one.amountMinor));
    for (const postings of all)
      expect(total(postings.map(({ amountMinor }) => amountMinor))).toBe(0);
    const moved = (account: Posting['account']) =>
      total(all.flat().map((one) => (one.account === account ? one.amountMinor : 0)));
    const vouchers = async (day: string) =>
      total((await Array.fromAsync(vouchersOn(db, day))).map(({ amountMinor }) => amountMinor));
    const before = await vouchers(addDays(period.from, -1));
    expect({
      receivable: moved('receivable'),
      tax: moved('tax'),
      shipping: moved('shipping'),
      unexplained: moved('unexplained'),
      sales: moved('sales'),
      vouchers: moved('vouchers'),
    }).toEqual({
      receivable: figures.closing.minor - figures.opening.minor,
      tax: 0 - figures.taxMinor,
      shipping: 0 - figures.owedShippingMinor,
      unexplained: 0 - figures.unexplainedMinor,
      sales: 0 - figures.gross.minor,
      vouchers: before - (await vouchers(period.to)),
    });
    expect(figures.vouchers.minor).toBe(await vouchers(period.to));
  });
}, 240_000);
