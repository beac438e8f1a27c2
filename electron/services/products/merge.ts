import type { ReadHandle } from '#db/file/client.ts';
import { openBatch } from '#db/history/journal.ts';
import { mergeProducts, policiesGivingWay, rowsReferringTo } from '#db/queries/products/merge.ts';
import { readProductFacts } from '#db/queries/products/read.ts';
import type { Output, Parsed } from '#shared/contract/index.ts';
import type { ProductFacts } from '#shared/contract/products/page.ts';
import { AppFailure, notFound } from '#shared/errors.ts';
import type { BatchId, ProductId } from '#shared/ids.ts';
import type { ReadContext, WriteContext } from '../../context.ts';

/**
 * What the kept one takes over where it has nothing, and where it stands. Not the code: sales without a
 * number are recognised again by it, and the spelling keeps its own.
 */
const takenOver = {
  category: 'category',
  unit: 'unit',
  priceMinor: 'price_minor',
  costMinor: 'cost_minor',
} as const satisfies Partial<Record<keyof ProductFacts, string>>;
type TakenOver = keyof typeof takenOver;

/** More rows than this would hold the window up once they are taken back, one by one. */
const mostMoved = 10_000;

async function requireFacts(db: ReadHandle, id: ProductId) {
  const stored = await readProductFacts(db, id);
  if (stored === null || stored.deletedAt !== null) throw notFound('product');
  return stored.facts;
}

type Facts = Awaited<ReturnType<typeof requireFacts>>;

function takesOver(kept: Facts, other: Facts): TakenOver[] {
  const fields = Object.keys(takenOver) as TakenOver[];
  return fields.filter((field) => kept[field] === null && other[field] !== null);
}

/** Two products side by side: what merging would move, and what would give way. */
export async function compareTwo(
  ctx: ReadContext,
  pair: Parsed<'products.compare'>,
): Promise<Output<'products.compare'>> {
  const [kept, other] = await Promise.all(
    [pair.keptId, pair.otherId].map(async (id) => ({
      id,
      facts: await requireFacts(ctx.db, id),
      rows: await rowsReferringTo(ctx.db, id),
    })),
  );
  if (kept === undefined || other === undefined) throw notFound('product');
  const givingWay = await policiesGivingWay(ctx.db, pair);
  return {
    kept,
    other,
    policiesGivingWay: givingWay.length,
    takesOver: takesOver(kept.facts, other.facts),
  };
}

/** Merges two spellings of one product; where too much would move, the other way round is told. */
export async function mergeTwo(
  ctx: WriteContext,
  pair: Parsed<'products.merge'>,
): Promise<Output<'products.merge'>> {
  const kept = await requireFacts(ctx.db, pair.keptId);
  const other = await requireFacts(ctx.db, pair.otherId);
  const rows = await rowsReferringTo(ctx.db, pair.otherId);
  if (rows.reduce((sum, { count }) => sum + count, 0) > mostMoved)
    throw new AppFailure({ code: 'CONFLICT', reason: 'merge-too-large' });
  const at = ctx.clock.instant();
  const label = `${other.name} → ${kept.name}`;
  const batchId = openBatch(ctx.raw, { kind: 'edit', label, at });
  const facts = takesOver(kept, other).map((field) => [takenOver[field], other[field]]);
  const moved = mergeProducts(ctx.raw, batchId, pair, {
    facts: Object.fromEntries(facts),
    givingWay: await policiesGivingWay(ctx.db, pair),
    at,
  });
  return { id: pair.keptId, batchId: batchId as BatchId, moved };
}
