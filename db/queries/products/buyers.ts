import { sql } from 'kysely';
import type { CustomerId, ProductId } from '#shared/ids.ts';
import type { ReadHandle } from '../../file/client.ts';
import { calledName } from '../customers/name.ts';
import { countsOn, lineQuantity, lineRevenue } from './counted.ts';

interface Bought {
  readonly customerId: CustomerId | null;
  readonly sales: number;
  readonly quantityE4: number;
  readonly revenueMinor: number;
  readonly lastSoldOn: string | null;
}

interface NamedBuyer {
  readonly id: number;
  readonly name: string;
  readonly trashedAt: string | null;
}

/** Who bought a product up to a day, the best first, and what was sold of it without a customer. */
export async function buyersOf(
  db: ReadHandle,
  request: { readonly id: ProductId; readonly limit: number; readonly today: string },
) {
  const found = await sql<Bought>`
    SELECT s.customer_id AS customerId, count(DISTINCT CASE WHEN s.kind = 'sale' THEN s.id END) AS sales,
      sum(${lineQuantity}) AS quantityE4, sum(${lineRevenue}) AS revenueMinor,
      max(CASE WHEN s.kind = 'sale' THEN s.sold_on END) AS lastSoldOn
    FROM sale_lines l CROSS JOIN sales s ON s.id = l.sale_id
    WHERE l.product_id = ${request.id} AND ${countsOn(request.today)}
    GROUP BY s.customer_id ORDER BY revenueMinor DESC, s.customer_id`.execute(db);
  const known = found.rows.filter(({ customerId }) => customerId !== null);
  const shown = known.slice(0, request.limit);
  const ids = JSON.stringify(shown.map(({ customerId }) => customerId));
  const names = await sql<NamedBuyer>`
    SELECT c.id, ${calledName('c')} AS name, c.deleted_at AS trashedAt
    FROM json_each(${ids}) j CROSS JOIN customers c ON c.id = j.value`.execute(db);
  const byId = new Map(names.rows.map((row) => [row.id, row]));
  const nobody = found.rows.find(({ customerId }) => customerId === null);
  return {
    buyers: shown.flatMap(({ customerId, ...bought }) => {
      const who = customerId === null ? undefined : byId.get(customerId);
      if (customerId === null || who === undefined) return [];
      return [{ customerId, name: who.name, isInTrash: who.trashedAt !== null, ...bought }];
    }),
    count: known.length,
    nameless: {
      sales: nobody?.sales ?? 0,
      quantityE4: nobody?.quantityE4 ?? 0,
      revenueMinor: nobody?.revenueMinor ?? 0,
    },
  };
}
