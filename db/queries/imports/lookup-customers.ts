import type { Selectable } from 'kysely';
import type { RawHandle } from '../../file/client.ts';
import type { AddressesTable } from '../../schema/customers.ts';
import { type FormerCustomers, prepareFormerCustomers } from './lookup-former-customers.ts';

/** A customer as the plan needs it: its facts and everything that hangs on it. */
export interface StoredCustomer {
  readonly id: number;
  readonly isDeleted: boolean;
  readonly facts: Readonly<Record<string, string | null>>;
  readonly points: readonly { kind: string; match_key: string; position: number }[];
  readonly identifiers: readonly { scheme: string; value: string }[];
  readonly addresses: readonly StoredAddress[];
  readonly tags: readonly string[];
}

export type StoredAddress = Readonly<
  Pick<
    Selectable<AddressesTable>,
    'id' | 'street' | 'district' | 'city' | 'province' | 'postal_code' | 'position'
  >
>;

/** What an import asks about customers, row by row: prepared once, answered in microseconds. */
export interface CustomerLookup {
  byPoint(kind: 'phone' | 'email', matchKey: string): number | null;
  /** A code kept as `17850.0` is found by `17850`. */
  byIdentifier(scheme: string, value: string): number | null;
  /** Customers not in the trash with that name key, lowest id first, two of them at most. */
  byName(nameKey: string): number[];
  /** The same, but only those of whom nothing but the name is known. */
  bareByName(nameKey: string): number[];
  /** The same of those without phone and e-mail, whatever else is known of them. */
  withoutPoints(nameKey: string): number[];
  customer(id: number): StoredCustomer;
  /** What they were before a person changed it. */
  readonly former: FormerCustomers;
}

const hasNoPoints = `NOT EXISTS (SELECT 1 FROM contact_points p WHERE p.customer_id = c.id
  AND p.kind IN ('phone', 'email'))`;
const hasNoIdentifier =
  'NOT EXISTS (SELECT 1 FROM customer_identifiers i WHERE i.customer_id = c.id)';

function prepareCustomer(raw: RawHandle): (id: number) => StoredCustomer {
  const facts = raw.prepare(
    `SELECT name, name_key, kind, birthday_on, gender, occupation, source, tax_id, note, deleted_at
     FROM customers WHERE id = ?`,
  );
  const points = raw.prepare(
    'SELECT kind, match_key, position FROM contact_points WHERE customer_id = ? ORDER BY id',
  );
  const identifiers = raw.prepare(
    'SELECT scheme, value FROM customer_identifiers WHERE customer_id = ? ORDER BY id',
  );
  const addresses = raw.prepare(
    `SELECT id, street, district, city, province, postal_code, position FROM addresses
     WHERE customer_id = ? ORDER BY position, id`,
  );
  const tags = raw.prepare('SELECT tag FROM customer_tags WHERE customer_id = ?').pluck();
  return (id) => {
    const { deleted_at, ...rest } = facts.get(id) as Record<string, string | null>;
    return {
      id,
      isDeleted: deleted_at !== null,
      facts: rest,
      points: points.all(id) as StoredCustomer['points'],
      identifiers: identifiers.all(id) as StoredCustomer['identifiers'],
      addresses: addresses.all(id) as StoredAddress[],
      tags: tags.all(id) as string[],
    };
  };
}

/** Prepares every question that an import asks about customers. */
export function prepareCustomerLookup(raw: RawHandle): CustomerLookup {
  const named = 'SELECT id FROM customers c WHERE name_key = ? AND deleted_at IS NULL';
  const byPoint = raw
    .prepare<[string, string], number>(
      `SELECT p.customer_id FROM contact_points p JOIN customers c ON c.id = p.customer_id
       WHERE p.kind = ? AND p.match_key = ? ORDER BY c.deleted_at IS NOT NULL, c.id LIMIT 1`,
    )
    .pluck();
  const byIdentifier = raw
    .prepare<[string, string], number>(
      `SELECT i.customer_id FROM customer_identifiers i JOIN customers c ON c.id = i.customer_id
       WHERE i.scheme = ? AND i.value = ? ORDER BY c.deleted_at IS NOT NULL, c.id LIMIT 1`,
    )
    .pluck();
  const ids = (conditions: string) => raw.prepare<[string], number>(conditions).pluck();
  const byName = ids(`${named} ORDER BY id LIMIT 2`);
  const bare = ids(`${named} AND ${hasNoPoints} AND ${hasNoIdentifier} ORDER BY id`);
  const withoutPoints = ids(`${named} AND ${hasNoPoints} ORDER BY id`);
  return {
    byPoint: (kind, matchKey) => byPoint.get(kind, matchKey) ?? null,
    byIdentifier: (scheme, value) =>
      byIdentifier.get(scheme, value) ??
      (/^\d+$/.test(value) ? byIdentifier.get(scheme, `${value}.0`) : undefined) ??
      null,
    byName: (key) => byName.all(key),
    bareByName: (key) => bare.all(key),
    withoutPoints: (key) => withoutPoints.all(key),
    customer: prepareCustomer(raw),
    former: prepareFormerCustomers(raw),
  };
}
