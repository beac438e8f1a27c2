import { sql } from 'kysely';
import type { RawHandle, ReadHandle } from '../../file/client.ts';
import { deleteRow, type RowValues, replaceInRows, updateRow } from '../../history/journal.ts';
import { entryOf, isOwnTable, type Reference, referrersOf } from '../../table-facts.ts';

/**
 * Everything that refers to products and moves as it is, whatever tables there will be: what is derived
 * follows by itself, and whom a product is no spelling of is looked at one by one.
 */
const referrers: readonly Reference[] = referrersOf('products').filter(
  ({ from }) => entryOf(from).holds !== 'derived' && from !== 'products_apart',
);

/** The rows of each table that refer to a product, in the order of the tables. */
export async function rowsReferringTo(
  db: ReadHandle,
  id: number,
): Promise<{ table: string; count: number }[]> {
  const counts = new Map<string, number>();
  for (const { from, column } of referrers) {
    const found = await sql<{ count: number }>`
      SELECT count(*) AS count FROM ${sql.table(from)} WHERE ${sql.ref(column)} = ${id}`.execute(
      db,
    );
    counts.set(from, (counts.get(from) ?? 0) + (found.rows[0]?.count ?? 0));
  }
  return [...counts].map(([table, count]) => ({ table, count }));
}

interface Pair {
  readonly keptId: number;
  readonly otherId: number;
}

/** Guarantees of the other that begin when one of the kept does: one promise a product and day. */
export async function policiesGivingWay(
  db: ReadHandle,
  { keptId, otherId }: Pair,
): Promise<number[]> {
  const found = await sql<{ id: number }>`
    SELECT o.id FROM guarantee_policies o JOIN guarantee_policies k
      ON coalesce(k.applies_from, '') = coalesce(o.applies_from, '')
    WHERE o.product_id = ${otherId} AND k.product_id = ${keptId} ORDER BY o.id`.execute(db);
  return found.rows.map(({ id }) => id);
}

/** Lets every row that refers to one product refer to another. Returns how many did. */
function moveRows(raw: RawHandle, batchId: number, { keptId, otherId }: Pair): number {
  let moved = 0;
  for (const { from, column } of referrers) {
    if (!isOwnTable(from)) throw new Error(`no table of the owner's: ${from}`);
    moved += replaceInRows(raw, batchId, { table: from, column, from: otherId, to: keptId });
  }
  return moved;
}

/** What the other is no spelling of, the kept one is none of either, but for itself. */
function moveApart(raw: RawHandle, batchId: number, { keptId, otherId }: Pair): void {
  const partners = raw.prepare<[{ id: number }], { id: number; partner: number }>(
    `SELECT id, product_id + other_id - @id AS partner FROM products_apart
     WHERE product_id = @id OR other_id = @id ORDER BY id`,
  );
  const known = new Set([keptId, ...partners.all({ id: keptId }).map(({ partner }) => partner)]);
  for (const { id, partner } of partners.all({ id: otherId })) {
    const row = { table: 'products_apart', id } as const;
    if (known.has(partner)) deleteRow(raw, batchId, row);
    else updateRow(raw, batchId, row, { product_id: keptId, other_id: partner });
  }
}

/**
 * Merges one product into another, as one batch: the other goes to the trash as its spelling, and what
 * referred to it refers to the kept one, which takes over `facts`. Returns how many rows moved.
 */
export function mergeProducts(
  raw: RawHandle,
  batchId: number,
  pair: Pair,
  more: { readonly facts: RowValues; readonly givingWay: readonly number[]; readonly at: string },
): number {
  // The product first: what a long batch did is told by its first rows.
  updateRow(
    raw,
    batchId,
    { table: 'products', id: pair.otherId },
    { merged_into: pair.keptId, deleted_at: more.at },
  );
  updateRow(raw, batchId, { table: 'products', id: pair.keptId }, more.facts);
  for (const id of more.givingWay) deleteRow(raw, batchId, { table: 'guarantee_policies', id });
  moveApart(raw, batchId, pair);
  return moveRows(raw, batchId, pair);
}
