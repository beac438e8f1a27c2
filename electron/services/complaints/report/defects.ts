import { type Defect, defectsAround, unitsSold } from '#db/queries/complaints/report.ts';
import type { ComplaintReport } from '#shared/contract/complaints-report.ts';
import { addMonths, inclusiveMonths, monthOf } from '#shared/domain/calendar/dates.ts';
import { localDay } from '#shared/domain/calendar/zone-time.ts';
import { uChart } from '#shared/domain/complaints/control-chart.ts';
import type { ProductId } from '#shared/ids.ts';
import type { ReadContext } from '../../../context.ts';

const monthsShown = 12;
const productsShown = 5;
const e4 = 10_000;

/** Months from the one of a day to the one of a later day, both included. */
export function monthsFrom(from: string, to: string): string[] {
  const first = `${monthOf(from)}-01`;
  const count = Math.max(0, inclusiveMonths(from, to));
  return Array.from({ length: count }, (_, index) => monthOf(addMonths(first, index)));
}

interface Found {
  readonly id: number;
  readonly name: string;
  readonly defects: Defect[];
}

function worstProducts(defects: readonly Defect[]): Found[] {
  const found = new Map<number, Found>();
  for (const defect of defects) {
    const { productId: id, product: name } = defect;
    const known = found.get(id);
    if (known === undefined) found.set(id, { id, name, defects: [defect] });
    else known.defects.push(defect);
  }
  return [...found.values()]
    .sort((a, b) => b.defects.length - a.defects.length || a.id - b.id)
    .slice(0, productsShown);
}

/** One month of one product: ten-thousandths of units sold, and what was wrong with them. */
interface Counted {
  readonly month: string;
  readonly e4: number;
  readonly defects: number;
  readonly claims: number;
}

/** The months with their rates and the limits beside them, and what they add up to. */
function monthly(counted: readonly Counted[]) {
  const chart = uChart(counted.map((row) => ({ defects: row.defects, units: row.e4 / e4 / 100 })));
  return {
    sold: counted.reduce((sum, row) => sum + row.e4, 0) / e4,
    claims: counted.reduce((sum, row) => sum + row.claims, 0),
    per100: chart.centre,
    months: counted.map((row, index) => {
      const point = chart.points[index];
      return {
        month: row.month,
        sold: row.e4 / e4,
        defects: row.defects,
        claims: row.claims,
        per100: point?.rate ?? null,
        upper: point?.upper ?? null,
        lower: point?.lower ?? null,
        isOut: point?.isOut ?? false,
      };
    }),
  };
}

/**
 * Defects per 100 units sold, of the five products with most of them, for the twelve months up to
 * the month of `to` (that month up to `to`). A defect is a customer's complaint about the product, or
 * a guarantee claim without a complaint; it counts in the local month it was reported in, whenever
 * the unit was sold. Limits are a u-chart's, with hundreds of units sold as the unit.
 */
export async function defectsPer100(
  ctx: ReadContext,
  to: string,
): Promise<ComplaintReport['defects']> {
  const from = addMonths(`${monthOf(to)}-01`, 1 - monthsShown);
  const months = monthsFrom(from, to);
  const dayOf = (defect: Defect) => localDay(defect.at, ctx.settings.timeZone);
  const inSpan = (await defectsAround(ctx.db, from, to)).filter((defect) => {
    const day = dayOf(defect);
    return day >= from && day <= to;
  });
  const worst = worstProducts(inSpan);
  const ids = worst.map((product) => product.id);
  const sold = new Map(
    (await unitsSold(ctx.db, ids, from, to < ctx.today ? to : ctx.today)).map((row) => [
      `${row.productId} ${row.month}`,
      row.quantityE4,
    ]),
  );
  return worst.map(({ id, name, defects }) => ({
    productId: id as ProductId,
    product: name,
    defects: defects.length,
    ...monthly(
      months.map((month) => {
        const ofMonth = defects.filter((defect) => monthOf(dayOf(defect)) === month);
        const claims = ofMonth.filter((defect) => defect.isClaim === 1).length;
        return { month, e4: sold.get(`${id} ${month}`) ?? 0, defects: ofMonth.length, claims };
      }),
    ),
  }));
}
