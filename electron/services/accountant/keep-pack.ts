import type { ReadHandle } from '#db/file/client.ts';
import { inTransaction } from '#db/file/transaction.ts';
import { entriesNow, entriesThen, type Period } from '#db/queries/accountant/changes.ts';
import {
  movePack,
  type PackFacts,
  packsOfPeriod,
  recordPack,
  type StoredPack,
} from '#db/queries/accountant/packs.ts';
import {
  compareEntries,
  type EntryChange,
  type PackEntry,
} from '#shared/domain/books/pack-entries.ts';
import type { TaskContext } from '../../context.ts';

/** A period as it is now, held against the packs that were made of it. */
export interface PeriodNow {
  readonly entries: readonly PackEntry[];
  /** The newest pack that says something else; null: there is none. */
  readonly since: StoredPack | null;
  /** What changed since that one. */
  readonly changes: readonly EntryChange[];
}

/**
 * Reads a period with what changed since its last pack. Packs that say the same are passed over: a pack
 * made again without a change tells the same changes, and so is the same.
 */
export async function readPeriodNow(db: ReadHandle, period: Period): Promise<PeriodNow> {
  const entries = await entriesNow(db, period);
  for (const pack of await packsOfPeriod(db, period)) {
    const changes = compareEntries(await entriesThen(db, pack.id), entries);
    if (changes.length > 0) return { entries, since: pack, changes };
  }
  return { entries, since: null, changes: [] };
}

/**
 * Keeps a pack that was made, with the rows it was made of. One that is the same as the last of its
 * period is not kept twice, but found where it was written last. Returns its id.
 */
export async function keepPack(
  ctx: TaskContext,
  pack: PackFacts,
  entries: readonly PackEntry[],
): Promise<number> {
  return ctx.exclusive(async () => {
    const { raw, db } = ctx.open();
    const [last] = await packsOfPeriod(db, pack);
    const isSame = last?.hash === pack.hash && last.appVersion === pack.appVersion;
    if (last !== undefined && isSame) {
      const changes = compareEntries(await entriesThen(db, last.id), entries);
      if (changes.length === 0) {
        await inTransaction(raw, async () => movePack(raw, last.id, pack));
        return last.id;
      }
    }
    return inTransaction(raw, async () => recordPack(raw, pack, entries));
  });
}
