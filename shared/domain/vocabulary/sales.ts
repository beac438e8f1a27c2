export const saleKinds = ['sale', 'return'] as const;
export type SaleKind = (typeof saleKinds)[number];

/** What became of a sale; only `completed` counts as revenue. */
export const saleStatuses = ['completed', 'processing', 'cancelled', 'returned'] as const;
export type SaleStatus = (typeof saleStatuses)[number];
