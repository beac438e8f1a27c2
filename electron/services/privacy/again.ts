import type { Connection } from '#db/file/client.ts';
import { addErased, readErased, unionOfErased } from '#db/file/erased-list.ts';
import { storageReasonOf } from '#db/file/storage-error.ts';
import { inTransaction } from '#db/file/transaction.ts';
import { erasePerson, isUnswept, sweepFile } from '#db/queries/privacy/erase.ts';
import { erasedIn, whoCameBack } from '#db/queries/privacy/erasures.ts';
import { readSettings } from '#db/queries/settings.ts';
import type { ErasedMark } from '#shared/contract/privacy/erased.ts';
import { erasedName } from '#shared/domain/privacy/erased-name.ts';
import type { Clock, ShopFacts } from '../../context.ts';

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

/**
 * Erases again whoever was erased and is there all the same, because an older copy took the place of the
 * data: before anybody sees the shop. What was cut short of an erasing is ended, and the list beside the
 * copies holds everybody who was erased.
 */
export async function eraseAgain(
  writer: Connection,
  { paths }: ShopFacts,
  clock: Clock,
): Promise<void> {
  const { raw } = writer;
  const beside = await readErased(paths.backups);
  const inside = erasedIn(raw);
  if (beside.length + inside.length === 0) return;
  const back = whoCameBack(raw, unionOfErased(beside, inside));
  if (back.length > 0) await eraseAll(writer, back, clock);
  await addErased(paths.backups, inside);
  if (isUnswept(raw)) trySweep(writer, clock);
}
