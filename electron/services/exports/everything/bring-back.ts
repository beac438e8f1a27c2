import { mkdir } from 'node:fs/promises';
import { dirname } from 'node:path';
import { openConnection } from '#db/file/client.ts';
import { createAt, migrate } from '#db/file/migrate.ts';
import { inTransaction } from '#db/file/transaction.ts';
import {
  attachCarrier,
  broughtCustomers,
  copyCarried,
  detachCarrier,
  holdsNothing,
} from '#db/queries/exports/bring.ts';
import { readSettings } from '#db/queries/settings.ts';
import type { Output, Parsed } from '#shared/contract/index.ts';
import { AppFailure } from '#shared/errors.ts';
import type { TaskContext } from '../../../context.ts';
import type { ChosenFolder } from '../../../tasks/prepared.ts';
import { refreshShop } from '../../imports/commit.ts';
import { breathe } from '../../imports/draft-store.ts';
import { eraseAgain } from '../../privacy/again.ts';
import { type Manifest, readManifest } from './manifest.ts';
import { readFolder, requireWhole } from './read-folder.ts';
import { dropUnfinished } from './unfinished.ts';

function requireEmpty(ctx: TaskContext): void {
  if (!holdsNothing(ctx.open().raw))
    throw new AppFailure({ code: 'CONFLICT', reason: 'shop-not-empty' });
}

/**
 * Reads the folder into a database of its own, as the version that wrote it had its tables, and brings that
 * to the newest: nothing of the shop is touched before all of it was read and held together.
 */
async function fillCarrier(ctx: TaskContext, folder: string, manifest: Manifest, path: string) {
  await mkdir(dirname(path), { recursive: true });
  const { raw, close } = openConnection(path, { isNew: true });
  try {
    createAt(raw, manifest.schemaVersion);
    const onRows = (done: number, total: number) => ctx.progress('reading', done, total);
    const { signal } = ctx;
    await inTransaction(raw, () => readFolder(raw, { folder, manifest, signal, onRows }));
    ctx.progress('checking', 0, 0);
    await migrate(raw, async () => undefined);
    requireWhole(raw);
  } finally {
    await close();
  }
}

async function takeIn(ctx: TaskContext, total: number): Promise<void> {
  const { raw, db } = ctx.open();
  let done = 0;
  for (const rows of copyCarried(raw)) {
    done += rows;
    ctx.progress('writing', done, total);
    await breathe(ctx.signal);
  }
  const { settings } = await readSettings(db);
  await refreshShop(ctx, settings, broughtCustomers(raw));
}

async function copyIn(ctx: TaskContext, carrier: string, rows: number): Promise<void> {
  await ctx.exclusive(async () => {
    const { raw } = ctx.open();
    attachCarrier(raw, carrier);
    try {
      await inTransaction(raw, async () => {
        requireEmpty(ctx);
        await takeIn(ctx, rows);
      });
    } finally {
      detachCarrier(raw);
    }
  });
}

/** Brings an exported folder into a shop that holds nothing; all of it or nothing. */
export async function bringBack(
  ctx: TaskContext,
  _input: Parsed<'exports.bringBack'>,
  { path: folder, unfinished: carrier }: ChosenFolder,
): Promise<Output<'exports.bringBack'>> {
  requireEmpty(ctx);
  const manifest = await readManifest(folder);
  const rowsOf = (name: string) => manifest.tables.find(({ table }) => table === name)?.rows ?? 0;
  const rows = manifest.tables.reduce((sum, table) => sum + table.rows, 0);
  try {
    await fillCarrier(ctx, folder, manifest, carrier);
    await copyIn(ctx, carrier, rows);
    // The folder may be from before somebody was erased here.
    await ctx.exclusive(() => eraseAgain(ctx.open(), ctx.shop, ctx.clock));
  } finally {
    // It is personal data twice; what cannot be removed now, main removes, or the next start.
    await dropUnfinished(carrier).catch(() => ctx.log.error('carrier not removed'));
  }
  const { language } = (await readSettings(ctx.open().db)).settings;
  return { customers: rowsOf('customers'), sales: rowsOf('sales'), rows, language };
}
