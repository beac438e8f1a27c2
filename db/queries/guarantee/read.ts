import { sql } from 'kysely';
import type { ClaimRow, CoveredLine, GuaranteePolicy } from '#shared/contract/guarantee.ts';
import { nameKey } from '#shared/domain/text/names.ts';
import type { ProductId } from '#shared/ids.ts';
import type { ReadHandle } from '../../file/client.ts';
import { idList } from '../customers/id-list.ts';
import { calledName } from '../customers/name.ts';

export interface PolicyRow {
  readonly id: number;
  readonly policy: GuaranteePolicy;
}

export type PoliciesByProduct = ReadonlyMap<number, readonly PolicyRow['policy'][]>;

function policyColumns(db: ReadHandle) {
  return db
    .selectFrom('guarantee_policies as g')
    .select([
      'g.id',
      'g.product_id as productId',
      'g.applies_from as appliesFrom',
      'g.months',
      'g.days',
      'g.covers',
      'g.excludes',
      'g.how_to_claim as howToClaim',
      'g.service_months as serviceMonths',
    ]);
}

async function policyRows(db: ReadHandle, productIds: readonly number[]): Promise<PolicyRow[]> {
  const rows = await policyColumns(db)
    .where('g.product_id', 'in', sql<number>`${idList(productIds)}`)
    .orderBy('g.product_id')
    .orderBy(sql`coalesce(g.applies_from, '')`, 'desc')
    .execute();
  return rows.map(({ id, productId, ...terms }) => ({
    id,
    policy: { ...terms, productId: productId as ProductId },
  }));
}

/** The policies of some products, by product; those that have none are left out. */
export async function policiesOf(
  db: ReadHandle,
  productIds: readonly number[],
): Promise<PoliciesByProduct> {
  const byProduct = new Map<number, GuaranteePolicy[]>();
  for (const { policy } of await policyRows(db, [...new Set(productIds)])) {
    const known = byProduct.get(policy.productId);
    if (known === undefined) byProduct.set(policy.productId, [policy]);
    else known.push(policy);
  }
  return byProduct;
}

/** The policies of one product, the newest first. */
export function policyRowsOf(db: ReadHandle, productId: number): Promise<PolicyRow[]> {
  return policyRows(db, [productId]);
}

/** Every policy there is, by product: for the report over all sales. */
export async function allPolicies(db: ReadHandle): Promise<PoliciesByProduct> {
  const products = await db.selectFrom('guarantee_policies').select('product_id').execute();
  return policiesOf(
    db,
    products.map((row) => row.product_id),
  );
}

/** Products by name with their policies, the newest policy first: those that have one, or those a text finds. */
export async function productPolicies(
  db: ReadHandle,
  input: { search: string; limit: number },
): Promise<{ productId: ProductId; product: string; policies: PolicyRow[] }[]> {
  const key = nameKey(input.search);
  const code = input.search.trim().toLowerCase();
  const wanted =
    code === ''
      ? sql<boolean>`p.id IN (SELECT product_id FROM guarantee_policies)`
      : sql<boolean>`(${key} <> '' AND instr(p.name_key, ${key}) > 0)
          OR instr(lower(coalesce(p.sku, '')), ${code}) > 0`;
  const products = await db
    .selectFrom('products as p')
    .select(['p.id', 'p.name'])
    .where('p.deleted_at', 'is', null)
    .where(wanted)
    .orderBy('p.name_key')
    .orderBy('p.id')
    .limit(input.limit)
    .execute();
  const policies = await policyRows(
    db,
    products.map(({ id }) => id),
  );
  return products.map(({ id, name }) => ({
    productId: id as ProductId,
    product: name,
    policies: policies.filter(({ policy }) => policy.productId === id),
  }));
}

/** A thing sold on a day, without more: enough to reckon its guarantee. */
export interface SoldThing {
  readonly id: number;
  readonly customerId: number;
  readonly productId: number;
  readonly soldOn: string;
}

/** Sold, handed over and not cancelled; what came back later was still bought here. */
const isSold = sql`s.kind = 'sale' AND s.status = 'completed' AND s.deleted_at IS NULL`;

/** What a customer bought, newest first, at most `limit` lines. */
export async function thingsOf(
  db: ReadHandle,
  customerId: number,
  limit: number,
): Promise<SoldThing[]> {
  const found = await sql<SoldThing>`
    SELECT l.id, s.customer_id AS customerId, l.product_id AS productId, s.sold_on AS soldOn
    FROM sales s CROSS JOIN sale_lines l ON l.sale_id = s.id
    WHERE s.customer_id = ${customerId} AND ${isSold} AND l.product_id IS NOT NULL
    ORDER BY s.sold_on DESC, s.id DESC, l.position LIMIT ${limit}`.execute(db);
  return found.rows;
}

/** How many of a product each of some customers bought on a day; only of products with a policy. */
export async function guaranteedBuys(
  db: ReadHandle,
  customerIds: readonly number[],
): Promise<{ customerId: number; productId: number; soldOn: string; lines: number }[]> {
  const found = await sql<{
    customerId: number;
    productId: number;
    soldOn: string;
    lines: number;
  }>`
    SELECT s.customer_id AS customerId, l.product_id AS productId, s.sold_on AS soldOn,
      count(*) AS lines
    FROM sales s CROSS JOIN sale_lines l ON l.sale_id = s.id
    WHERE s.customer_id IN ${idList(customerIds)} AND ${isSold}
      AND l.product_id IN (SELECT product_id FROM guarantee_policies)
    GROUP BY s.customer_id, l.product_id, s.sold_on`.execute(db);
  return found.rows;
}

export type LineFacts = Omit<CoveredLine, 'endsOn' | 'daysLeft' | 'covers' | 'excludes'> & {
  readonly customerId: number | null;
  /** 1: of a completed sale that is no return. */
  readonly isSold: number;
};

const lineFacts = sql`l.id AS saleLineId, s.id AS saleId, s.number AS saleNumber,
  s.sold_on AS soldOn, s.customer_id AS customerId, p.id AS productId, p.name AS product,
  l.quantity_e4 AS quantityE4, (${isSold}) AS isSold,
  (SELECT count(*) FROM claims m WHERE m.sale_line_id = l.id AND m.deleted_at IS NULL) AS claims`;

/** Sale lines in full, in the order asked for; a line without a product is left out. */
export async function linesByIds(db: ReadHandle, ids: readonly number[]): Promise<LineFacts[]> {
  const found = await sql<LineFacts>`
    SELECT ${lineFacts} FROM sale_lines l JOIN sales s ON s.id = l.sale_id
    JOIN products p ON p.id = l.product_id WHERE l.id IN ${idList(ids)}`.execute(db);
  const byId = new Map(found.rows.map((row) => [row.saleLineId, row]));
  return ids.flatMap((id) => byId.get(id) ?? []);
}

/** The lines of a sale that have a product, in the slip's order. */
export async function linesOfSale(db: ReadHandle, saleId: number): Promise<LineFacts[]> {
  const found = await sql<LineFacts>`
    SELECT ${lineFacts} FROM sale_lines l JOIN sales s ON s.id = l.sale_id
    JOIN products p ON p.id = l.product_id
    WHERE l.sale_id = ${saleId} ORDER BY l.position`.execute(db);
  return found.rows;
}

export interface ClaimCursor {
  readonly claimedAt: string;
  readonly id: number;
}

/** Claims, newest first; those of customers in the trash are left out. */
export async function claimPage(
  db: ReadHandle,
  request: { only: 'open' | 'all'; after: ClaimCursor | null; limit: number },
): Promise<{ rows: ClaimRow[]; next: ClaimCursor | null }> {
  const { only, after, limit } = request;
  const open = only === 'open' ? sql`AND m.done_at IS NULL` : sql``;
  const later =
    after === null ? sql`` : sql`AND (m.claimed_at, m.id) < (${after.claimedAt}, ${after.id})`;
  const found = await sql<ClaimRow>`
    SELECT m.id, m.number, m.customer_id AS customerId, ${calledName('c')} AS customerName,
      (SELECT value FROM contact_points WHERE customer_id = c.id AND kind = 'phone'
        ORDER BY position LIMIT 1) AS phone,
      p.name AS product, m.claimed_at AS claimedAt, m.problem, m.ends_on AS endsOn, m.verdict,
      m.remedy, m.promised_on AS promisedOn, m.cost_minor AS costMinor, m.done_at AS doneAt,
      m.note, k.id AS complaintId, k.number AS complaintNumber
    FROM claims m CROSS JOIN customers c ON c.id = m.customer_id
    LEFT JOIN products p ON p.id = m.product_id
    LEFT JOIN complaints k ON k.id = m.complaint_id AND k.deleted_at IS NULL
    WHERE m.deleted_at IS NULL AND c.deleted_at IS NULL ${open} ${later}
    ORDER BY m.claimed_at DESC, m.id DESC LIMIT ${limit + 1}`.execute(db);
  const rows = found.rows.slice(0, limit);
  const last = rows.at(-1);
  const hasMore = found.rows.length > limit && last !== undefined;
  return { rows, next: hasMore ? { claimedAt: last.claimedAt, id: last.id } : null };
}
