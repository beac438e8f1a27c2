import { sql } from 'kysely';
import type { PointEntry, PointFacts, PointSale } from '#shared/domain/loyalty/ledger.ts';
import { isCounted, saleStatuses } from '#shared/domain/vocabulary/sales.ts';
import type { RawHandle, ReadHandle } from '../../file/client.ts';
import { idList } from '../customers/id-list.ts';

const statuses = saleStatuses
  .filter(isCounted)
  .map((status) => `'${status}'`)
  .join(', ');

/** Whether a row of `sales` gives or takes points. */
function counts(alias: string): string {
  return `${alias}.deleted_at IS NULL AND (${alias}.status IN (${statuses})
    OR ${alias}.kind = 'return' AND ${alias}.revenue_minor <> 0)`;
}

const worthOf = (saleId: string) =>
  `(SELECT sum(b.worth_minor) FROM loyalty_entries b WHERE b.sale_id = ${saleId})`;

/** Of a return its share of what its sale was paid with points, by the share of the discount that comes back. */
const byPoints = `CASE WHEN s.return_of IS NULL THEN coalesce(${worthOf('s.id')}, 0)
  ELSE coalesce(${worthOf('s.return_of')} * abs(s.discount_minor)
    / (SELECT nullif(o.discount_minor, 0) FROM sales o WHERE o.id = s.return_of), 0) END`;

const saleColumns = `s.customer_id AS customerId, s.id, s.sold_on AS "on", s.kind, s.return_of AS returnOf,
  CASE s.kind WHEN 'return' THEN abs(s.total_minor) ELSE s.total_minor END AS paidMinor,
  abs(s.discount_minor) + coalesce((SELECT sum(abs(l.discount_minor)) FROM sale_lines l
    WHERE l.sale_id = s.id), 0) AS discountMinor,
  ${byPoints} AS byPointsMinor`;

/** Sales, without returns, between `@from` and `@to`; of somebody in the trash none are. */
export const countedSales = `SELECT ${saleColumns} FROM sales s WHERE s.kind = 'sale'
  AND s.sold_on BETWEEN @from AND @to AND ${counts('s')} AND NOT EXISTS
    (SELECT 1 FROM customers c WHERE c.id = s.customer_id AND c.deleted_at IS NOT NULL)`;

const entryColumns =
  'e.customer_id AS customerId, e.id, e.entered_on AS "on", e.kind, e.points, e.sale_id AS saleId';

/** What was spent at a sale counts as long as the sale does. */
export const entryCounts = `(e.sale_id IS NULL OR EXISTS (SELECT 1 FROM sales x WHERE x.id = e.sale_id
  AND ${counts('x')}))`;

type Owned<T> = T & { readonly customerId: number };

/** What moves the points of some customers from a day on, up to a day; who has none is not among them. */
export async function pointFactsOfMany(
  db: ReadHandle,
  ids: readonly number[],
  { from, through }: { readonly from: string; readonly through: string },
): Promise<ReadonlyMap<number, PointFacts>> {
  const { rows: sales } = await sql<Owned<PointSale>>`SELECT ${sql.raw(saleColumns)} FROM sales s
    WHERE s.customer_id IN ${idList(ids)} AND s.sold_on BETWEEN ${from} AND ${through}
      AND ${sql.raw(counts('s'))} ORDER BY s.customer_id, s.sold_on, s.id`.execute(db);
  const { rows: entries } = await sql<Owned<PointEntry>>`SELECT ${sql.raw(entryColumns)}
    FROM loyalty_entries e WHERE e.customer_id IN ${idList(ids)} AND e.entered_on <= ${through}
      AND ${sql.raw(entryCounts)} ORDER BY e.id`.execute(db);
  const sold = Map.groupBy(sales, ({ customerId }) => customerId);
  const written = Map.groupBy(entries, ({ customerId }) => customerId);
  const found = [...new Set([...sold.keys(), ...written.keys()])];
  return new Map(
    found.map((id) => [id, { sales: sold.get(id) ?? [], entries: written.get(id) ?? [] }]),
  );
}

/** What moves one customer's points from a day on, up to a day. */
export async function pointFactsOf(
  db: ReadHandle,
  customerId: number,
  days: { readonly from: string; readonly through: string },
): Promise<PointFacts> {
  const found = await pointFactsOfMany(db, [customerId], days);
  return found.get(customerId) ?? { sales: [], entries: [] };
}

/** The days and the people that are asked about. */
export interface PointsAsked {
  readonly from: string;
  readonly through: string;
  /** A JSON list; null: everybody who is not in the trash. */
  readonly ids: string | null;
}

/** The same of many, one after the other, without holding all of it at once. */
export function* pointFactsIn(
  raw: RawHandle,
  { from, through, ids }: PointsAsked,
): Generator<{ readonly customerId: number; readonly facts: PointFacts }> {
  const only = (column: string) =>
    ids === null
      ? `AND ${column} IN (SELECT id FROM customers WHERE deleted_at IS NULL)`
      : `AND ${column} IN (SELECT value FROM json_each(@ids))`;
  const asked = ids === null ? { through } : { through, ids };
  const entries = raw
    .prepare(
      `SELECT ${entryColumns} FROM loyalty_entries e WHERE e.entered_on <= @through
         AND ${entryCounts} ${only('e.customer_id')} ORDER BY e.id`,
    )
    .all(asked) as Owned<PointEntry>[];
  const written = Map.groupBy(entries, ({ customerId }) => customerId);
  const sales = raw
    .prepare(
      `SELECT ${saleColumns} FROM sales s WHERE s.customer_id IS NOT NULL AND ${counts('s')}
         AND s.sold_on BETWEEN @from AND @through ${only('s.customer_id')}
       ORDER BY s.customer_id, s.sold_on, s.id`,
    )
    .iterate({ ...asked, from }) as IterableIterator<Owned<PointSale>>;
  const take = (customerId: number): PointEntry[] => {
    const found = written.get(customerId) ?? [];
    written.delete(customerId);
    return found;
  };
  let own: Owned<PointSale>[] = [];
  for (const sale of sales) {
    const [first] = own;
    if (first !== undefined && first.customerId !== sale.customerId) {
      const { customerId } = first;
      yield { customerId, facts: { sales: own, entries: take(customerId) } };
      own = [];
    }
    own.push(sale);
  }
  const [last] = own;
  if (last !== undefined)
    yield { customerId: last.customerId, facts: { sales: own, entries: take(last.customerId) } };
  for (const [customerId, left] of written)
    yield { customerId, facts: { sales: [], entries: left } };
}
