import { z } from 'zod';

export const figureSort = z.enum([
  'name',
  'lastPurchase',
  'purchases',
  'revenue',
  'activeRevenue',
  'clv',
  'points',
]);
export type FigureSort = z.infer<typeof figureSort>;
/** By a figure of theirs, or by what a field that the owner made holds: `own.` and its id. */
export const customerSort = z.union([figureSort, z.templateLiteral(['own.', z.int().positive()])]);
export type CustomerSort = z.infer<typeof customerSort>;

/** The field that an order goes by; null: it goes by a figure. */
export function ownSortOf(sort: CustomerSort): number | null {
  return sort.startsWith('own.') ? Number(sort.slice(4)) : null;
}

export const customerOrder = z.strictObject({
  sort: customerSort.default('activeRevenue'),
  descending: z.boolean().default(true),
});

/** Where the next page starts: the sort value and id of the last row of the page before. */
export const customerCursor = z.strictObject({
  value: z.union([z.string(), z.number(), z.null()]),
  id: z.int().nonnegative(),
});
