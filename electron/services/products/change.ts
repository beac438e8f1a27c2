import { openBatch } from '#db/history/journal.ts';
import { readProductFacts, salesNaming } from '#db/queries/products/read.ts';
import {
  insertProduct,
  productsLike,
  trashProduct,
  updateProduct,
} from '#db/queries/products/write.ts';
import type { Output, Parsed } from '#shared/contract/index.ts';
import type { ProductFacts } from '#shared/contract/products/page.ts';
import { nameKey } from '#shared/domain/text/names.ts';
import { AppFailure, type FieldIssue, notFound } from '#shared/errors.ts';
import type { BatchId, ProductId } from '#shared/ids.ts';
import type { WriteContext } from '../../context.ts';

/** A product is recognised by its name or its code: neither may be another's. */
async function checkFacts(ctx: WriteContext, facts: ProductFacts, self: ProductId | null) {
  const issues: FieldIssue[] = [];
  if (nameKey(facts.name) === '') issues.push({ path: 'name', problem: 'product-name' });
  const taken = await productsLike(ctx.db, facts, self);
  if (taken.name) issues.push({ path: 'name', problem: 'product-name-taken' });
  if (taken.sku) issues.push({ path: 'sku', problem: 'product-code-taken' });
  if (issues.length > 0) throw new AppFailure({ code: 'VALIDATION', issues });
}

/** The facts of a product that is not in the trash. */
async function requireFacts(ctx: WriteContext, id: ProductId) {
  const stored = await readProductFacts(ctx.db, id);
  if (stored === null || stored.deletedAt !== null) throw notFound('product');
  return stored.facts;
}

export async function createOne(
  ctx: WriteContext,
  facts: Parsed<'products.create'>,
): Promise<Output<'products.create'>> {
  await checkFacts(ctx, facts, null);
  const at = ctx.clock.instant();
  const batchId = openBatch(ctx.raw, { kind: 'create', label: facts.name, at });
  const id = insertProduct(ctx.raw, batchId, facts, at);
  return { id: id as ProductId, batchId: batchId as BatchId };
}

/** Fails with CONFLICT when the stored facts are no longer those the form was filled from. */
export async function updateOne(
  ctx: WriteContext,
  { id, facts, expected }: Parsed<'products.update'>,
): Promise<Output<'products.update'>> {
  const stored = await requireFacts(ctx, id);
  const keys = Object.keys(stored) as (keyof ProductFacts)[];
  // An import may have stored spaces that the form's come without.
  const plain = (value: unknown) => (typeof value === 'string' ? value.trim() : value);
  if (keys.some((key) => plain(stored[key]) !== plain(expected[key])))
    throw new AppFailure({ code: 'CONFLICT', reason: 'changed-meanwhile' });
  await checkFacts(ctx, facts, id);
  const at = ctx.clock.instant();
  const batchId = openBatch(ctx.raw, { kind: 'edit', label: facts.name, at });
  updateProduct(ctx.raw, batchId, id, facts);
  return { id, batchId: batchId as BatchId };
}

export async function removeOne(
  ctx: WriteContext,
  { id }: Parsed<'products.remove'>,
): Promise<Output<'products.remove'>> {
  const { name } = await requireFacts(ctx, id);
  const at = ctx.clock.instant();
  const batchId = openBatch(ctx.raw, { kind: 'delete', label: name, at });
  trashProduct(ctx.raw, batchId, id, at);
  return { id, batchId: batchId as BatchId, sales: await salesNaming(ctx.db, id) };
}
