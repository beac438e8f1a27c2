import { notFound } from '#shared/errors.ts';
import type { RawHandle, ReadHandle } from '../../file/client.ts';
import type { Period } from './changes.ts';

/** A period that was handed over: locked, or unlocked since and for which reason. */
export interface PeriodLock extends Period {
  readonly id: number;
  readonly packId: number;
  readonly lockedAt: string;
  readonly unlockedAt: string | null;
  readonly reason: string | null;
}

function locks(db: ReadHandle) {
  return db
    .selectFrom('period_locks')
    .select([
      'id',
      'from_on as from',
      'to_on as to',
      'pack_id as packId',
      'locked_at as lockedAt',
      'unlocked_at as unlockedAt',
      'reason',
    ]);
}

/** Whatever was locked and unlocked of a period, the newest first. */
export async function locksOf(db: ReadHandle, { from, to }: Period): Promise<PeriodLock[]> {
  return locks(db)
    .where('from_on', '=', from)
    .where('to_on', '=', to)
    .orderBy('id', 'desc')
    .execute();
}

/** The lock that holds from the first day to the last, this period's own before a longer one; null: none. */
export async function lockOver(db: ReadHandle, { from, to }: Period): Promise<PeriodLock | null> {
  const found = await locks(db)
    .where('unlocked_at', 'is', null)
    .where('from_on', '<=', from)
    .where('to_on', '>=', to)
    .orderBy('from_on', 'desc')
    .orderBy('to_on')
    .limit(1)
    .executeTakeFirst();
  return found ?? null;
}

/** One lock; NOT_FOUND where there is none. */
export async function readLock(db: ReadHandle, id: number): Promise<PeriodLock> {
  const found = await locks(db).where('id', '=', id).executeTakeFirst();
  if (found === undefined) throw notFound('lock');
  return found;
}

/** Locks the period of a pack from an instant on. Returns the lock's id. */
export function lockPeriod(
  raw: RawHandle,
  { id, from, to }: Period & { readonly id: number },
  at: string,
): number {
  const locked = raw
    .prepare(
      `INSERT INTO period_locks (from_on, to_on, pack_id, locked_at) VALUES (?, ?, ?, ?) RETURNING id`,
    )
    .pluck()
    .get(from, to, id, at);
  return Number(locked);
}

/** Ends a lock; that it held, and why it was ended, stays. */
export function endLock(raw: RawHandle, id: number, at: string, reason: string): void {
  raw
    .prepare('UPDATE period_locks SET unlocked_at = ?, reason = ? WHERE id = ?')
    .run(at, reason, id);
}
