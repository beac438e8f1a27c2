import { buyersOf } from '#db/queries/products/buyers.ts';
import { listProducts } from '#db/queries/products/list.ts';
import type { Parsed } from '#shared/contract/index.ts';
import type { ReadContext } from '../../context.ts';
import { asReport } from '../../tasks/report.ts';
import { exportProducts } from '../exports/products.ts';
import { findDuplicates } from './duplicates.ts';
import { figuresOf } from './figures.ts';
import { pricesOf } from './prices.ts';

/** What the task process does for this area. */
export const productTasks = {
  'products.list': asReport((ctx: ReadContext, input: Parsed<'products.list'>) =>
    listProducts(ctx.db, { ...input, today: ctx.today }),
  ),
  'products.figures': asReport(figuresOf),
  'products.buyers': asReport((ctx: ReadContext, input: Parsed<'products.buyers'>) =>
    buyersOf(ctx.db, { ...input, today: ctx.today }),
  ),
  'products.history': asReport(pricesOf),
  'products.duplicates': asReport(findDuplicates),
  'products.export': exportProducts,
};
