import { countCustomers } from '#db/queries/customers/read.ts';
import { hasSales } from '#db/queries/insights.ts';
import { readSettings, writeSettings } from '#db/queries/settings.ts';
import type { Output, Parsed } from '#shared/contract/index.ts';
import { countryOfCurrency } from '#shared/domain/currency.ts';
import { AppFailure } from '#shared/errors.ts';
import type { ActionContext, ReadContext, WriteContext } from '../context.ts';

const syncFolders: readonly (readonly [name: string, pattern: RegExp])[] = [
  ['OneDrive', /[\\/]onedrive( - [^\\/]+)?[\\/]/i],
  ['Dropbox', /[\\/]dropbox( \([^\\/]+\))?[\\/]/i],
  ['Google Drive', /[\\/](google ?drive|my drive|googledrive-[^\\/]+)[\\/]/i],
  ['iCloud', /[\\/](icloud ?drive|mobile documents|com~apple~clouddocs)[\\/]/i],
];

/** The service that synchronises a folder, or `network` for a shared one; null for a plain local folder. */
export function syncServiceOf(folder: string): string | null {
  const path = `${folder}/`;
  if (/^(\\\\|\/\/)[^\\/]/.test(folder)) return 'network';
  return syncFolders.find(([, pattern]) => pattern.test(path))?.[0] ?? null;
}

export async function readAll(ctx: ReadContext): Promise<Output<'settings.get'>> {
  const { isSetUp } = await readSettings(ctx.db);
  return {
    settings: ctx.settings,
    isSetUp,
    isSample: ctx.shop.isSample,
    today: ctx.today,
    dataFolder: ctx.shop.paths.folder,
    syncedBy: syncServiceOf(ctx.shop.paths.folder),
    version: ctx.shop.appVersion,
    customers: await countCustomers(ctx.db),
    hasSales: await hasSales(ctx.db),
  };
}

/**
 * The shop's country, which the first start does not ask: where its money is from, else as guessed.
 * An owner in Yogyakarta whose laptop speaks American English still types Indonesian numbers.
 */
function countryOf(input: Parsed<'settings.update'>, guessed: string): string {
  const { country, currency } = input;
  return country ?? (currency === undefined ? null : countryOfCurrency(currency)) ?? guessed;
}

/** Stores what is given and answers with all of it. The figures follow in the task process. */
export async function updateSettings(
  ctx: WriteContext,
  input: Parsed<'settings.update'>,
): Promise<Output<'settings.update'>> {
  const { isSetUp } = await readSettings(ctx.db);
  // The first answer settles everything that was guessed till then.
  const isFirstAnswer = !isSetUp && input.shopName !== undefined;
  const country = countryOf(input, ctx.settings.country);
  await writeSettings(ctx.db, isFirstAnswer ? { ...ctx.settings, ...input, country } : input);
  return (await readSettings(ctx.db, ctx.settings)).settings;
}

export async function openDataFolder(ctx: ActionContext): Promise<null> {
  const isOpen = await ctx.platform.openFolder(ctx.shop.paths.folder);
  if (!isOpen) throw new AppFailure({ code: 'CONFLICT', reason: 'folder-no-program' });
  return null;
}

export async function openLink(
  ctx: ActionContext,
  input: Parsed<'settings.openLink'>,
): Promise<null> {
  const outcome = await ctx.platform.openLink(input.url);
  if (outcome !== 'opened') throw new AppFailure({ code: 'CONFLICT', reason: `link-${outcome}` });
  return null;
}

export async function moveDataFolder(
  ctx: ActionContext,
): Promise<Output<'settings.moveDataFolder'>> {
  const folder = await ctx.platform.dialogs.chooseDataFolder();
  return folder === null ? null : ctx.moveTo(folder);
}
