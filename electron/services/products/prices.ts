import { type PriceChange, priceChanges, soldByMonth } from '#db/queries/products/history.ts';
import { readProduct } from '#db/queries/products/read.ts';
import type { Output, Parsed } from '#shared/contract/index.ts';
import { E4 } from '#shared/domain/text/decimal.ts';
import type { ReadContext } from '../../context.ts';

type Set = Output<'products.history'>['set'][number];

/** Price and cost as they stood from each change on; a change that leaves both as they were says nothing. */
function stepsOf(first: Set, changes: readonly PriceChange[]): Set[] {
  const steps = [first];
  for (const { at, priceAfter, costAfter, isImported, isMade } of changes) {
    const last = steps.at(-1) ?? first;
    if (isMade === 1 || (last.priceMinor === priceAfter && last.costMinor === costAfter)) continue;
    const isFromFile = isImported === 1;
    steps.push({ at, priceMinor: priceAfter, costMinor: costAfter, isImported: isFromFile });
  }
  return steps;
}

/** What a product's price and cost were, and what it was really sold for, month by month. */
export async function pricesOf(
  ctx: ReadContext,
  { id }: Parsed<'products.history'>,
): Promise<Output<'products.history'>> {
  const { facts, createdAt, importId } = await readProduct(ctx.db, id);
  const changes = await priceChanges(ctx.db, id);
  const [oldest] = changes;
  const wasMade = oldest?.isMade === 1;
  const first = {
    at: createdAt,
    priceMinor:
      oldest === undefined ? facts.priceMinor : wasMade ? oldest.priceAfter : oldest.priceBefore,
    costMinor:
      oldest === undefined ? facts.costMinor : wasMade ? oldest.costAfter : oldest.costBefore,
    isImported: importId !== null,
  };
  const months = await soldByMonth(ctx.db, id, ctx.today);
  return {
    set: stepsOf(first, changes),
    months: months.map(({ month, soldE4, soldMinor, low, high }) => ({
      month,
      soldE4,
      averageMinor: Math.round((soldMinor * E4) / soldE4),
      lowMinor: Math.round(low),
      highMinor: Math.round(high),
    })),
  };
}
