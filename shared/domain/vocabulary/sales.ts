export const saleKinds = ['sale', 'return'] as const;
export type SaleKind = (typeof saleKinds)[number];

/** What became of a sale. An order that nobody has paid is no sale yet, whatever was sent for it. */
export const saleStatuses = ['completed', 'processing', 'unpaid', 'cancelled', 'returned'] as const;
export type SaleStatus = (typeof saleStatuses)[number];

/** Whether prices hold the tax, or it comes on top. */
export const taxModes = ['none', 'inclusive', 'exclusive'] as const;
export type TaxMode = (typeof taxModes)[number];

/** Whether what was sold counts: as revenue, and as a purchase. */
export function isCounted(status: SaleStatus): boolean {
  return status === 'completed' || status === 'processing';
}

/** Whether what was promised for a day went out: by that day, after it, not yet though the day is over, or not yet. */
export const sentStates = ['inTime', 'late', 'notSent', 'toSend'] as const;
export type SentState = (typeof sentStates)[number];
