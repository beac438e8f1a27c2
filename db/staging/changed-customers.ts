import type { PlannedValue } from '../table-facts.ts';
import type { Staging } from './staging.ts';

/** What a plan changes of one who is there: columns before and after, or something new beside what is there. */
export interface CustomerChange {
  readonly customerId: number;
  readonly before: Readonly<Record<string, PlannedValue>>;
  readonly after: Readonly<Record<string, PlannedValue>>;
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

/** Everything a plan changes of customers who are there, one after the other. */
export function* customerChanges({ raw }: Staging): Generator<CustomerChange> {
  for (const row of raw.prepare(changed).iterate() as Iterable<ChangeRow>) {
    yield {
      customerId: row.customer_id,
      before: JSON.parse(row.before) as CustomerChange['before'],
      after: JSON.parse(row.after) as CustomerChange['after'],
    };
  }
  for (const { customer_id, field, value } of raw.prepare(added).iterate() as Iterable<AddedRow>)
    yield { customerId: customer_id, before: { [field]: null }, after: { [field]: value } };
}
