import { readLedger } from '#db/queries/insights-ledger.ts';
import { dayNumber } from '#shared/domain/calendar/dates.ts';
import { chanceToBuyOf } from '#shared/domain/worth/models/cnbd.ts';
import { type Backtest, backtest } from '#shared/domain/worth/prediction/backtest.ts';
import {
  daysPerWeek,
  type PurchaseLedger,
  spanOn,
} from '#shared/domain/worth/prediction/ledger.ts';
import {
  type CustomerOutlook,
  chanceDays,
  customerOutlook,
  type MoneyRange,
  type ShopOutlook,
  shopOutlook,
  type TooThin,
  totalOutlook,
} from '#shared/domain/worth/prediction/outlook.ts';
import type { TaskContext } from '../../../context.ts';
import { keptOrMade } from '../kept.ts';

/** Changes with what is kept of an outlook, so that one of an earlier version of the app is made again. */
const format = 1;
const topShown = 10;

/** What a shop's outlook is without its customers: enough to look at any of them again. */
export type Basis = Omit<ShopOutlook, 'outset'> &
  Pick<ShopOutlook['outset'], 'shopGap' | 'horizonDays'> & {
    model: ShopOutlook['outset']['fit']['model'];
  };

/** Everything that was made of the sales up to a day. */
export interface MadeOutlook {
  readonly customers: number;
  /** Day numbers; null where nobody bought. */
  readonly span: { readonly first: number; readonly last: number } | null;
  readonly tried: Backtest;
  readonly made: TooThin | Made;
}

interface Made {
  readonly basis: Basis;
  readonly purchases: MoneyRange;
  readonly money: MoneyRange;
  readonly buyersSoon: number;
  readonly top: readonly ({ readonly id: number } & CustomerOutlook)[];
  /** What is expected of everybody, in whole minor units, the most first. */
  readonly expected: readonly number[];
}

function basisOf({ outset, ...rest }: ShopOutlook): Basis {
  const { shopGap, horizonDays, fit } = outset;
  return { ...rest, shopGap, horizonDays, model: fit.model };
}

function madeOf(shop: ShopOutlook): Made {
  const { customers, fit } = shop.outset;
  const { purchases, money, expected } = totalOutlook(shop);
  const soon = chanceDays / daysPerWeek;
  const order = Array.from(expected, (_, index) => index).sort(
    (one, other) => (expected[other] ?? 0) - (expected[one] ?? 0),
  );
  return {
    basis: basisOf(shop),
    purchases,
    money,
    buyersSoon: customers.reduce((sum, one) => sum + chanceToBuyOf(fit.model, one, soon), 0),
    top: order.slice(0, topShown).flatMap((index) => {
      const customer = customers[index];
      return customer === undefined
        ? []
        : [{ id: customer.id, ...customerOutlook(shop, customer) }];
    }),
    expected: order.map((index) => Math.round(expected[index] ?? 0)),
  };
}

/** Makes the outlook from a ledger; `onStep` is told how far it is. */
export function makeOutlook(
  ledger: PurchaseLedger,
  through: string,
  onStep: (done: number, of: number) => void = () => undefined,
): MadeOutlook {
  const day = dayNumber(through);
  const tried = backtest(ledger, day, (done, of) => onStep(done, of + 1));
  const shop = shopOutlook(ledger, day, tried);
  const made = typeof shop === 'string' ? shop : madeOf(shop);
  return { customers: ledger.ids.length, span: spanOn(ledger, day), tried, made };
}

/** What was made of the same sales before, or is made now and kept. */
export function outlookOn(ctx: TaskContext, through: string): Promise<MadeOutlook> {
  const { raw } = ctx.open();
  return keptOrMade(ctx, `outlook${format}:${through}`, () =>
    makeOutlook(readLedger(raw, through), through, (done, of) => ctx.progress('figures', done, of)),
  );
}
