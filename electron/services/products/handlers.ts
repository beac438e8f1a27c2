import { summarizeProducts } from '#db/queries/products/list.ts';
import type { Parsed } from '#shared/contract/index.ts';
import type { ReadContext } from '../../context.ts';
import { listApart, offerTwoAgain, tellTwoApart } from './apart.ts';
import { createOne, removeOne, updateOne } from './change.ts';
import { compareTwo, mergeTwo } from './merge.ts';
import { productPage } from './page.ts';

/** What main does for each channel of this area that it serves itself. */
export const productHandlers = {
  'products.summary': (ctx: ReadContext, input: Parsed<'products.summary'>) =>
    summarizeProducts(ctx.db, input.filter),
  'products.get': productPage,
  'products.create': createOne,
  'products.update': updateOne,
  'products.remove': removeOne,
  'products.compare': compareTwo,
  'products.apart': listApart,
  'products.tellApart': tellTwoApart,
  'products.offerAgain': offerTwoAgain,
  'products.merge': mergeTwo,
};
