import { sql } from 'kysely';
import type { CustomerFacts, CustomerProfile } from '#shared/contract/customers.ts';
import { notFound } from '#shared/errors.ts';
import type { CustomerId } from '#shared/ids.ts';
import type { ReadHandle } from '../../file/client.ts';
import { calledName } from './name.ts';
import { ownValuesOf } from './own-fields.ts';

async function contactPointsOf(db: ReadHandle, id: number) {
  return db
    .selectFrom('contact_points')
    .select(['kind', 'label', 'value'])
    .where('customer_id', '=', id)
    .orderBy('position')
    .orderBy('id')
    .execute();
}

async function addressesOf(db: ReadHandle, id: number) {
  return db
    .selectFrom('addresses')
    .select([
      'label',
      'street',
      'district',
      'city',
      'province',
      'postal_code as postalCode',
      'country',
    ])
    .where('customer_id', '=', id)
    .orderBy('position')
    .orderBy('id')
    .execute();
}

async function tagsOf(db: ReadHandle, id: number): Promise<string[]> {
  const rows = await db
    .selectFrom('customer_tags')
    .select('tag')
    .where('customer_id', '=', id)
    .orderBy('tag')
    .execute();
  return rows.map(({ tag }) => tag);
}

/** What a person wrote down about a customer, with all contact points, addresses and tags. */
export async function readFacts(db: ReadHandle, id: number): Promise<CustomerFacts | null> {
  const row = await db.selectFrom('customers').selectAll().where('id', '=', id).executeTakeFirst();
  if (row === undefined) return null;
  return {
    kind: row.kind,
    relation: row.relation,
    mark: row.mark,
    name: row.name,
    birthdayOn: row.birthday_on,
    gender: row.gender,
    occupation: row.occupation,
    source: row.source,
    uses: row.uses,
    tastes: row.tastes,
    matters: row.matters,
    taxId: row.tax_id,
    note: row.note,
    recommendedBy: row.recommended_by as CustomerId | null,
    contactPoints: await contactPointsOf(db, id),
    addresses: await addressesOf(db, id),
    tags: await tagsOf(db, id),
    own: await ownValuesOf(db, id),
  };
}

/** One customer with figures; NOT_FOUND when there is none (one in the trash is found). */
export async function readCustomer(db: ReadHandle, id: CustomerId): Promise<CustomerProfile> {
  const facts = await readFacts(db, id);
  const row = await db
    .selectFrom('customers as c')
    .leftJoin('customer_figures as f', 'f.customer_id', 'c.id')
    .leftJoin('customers as r', 'r.id', 'c.recommended_by')
    .select([
      'c.created_at',
      'c.deleted_at',
      'c.erased_at',
      'c.import_id',
      'c.merged_into',
      'c.mark',
      'r.name as recommendedByName',
      'f.layer',
      'f.purchases',
      'f.revenue_minor',
      'f.active_revenue_minor',
      'f.first_purchase_on',
      'f.last_purchase_on',
    ])
    .where('c.id', '=', id)
    .executeTakeFirst();
  if (facts === null || row === undefined) throw notFound('customer');
  const identifiers = await db
    .selectFrom('customer_identifiers')
    .select(['scheme', 'value'])
    .where('customer_id', '=', id)
    .orderBy('scheme')
    .orderBy('value')
    .execute();
  return {
    id,
    facts,
    identifiers,
    recommendedByName: row.recommendedByName,
    layer: row.layer ?? row.mark ?? 'prospect',
    purchases: row.purchases ?? 0,
    revenueMinor: row.revenue_minor ?? 0,
    activeRevenueMinor: row.active_revenue_minor ?? 0,
    firstPurchaseOn: row.first_purchase_on,
    lastPurchaseOn: row.last_purchase_on,
    createdAt: row.created_at,
    deletedAt: row.deleted_at,
    erasedAt: row.erased_at,
    importId: row.import_id,
    mergedInto: row.merged_into as CustomerId | null,
  };
}

/** How many customers there are, without those in the trash. */
export async function countCustomers(db: ReadHandle): Promise<number> {
  const counted = await db
    .selectFrom('customers')
    .select(({ fn }) => fn.countAll<number>().as('count'))
    .where('deleted_at', 'is', null)
    .executeTakeFirstOrThrow();
  return counted.count;
}

/** What one is called wherever it is named; empty: nobody knows. */
export async function nameOf(db: ReadHandle, id: number): Promise<string> {
  const row = await db
    .selectFrom('customers as c')
    .select(calledName('c').as('name'))
    .where('c.id', '=', id)
    .executeTakeFirst();
  return row?.name ?? '';
}

/** What several are called wherever they are named, by their ids. */
export async function customerNamed(
  db: ReadHandle,
  ids: readonly number[],
): Promise<ReadonlyMap<number, string>> {
  const rows = await db
    .selectFrom('customers as c')
    .select(['c.id', calledName('c').as('name')])
    .where('c.id', 'in', [...ids, 0])
    .execute();
  return new Map(rows.map(({ id, name }) => [id, name ?? '']));
}

/** Names for messages and batch labels, in the order of the ids. */
export async function customerNames(db: ReadHandle, ids: readonly number[]): Promise<string[]> {
  const list = sql<number>`(SELECT value FROM json_each(${JSON.stringify(ids)}))`;
  const rows = await db
    .selectFrom('customers')
    .select(['id', 'name'])
    .where('id', 'in', list)
    .execute();
  const byId = new Map(rows.map((row) => [row.id, row.name]));
  return ids.map((id) => byId.get(id) ?? '');
}
