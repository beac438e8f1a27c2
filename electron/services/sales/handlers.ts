import { findOffers, totalsOfDay } from '#db/queries/sales/entry.ts';
import type { Output, Parsed } from '#shared/contract/index.ts';
import { minorDigits } from '#shared/domain/currency.ts';
import { minorToE4 } from '#shared/domain/text/decimal.ts';
import type { ReadContext } from '../../context.ts';
import { cancelSale, deliverSale, removeSale, updateOne } from './change.ts';
import { createSale, numberOn } from './create.ts';
import { aroundSale, saleFactsOf } from './facts.ts';
import { giveBack } from './give-back.ts';

async function draftSale(
  ctx: ReadContext,
  input: Parsed<'sales.draft'>,
): Promise<Output<'sales.draft'>> {
  const totals = await totalsOfDay(ctx.db, input.soldOn);
  return {
    number: await numberOn(ctx, input.soldOn),
    count: totals.reduce((sum, { count }) => sum + count, 0),
    totalMinor: totals.reduce((sum, { totalMinor }) => sum + totalMinor, 0),
    shippingMinor: totals.reduce((sum, { shippingMinor }) => sum + shippingMinor, 0),
    methods: totals.map(({ method, isOnAccount, totalMinor }) => ({
      ...{ method, totalMinor },
      isOnAccount: isOnAccount === 1,
    })),
  };
}

async function offers(
  ctx: ReadContext,
  input: Parsed<'products.find'>,
): Promise<Output<'products.find'>> {
  const digits = minorDigits(ctx.settings.currency);
  const found = await findOffers(ctx.db, input.text, input.limit);
  return found.map(({ priceMinor, soldAtE4, ...offer }) => ({
    ...offer,
    unitPriceE4: priceMinor === null ? soldAtE4 : minorToE4(priceMinor, digits),
  }));
}

/** What main does for each channel of writing sales down. */
export const salesEntryHandlers = {
  'products.find': offers,
  'sales.draft': draftSale,
  'sales.facts': saleFactsOf,
  'sales.around': aroundSale,
  'sales.create': createSale,
  'sales.update': updateOne,
  'sales.cancel': cancelSale,
  'sales.deliver': deliverSale,
  'sales.return': giveBack,
  'sales.remove': removeSale,
};
