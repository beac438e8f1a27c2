import { readApart } from '#db/queries/products/apart.ts';
import { comparableProducts } from '#db/queries/products/read.ts';
import type { Output, Parsed } from '#shared/contract/index.ts';
import type { ReadContext } from '../../context.ts';
import { findAlike } from './alike.ts';

/** Products that may be two spellings of one, but for those that were said not to be. */
export async function findDuplicates(
  ctx: ReadContext,
  { limit }: Parsed<'products.duplicates'>,
): Promise<Output<'products.duplicates'>> {
  const apart = await readApart(ctx.db);
  const pairs = findAlike(await comparableProducts(ctx.db), apart);
  return { pairs: pairs.slice(0, limit), count: pairs.length };
}
