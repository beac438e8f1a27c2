import { changeInsert, type PlannedChange, plannedInsert } from '#db/staging/plan.ts';
import type { Staging } from '#db/staging/staging.ts';
import { difference } from '../difference.ts';
import { noCounts } from '../row-kind.ts';
import type { SaleSlot } from './slot.ts';

/** Writes the sales of a plan, whose lines are written already, and counts them. */
export class SaleWriter {
  readonly counts = noCounts();
  returns = 0;
  cancelled = 0;
  unpaid = 0;
  withoutCustomer = 0;
  /** Sales of which a part was given back. */
  partlyReturned = 0;
  afterToday = 0;
  readonly #staging: Staging;
  readonly #today: string;

  constructor(staging: Staging, today: string) {
    this.#staging = staging;
    this.#today = today;
  }

  *write(slots: Iterable<SaleSlot>): Generator<void> {
    const insert = plannedInsert(this.#staging, 'sales');
    const change = changeInsert(this.#staging);
    for (const slot of slots) {
      if (slot.stored === null) {
        const { id, matchKey, number, day } = slot;
        insert({ id, match_key: matchKey, number, sold_on: day, ...saleValues(slot) });
        this.counts.added += 1;
      } else this.counts[changeSale(slot, slot.stored, change) ? 'updated' : 'unchanged'] += 1;
      if (slot.kind === 'return') this.returns += 1;
      if (slot.takenBackMinor > 0) this.partlyReturned += 1;
      if (slot.status === 'cancelled') this.cancelled += 1;
      if (slot.status === 'unpaid') this.unpaid += 1;
      if (slot.day > this.#today) this.afterToday += 1;
      if (slot.customerId === null) this.withoutCustomer += 1;
      yield;
    }
  }
}

/** Whether there is anything to change; nothing is of a sale in the trash. */
function changeSale(
  slot: SaleSlot,
  stored: NonNullable<SaleSlot['stored']>,
  change: (change: PlannedChange) => void,
): boolean {
  const { id: _, deleted_at, ...before } = stored;
  if (deleted_at !== null) return false;
  const changed = difference(before, saleValues(slot));
  const { id, customerId: ownerId } = slot;
  if (changed !== null) change({ entity: 'sales', id, ownerId, ...changed });
  return changed !== null || slot.hasChangedLines;
}

function saleValues(slot: SaleSlot) {
  return {
    sold_at: slot.soldAt,
    customer_id: slot.customerId,
    kind: slot.kind,
    status: slot.status,
    discount_minor: slot.discountMinor,
    shipping_minor: slot.shippingMinor,
    total_minor: slot.totalMinor,
    revenue_minor: slot.revenueMinor,
    is_purchase: slot.isPurchase,
    payment_method: slot.paymentMethod,
    note: slot.note,
  };
}
