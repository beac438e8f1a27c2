import type { RawHandle } from '#db/file/client.ts';
import { type FigureRules, refreshFigures } from '#db/queries/figures/refresh.ts';
import { indexCustomers } from '#db/queries/search/index.ts';
import { nameKey } from '#shared/domain/text/names.ts';
import { phoneDigits } from '#shared/domain/text/phone.ts';

/** The day tests take for today. */
export const today = '2026-06-15';

export const plainRules: FigureRules = {
  today,
  activeMonths: 12,
  marginPercent: null,
  keepingCostMinor: null,
  yearsKept: { kind: 'history' },
};

/** The rules of a shop whose settings nobody changed: with figures of these the app has nothing to count anew at its start. */
const newShopRules: FigureRules = { ...plainRules, yearsKept: { kind: 'average' } };

export interface CustomerParts {
  readonly name?: string;
  readonly kind?: 'person' | 'business';
  readonly mark?: 'suspect' | 'rest-of-world';
  readonly phones?: readonly string[];
  readonly emails?: readonly string[];
  readonly city?: string;
  readonly tags?: readonly string[];
  readonly note?: string;
  readonly deletedAt?: string;
}

function insert(
  raw: RawHandle,
  table: string,
  row: Record<string, string | number | null>,
): number {
  const columns = Object.keys(row);
  const places = columns.map(() => '?').join(', ');
  return Number(
    raw
      .prepare(`INSERT INTO ${table} (${columns.join(', ')}) VALUES (${places}) RETURNING id`)
      .pluck()
      .get(...Object.values(row)),
  );
}

/** Inserts a customer straight into the tables; figures and search text follow with `finishShop`. */
export function addCustomer(raw: RawHandle, parts: CustomerParts): number {
  const name = parts.name ?? '';
  const id = insert(raw, 'customers', {
    name,
    name_key: nameKey(name),
    kind: parts.kind ?? 'person',
    mark: parts.mark ?? null,
    note: parts.note ?? null,
    created_at: '2026-01-01T00:00:00.000Z',
    deleted_at: parts.deletedAt ?? null,
  });
  const points = [
    ...(parts.phones ?? []).map((value) => ['phone', value, phoneDigits(value)] as const),
    ...(parts.emails ?? []).map((value) => ['email', value, value.toLowerCase()] as const),
  ];
  for (const [position, [kind, value, match_key]] of points.entries())
    insert(raw, 'contact_points', { customer_id: id, kind, value, match_key, position });
  if (parts.city !== undefined) insert(raw, 'addresses', { customer_id: id, city: parts.city });
  for (const tag of parts.tags ?? []) insert(raw, 'customer_tags', { customer_id: id, tag });
  return id;
}

export interface SaleParts {
  readonly customerId: number | null;
  readonly soldOn: string;
  /** Minor units; a return's is negative. */
  readonly revenueMinor: number;
  readonly kind?: 'sale' | 'return';
  readonly status?: 'completed' | 'processing' | 'cancelled' | 'returned';
  readonly number?: string;
  readonly deletedAt?: string;
  /** Stands on the customer's account. */
  readonly onAccount?: boolean;
  readonly dueOn?: string;
  readonly returnOf?: number;
}

/** Inserts a sale; a return and a cancelled one are no purchases, a cancelled one earns nothing. */
export function addSale(raw: RawHandle, parts: SaleParts): number {
  const kind = parts.kind ?? 'sale';
  const status = parts.status ?? 'completed';
  const counts = status !== 'cancelled';
  return insert(raw, 'sales', {
    match_key: parts.number ?? '',
    number: parts.number ?? null,
    sold_on: parts.soldOn,
    customer_id: parts.customerId,
    kind,
    status,
    total_minor: parts.revenueMinor,
    revenue_minor: counts ? parts.revenueMinor : 0,
    is_purchase: counts && kind === 'sale' ? 1 : 0,
    created_at: '2026-01-01T00:00:00.000Z',
    deleted_at: parts.deletedAt ?? null,
    // A shop of an earlier version has no such columns.
    ...(parts.onAccount === true ? { is_on_account: 1 } : {}),
    ...(parts.dueOn === undefined ? {} : { due_on: parts.dueOn }),
    ...(parts.returnOf === undefined ? {} : { return_of: parts.returnOf }),
  });
}

export interface PaymentParts {
  readonly customerId: number | null;
  readonly paidOn: string;
  readonly amountMinor: number;
  /** Sales with what of it settles them. */
  readonly parts?: readonly (readonly [saleId: number, amountMinor: number])[];
  readonly deletedAt?: string;
}

/** Inserts a payment with its parts. */
export function addPayment(raw: RawHandle, parts: PaymentParts): number {
  const id = insert(raw, 'payments', {
    customer_id: parts.customerId,
    paid_on: parts.paidOn,
    amount_minor: parts.amountMinor,
    created_at: '2026-01-01T00:00:00.000Z',
    deleted_at: parts.deletedAt ?? null,
  });
  for (const [sale_id, amount_minor] of parts.parts ?? [])
    insert(raw, 'payment_parts', { payment_id: id, sale_id, amount_minor });
  return id;
}

/** Adds a sale's line for a product of that name (made when there is none). Amount in minor units. */
export function addLine(
  raw: RawHandle,
  saleId: number,
  product: string,
  amountMinor: number,
): void {
  const known = raw
    .prepare('SELECT id FROM products WHERE name_key = ?')
    .pluck()
    .get(nameKey(product));
  const product_id =
    known === undefined
      ? insert(raw, 'products', {
          name: product,
          name_key: nameKey(product),
          created_at: '2026-01-01T00:00:00.000Z',
        })
      : Number(known);
  const position = Number(
    raw.prepare('SELECT count(*) FROM sale_lines WHERE sale_id = ?').pluck().get(saleId),
  );
  insert(raw, 'sale_lines', {
    sale_id: saleId,
    position,
    product_id,
    quantity_e4: 10_000,
    unit_price_e4: amountMinor * 100,
    amount_minor: amountMinor,
  });
}

/** Counts figures and writes search texts, as an import does at its end. */
export function finishShop(raw: RawHandle, rules: FigureRules = newShopRules): void {
  raw.transaction(() => {
    refreshFigures(raw, rules);
    indexCustomers(raw, null);
  })();
}
