import { readLedger } from '#db/queries/insights-ledger.ts';
import { dayNumber } from '#shared/domain/calendar/dates.ts';
import { type Backtest, backtest } from '#shared/domain/worth/prediction/backtest.ts';
import { type PurchaseLedger, spanOn } from '#shared/domain/worth/prediction/ledger.ts';
import { everybodyIsNew } from '#shared/domain/worth/prediction/methods.ts';
import {
  buyersSoon,
  type CustomerOutlook,
  chanceSoon,
  customerOutlook,
  type MoneyRange,
  type ShopOutlook,
  shopOutlook,
  type TooThin,
  totalOutlook,
} from '#shared/domain/worth/prediction/outlook.ts';
import { beginningOf, type StatedBeginning } from '#shared/domain/worth/retention/beginning.ts';
import type { TaskContext } from '../../../context.ts';
import { keptOrMade, statedBeginning } from '../kept.ts';

/** Changes with what is kept of an outlook, so that one of an earlier version of the app is made again. */
const format = 4;
const topShown = 10;

/** What a shop's outlook is without its customers: enough to look at any of them again. */
export type Basis = Omit<ShopOutlook, 'outset'> &
  Pick<ShopOutlook['outset'], 'shopGap' | 'horizonDays' | 'leftOut'> & {
    model: ShopOutlook['outset']['fit']['model'];
  };

/** Everything that was made of the sales up to a day. */
export interface MadeOutlook {
  readonly customers: number;
  /** Day numbers; null where nobody bought. */
  readonly span: { readonly first: number; readonly last: number } | null;
  readonly tried: Backtest;
  /** From when on who first bought is new; null: everybody is. */
  readonly countedFrom: number | null;
  readonly made: TooThin | Made;
}

interface Made {
  readonly basis: Basis;
  readonly purchases: MoneyRange;
  readonly money: MoneyRange;
  readonly buyersSoon: MoneyRange;
  readonly top: readonly ({ readonly id: number } & CustomerOutlook)[];
  /** What is expected of everybody, in whole minor units, the most first. */
  readonly expected: readonly number[];
  /** Who they are in that order, and how likely a purchase of theirs within three months is. */
  readonly ids: readonly number[];
  readonly chances: readonly number[];
}

function basisOf({ outset, ...rest }: ShopOutlook): Basis {
  const { shopGap, horizonDays, leftOut, fit } = outset;
  return { ...rest, shopGap, horizonDays, leftOut, model: fit.model };
}

/** To a millionth: it is kept for everybody. */
function roundedChance(chance: number): number {
  return Math.round(chance * 1e6) / 1e6;
}

function madeOf(shop: ShopOutlook): Made {
  const { customers } = shop.outset;
  const { purchases, money, expected } = totalOutlook(shop);
  const order = Array.from(expected, (_, index) => index).sort(
    (one, other) => (expected[other] ?? 0) - (expected[one] ?? 0),
  );
  return {
    basis: basisOf(shop),
    purchases,
    money,
    buyersSoon: buyersSoon(shop),
    top: order.slice(0, topShown).flatMap((index) => {
      const customer = customers[index];
      return customer === undefined
        ? []
        : [{ id: customer.id, ...customerOutlook(shop, customer) }];
    }),
    expected: order.map((index) => Math.round(expected[index] ?? 0)),
    ids: order.map((index) => customers[index]?.id ?? 0),
    chances: order.map((index) => {
      const customer = customers[index];
      return customer === undefined ? 0 : roundedChance(chanceSoon(shop, customer));
    }),
  };
}

/** What an outlook is made from. */
interface Known {
  readonly through: string;
  readonly stated: StatedBeginning;
}

/** Makes the outlook from a ledger; `onStep` is told how far it is. */
export function makeOutlook(
  ledger: PurchaseLedger,
  { through, stated }: Known,
  onStep: (done: number, of: number) => void = () => undefined,
): MadeOutlook {
  const day = dayNumber(through);
  const { countedFrom = day, isPiledUp, isStated } = beginningOf(ledger, day, stated) ?? {};
  const isCut = isPiledUp === true || isStated === true;
  const newFrom = isCut ? countedFrom : everybodyIsNew;
  const tried = backtest(ledger, day, newFrom, (done, of) => onStep(done, of + 1));
  const shop = shopOutlook(ledger, day, { tried, newFrom });
  return {
    ...{ customers: ledger.ids.length, span: spanOn(ledger, day), tried },
    countedFrom: isCut ? countedFrom : null,
    made: typeof shop === 'string' ? shop : madeOf(shop),
  };
}

/** What was made of the same sales before, or is made now and kept. */
export async function outlookOn(ctx: TaskContext, through: string): Promise<MadeOutlook> {
  const { raw } = ctx.open();
  const { key, stated } = await statedBeginning(ctx);
  return keptOrMade(ctx, `outlook${format}:${key}:${through}`, () =>
    makeOutlook(readLedger(raw, through), { through, stated }, (done, of) =>
      ctx.progress('figures', done, of),
    ),
  );
}
