import type { PlannedValue } from '../table-facts.ts';
import type { Staging } from './staging.ts';

/** What a plan changes of one who is there: columns before and after, or something new beside what is there. */
export interface CustomerChange {
  readonly customerId: number;
  readonly before: Readonly<Record<string, PlannedValue>>;
  readonly after: Readonly<Record<string, PlannedValue>>;
  /** It is of a field that the owner made: one that is there, that of a value there, or one of the plan. */
  readonly own?: OwnChange;
}

type OwnChange =
  | { readonly valueId: number }
  | { readonly fieldId: number; readonly planned: PlannedField | null };

/** A field of the owner's that the plan makes. */
export interface PlannedField {
  readonly name: string;
  readonly type: string;
}

interface ChangeRow {
  readonly customer_id: number;
  readonly before: string;
  readonly after: string;
}

interface AddedRow {
  readonly customer_id: number;
  readonly field: string;
  readonly value: string;
}

const changed = `SELECT owner_id AS customer_id, before, after FROM changes
  WHERE entity IN ('customers', 'addresses') AND owner_id IS NOT NULL ORDER BY id`;
const isThere = 'NOT EXISTS (SELECT 1 FROM new_customers c WHERE c.id = a.customer_id)';
const added = `SELECT customer_id, field, value FROM (
    SELECT id, 1 AS kind_of, customer_id, kind AS field, value FROM new_contact_points
    UNION ALL SELECT id, 2, customer_id, 'externalId', value FROM new_customer_identifiers
    UNION ALL SELECT id, 3, customer_id, 'address', concat_ws(', ', street, district, city, province, postal_code)
      FROM new_addresses
    UNION ALL SELECT id, 4, customer_id, 'tag', tag FROM new_customer_tags
  ) a WHERE ${isThere} ORDER BY kind_of, id`;

interface OwnChangedRow extends ChangeRow {
  readonly id: number;
}

interface OwnAddedRow {
  readonly customer_id: number;
  readonly field_id: number;
  readonly value: string;
  readonly name: string | null;
  readonly type: string | null;
}

const ownChanged = `SELECT owner_id AS customer_id, entity_id AS id, before, after FROM changes
  WHERE entity = 'custom_values' AND owner_id IS NOT NULL ORDER BY id`;
const ownAdded = `SELECT a.customer_id, a.field_id, a.value, f.name, f.type
  FROM new_custom_values a LEFT JOIN new_custom_fields f ON f.id = a.field_id
  WHERE ${isThere} ORDER BY a.id`;

/** What a plan changes in the fields that the owner made, of customers who are there. */
function* ownChanges({ raw }: Staging): Generator<CustomerChange> {
  for (const row of raw.prepare(ownChanged).iterate() as Iterable<OwnChangedRow>) {
    const [before, after] = [JSON.parse(row.before), JSON.parse(row.after)] as [
      CustomerChange['before'],
      CustomerChange['after'],
    ];
    yield { customerId: row.customer_id, before, after, own: { valueId: row.id } };
  }
  for (const row of raw.prepare(ownAdded).iterate() as Iterable<OwnAddedRow>) {
    const { customer_id: customerId, field_id: fieldId, value, name, type } = row;
    const planned = name === null || type === null ? null : { name, type };
    yield { customerId, before: { value: null }, after: { value }, own: { fieldId, planned } };
  }
}

/** Everything a plan changes of customers who are there, one after the other. */
export function* customerChanges(staging: Staging): Generator<CustomerChange> {
  const { raw } = staging;
  for (const row of raw.prepare(changed).iterate() as Iterable<ChangeRow>) {
    yield {
      customerId: row.customer_id,
      before: JSON.parse(row.before) as CustomerChange['before'],
      after: JSON.parse(row.after) as CustomerChange['after'],
    };
  }
  for (const { customer_id, field, value } of raw.prepare(added).iterate() as Iterable<AddedRow>)
    yield { customerId: customer_id, before: { [field]: null }, after: { [field]: value } };
  yield* ownChanges(staging);
}
