import { openBatch } from '#db/history/journal.ts';
import { areApart, deleteApart, insertApart, readApart } from '#db/queries/products/apart.ts';
import { readProductFacts } from '#db/queries/products/read.ts';
import type { Output, Parsed } from '#shared/contract/index.ts';
import { AppFailure, notFound } from '#shared/errors.ts';
import type { BatchId, ProductId } from '#shared/ids.ts';
import type { ReadContext, WriteContext } from '../../context.ts';

/** Pairs of products that are not the same, however alike they look. */
export async function listApart(
  ctx: ReadContext,
  { limit }: Parsed<'products.apart'>,
): Promise<Output<'products.apart'>> {
  const all = await readApart(ctx.db);
  return {
    pairs: all.slice(0, limit).map(({ id, productId, productName, otherId, otherName }) => ({
      id,
      product: { id: productId, name: productName },
      other: { id: otherId, name: otherName },
    })),
    count: all.length,
  };
}

async function requireName(ctx: WriteContext, id: ProductId): Promise<string> {
  const stored = await readProductFacts(ctx.db, id);
  if (stored === null || stored.deletedAt !== null) throw notFound('product');
  return stored.facts.name;
}

/** Fails with CONFLICT where they were told apart already. */
export async function tellTwoApart(
  ctx: WriteContext,
  pair: Parsed<'products.tellApart'>,
): Promise<Output<'products.tellApart'>> {
  const label = `${await requireName(ctx, pair.productId)} ≠ ${await requireName(ctx, pair.otherId)}`;
  if (await areApart(ctx.db, pair))
    throw new AppFailure({ code: 'CONFLICT', reason: 'changed-meanwhile' });
  const at = ctx.clock.instant();
  const batchId = openBatch(ctx.raw, { kind: 'create', label, at });
  const id = insertApart(ctx.raw, batchId, pair, at);
  return { id, batchId: batchId as BatchId };
}

export async function offerTwoAgain(
  ctx: WriteContext,
  { id }: Parsed<'products.offerAgain'>,
): Promise<Output<'products.offerAgain'>> {
  const pair = (await readApart(ctx.db)).find((one) => one.id === id);
  if (pair === undefined) throw notFound('product');
  const label = `${pair.productName}, ${pair.otherName}`;
  const batchId = openBatch(ctx.raw, { kind: 'delete', label, at: ctx.clock.instant() });
  deleteApart(ctx.raw, batchId, id);
  return { id, batchId: batchId as BatchId };
}
