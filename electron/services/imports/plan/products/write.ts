import { changeInsert, plannedInsert } from '#db/staging/plan.ts';
import type { Staging } from '#db/staging/staging.ts';
import { difference } from '../difference.ts';
import type { EntityCounts } from '../row-kind.ts';
import type { ProductSlot } from './slot.ts';

/** Writes the products of a plan, and counts them. */
export function* writeProducts(
  slots: Iterable<ProductSlot>,
  staging: Staging,
  counts: EntityCounts,
): Generator<void> {
  const insert = plannedInsert(staging, 'products');
  const change = changeInsert(staging);
  for (const { id, facts, before } of slots) {
    if (before === null) {
      insert({ ...facts, id });
      counts.added += 1;
    } else {
      const changed = difference({ ...before }, { ...facts });
      if (changed !== null) change({ entity: 'products', id, ownerId: null, ...changed });
      counts[changed === null ? 'unchanged' : 'updated'] += 1;
    }
    yield;
  }
}
