import { changeInsert, plannedInsert } from '#db/staging/plan.ts';
import type { ImportReport } from '#shared/contract/imports.ts';
import { nameKey } from '#shared/domain/text/names.ts';
import { difference } from '../difference.ts';
import { noCounts, type PlanGround } from '../row-kind.ts';
import type { OwnFieldBook } from './own-fields.ts';
import type { AddressPart, SingleFact } from './row.ts';
import type { CustomerSlot } from './slot.ts';

/** What the report calls the columns of a customer. */
export const factNames: Readonly<
  Record<'name' | 'recommended_by' | SingleFact | AddressPart, string>
> = {
  name: 'name',
  kind: 'kind',
  birthday_on: 'birthday',
  gender: 'gender',
  occupation: 'occupation',
  source: 'source',
  tax_id: 'taxId',
  note: 'note',
  recommended_by: 'referredBy',
  street: 'address',
  district: 'district',
  city: 'city',
  province: 'province',
  postal_code: 'postalCode',
};

function statementsOf({ staging, ids }: PlanGround) {
  return {
    ids,
    customer: plannedInsert(staging, 'customers'),
    point: plannedInsert(staging, 'contact_points'),
    identifier: plannedInsert(staging, 'customer_identifiers'),
    address: plannedInsert(staging, 'addresses'),
    tag: plannedInsert(staging, 'customer_tags'),
    field: plannedInsert(staging, 'custom_fields'),
    own: plannedInsert(staging, 'custom_values'),
    change: changeInsert(staging),
  };
}
type Statements = ReturnType<typeof statementsOf>;

function insertCustomer({ id, facts, referredBy }: CustomerSlot, { customer }: Statements): void {
  const name = facts.name ?? '';
  const keys = { name, name_key: nameKey(name), recommended_by: referredBy };
  customer({ ...facts, ...keys, id, kind: facts.kind ?? 'person' });
}

/** Each of these returns the fields that change, as the report calls them. */
function changeFacts(slot: CustomerSlot, { change }: Statements): string[] {
  const { id, facts, rowBefore, referredBy } = slot;
  const now = { ...facts, recommended_by: referredBy };
  const changed = rowBefore === null ? null : difference(rowBefore, now);
  if (changed === null) return [];
  const { before, after } = changed;
  const fields = Object.keys(after).map((key) => factNames[key as SingleFact]);
  if ('name' in after) {
    before.name_key = nameKey(String(before.name ?? ''));
    after.name_key = nameKey(String(after.name ?? ''));
  }
  change({ entity: 'customers', id, ownerId: id, before, after });
  return fields;
}

function addPoints({ id, points }: CustomerSlot, { point, ids }: Statements): string[] {
  return points.flatMap(({ kind, value, matchKey, isNew }, position) => {
    if (!isNew) return [];
    const columns = { customer_id: id, kind, value, match_key: matchKey, position };
    point({ id: ids.of('contact_points'), ...columns });
    return [kind];
  });
}

function addIdentifiers(slot: CustomerSlot, { identifier, ids }: Statements): string[] {
  return slot.identifiers.flatMap(({ scheme, value, isNew }) => {
    if (!isNew) return [];
    identifier({ id: ids.of('customer_identifiers'), customer_id: slot.id, scheme, value });
    return ['externalId'];
  });
}

function writeAddresses(slot: CustomerSlot, { address, change, ids }: Statements): string[] {
  return slot.addresses.flatMap(({ id, parts, before }, position) => {
    if (id === null) {
      address({ ...parts, id: ids.of('addresses'), customer_id: slot.id, position });
      return ['address'];
    }
    const changed = before === null ? null : difference(before, parts);
    if (changed === null) return [];
    change({ entity: 'addresses', id, ownerId: slot.id, ...changed });
    return Object.keys(changed.after).map((key) => factNames[key as AddressPart]);
  });
}

function addTags(slot: CustomerSlot, { tag, ids }: Statements): string[] {
  return slot.tags.flatMap((each) => {
    if (!each.isNew) return [];
    tag({ id: ids.of('customer_tags'), customer_id: slot.id, tag: each.tag });
    return ['tag'];
  });
}

function writeOwn(slot: CustomerSlot, { own, change, ids }: Statements): string[] {
  return [...slot.own].flatMap(([fieldId, { id, value, before }]) => {
    if (id !== null && value === before) return [];
    const row = { customer_id: slot.id, field_id: fieldId, value };
    if (id === null) own({ id: ids.of('custom_values'), ...row });
    else
      change({
        ...{ entity: 'custom_values', id, ownerId: slot.id, before: { value: before } },
        after: { value },
      });
    return ['own'];
  });
}

/** Writes the customers of a plan with what hangs on them. */
export class CustomerWriter {
  readonly counts = noCounts();
  readonly #ground: PlanGround;
  readonly #own: OwnFieldBook;
  readonly #fields = new Map<string, number>();

  constructor(ground: PlanGround, fields: OwnFieldBook) {
    this.#ground = ground;
    this.#own = fields;
  }

  *write(slots: Iterable<CustomerSlot>): Generator<void> {
    const statements = statementsOf(this.#ground);
    const writers = [changeFacts, addPoints, addIdentifiers, writeAddresses, addTags, writeOwn];
    for (const row of this.#own.rows()) statements.field(row);
    for (const slot of slots) {
      if (slot.isNew) insertCustomer(slot, statements);
      const touched = new Set(writers.flatMap((write) => write(slot, statements)));
      this.#count(slot, touched);
      yield;
    }
  }

  #count({ isNew }: CustomerSlot, touched: ReadonlySet<string>): void {
    if (isNew) {
      this.counts.added += 1;
      return;
    }
    this.counts[touched.size > 0 ? 'updated' : 'unchanged'] += 1;
    for (const field of touched) this.#fields.set(field, (this.#fields.get(field) ?? 0) + 1);
  }

  /** How many customers each field changes of, the most first. */
  fieldChanges(): ImportReport['fieldChanges'] {
    return [...this.#fields]
      .map(([field, count]) => ({ field, count }))
      .sort((a, b) => b.count - a.count || (a.field < b.field ? -1 : 1));
  }
}
