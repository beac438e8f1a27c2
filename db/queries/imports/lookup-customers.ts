import type { Selectable } from 'kysely';
import type { RawHandle } from '../../file/client.ts';
import type { AddressesTable } from '../../schema/customers.ts';
import { type FormerCustomers, prepareFormerCustomers } from './lookup-former-customers.ts';

/** A customer as the plan needs it: its facts and everything that hangs on it. */
export interface StoredCustomer {
  readonly id: number;
  readonly isDeleted: boolean;
  /** Records of the same person were merged into it: what it is, somebody decided. */
  readonly isJoined: boolean;
  readonly facts: Readonly<Record<string, string | null>>;
  /** Who brought them. */
  readonly referredBy: number | null;
  readonly points: readonly { kind: string; match_key: string; position: number }[];
  readonly identifiers: readonly { scheme: string; value: string }[];
  readonly addresses: readonly StoredAddress[];
  readonly tags: readonly string[];
  /** What fields that the owner made hold of it; one in the trash too. */
  readonly own: readonly {
    readonly id: number;
    readonly fieldId: number;
    readonly value: string;
  }[];
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
  /** What the codes of customers are kept under. */
  schemes(): string[];
  /** Customers not in the trash with that name key, lowest id first, two of them at most. */
  byName(nameKey: string): number[];
  /** The same, but only those of whom nothing but the name is known. */
  bareByName(nameKey: string): number[];
  /** The same of those without phone and e-mail, whatever else is known of them. */
  withoutPoints(nameKey: string): number[];
  customer(id: number): StoredCustomer;
  /**
   * Whom those of that name were merged into of whom nothing else was known; `ignoresCodes`: a code of the
   * till is nothing. Once for each of them.
   */
  mergedByName(nameKey: string, ignoresCodes: boolean): number[];
  /** What they were before a person changed it. */
  readonly former: FormerCustomers;
}

const hasNoPoints = `NOT EXISTS (SELECT 1 FROM contact_points p WHERE p.customer_id = c.id
  AND p.kind IN ('phone', 'email'))`;
const hasNoIdentifier =
  'NOT EXISTS (SELECT 1 FROM customer_identifiers i WHERE i.customer_id = c.id)';

/** Whether any record was merged into another: else nothing asks for them. */
function hasMerged(raw: RawHandle): boolean {
  const found = raw.prepare('SELECT 1 FROM customers WHERE merged_into IS NOT NULL LIMIT 1').get();
  return found !== undefined;
}

/** Whose a row of a record is: the customer's, or that of one merged into it. */
const ofPerson = 'customer_id IN (SELECT id FROM customers WHERE id = @id OR merged_into = @id)';

type StoredRow = Record<string, string | null> & { readonly recommended_by: number | null };

function prepareCustomer(raw: RawHandle): (id: number) => StoredCustomer {
  const whose = hasMerged(raw) ? ofPerson : 'customer_id = @id';
  const joined = raw.prepare('SELECT 1 FROM customers WHERE merged_into = ? LIMIT 1');
  const facts = raw.prepare(
    `SELECT name, name_key, kind, birthday_on, gender, occupation, source, tax_id, note,
       recommended_by, deleted_at
     FROM customers WHERE id = ?`,
  );
  const points = raw.prepare(
    `SELECT kind, match_key, position FROM contact_points WHERE ${whose} ORDER BY id`,
  );
  const identifiers = raw.prepare(
    `SELECT scheme, value FROM customer_identifiers WHERE ${whose} ORDER BY id`,
  );
  const addresses = raw.prepare(
    `SELECT id, street, district, city, province, postal_code, position FROM addresses
     WHERE ${whose} ORDER BY customer_id <> @id, position, id`,
  );
  const tags = raw.prepare(`SELECT DISTINCT tag FROM customer_tags WHERE ${whose}`).pluck();
  const own = raw.prepare(
    'SELECT id, field_id AS fieldId, value FROM custom_values WHERE customer_id = ?',
  );
  const hasOwn = raw.prepare('SELECT 1 FROM custom_values LIMIT 1').get() !== undefined;
  return (id) => {
    const { deleted_at, recommended_by, ...rest } = facts.get(id) as StoredRow;
    return {
      id,
      isDeleted: deleted_at !== null,
      isJoined: joined.get(id) !== undefined,
      facts: rest,
      referredBy: recommended_by,
      points: points.all({ id }) as StoredCustomer['points'],
      identifiers: identifiers.all({ id }) as StoredCustomer['identifiers'],
      addresses: addresses.all({ id }) as StoredAddress[],
      tags: tags.all({ id }) as string[],
      own: hasOwn ? (own.all(id) as StoredCustomer['own'][number][]) : [],
    };
  };
}

const alsoMerged = `WITH wanted (sought) AS (SELECT ?)
  SELECT c.id FROM wanted CROSS JOIN customers c ON c.name_key = sought AND c.deleted_at IS NULL
  UNION SELECT m.merged_into FROM wanted
    CROSS JOIN customers m ON m.name_key = sought AND m.merged_into IS NOT NULL
    CROSS JOIN customers k ON k.id = m.merged_into AND k.deleted_at IS NULL`;

/** Records that were merged away, by their name, of which nothing else was known: nothing of theirs moved. */
function prepareMerged(raw: RawHandle): CustomerLookup['mergedByName'] {
  const moved = (tables: string) => `SELECT DISTINCT j.before ->> '$.customer_id' FROM journal j
    WHERE j.entity IN (${tables}) AND j.before ->> '$.customer_id' <> j.after ->> '$.customer_id'`;
  const known = new Map<string, ReadonlySet<number>>();
  const gave = (tables: string): ReadonlySet<number> => {
    const ids = known.get(tables) ?? new Set(raw.prepare(moved(tables)).pluck().all() as number[]);
    known.set(tables, ids);
    return ids;
  };
  const find = (more: string) =>
    raw.prepare<[string], { id: number; keptId: number }>(
      `SELECT c.id, c.merged_into AS keptId FROM customers c JOIN customers k ON k.id = c.merged_into
       WHERE c.name_key = ? AND c.merged_into IS NOT NULL AND k.deleted_at IS NULL
         AND ${hasNoPoints} ${more} ORDER BY c.id`,
    );
  const [bare, withCodes] = [find(`AND ${hasNoIdentifier}`), find('')];
  return (nameKey, ignoresCodes) => {
    const tables = ignoresCodes ? "'contact_points'" : "'contact_points', 'customer_identifiers'";
    return (ignoresCodes ? withCodes : bare)
      .all(nameKey)
      .filter(({ id }) => !gave(tables).has(id))
      .map(({ keptId }) => keptId);
  };
}

/** Prepares every question that an import asks about customers. */
export function prepareCustomerLookup(raw: RawHandle): CustomerLookup {
  const named = 'SELECT id FROM customers c WHERE name_key = ? AND deleted_at IS NULL';
  const isMerged = hasMerged(raw);
  const there = 'k.deleted_at IS NOT NULL, k.id LIMIT 1';
  const byPoint = raw
    .prepare<[string, string], number>(
      `SELECT k.id FROM contact_points p JOIN customers c ON c.id = p.customer_id
       JOIN customers k ON k.id = coalesce(c.merged_into, c.id)
       WHERE p.kind = ? AND p.match_key = ? ORDER BY ${there}`,
    )
    .pluck();
  const byIdentifier = raw
    .prepare<[string, string], number>(
      `SELECT k.id FROM customer_identifiers i JOIN customers c ON c.id = i.customer_id
       JOIN customers k ON k.id = coalesce(c.merged_into, c.id)
       WHERE i.scheme = ? AND i.value = ? ORDER BY ${there}`,
    )
    .pluck();
  const ids = (conditions: string) => raw.prepare<[string], number>(conditions).pluck();
  const byName = ids(
    isMerged ? `${alsoMerged} ORDER BY id LIMIT 2` : `${named} ORDER BY id LIMIT 2`,
  );
  const bare = ids(`${named} AND ${hasNoPoints} AND ${hasNoIdentifier} ORDER BY id`);
  const withoutPoints = ids(`${named} AND ${hasNoPoints} ORDER BY id`);
  return {
    byPoint: (kind, matchKey) => byPoint.get(kind, matchKey) ?? null,
    byIdentifier: (scheme, value) =>
      byIdentifier.get(scheme, value) ??
      (/^\d+$/.test(value) ? byIdentifier.get(scheme, `${value}.0`) : undefined) ??
      null,
    schemes: () =>
      raw.prepare('SELECT DISTINCT scheme FROM customer_identifiers').pluck().all() as string[],
    byName: (key) => byName.all(key),
    bareByName: (key) => bare.all(key),
    withoutPoints: (key) => withoutPoints.all(key),
    mergedByName: isMerged ? prepareMerged(raw) : () => [],
    customer: prepareCustomer(raw),
    former: prepareFormerCustomers(raw),
  };
}
