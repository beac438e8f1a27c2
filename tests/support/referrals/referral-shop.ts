import type { RawHandle } from '#db/file/client.ts';
import { addCustomer, addSale, finishShop } from '#tests/support/shop/build-shop.ts';

/** Who brought whom, and what each bought for; figures that differ, so that none can stand for another. */
export const brought: readonly (readonly [
  name: string,
  by: string | null,
  sums: readonly number[],
])[] = [
  ['Ratna', null, [90_000]],
  ['Budi', 'Ratna', [120_000, 35_000]],
  ['Cici', 'Ratna', []],
  ['Dedi', 'Ratna', [410_000, 20_000, 7_000]],
  ['Eni', 'Budi', [66_000]],
  ['Fani', 'Eni', [1_000, 2_000]],
  ['Gita', 'Fani', [5_500]],
  ['Hadi', null, [80_000]],
];

/** Puts them into a shop: the ids are those of the order, from 1. */
export function buildReferrals(raw: RawHandle): void {
  const ids = new Map<string, number>();
  for (const [name, by, sums] of brought) {
    const customerId = addCustomer(raw, { name });
    ids.set(name, customerId);
    if (by !== null)
      raw
        .prepare('UPDATE customers SET recommended_by = ? WHERE id = ?')
        .run(ids.get(by), customerId);
    for (const [at, revenueMinor] of sums.entries())
      addSale(raw, { customerId, soldOn: `2026-0${at + 1}-1${customerId}`, revenueMinor });
  }
  finishShop(raw);
}

/** What those came to whom somebody brought, counted by another way than the app. */
export function countBrought(names: readonly string[]) {
  const rows = brought.filter(([name]) => names.includes(name));
  const sums = rows.flatMap(([, , sums]) => sums);
  return {
    count: rows.length,
    buyers: rows.filter(([, , sums]) => sums.length > 0).length,
    purchases: sums.length,
    revenueMinor: sums.reduce((sum, one) => sum + one, 0),
  };
}
