import { makeBackup } from '#db/file/backup.ts';
import type { Connection } from '#db/file/client.ts';
import { addErased, readErased, unionOfErased } from '#db/file/erased-list.ts';
import { storageReasonOf } from '#db/file/storage-error.ts';
import { inTransaction } from '#db/file/transaction.ts';
import { copiesAreRemoved, copiesToRemove } from '#db/queries/privacy/copies-to-remove.ts';
import { erasePerson, isUnswept, sweepFile } from '#db/queries/privacy/erase.ts';
import { erasedIn, whoCameBack } from '#db/queries/privacy/erasures.ts';
import { readSettings } from '#db/queries/settings.ts';
import type { BackupEntry } from '#shared/contract/backups.ts';
import type { ErasedMark } from '#shared/contract/privacy/erased.ts';
import { erasedName } from '#shared/domain/privacy/erased-name.ts';
import type { Clock, ShopFacts } from '../../context.ts';
import { dropCopiesWith } from './holders.ts';

async function eraseAll(
  { raw, db }: Connection,
  back: readonly ErasedMark[],
  clock: Clock,
): Promise<void> {
  const { language } = (await readSettings(db)).settings;
  await inTransaction(raw, async () => {
    for (const { customerId, salt, mark, number } of back) {
      const erasing = {
        ...{ customerId, salt, mark, isAgain: true, at: clock.instant() },
        calls: (given: number) => erasedName(given, language),
      };
      erasePerson(raw, erasing, number);
    }
  });
}

/** Where there is no room for it now, the shop opens all the same, and the next start does it. */
function trySweep({ raw }: Connection, clock: Clock): void {
  try {
    sweepFile(raw, clock.instant());
  } catch (error) {
    if (storageReasonOf(error, null) === null) throw error;
  }
}

/** A copy without the person, made after they were erased: there is always one left. */
async function copyWithout(
  { raw, db }: Connection,
  { paths, appVersion }: ShopFacts,
  at: string,
): Promise<BackupEntry> {
  const { settings } = await readSettings(db);
  const { timeZone } = settings;
  return makeBackup(raw, { folder: paths.backups, cause: 'manual', at, appVersion, timeZone });
}

/**
 * Removes the copies that were to go with somebody, where the app was ended before that. What the disk does
 * not let go now is tried again at the next start.
 */
async function endRemoving(writer: Connection, facts: ShopFacts, clock: Clock): Promise<void> {
  const { raw } = writer;
  const wanted = copiesToRemove(raw);
  if (wanted === null) return;
  try {
    const copy = await copyWithout(writer, facts, clock.instant());
    const isWithout = ({ fileName, madeAt }: BackupEntry) =>
      fileName === copy.fileName || madeAt > wanted.at;
    const { removed } = await dropCopiesWith(facts.paths, wanted.since, isWithout);
    await inTransaction(raw, async () =>
      copiesAreRemoved(raw, { at: clock.instant(), count: removed }),
    );
  } catch (error) {
    if (storageReasonOf(error, null) === null) throw error;
  }
}

/**
 * Erases again whoever was erased and is there all the same, because an older copy took the place of the
 * data: before anybody sees the shop. What was cut short of an erasing is ended, and the list beside the
 * copies holds everybody who was erased.
 */
export async function eraseAgain(
  writer: Connection,
  facts: ShopFacts,
  clock: Clock,
): Promise<void> {
  const { raw } = writer;
  const { paths } = facts;
  const beside = await readErased(paths.backups);
  const inside = erasedIn(raw);
  if (beside.length + inside.length === 0) return;
  const back = whoCameBack(raw, unionOfErased(beside, inside));
  if (back.length > 0) await eraseAll(writer, back, clock);
  await addErased(paths.backups, inside);
  if (isUnswept(raw)) trySweep(writer, clock);
  await endRemoving(writer, facts, clock);
}
