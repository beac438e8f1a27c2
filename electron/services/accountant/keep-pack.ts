import type { ReadHandle } from '#db/file/client.ts';
import { inTransaction } from '#db/file/transaction.ts';
import { entriesNow, entriesThen, type Period } from '#db/queries/accountant/changes.ts';
import {
  attachPackRows,
  detachPackRows,
  movePack,
  type PackFacts,
  packsOfPeriod,
  recordPack,
} from '#db/queries/accountant/packs.ts';
import type { PackRows } from '#db/staging/pack-rows.ts';
import { compareEntries, type EntryChange } from '#shared/domain/books/pack-entries.ts';
import type { TaskContext } from '../../context.ts';

/** Copies a period as it is now into the rows of a pack; `onEntries` is told how many have been read. */
export async function takeRows(
  db: ReadHandle,
  period: Period,
  rows: PackRows,
  onEntries: (read: number) => Promise<void>,
): Promise<void> {
  let read = 0;
  for await (const page of entriesNow(db, period)) {
    rows.add(page);
    read += page.length;
    await onEntries(read);
  }
}

async function isTheSame(db: ReadHandle, packId: number, rows: PackRows): Promise<boolean> {
  const changes = compareEntries(entriesThen(db, packId), rows.pages());
  const first = await changes.next();
  await changes.return(undefined);
  return first.done === true;
}

/**
 * The newest pack of a period that says something else than its rows do; null: there is none. Packs that
 * say the same are passed over: a pack made again without a change tells the same changes, and so is the
 * same.
 */
export async function lastOther(
  db: ReadHandle,
  period: Period,
  rows: PackRows,
): Promise<number | null> {
  for (const { id } of await packsOfPeriod(db, period))
    if (!(await isTheSame(db, id, rows))) return id;
  return null;
}

/** What changed since a pack, read anew at each call; nothing where there was none. */
export async function* changesSince(
  db: ReadHandle,
  packId: number | null,
  rows: PackRows,
): AsyncGenerator<EntryChange> {
  if (packId !== null) yield* compareEntries(entriesThen(db, packId), rows.pages());
}

/**
 * Keeps a pack that was made, with the rows it was made from. One that is the same as the last of its
 * period is not kept twice, but found where it was written last. Returns its id.
 */
export async function keepPack(ctx: TaskContext, pack: PackFacts, rows: PackRows): Promise<number> {
  return ctx.exclusive(async () => {
    const { raw, db } = ctx.open();
    const [last] = await packsOfPeriod(db, pack);
    const isSame = last?.hash === pack.hash && last.appVersion === pack.appVersion;
    if (last !== undefined && isSame && (await isTheSame(db, last.id, rows))) {
      await inTransaction(raw, async () => movePack(raw, last.id, pack));
      return last.id;
    }
    attachPackRows(raw, rows.path);
    try {
      return await inTransaction(raw, async () => recordPack(raw, pack));
    } finally {
      detachPackRows(raw);
    }
  });
}
