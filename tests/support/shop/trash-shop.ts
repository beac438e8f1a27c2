import type { Output } from '#shared/contract/index.ts';
import type { TrashChoice, TrashFilter, TrashKey, TrashRow } from '#shared/contract/trash/trash.ts';
import type { CustomerId } from '#shared/ids.ts';
import { logicalDumpHash } from '../logical-dump.ts';
import { addCustomer, finishShop } from './build-shop.ts';
import { type DirectShop, directShop } from './direct-shop.ts';

/** A shop of so many customers, `Ratna 1` and on, each with a phone and a tag. */
export async function shopOf(customers: number): Promise<DirectShop> {
  const shop = await directShop();
  shop.raw.transaction(() => {
    for (let one = 1; one <= customers; one += 1)
      addCustomer(shop.raw, {
        name: `Ratna ${one}`,
        phones: [`+62812555${String(one).padStart(5, '0')}`],
        tags: ['vip'],
      });
  })();
  finishShop(shop.raw);
  return shop;
}

/** Ids from 1 on. */
export function idsTo(count: number): CustomerId[] {
  return Array.from({ length: count }, (_, index) => (index + 1) as CustomerId);
}

/** Every thing that a filter leaves, page by page. */
export async function allOf(
  shop: DirectShop,
  filter: Partial<TrashFilter> = {},
  limit = 100,
): Promise<TrashRow[]> {
  const rows: TrashRow[] = [];
  let after: Output<'trash.list'>['next'] = null;
  do {
    const page: Output<'trash.list'> = await shop.ask('trash.list', { filter, after, limit });
    rows.push(...page.rows);
    after = page.next;
  } while (after !== null);
  return rows;
}

/** Puts things back, on the shop's own day. */
export function restore(shop: DirectShop, which: TrashChoice | readonly TrashKey[]) {
  return shop.ask('trash.restore', {
    which: 'length' in which ? { keys: [...which] } : which,
  });
}

/** Everything the owner has, as one hash. */
export function dump(shop: DirectShop): string {
  return logicalDumpHash(shop.raw);
}
