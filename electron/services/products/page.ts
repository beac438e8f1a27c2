import { policyRowsOf } from '#db/queries/guarantee/read.ts';
import { readProduct } from '#db/queries/products/read.ts';
import type { Output, Parsed } from '#shared/contract/index.ts';
import type { ReadContext } from '../../context.ts';

/** One product with its guarantee. */
export async function productPage(
  ctx: ReadContext,
  { id }: Parsed<'products.get'>,
): Promise<Output<'products.get'>> {
  const product = await readProduct(ctx.db, id);
  return { ...product, policies: await policyRowsOf(ctx.db, id) };
}
