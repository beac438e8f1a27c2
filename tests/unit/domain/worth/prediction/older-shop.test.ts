import { describe, expect, it } from 'vitest';
import { dayNumber } from '#shared/domain/calendar/dates.ts';
import { backtest } from '#shared/domain/worth/prediction/backtest.ts';
import { boughtBetween } from '#shared/domain/worth/prediction/ledger.ts';
import { everybodyIsNew } from '#shared/domain/worth/prediction/methods.ts';
import { shopOutlook, totalOutlook } from '#shared/domain/worth/prediction/outlook.ts';
import { beginningOf } from '#shared/domain/worth/retention/beginning.ts';
import { cdnowCustomers, ledgerOf } from '#tests/support/worth/ledgers.ts';

const customers = cdnowCustomers('paid-days');
const first = dayNumber('1997-07-01');
const through = dayNumber('1997-12-31');
/** The last day of the file. */
const end = dayNumber('1998-06-30');

/** What is expected of CDNOW as read from July on, when all its customers had been there for months. */
function expectedOf(newFrom: number) {
  const known = (customers ?? []).map((days) => days.filter(([day]) => day >= first));
  const ledger = ledgerOf(known.filter((days) => days.length > 0));
  const made = shopOutlook(ledger, through, { tried: backtest(ledger, through, newFrom), newFrom });
  if (typeof made === 'string') throw new Error(made);
  const came = made.outset.customers.reduce(
    (sum, { place }) => sum + boughtBetween(ledger, place, through, end).purchases,
    0,
  );
  return { ledger, came, made, purchases: totalOutlook(made).purchases };
}

describe.skipIf(customers === null)('a shop that is older than its records', () => {
  it('is expected too much of where everybody is taken for new', () => {
    const { came, purchases } = expectedOf(everybodyIsNew);
    expect(purchases.mean / came).toBeGreaterThan(1.3);
    expect(came).toBeLessThan(purchases.low);
  });

  it('is expected about what came, once it is said since when the records are complete', () => {
    const { ledger } = expectedOf(everybodyIsNew);
    const said = beginningOf(ledger, through, { kind: 'complete', day: first });
    const { came, made, purchases } = expectedOf(said?.countedFrom ?? first);
    expect(made.outset.leftOut).toBe(said?.before);
    expect(made.outset.leftOut).toBeGreaterThan(300);
    expect(Math.abs(purchases.mean / came - 1)).toBeLessThan(0.15);
    expect(came).toBeGreaterThan(purchases.low);
    expect(came).toBeLessThan(purchases.high);
  });
});
