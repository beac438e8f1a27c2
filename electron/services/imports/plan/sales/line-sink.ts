import { changeInsert, plannedInsert, plannedLines } from '#db/staging/plan.ts';
import type { Staging } from '#db/staging/staging.ts';
import type { LineSink } from './sale-lines.ts';
import type { KnownLine } from './slot.ts';

function lineValues(line: KnownLine) {
  return {
    product_id: line.productId,
    quantity_e4: line.quantityE4,
    unit_price_e4: line.unitPriceE4,
    discount_minor: line.discountMinor,
    amount_minor: line.amountMinor,
  };
}

/** Sends planned lines into the staging database. */
export function lineSink(staging: Staging): LineSink {
  const change = changeInsert(staging);
  const insert = plannedInsert(staging, 'sale_lines');
  const planned = plannedLines(staging);
  return {
    add: (saleId, line) =>
      insert({ id: line.id, sale_id: saleId, position: line.position, ...lineValues(line) }),
    planned: (saleId) =>
      planned.ofSale(saleId).map((row) => ({
        id: row.id,
        isStored: false,
        position: row.position,
        productId: row.product_id,
        quantityE4: row.quantity_e4,
        unitPriceE4: row.unit_price_e4,
        discountMinor: row.discount_minor,
        amountMinor: row.amount_minor,
      })),
    changePlanned: (line) => planned.update(line.id, lineValues(line)),
    changeStored: (before, after) => {
      const [old, now] = [lineValues(before), lineValues(after)];
      const keys = (Object.keys(now) as (keyof typeof now)[]).filter(
        (key) => old[key] !== now[key],
      );
      const pick = (from: typeof now) => Object.fromEntries(keys.map((key) => [key, from[key]]));
      change({
        entity: 'sale_lines',
        id: after.id,
        ownerId: null,
        before: pick(old),
        after: pick(now),
      });
    },
  };
}
