import { defectsAround, unitsSold } from '#db/queries/complaints/report.ts';
import { readProductFacts, soldOf } from '#db/queries/products/read.ts';
import type { Output, Parsed } from '#shared/contract/index.ts';
import { addMonths, monthOf } from '#shared/domain/calendar/dates.ts';
import { localDay } from '#shared/domain/calendar/zone-time.ts';
import { uChart } from '#shared/domain/complaints/control-chart.ts';
import { E4 } from '#shared/domain/text/decimal.ts';
import { notFound } from '#shared/errors.ts';
import type { ProductId } from '#shared/ids.ts';
import type { ReadContext } from '../../context.ts';

/** As many months as the complaint report looks back. */
const monthsBack = 12;

/** What was wrong with it in the twelve months up to today's, as the complaint report counts them. */
async function complaintsAbout(ctx: ReadContext, id: ProductId) {
  const from = addMonths(`${monthOf(ctx.today)}-01`, 1 - monthsBack);
  const found = await defectsAround(ctx.db, from, ctx.today);
  const defects = found.filter(({ productId, at }) => {
    const day = localDay(at, ctx.settings.timeZone);
    return productId === id && day >= from && day <= ctx.today;
  }).length;
  const sold = await unitsSold(ctx.db, [id], from, ctx.today);
  const soldE4 = sold.reduce((sum, { quantityE4 }) => sum + quantityE4, 0);
  const { centre } = uChart([{ defects, units: soldE4 / E4 / 100 }]);
  return { from, defects, soldE4, per100: centre };
}

/** What was sold of one product, what came back, what it left over, and what was wrong with it. */
export async function figuresOf(
  ctx: ReadContext,
  { id }: Parsed<'products.figures'>,
): Promise<Output<'products.figures'>> {
  const stored = await readProductFacts(ctx.db, id);
  if (stored === null) throw notFound('product');
  const sums = await soldOf(ctx.db, id, ctx.today);
  const { soldE4, returnedE4, soldMinor, returnedMinor } = sums;
  const revenueMinor = soldMinor - returnedMinor;
  const { costMinor } = stored.facts;
  const kept = (soldE4 - returnedE4) / E4;
  return {
    ...sums,
    revenueMinor,
    averageMinor: soldE4 > 0 ? Math.round((soldMinor * E4) / soldE4) : null,
    profitMinor: costMinor === null ? null : Math.round(revenueMinor - costMinor * kept),
    complaints: await complaintsAbout(ctx, id),
  };
}
