import { comparableProducts } from '#db/queries/products/read.ts';
import type { Output, Parsed } from '#shared/contract/index.ts';
import type { ReadContext } from '../../context.ts';
import { findAlike } from './alike.ts';

/** Products that may be two spellings of one. */
export async function findDuplicates(
  ctx: ReadContext,
  { limit }: Parsed<'products.duplicates'>,
): Promise<Output<'products.duplicates'>> {
  const pairs = findAlike(await comparableProducts(ctx.db));
  return { pairs: pairs.slice(0, limit), count: pairs.length };
}
