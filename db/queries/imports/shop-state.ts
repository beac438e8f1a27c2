import type { RawHandle } from '../../file/client.ts';
import { fillingTables, type PlannedTable, plannedTables } from '../../table-facts.ts';

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

export interface StoredAddress {
  readonly id: number;
  readonly street: string | null;
  readonly district: string | null;
  readonly city: string | null;
  readonly province: string | null;
  readonly postal_code: string | null;
  readonly position: number;
}

export interface StoredProduct {
  readonly id: number;
  readonly name: string;
  readonly name_key: string;
  readonly sku: string | null;
  readonly category: string | null;
  readonly unit: string | null;
  readonly cost_minor: number | null;
}

export interface StoredSale {
  readonly id: number;
  readonly customer_id: number | null;
  readonly sold_at: string | null;
  readonly kind: string;
  readonly status: string;
  readonly discount_minor: number;
  readonly shipping_minor: number;
  readonly total_minor: number;
  readonly revenue_minor: number;
  readonly is_purchase: number;
  readonly payment_method: string | null;
  readonly note: string | null;
  readonly deleted_at: string | null;
}

export interface StoredLine {
  readonly id: number;
  readonly position: number;
  readonly product_id: number | null;
  readonly quantity_e4: number;
  readonly unit_price_e4: number | null;
  readonly discount_minor: number;
  readonly amount_minor: number;
}

/** What an import asks the shop's database, row by row: prepared once, answered in microseconds. */
export interface ShopLookup {
  /** Nothing is there at all: nothing need be asked. */
  readonly isEmpty: boolean;
  customerByPoint(kind: 'phone' | 'email', matchKey: string): number | null;
  customerByIdentifier(scheme: string, value: string): number | null;
  /** Customers not in the trash with that name key, lowest id first. */
  customersByName(nameKey: string): number[];
  /** The same, but only those of whom nothing but the name is known. */
  bareCustomersByName(nameKey: string): number[];
  /** The same of those without phone and e-mail, whatever else is known of them. */
  customersWithoutPoints(nameKey: string): number[];
  customer(id: number): StoredCustomer;
  productBySku(sku: string): StoredProduct | null;
  productByName(nameKey: string): StoredProduct | null;
  /** Sales with that key and customer, trash included, lowest id first. */
  sales(matchKey: string, customerId: number | null): StoredSale[];
  lines(saleId: number): StoredLine[];
}

const customerFacts =
  'name, name_key, kind, birthday_on, gender, occupation, source, tax_id, note, deleted_at';
const productColumns = 'id, name, name_key, sku, category, unit, cost_minor';
const saleColumns =
  'id, customer_id, sold_at, kind, status, discount_minor, shipping_minor, total_minor, ' +
  'revenue_minor, is_purchase, payment_method, note, deleted_at';

/** No customers, products, sales or complaints at all; everything else hangs on one of these. */
export function isEmptyShop(raw: RawHandle): boolean {
  const any = fillingTables.map((table) => `SELECT 1 FROM ${table}`).join(' UNION ALL ');
  return raw.prepare(`${any} LIMIT 1`).get() === undefined;
}

function prepareCustomers(raw: RawHandle) {
  const byPoint = raw
    .prepare(
      `SELECT p.customer_id FROM contact_points p JOIN customers c ON c.id = p.customer_id
       WHERE p.kind = ? AND p.match_key = ? ORDER BY c.deleted_at IS NOT NULL, c.id LIMIT 1`,
    )
    .pluck();
  const byIdentifier = raw
    .prepare(
      `SELECT i.customer_id FROM customer_identifiers i JOIN customers c ON c.id = i.customer_id
       WHERE i.scheme = ? AND i.value = ? ORDER BY c.deleted_at IS NOT NULL, c.id LIMIT 1`,
    )
    .pluck();
  const byName = raw
    .prepare(
      'SELECT id FROM customers WHERE name_key = ? AND deleted_at IS NULL ORDER BY id LIMIT 2',
    )
    .pluck();
  const bareByName = raw
    .prepare(
      `SELECT id FROM customers c WHERE name_key = ? AND deleted_at IS NULL
       AND NOT EXISTS (SELECT 1 FROM contact_points p WHERE p.customer_id = c.id
         AND p.kind IN ('phone', 'email'))
       AND NOT EXISTS (SELECT 1 FROM customer_identifiers i WHERE i.customer_id = c.id)
       ORDER BY id`,
    )
    .pluck();
  const withoutPoints = raw
    .prepare(
      `SELECT id FROM customers c WHERE name_key = ? AND deleted_at IS NULL
       AND NOT EXISTS (SELECT 1 FROM contact_points p WHERE p.customer_id = c.id
         AND p.kind IN ('phone', 'email')) ORDER BY id`,
    )
    .pluck();
  return { byPoint, byIdentifier, byName, bareByName, withoutPoints };
}

function prepareCustomer(raw: RawHandle): (id: number) => StoredCustomer {
  const facts = raw.prepare(`SELECT ${customerFacts} FROM customers WHERE id = ?`);
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

function idOrNull(found: unknown): number | null {
  return found === undefined ? null : Number(found);
}

/** Prepares every question that an import asks of the shop's database. */
export function prepareShopLookup(raw: RawHandle): ShopLookup {
  const customers = prepareCustomers(raw);
  const bySku = raw.prepare(
    `SELECT ${productColumns} FROM products WHERE sku = ? ORDER BY deleted_at IS NOT NULL, id LIMIT 1`,
  );
  const byProductName = raw.prepare(
    `SELECT ${productColumns} FROM products WHERE name_key = ?
     ORDER BY deleted_at IS NOT NULL, id LIMIT 1`,
  );
  const sales = raw.prepare(
    `SELECT ${saleColumns} FROM sales WHERE match_key = ? AND customer_id IS ? ORDER BY id`,
  );
  const lines = raw.prepare(
    `SELECT id, position, product_id, quantity_e4, unit_price_e4, discount_minor, amount_minor
     FROM sale_lines WHERE sale_id = ? ORDER BY position, id`,
  );
  return {
    isEmpty: isEmptyShop(raw),
    customerByPoint: (kind, matchKey) => idOrNull(customers.byPoint.get(kind, matchKey)),
    customerByIdentifier: (scheme, value) => idOrNull(customers.byIdentifier.get(scheme, value)),
    customersByName: (key) => customers.byName.all(key) as number[],
    bareCustomersByName: (key) => customers.bareByName.all(key) as number[],
    customersWithoutPoints: (key) => customers.withoutPoints.all(key) as number[],
    customer: prepareCustomer(raw),
    productBySku: (sku) => (bySku.get(sku) as StoredProduct | undefined) ?? null,
    productByName: (key) => (byProductName.get(key) as StoredProduct | undefined) ?? null,
    sales: (key, customerId) => sales.all(key, customerId) as StoredSale[],
    lines: (saleId) => lines.all(saleId) as StoredLine[],
  };
}

export type LastIds = Readonly<Record<PlannedTable, number>>;

/** The highest id each table has ever given out. */
export function lastIds(raw: RawHandle): LastIds {
  const rows = raw.prepare('SELECT name, seq FROM sqlite_sequence').all() as {
    name: string;
    seq: number;
  }[];
  const found = new Map(rows.map(({ name, seq }) => [name, seq]));
  return Object.fromEntries(plannedTables.map((name) => [name, found.get(name) ?? 0])) as Record<
    PlannedTable,
    number
  >;
}

/**
 * A text that differs as soon as a user's row has changed: every change is journalled in a batch,
 * and batches, like every table here, never give out an id twice.
 */
export function shopState(raw: RawHandle): string {
  const rows = raw.prepare('SELECT name, seq FROM sqlite_sequence ORDER BY name').all();
  const settings = raw
    .prepare(
      `SELECT key, value FROM settings WHERE key IN ('currency', 'country', 'language', 'timeZone',
         'businessHours', 'holidays', 'serviceLevels', 'authorityMinor') ORDER BY key`,
    )
    .all();
  return JSON.stringify([rows, settings]);
}
