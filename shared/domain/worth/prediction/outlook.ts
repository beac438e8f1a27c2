import { atLeast, chanceToBuyOf, expectedPurchasesOf } from '../models/cnbd.ts';
import { discountedValue, monthlyRate } from '../models/discount.ts';
import { drawAround } from '../models/laplace.ts';
import { structuralDeviation, totalRange } from '../models/mbg-nbd-range.ts';
import { seededRandom } from '../models/normal.ts';
import { type Backtest, type Choice, chooseMethod, totalDeviation } from './backtest.ts';
import { type CustomerSoFar, daysPerWeek, type PurchaseLedger, spanOn } from './ledger.ts';
import { expectation, type Outset, outsetOn } from './methods.ts';
import { countMoments, countRange, moneyRange } from './money-range.ts';
import { fitSpend, type SpendModel, spendOf } from './spend.ts';

/** Why there is nothing to predict. */
export type TooThin = 'nobody' | 'few-customers' | 'no-repeats' | 'short-history';

/** How much is known: a rough estimate of few, or one that the shop's own past was tried with. */
export type Grade = 'rough' | 'tried';

export type MoneyRange = { mean: number; low: number; high: number };

/** What a shop's customers will buy, and everything needed to say it of each of them. */
export type ShopOutlook = {
  outset: Outset;
  spend: SpendModel;
  grade: Grade;
  choice: Choice;
  /** Log-normal deviations that all customers share. */
  structural: number;
  parameters: number;
  /** How far is looked ahead: whole months, twelve at most and no more than the history has. */
  months: number;
  /** Hardly anybody can be seen to have left: the model then expects everybody to stay. */
  isLeavingUnseen: boolean;
};

/** What one customer will buy. Money in minor units. */
export type CustomerOutlook = {
  /** Of at least one purchase within three months, 0 to 1. */
  chance: number;
  /** Purchase days, with the middle 80 % of how many come. */
  purchases: MoneyRange;
  money: MoneyRange;
};

export const fewestCustomers = 5;
const fewestTried = 50;
const fewestGapsInSpan = 2;
const daysPerMonth = 365.25 / 12;
/** Three months, within which a customer's chance to buy is told. */
export const chanceDays = 3 * daysPerMonth;
const mostMonths = 12;
const longMonths = 36;
const yearlyDiscount = 0.1;
/** Half-width of 80 % of a normal distribution. */
const deviations80 = 1.2815515655446004;
const coverage = 0.8;
const drawsOfParameters = 60;
const customersPerDraw = 600;
/** Beyond, nobody leaves in the time that is seen. */
const leaveShareUnseen = 0.002;

/** Days of so many months. */
export function daysOf(months: number): number {
  return months * daysPerMonth;
}

/** Whether there is enough to predict from; null: there is. */
function tooThin({ customers, shopGap }: Outset, spanDays: number): TooThin | null {
  if (customers.length === 0) return 'nobody';
  if (customers.length < fewestCustomers) return 'few-customers';
  if (shopGap === null) return 'no-repeats';
  const isShort = spanDays < fewestGapsInSpan * shopGap * daysPerWeek || spanDays < daysPerMonth;
  return isShort ? 'short-history' : null;
}

/** Looks ahead from a day, by the method that the shop's own past speaks for. Null reasons: see `tooThin`. */
export function shopOutlook(
  ledger: PurchaseLedger,
  through: number,
  { tried, newFrom }: { readonly tried: Backtest; readonly newFrom: number },
): ShopOutlook | TooThin {
  const span = spanOn(ledger, through);
  if (span === null) return 'nobody';
  const spanDays = through - span.first;
  const months = Math.min(mostMonths, Math.floor(spanDays / daysPerMonth));
  const horizonDays = Math.round(daysOf(Math.max(1, months)));
  const outset = outsetOn(ledger, through, { horizonDays, newFrom });
  const thin = tooThin(outset, spanDays);
  if (thin !== null) return thin;
  const grade: Grade = outset.customers.length < fewestTried ? 'rough' : 'tried';
  const choice: Choice =
    grade === 'rough' ? { method: 'model', why: 'untried' } : chooseMethod(tried);
  const { a, b } = outset.fit.model;
  return {
    outset,
    spend: fitSpend(ledger, outset.customers),
    grade,
    choice,
    structural: Math.max(structuralDeviation, totalDeviation(tried, choice.method) ?? 0),
    parameters: choice.method === 'model' ? parameterDeviation(outset) : 0,
    months,
    isLeavingUnseen: a / (a + b) < leaveShareUnseen,
  };
}

/** By how much the total changes with parameters that are as likely, as a log-normal deviation. */
function parameterDeviation({ customers, horizonDays, fit }: Outset): number {
  const { model, covariance } = fit;
  const point = [model.r, model.alpha, model.a, model.b].map(Math.log);
  const step = Math.ceil(customers.length / customersPerDraw);
  const some = customers.filter((_, index) => index % step === 0);
  const weeks = horizonDays / daysPerWeek;
  const logs = drawAround(point, covariance, drawsOfParameters, seededRandom(1)).flatMap((draw) => {
    const [r = 1, alpha = 1, a = 1, b = 1] = draw.map(Math.exp);
    const drawn = { r, alpha, a, b, k: model.k };
    const total = some.reduce((sum, one) => sum + expectedPurchasesOf(drawn, one, weeks), 0);
    return total > 0 && Number.isFinite(total) ? [Math.log(total)] : [];
  });
  const mean = logs.reduce((sum, log) => sum + log, 0) / Math.max(1, logs.length);
  const square = logs.reduce((sum, log) => sum + (log - mean) ** 2, 0);
  return logs.length > 1 ? Math.sqrt(square / (logs.length - 1)) : 0;
}

/** Chances of at least 1, 2 … purchase days within so many days; a simple method's as if they came at random. */
export function countChances(
  { outset, choice }: ShopOutlook,
  customer: CustomerSoFar,
  days: number,
): number[] {
  if (choice.method === 'model')
    return atLeast(outset.fit.model, customer, days / daysPerWeek, mostPurchases);
  return poisson(expectation(choice.method, outset, days)(customer));
}

const mostPurchases = 10_000;

function poisson(mean: number): number[] {
  const chances: number[] = [];
  let logMass = -mean;
  let below = 0;
  for (let n = 1; n <= mostPurchases && mean > 0; n += 1) {
    below += Math.exp(logMass);
    logMass += Math.log(mean / n);
    const chance = Math.max(0, 1 - below);
    chances.push(chance);
    if (chance < 1e-12) break;
  }
  return chances;
}

/** What one customer will buy within the shop's horizon, with the middle 80 %. */
export function customerOutlook(shop: ShopOutlook, customer: CustomerSoFar): CustomerOutlook {
  const { outset, spend, structural, parameters } = shop;
  const each = spendOf(spend, customer.spending);
  const chances = countChances(shop, customer, outset.horizonDays);
  const { mean } = countMoments(chances);
  const shared = Math.hypot(structural, parameters);
  return {
    chance: chanceSoon(shop, customer),
    purchases: { mean, ...countRange(chances, coverage) },
    money: { mean: mean * each.expected, ...moneyRange(chances, each, { shared, coverage }) },
  };
}

/** What everybody together will buy within the shop's horizon: purchases and money, each with its range. */
export function totalOutlook(shop: ShopOutlook): {
  purchases: MoneyRange;
  money: MoneyRange;
  /** Expected money of each customer, in the customers' order. */
  expected: Float64Array;
} {
  const { outset, spend, structural, parameters } = shop;
  const counts: { mean: number; variance: number }[] = [];
  const sums: { mean: number; variance: number }[] = [];
  for (const customer of outset.customers) {
    const count = countMoments(countChances(shop, customer, outset.horizonDays));
    const each = spendOf(spend, customer.spending);
    counts.push(count);
    sums.push({
      mean: count.mean * each.expected,
      variance:
        count.mean * each.single +
        count.variance * each.expected ** 2 +
        (count.variance + count.mean ** 2) * each.mean,
    });
  }
  const shared = { structural, parameters };
  return {
    purchases: totalRange(counts, deviations80, shared),
    money: totalRange(sums, deviations80, shared),
    expected: Float64Array.from(sums, ({ mean }) => mean),
  };
}

/** How likely a purchase of one customer within three months is, 0 to 1. */
export function chanceSoon({ outset }: ShopOutlook, customer: CustomerSoFar): number {
  return chanceToBuyOf(outset.fit.model, customer, chanceDays / daysPerWeek);
}

/** How many of everybody will buy within three months, with its range: each by an own chance, and the errors all share. */
export function buyersSoon(shop: ShopOutlook): MoneyRange {
  const { structural, parameters } = shop;
  const { customers } = shop.outset;
  const each = customers.map((one) => {
    const mean = chanceSoon(shop, one);
    return { mean, variance: mean * (1 - mean) };
  });
  const { mean, low, high } = totalRange(each, deviations80, { structural, parameters });
  return { mean, low, high: Math.min(high, customers.length) };
}

/**
 * The same of one customer as money of today, 10 % a year less for each year that it comes later, over
 * twelve months and over 36; null over a time that is longer than the history.
 */
export function discountedOutlook(
  shop: ShopOutlook,
  customer: CustomerSoFar,
  historyDays: number,
): { twelve: MoneyRange | null; thirtySix: MoneyRange | null } {
  const each = spendOf(shop.spend, customer.spending);
  const shared = Math.hypot(shop.structural, shop.parameters);
  const chancesOf = (months: number) => countChances(shop, customer, daysOf(months));
  const over = (months: number): MoneyRange | null => {
    if (historyDays < daysOf(months)) return null;
    const until = (month: number) => countMoments(chancesOf(month)).mean;
    const rate = monthlyRate(yearlyDiscount);
    const mean = discountedValue(until, each.expected, { months, rate });
    const paid = until(months) * each.expected;
    const { low, high } = moneyRange(chancesOf(months), each, { shared, coverage });
    // What comes later counts less, by the same part at both ends.
    const part = paid > 0 ? mean / paid : 0;
    return { mean, low: low * part, high: high * part };
  };
  return { twelve: over(mostMonths), thirtySix: over(longMonths) };
}
