import { basename, join } from 'node:path';
import { listBackups } from '#db/file/backup.ts';
import { dropCopy, manifestOf } from '#db/file/copy-beside.ts';
import { forgetProtection, protect, protectedFolders } from '#db/file/protection.ts';
import { besidePath, lastSwap, requireOther } from '#db/file/swap.ts';
import type { Parsed } from '#shared/contract/index.ts';
import type { CopyChoice } from '#shared/contract/restore/restore.ts';
import { AppFailure, badCopy, notFound } from '#shared/errors.ts';
import type { ActionContext, Platform, Restores, ShopFacts } from '../../context.ts';
import type { ChosenCopy } from '../../tasks/prepared.ts';
import { requireOpened } from '../password/envelope.ts';
import { envelopeBeside } from '../password/key-file.ts';

/** What choosing needs: an open shop's action has it, and so has a start that opened none. */
export interface Chooser {
  readonly platform: Pick<Platform, 'dialogs' | 'ids'>;
  readonly shop: ShopFacts;
  readonly restores: Restores;
  /** False where no shop could be opened. */
  readonly isPresentRead: boolean;
}

interface Ready {
  readonly prepared: ChosenCopy;
  /** Takes away what a task left that came to nothing. */
  tidy(): Promise<void>;
}

async function find(chooser: Chooser, copy: CopyChoice): Promise<Omit<ChosenCopy, 'password'>> {
  const { platform, shop, isPresentRead, restores } = chooser;
  const { backups, database, staging } = shop.paths;
  const why = 'restore' as const;
  const rest = {
    copy,
    isPresentRead,
    why,
    scratch: join(staging, `looked-${platform.ids.next()}.db`),
  };
  if (copy.kind === 'listed') {
    const manifest = (await listBackups(backups)).find((one) => one.fileName === copy.fileName);
    if (manifest === undefined) throw notFound('backup');
    return { ...rest, path: join(backups, manifest.fileName), fileName: copy.fileName, manifest };
  }
  const path = restores.pathOf(copy.id);
  if (path === null) throw notFound('backup');
  await requireOther(database, path);
  return { ...rest, path, fileName: basename(path), manifest: null };
}

/** What opens a copy that another password protects; null: it lies open, or what opens it is known. */
async function foreignEnvelope({ path, manifest }: Pick<ChosenCopy, 'path' | 'manifest'>) {
  const envelope = await envelopeBeside(path, manifest ?? (await manifestOf(path)));
  const isKnown = protectedFolders().some(
    ({ protection }) => protection?.envelope.keyName === envelope?.keyName,
  );
  return isKnown ? null : envelope;
}

/** Lets the copy that is made at `at` be opened, where another password protects it and was given. */
async function unlock(
  { restores }: Chooser,
  found: Omit<ChosenCopy, 'password'>,
  { at, secret }: { readonly at: string; readonly secret: string | undefined },
): Promise<ChosenCopy> {
  const envelope = await foreignEnvelope(found);
  if (envelope === null) return { ...found, password: 'none' };
  if (secret !== undefined) restores.keepKey(found.path, await requireOpened(envelope, secret));
  const protection = restores.keyOf(found.path);
  if (protection?.envelope.keyName !== envelope.keyName) return { ...found, password: 'locked' };
  protect({ folder: at, protection });
  return { ...found, password: 'opened' };
}

/** The copy that is to be looked through; asks for a file where none is named. Null: none was picked. */
export async function choosePreview(
  chooser: Chooser,
  input: Parsed<'restore.preview'>,
): Promise<Ready | null> {
  let { copy } = input;
  if (copy === null) {
    const path = await chooser.platform.dialogs.openBackup();
    if (path === null) return null;
    copy = { kind: 'picked', id: chooser.restores.keep(path) };
  }
  const found = await find(chooser, copy);
  const { scratch } = found;
  const prepared = await unlock(chooser, found, { at: scratch, secret: input.secret });
  const tidy = () => dropCopy(scratch).finally(() => forgetProtection(scratch));
  return { prepared, tidy };
}

/** One at a time, each beside the live file: it is free for the next once this one has ended. */
async function alone(chooser: Chooser, choose: () => Promise<ChosenCopy>): Promise<Ready> {
  const { restores, shop } = chooser;
  restores.begin();
  try {
    const prepared = await choose();
    const beside = besidePath(shop.paths.database);
    const tidy = async () => {
      forgetProtection(beside);
      await dropCopy(beside).finally(restores.end);
    };
    return { prepared, tidy };
  } catch (error) {
    restores.end();
    throw error;
  }
}

/** The copy that is to take the place of the data. */
export function chooseRun(chooser: Chooser, input: Parsed<'restore.run'>): Promise<Ready> {
  const at = besidePath(chooser.shop.paths.database);
  return alone(chooser, async () => {
    const found = await find(chooser, input.copy);
    const chosen = await unlock(chooser, found, { at, secret: undefined });
    if (chosen.password === 'locked') throw badCopy('protected');
    return chosen;
  });
}

/** The file that was there before the last restore. */
export function chooseFormer(chooser: Chooser): Promise<Ready> {
  return alone(chooser, async () => {
    const former = await lastSwap(chooser.shop.paths);
    if (former?.wasWhole !== true) throw notFound('restore');
    const copy = { kind: 'picked', id: '' } as const;
    const { path, source } = former;
    return {
      path,
      copy,
      fileName: source,
      manifest: null,
      isPresentRead: true,
      why: 'undo',
      password: 'none',
      scratch: '',
    };
  });
}

/** Restoring is of the owner's shop: while the sample is shown it is refused. */
export function chooserOf(ctx: ActionContext): Chooser {
  if (ctx.shop.isSample) throw new AppFailure({ code: 'CONFLICT', reason: 'sample-open' });
  const { platform, shop, restores } = ctx;
  return { platform, shop, restores, isPresentRead: true };
}
