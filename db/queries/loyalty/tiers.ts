import { sql } from 'kysely';
import type { TierFacts } from '#shared/contract/loyalty/shapes.ts';
import type { RawHandle, ReadHandle } from '../../file/client.ts';
import { deleteRow, insertRow, updateRow } from '../../history/journal.ts';
import { idList } from '../customers/id-list.ts';
import type { StoredTier } from './rules.ts';

/** The levels, the lowest first. */
export async function readTiers(db: ReadHandle): Promise<StoredTier[]> {
  const { rows } = await sql<StoredTier>`SELECT id, name, reached_by AS reachedBy,
    at_least AS atLeast, gives FROM loyalty_tiers ORDER BY at_least, id`.execute(db);
  return rows;
}

/** How many customers are in each level, by its id. */
export async function countInTiers(db: ReadHandle): Promise<ReadonlyMap<number, number>> {
  const { rows } = await sql<{ id: number; people: number }>`SELECT f.tier_id AS id,
    count(*) AS people FROM customer_figures f WHERE f.tier_id IS NOT NULL GROUP BY 1`.execute(db);
  return new Map(rows.map(({ id, people }) => [id, people]));
}

/** The levels with how many customers are in each, the lowest first. */
export async function tiersInUse(
  db: ReadHandle,
): Promise<{ id: number; name: string; count: number }[]> {
  const people = await countInTiers(db);
  const tiers = await readTiers(db);
  return tiers.map(({ id, name }) => ({ id, name, count: people.get(id) ?? 0 }));
}

/** What levels are called, by their ids. */
export async function tierNames(
  db: ReadHandle,
  ids: readonly number[],
): Promise<ReadonlyMap<number, string>> {
  if (ids.length === 0) return new Map();
  const { rows } = await sql<{ id: number; name: string }>`SELECT id, name FROM loyalty_tiers
    WHERE id IN ${idList(ids)}`.execute(db);
  return new Map(rows.map(({ id, name }) => [id, name]));
}

function columnsOf({ name, reachedBy, atLeast, gives }: TierFacts) {
  return { name, reached_by: reachedBy, at_least: atLeast, gives };
}

export function insertTier(raw: RawHandle, batchId: number, tier: TierFacts, at: string): number {
  return insertRow(raw, batchId, 'loyalty_tiers', { ...columnsOf(tier), created_at: at });
}

export function updateTier(raw: RawHandle, batchId: number, id: number, tier: TierFacts): void {
  updateRow(raw, batchId, { table: 'loyalty_tiers', id }, columnsOf(tier));
}

export function deleteTier(raw: RawHandle, batchId: number, id: number): void {
  deleteRow(raw, batchId, { table: 'loyalty_tiers', id });
}
