import { randomBytes } from 'node:crypto';
import { addErased } from '#db/file/erased-list.ts';
import { asideFolder } from '#db/file/swap.ts';
import { inSnapshot, inTransaction } from '#db/file/transaction.ts';
import { calledNow } from '#db/queries/customers/name.ts';
import { accountOf } from '#db/queries/payments/account.ts';
import { copiesAreRemoved, wantCopiesRemoved } from '#db/queries/privacy/copies-to-remove.ts';
import { erasePerson, sweepFile } from '#db/queries/privacy/erase.ts';
import { erasable, erasedIn, hasErased, knownSince, markOf } from '#db/queries/privacy/erasures.ts';
import { surveyPerson } from '#db/queries/privacy/survey.ts';
import { readSettings } from '#db/queries/settings.ts';
import type { BackupEntry } from '#shared/contract/backups.ts';
import type { Output, Parsed } from '#shared/contract/index.ts';
import { erasedName } from '#shared/domain/privacy/erased-name.ts';
import { nameKey } from '#shared/domain/text/names.ts';
import { AppFailure, notFound } from '#shared/errors.ts';
import type { TaskContext } from '../../context.ts';
import { backUp } from '../backups.ts';
import { dropAllDrafts } from '../imports/draft-files.ts';
import { copiesWith, countSetAside, dropCopiesWith, hasDraft, secondWith } from './holders.ts';

function requireErasable(ctx: TaskContext, customerId: number): { readonly createdAt: string } {
  const { raw } = ctx.open();
  const found = erasable(raw, customerId);
  if (found !== null) return found;
  if (hasErased(raw, [customerId])) throw new AppFailure({ code: 'CONFLICT', reason: 'erased' });
  throw notFound('customer');
}

/** What erasing somebody would do, in counts; nothing is changed. */
export async function surveyErasure(
  ctx: TaskContext,
  { customerId }: Parsed<'privacy.survey'>,
): Promise<Output<'privacy.survey'>> {
  const { raw, db } = ctx.open();
  const { paths } = ctx.shop;
  requireErasable(ctx, customerId);
  const since = knownSince(raw, customerId);
  const found = await inSnapshot(raw, async () => ({
    ...surveyPerson(raw, customerId),
    called: calledNow(raw, customerId) ?? '',
    owedMinor: (await accountOf(db, ctx.clock.today(), { customerId })).owedMinor,
  }));
  const copies = await copiesWith(paths.backups, since);
  const days = copies.map(({ madeAt }) => madeAt).sort();
  const [oldestAt, newestAt] = [days[0], days.at(-1)];
  const second = await secondWith(paths, since);
  return {
    ...found,
    hasDraft: await hasDraft(paths),
    backups:
      oldestAt === undefined || newestAt === undefined
        ? null
        : { count: copies.length, oldestAt, newestAt },
    second: second === null ? null : second.entries.length,
    setAside: { count: await countSetAside(paths), folder: asideFolder(paths.folder) },
  };
}

function requireConfirmed(ctx: TaskContext, input: Parsed<'privacy.erase'>): void {
  const called = calledNow(ctx.open().raw, input.customerId) ?? '';
  if (nameKey(called) === nameKey(input.confirm)) return;
  throw new AppFailure({
    code: 'VALIDATION',
    issues: [{ path: 'confirm', problem: 'other-name' }],
  });
}

async function eraseInFile(
  ctx: TaskContext,
  { customerId, removesBackups }: Parsed<'privacy.erase'>,
  since: string,
) {
  const { raw, db } = ctx.open();
  const { language } = (await readSettings(db)).settings;
  return inTransaction(raw, async () => {
    const { createdAt } = requireErasable(ctx, customerId);
    const salt = randomBytes(16).toString('hex');
    const mark = markOf({ id: customerId, createdAt }, salt);
    const at = ctx.clock.instant();
    if (removesBackups) wantCopiesRemoved(raw, { since, at });
    return erasePerson(raw, {
      ...{ customerId, salt, mark, at, isAgain: false },
      calls: (number) => erasedName(number, language),
    });
  });
}

/** Clears what is left in the file's free room. False: there was no room for it, and the next start does it. */
function sweep(ctx: TaskContext): boolean {
  try {
    return sweepFile(ctx.open().raw, ctx.clock.instant());
  } catch (error) {
    ctx.log.error('file not swept', { name: error instanceof Error ? error.name : typeof error });
    return false;
  }
}

/** A copy without the person first: there is always one. */
async function removeBackups(ctx: TaskContext, since: string) {
  const { raw } = ctx.open();
  const copy = await backUp(ctx, 'manual');
  const isWithout = ({ fileName }: BackupEntry) => fileName === copy.fileName;
  const { removed, left } = await dropCopiesWith(ctx.shop.paths, since, isWithout);
  await inTransaction(raw, async () =>
    copiesAreRemoved(raw, { at: ctx.clock.instant(), count: removed }),
  );
  return { removedBackups: removed, leftBackups: left };
}

/**
 * Erases one person for good: from the shop's file in one transaction, then from what lies beside it. Cut
 * short after that, the next start ends it. No copy is made before: it would hold the person again.
 */
export function eraseOne(
  ctx: TaskContext,
  input: Parsed<'privacy.erase'>,
): Promise<Output<'privacy.erase'>> {
  return ctx.exclusive(async () => {
    const { customerId, removesBackups } = input;
    const { paths } = ctx.shop;
    requireErasable(ctx, customerId);
    const since = knownSince(ctx.open().raw, customerId);
    requireConfirmed(ctx, input);
    ctx.progress('removing', 0, 0);
    const { number, isKept } = await eraseInFile(ctx, input, since);
    await addErased(paths.backups, erasedIn(ctx.open().raw));
    await dropAllDrafts(paths.staging);
    const isSwept = sweep(ctx);
    const backups = removesBackups
      ? await removeBackups(ctx, since)
      : { removedBackups: 0, leftBackups: 0 };
    return { number, isKept, isSwept, ...backups };
  });
}
