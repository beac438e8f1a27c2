import { customersById } from '#db/queries/insights.ts';
import { namedRevenue, readLedger } from '#db/queries/insights-ledger.ts';
import type { Output, Parsed } from '#shared/contract/index.ts';
import { dayNumber, isoFromDay } from '#shared/domain/calendar/dates.ts';
import type { ForecastErrors } from '#shared/domain/worth/prediction/forecast-errors.ts';
import { customersOn } from '#shared/domain/worth/prediction/ledger.ts';
import {
  customerOutlook,
  discountedOutlook,
  fewestCustomers,
  type ShopOutlook,
} from '#shared/domain/worth/prediction/outlook.ts';
import type { TaskContext } from '../../../context.ts';
import { lookedFromDay } from '../kept.ts';
import { type Basis, type MadeOutlook, outlookOn } from './made-outlook.ts';

function shownBasis({ made, countedFrom }: MadeOutlook): Output<'insights.predicted'>['basis'] {
  if (typeof made === 'string') return { kind: 'thin', reason: made, needs: fewestCustomers };
  const { months, grade, choice, model, isLeavingUnseen, leftOut } = made.basis;
  return {
    kind: 'predicted',
    months,
    grade,
    ...choice,
    regularity: model.k,
    isLeavingUnseen,
    leftOut,
    countedFrom: countedFrom === null ? null : isoFromDay(countedFrom),
  };
}

function shownWhen({ span, customers }: MadeOutlook, through: string) {
  return { through, firstOn: span === null ? null : isoFromDay(span.first), customers };
}

/** What the customers will buy, together and the best of them. */
export async function shopPredicted(
  ctx: TaskContext,
  { on }: Parsed<'insights.predicted'>,
): Promise<Output<'insights.predicted'>> {
  const through = await lookedFromDay(ctx, on);
  const outlook = await outlookOn(ctx, through);
  const { made } = outlook;
  const { raw, db } = ctx.open();
  const shown = {
    ...shownWhen(outlook, through),
    historicMinor: namedRevenue(raw, through),
    basis: shownBasis(outlook),
  };
  if (typeof made === 'string') return { ...shown, total: null, top: [] };
  const { purchases, money, buyersSoon, top } = made;
  const people = await customersById(
    db,
    top.map(({ id }) => id),
    through,
  );
  return {
    ...shown,
    total: { purchases, money, buyersSoon },
    top: top.flatMap(({ id, chance, money: expected }) => {
      const person = people.get(id);
      return person === undefined ? [] : [{ ...person, chance, money: expected }];
    }),
  };
}

/** A shop's outlook with one customer in it. */
function withOne(
  { model, shopGap, horizonDays, leftOut, ...rest }: Basis,
  ledger: ReturnType<typeof readLedger>,
  through: number,
): ShopOutlook {
  const customers = customersOn(ledger, through);
  const fit = { model, covariance: null };
  return { ...rest, outset: { ledger, customers, through, horizonDays, fit, leftOut, shopGap } };
}

/** Place among sorted amounts, the most first: how many are above, and one. */
function rankIn(expected: readonly number[], amount: number): number {
  let low = 0;
  let high = expected.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if ((expected[middle] ?? 0) > amount) low = middle + 1;
    else high = middle;
  }
  return low + 1;
}

/** What one customer will buy. */
export async function oneOutlook(
  ctx: TaskContext,
  { customerId, on }: Parsed<'insights.outlook'>,
): Promise<Output<'insights.outlook'>> {
  const through = await lookedFromDay(ctx, on);
  const made = await outlookOn(ctx, through);
  const shown = { ...shownWhen(made, through), basis: shownBasis(made) };
  if (typeof made.made === 'string') return { ...shown, outlook: null };
  const { basis, expected } = made.made;
  const day = dayNumber(through);
  const shop = withOne(basis, readLedger(ctx.open().raw, through, customerId), day);
  const customer = shop.outset.customers[0];
  if (customer === undefined) return { ...shown, outlook: null };
  const { chance, purchases, money } = customerOutlook(shop, customer);
  const history = made.span === null ? 0 : day - made.span.first;
  const { twelve, thirtySix } = discountedOutlook(shop, customer, history);
  return {
    ...shown,
    outlook: {
      chance,
      purchases,
      money,
      rank: rankIn(expected, Math.round(money.mean)),
      discounted: { twelveMonths: twelve, thirtySixMonths: thirtySix },
    },
  };
}

function shownErrors({ customers: _, ...errors }: ForecastErrors) {
  return errors;
}

/** The shop's own past, predicted and compared. */
export async function shopBacktest(
  ctx: TaskContext,
  { on }: Parsed<'insights.backtest'>,
): Promise<Output<'insights.backtest'>> {
  const through = await lookedFromDay(ctx, on);
  const made = await outlookOn(ctx, through);
  const { horizonDays, tried, all, origins } = made.tried;
  return {
    ...shownWhen(made, through),
    basis: shownBasis(made),
    horizonDays,
    tried,
    all,
    origins: origins.map(({ day, through: until, customers, results }) => ({
      on: isoFromDay(day),
      through: isoFromDay(until),
      customers,
      results: results.map(({ method, purchases, money }) => ({
        method,
        purchases: shownErrors(purchases),
        money: shownErrors(money),
      })),
    })),
  };
}
