import type { LastIds } from '#db/queries/imports/shop-state.ts';
import { changeInsert, type PlannedChange, plannedInsert } from '#db/staging/plan.ts';
import type { Staging } from '#db/staging/staging.ts';
import type { PlannedTable, PlannedValue } from '#db/table-facts.ts';
import type { ImportReport } from '#shared/contract/imports.ts';
import { nameKey } from '#shared/domain/text/names.ts';
import type { ProductSlot } from '../products/book.ts';
import type { SaleSlot } from '../sales/slot.ts';
import type { Books } from '../source-rows.ts';
import type { AddressPart, SingleFact } from './row.ts';
import type { CustomerSlot } from './slot.ts';

type EntityCounts = ImportReport['customers'];
type Totals = Pick<
  ImportReport,
  | 'customers'
  | 'products'
  | 'sales'
  | 'returns'
  | 'cancelled'
  | 'salesWithoutCustomer'
  | 'fieldChanges'
>;

const factNames: Readonly<Record<'name' | SingleFact | AddressPart, string>> = {
  name: 'name',
  kind: 'kind',
  birthday_on: 'birthday',
  gender: 'gender',
  occupation: 'occupation',
  source: 'source',
  tax_id: 'taxId',
  note: 'note',
  street: 'address',
  district: 'district',
  city: 'city',
  province: 'province',
  postal_code: 'postalCode',
};

function newCounts(): EntityCounts {
  return { added: 0, updated: 0, unchanged: 0 };
}

/** Only the keys that differ; null: none does. */
export function difference(
  before: Readonly<Record<string, PlannedValue>>,
  after: Readonly<Record<string, PlannedValue>>,
): { before: Record<string, PlannedValue>; after: Record<string, PlannedValue> } | null {
  const changed = Object.keys(after).filter((key) => before[key] !== after[key]);
  if (changed.length === 0) return null;
  const pick = (from: Readonly<Record<string, PlannedValue>>) =>
    Object.fromEntries(changed.map((key) => [key, from[key] ?? null]));
  return { before: pick(before), after: pick(after) };
}

/** Writes what the books hold into the staging database, in the shape of the shop's own tables. */
export class PlanWriter {
  readonly totals: Totals = {
    customers: newCounts(),
    products: newCounts(),
    sales: newCounts(),
    returns: 0,
    cancelled: 0,
    salesWithoutCustomer: 0,
    fieldChanges: [],
  };
  readonly #staging: Staging;
  readonly #change: (change: PlannedChange) => void;
  readonly #ids: Record<PlannedTable, number>;
  readonly #fields = new Map<string, number>();

  constructor(staging: Staging, lastIds: LastIds) {
    this.#staging = staging;
    this.#change = changeInsert(staging);
    this.#ids = { ...lastIds };
  }

  #nextId(table: PlannedTable): number {
    this.#ids[table] += 1;
    return this.#ids[table];
  }

  /** Everything, a little at a time. */
  *write(books: Books): Generator<void> {
    yield* this.#customers(books.customers.slots);
    yield* this.#products(books.products.slots);
    yield* this.#sales(books.sales.slots);
    this.totals.fieldChanges = [...this.#fields]
      .map(([field, count]) => ({ field, count }))
      .sort((a, b) => b.count - a.count || (a.field < b.field ? -1 : 1));
  }

  *#customers(slots: ReadonlyMap<number, CustomerSlot>): Generator<void> {
    const insert = plannedInsert(this.#staging, 'customers');
    const children = this.#childWriters();
    for (const slot of slots.values()) {
      if (slot.isNew) {
        const { facts } = slot;
        const name = facts.name ?? '';
        const kind = facts.kind ?? 'person';
        insert({ ...facts, id: slot.id, kind, name, name_key: nameKey(name) });
        this.totals.customers.added += 1;
      }
      const touched = new Set<string>();
      if (slot.factsBefore !== null) this.#changeFacts(slot, slot.factsBefore, touched);
      children(slot, touched);
      if (!slot.isNew) {
        this.totals.customers[touched.size > 0 ? 'updated' : 'unchanged'] += 1;
        for (const field of touched) this.#fields.set(field, (this.#fields.get(field) ?? 0) + 1);
      }
      yield;
    }
  }

  #changeFacts(
    slot: CustomerSlot,
    factsBefore: NonNullable<CustomerSlot['factsBefore']>,
    touched: Set<string>,
  ): void {
    const changed = difference(factsBefore, slot.facts);
    if (changed === null) return;
    for (const key of Object.keys(changed.after)) touched.add(factNames[key as SingleFact]);
    if ('name' in changed.after) {
      changed.before.name_key = nameKey(String(changed.before.name ?? ''));
      changed.after.name_key = nameKey(String(changed.after.name ?? ''));
    }
    this.#change({ entity: 'customers', id: slot.id, ownerId: slot.id, ...changed });
  }

  #childWriters(): (slot: CustomerSlot, touched: Set<string>) => void {
    const point = plannedInsert(this.#staging, 'contact_points');
    const identifier = plannedInsert(this.#staging, 'customer_identifiers');
    const address = plannedInsert(this.#staging, 'addresses');
    const tag = plannedInsert(this.#staging, 'customer_tags');
    return (slot, touched) => {
      slot.points.forEach(({ kind, value, matchKey, isNew }, position) => {
        if (!isNew) return;
        touched.add(kind);
        point({
          id: this.#nextId('contact_points'),
          customer_id: slot.id,
          kind,
          value,
          match_key: matchKey,
          position,
        });
      });
      for (const { scheme, value, isNew } of slot.identifiers) {
        if (!isNew) continue;
        touched.add('externalId');
        identifier({
          id: this.#nextId('customer_identifiers'),
          customer_id: slot.id,
          scheme,
          value,
        });
      }
      slot.addresses.forEach(({ id, parts, before }, position) => {
        if (id !== null) this.#changeAddress(slot.id, id, before, parts, touched);
        else {
          touched.add('address');
          address({ ...parts, id: this.#nextId('addresses'), customer_id: slot.id, position });
        }
      });
      for (const each of slot.tags) {
        if (!each.isNew) continue;
        touched.add('tag');
        tag({ id: this.#nextId('customer_tags'), customer_id: slot.id, tag: each.tag });
      }
    };
  }

  #changeAddress(
    ownerId: number,
    id: number,
    before: Record<AddressPart, string | null> | null,
    parts: Record<AddressPart, string | null>,
    touched: Set<string>,
  ): void {
    const changed = before === null ? null : difference(before, parts);
    if (changed === null) return;
    for (const key of Object.keys(changed.after)) touched.add(factNames[key as AddressPart]);
    this.#change({ entity: 'addresses', id, ownerId, ...changed });
  }

  *#products(slots: ReadonlyMap<number, ProductSlot>): Generator<void> {
    const insert = plannedInsert(this.#staging, 'products');
    for (const { id, facts, before } of slots.values()) {
      if (before === null) {
        insert({ ...facts, id });
        this.totals.products.added += 1;
      } else {
        const changed = difference({ ...before }, { ...facts });
        if (changed !== null) this.#change({ entity: 'products', id, ownerId: null, ...changed });
        this.totals.products[changed === null ? 'unchanged' : 'updated'] += 1;
      }
      yield;
    }
  }

  *#sales(slots: ReadonlyMap<string, SaleSlot>): Generator<void> {
    const insert = plannedInsert(this.#staging, 'sales');
    for (const slot of slots.values()) {
      if (slot.stored === null) {
        const { id, matchKey, number, day } = slot;
        insert({ id, match_key: matchKey, number, sold_on: day, ...saleValues(slot) });
        this.totals.sales.added += 1;
      } else this.#changeSale(slot, slot.stored);
      if (slot.kind === 'return') this.totals.returns += 1;
      if (slot.status === 'cancelled') this.totals.cancelled += 1;
      if (slot.customerId === null) this.totals.salesWithoutCustomer += 1;
      yield;
    }
  }

  #changeSale(slot: SaleSlot, stored: NonNullable<SaleSlot['stored']>): void {
    if (stored.deleted_at !== null) {
      this.totals.sales.unchanged += 1;
      return;
    }
    const { id: _, deleted_at: __, ...before } = stored;
    const changed = difference({ ...before }, saleValues(slot));
    if (changed !== null) {
      this.#change({ entity: 'sales', id: slot.id, ownerId: slot.customerId, ...changed });
    }
    const isChanged = changed !== null || slot.hasChangedLines;
    this.totals.sales[isChanged ? 'updated' : 'unchanged'] += 1;
  }
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
