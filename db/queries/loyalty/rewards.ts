import type { Reward } from '#shared/contract/loyalty/shapes.ts';
import type { RawHandle, ReadHandle } from '../../file/client.ts';
import { deleteRow, insertRow } from '../../history/journal.ts';

/** What points buy, the cheapest first. */
export function readRewards(db: ReadHandle): Promise<Reward[]> {
  return db
    .selectFrom('loyalty_rewards')
    .select(['id', 'name', 'points'])
    .orderBy('points')
    .orderBy('id')
    .execute();
}

export function insertReward(
  raw: RawHandle,
  batchId: number,
  { name, points }: Omit<Reward, 'id'>,
  at: string,
): number {
  return insertRow(raw, batchId, 'loyalty_rewards', { name, points, created_at: at });
}

export function removeReward(raw: RawHandle, batchId: number, id: number): void {
  deleteRow(raw, batchId, { table: 'loyalty_rewards', id });
}
