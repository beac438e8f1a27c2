import type { ReviewRow } from '#shared/contract/reviews.ts';

/** Who a review is by: as the place shows it, else the customer, else `nobody`. */
export function nameOf({ facts, customerName }: ReviewRow, nobody: string): string {
  return facts.author || customerName || nobody;
}
