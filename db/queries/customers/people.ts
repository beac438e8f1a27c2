import { sql } from 'kysely';
import type { PersonFacts } from '#shared/domain/people/person.ts';
import type { CustomerId } from '#shared/ids.ts';
import type { RawHandle, ReadHandle } from '../../file/client.ts';
import { idList } from './id-list.ts';
import { called } from './name.ts';

/** Who is there: not in the trash, not merged, not erased. */
const there = 'c.deleted_at IS NULL AND c.erased_at IS NULL';

type Filled = {
  -readonly [K in keyof PersonFacts]: PersonFacts[K];
} & { phones: string[]; emails: string[]; codes: string[] };

function put(people: ReadonlyMap<number, Filled>, id: number, fill: (person: Filled) => void) {
  const person = people.get(id);
  if (person !== undefined) fill(person);
}

/**
 * What is known of everybody who is there, or of `ids`, as far as it tells who they are: read table by
 * table, as a row each costs more than all of them.
 */
export function peopleFacts(raw: RawHandle, ids: readonly number[] | null): PersonFacts[] {
  const only = (column: string) =>
    ids === null ? '' : `AND ${column} IN (SELECT value FROM json_each(@ids))`;
  const bound = ids === null ? {} : { ids: JSON.stringify(ids) };
  const rows = (text: string) => raw.prepare(text).raw().iterate(bound) as Iterable<unknown[]>;
  const people = new Map<number, Filled>();
  for (const row of rows(`SELECT c.id, c.name, c.name_key, c.gender, c.birthday_on, c.tax_id
      FROM customers c WHERE ${there} ${only('c.id')}`)) {
    const [id, name, nameKey, gender, birthdayOn, taxId] = row as [
      ...[number, string, string],
      ...[string | null, string | null, string | null],
    ];
    const known = { id, name, nameKey, gender, birthdayOn, taxId };
    people.set(id, { ...known, phones: [], emails: [], codes: [], street: null, city: null });
  }
  for (const row of rows(`SELECT customer_id, kind, match_key FROM contact_points
      WHERE kind IN ('phone', 'email') ${only('customer_id')}`)) {
    const [id, kind, key] = row as [number, string, string];
    put(people, id, (person) => void (kind === 'phone' ? person.phones : person.emails).push(key));
  }
  for (const row of rows(`SELECT customer_id, scheme, value FROM customer_identifiers
      WHERE value <> '' ${only('customer_id')}`)) {
    const [id, scheme, value] = row as [number, string, string];
    put(people, id, (person) => void person.codes.push(`${scheme} ${value}`));
  }
  for (const row of rows(`SELECT customer_id, street, city FROM addresses
      WHERE 1 ${only('customer_id')} ORDER BY id DESC`)) {
    const [id, street, city] = row as [number, string | null, string | null];
    put(people, id, (person) => {
      person.street = street ?? person.street ?? null;
      person.city = city ?? person.city ?? null;
    });
  }
  return [...people.values()];
}

/** Who has one of these phones or e-mails, a few at most. */
export async function holdersOf(
  db: ReadHandle,
  points: readonly { readonly kind: 'phone' | 'email'; readonly key: string }[],
): Promise<number[]> {
  const ids = new Set<number>();
  for (const { kind, key } of points) {
    const found = await sql<{ id: number }>`SELECT customer_id AS id FROM contact_points
      WHERE kind = ${kind} AND match_key = ${key} LIMIT 20`.execute(db);
    for (const { id } of found.rows) ids.add(id);
  }
  return [...ids];
}

/** Who has one of these codes, each with its scheme as `PersonFacts` has it. */
export async function holdersOfCodes(db: ReadHandle, codes: readonly string[]): Promise<number[]> {
  const ids = new Set<number>();
  for (const code of codes) {
    const at = code.indexOf(' ');
    const found = await sql<{ id: number }>`SELECT customer_id AS id FROM customer_identifiers
      WHERE scheme = ${code.slice(0, at)} AND value = ${code.slice(at + 1)} LIMIT 20`.execute(db);
    for (const { id } of found.rows) ids.add(id);
  }
  return [...ids];
}

/** The same facts of a few, through a handle that only reads. */
export async function factsOfFew(db: ReadHandle, ids: readonly number[]): Promise<PersonFacts[]> {
  const list = (column: string, from: string) =>
    sql.raw(`(SELECT json_group_array(${column}) FROM ${from})`);
  const found = await sql<
    Omit<PersonFacts, 'phones' | 'emails' | 'codes'> & Record<'phones' | 'emails' | 'codes', string>
  >`SELECT c.id, c.name, c.gender, c.birthday_on AS birthdayOn, c.tax_id AS taxId,
      ${list('match_key', "contact_points p WHERE p.customer_id = c.id AND p.kind = 'phone'")} AS phones,
      ${list('match_key', "contact_points p WHERE p.customer_id = c.id AND p.kind = 'email'")} AS emails,
      ${list("scheme || ' ' || value", 'customer_identifiers i WHERE i.customer_id = c.id')} AS codes,
      (SELECT street FROM addresses WHERE customer_id = c.id ORDER BY position LIMIT 1) AS street,
      (SELECT city FROM addresses WHERE customer_id = c.id ORDER BY position LIMIT 1) AS city
    FROM customers c WHERE ${sql.raw(there)} AND c.id IN ${idList(ids)}`.execute(db);
  return found.rows.map(({ phones, emails, codes, ...facts }) => ({
    ...facts,
    phones: JSON.parse(phones) as string[],
    emails: JSON.parse(emails) as string[],
    codes: JSON.parse(codes) as string[],
  }));
}

/** Somebody as a pair shows them. */
export interface PairSide {
  readonly id: CustomerId;
  readonly name: string;
  readonly phone: string | null;
  readonly city: string | null;
  readonly purchases: number;
  readonly lastPurchaseOn: string | null;
}

/** What is shown of those who may be one person, and whether the books hold one. */
export async function pairSides(
  db: ReadHandle,
  ids: readonly number[],
): Promise<ReadonlyMap<number, PairSide & { readonly isLocked: 0 | 1 }>> {
  const found = await sql<PairSide & { isLocked: 0 | 1 }>`SELECT c.id, ${called} AS name,
      (SELECT value FROM contact_points WHERE customer_id = c.id AND kind = 'phone'
        ORDER BY position LIMIT 1) AS phone,
      (SELECT city FROM addresses WHERE customer_id = c.id ORDER BY position LIMIT 1) AS city,
      coalesce(f.purchases, 0) AS purchases, f.last_purchase_on AS lastPurchaseOn,
      EXISTS (SELECT 1 FROM period_locks l WHERE l.unlocked_at IS NULL AND EXISTS (
        SELECT 1 FROM sales s WHERE s.customer_id = c.id
          AND s.sold_on BETWEEN l.from_on AND l.to_on)) AS isLocked
    FROM customers c LEFT JOIN customer_figures f ON f.customer_id = c.id
    WHERE c.id IN ${idList(ids)}`.execute(db);
  return new Map(found.rows.map((side) => [side.id, side]));
}
