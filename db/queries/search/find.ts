import { sql } from 'kysely';
import { nameKey } from '#shared/domain/text/names.ts';
import type { CustomerId, ProductId, SaleId } from '#shared/ids.ts';
import type { ReadHandle } from '../../file/client.ts';
import { findComplaints } from '../complaints/search.ts';
import { searchMatches } from '../customers/filter.ts';
import { bestOf } from '../customers/list.ts';
import { calledName } from '../customers/name.ts';
import { findNotes } from '../notes/read.ts';
import { findProspects } from '../prospects/search.ts';

async function findSales(db: ReadHandle, text: string, limit: number) {
  const number = text.trim();
  if (number.length < 2) return [];
  const rows = await db
    .selectFrom('sales as s')
    .leftJoin('customers as c', 'c.id', 's.customer_id')
    .select([
      's.id',
      's.number',
      's.sold_on as soldOn',
      's.customer_id as customerId',
      calledName('c').as('customerName'),
      's.total_minor as totalMinor',
    ])
    .where(sql<boolean>`s.number COLLATE NOCASE >= ${number}`)
    .where(sql<boolean>`s.number COLLATE NOCASE < ${`${number}\u{10ffff}`}`)
    .where('s.deleted_at', 'is', null)
    .orderBy(sql`s.number COLLATE NOCASE`)
    .orderBy('s.id')
    .limit(limit)
    .$narrowType<{ number: string }>()
    .execute();
  return rows.map((row) => ({
    ...row,
    id: row.id as SaleId,
    customerId: row.customerId as CustomerId | null,
  }));
}

async function findProducts(db: ReadHandle, text: string, limit: number) {
  const key = nameKey(text);
  if (key === '') return [];
  const code = text.trim().toLowerCase();
  const rows = await db
    .selectFrom('products')
    .select(['id', 'name', 'sku'])
    .where('deleted_at', 'is', null)
    .where((eb) =>
      eb.or([
        sql<boolean>`instr(name_key, ${key}) > 0`,
        sql<boolean>`instr(lower(coalesce(sku, '')), ${code}) > 0`,
      ]),
    )
    .orderBy('name_key')
    .limit(limit)
    .execute();
  return rows.map((row) => ({ ...row, id: row.id as ProductId }));
}

/** Customers by name or phone, sales and complaints by number, complaints by words too, prospects by what they are about, products by name or code, notes by what they say. */
export async function findEverywhere(db: ReadHandle, input: { text: string; limit: number }) {
  // Looked up once: telling likeness, or naming thousands of numbers, is most of the work.
  const matches = await searchMatches(db, input.text);
  return {
    customers: await bestOf(db, matches, input.limit),
    sales: await findSales(db, input.text, input.limit),
    complaints: await findComplaints(db, input.text, input.limit, matches),
    prospects: await findProspects(db, input.text, input.limit, matches),
    products: await findProducts(db, input.text, input.limit),
    notes: await findNotes(db, input.text, input.limit),
  };
}
