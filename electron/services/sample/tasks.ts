import { rename, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { openConnection } from '#db/file/client.ts';
import { countCustomers } from '#db/queries/customers/read.ts';
import { describeProducts } from '#db/queries/products.ts';
import { readSettings, writeSettings } from '#db/queries/settings.ts';
import type { Output, Parsed } from '#shared/contract/index.ts';
import type { ShopSettings } from '#shared/contract/settings.ts';
import type { ShopFacts, TaskContext } from '../../context.ts';
import { createDatabase } from '../../shop.ts';
import { addChosenFiles } from '../imports/draft-files.ts';
import { importTasks } from '../imports/tasks.ts';
import type { SamplePlace } from './generate/place/place.ts';
import { placeOf } from './generate/place/place-of.ts';
import { generateSampleShop, type SampleFiles } from './generate/sample-shop.ts';
import { buildingSite } from './paths.ts';
import { writeSampleFiles } from './write-files.ts';
import { writeNotes } from './write-notes.ts';

/** One seed for everybody: the pictures, the tests and every first look show the same shop. */
const seed = 1;
/** A coffee shop's share left after the cost of its goods, in percent; believable, not measured. */
const marginPercent = 45;

async function importFiles(ctx: TaskContext, paths: readonly string[]): Promise<number> {
  const place = { staging: ctx.shop.paths.staging, ids: ctx.ids };
  const { draftId } = await addChosenFiles(place, null, paths);
  await importTasks['imports.inspect'](ctx, { draftId }, null);
  const { report } = await importTasks['imports.commit'](ctx, { draftId }, null);
  return report.sales.added;
}

async function fillSample(ctx: TaskContext, sample: SampleFiles): Promise<number> {
  const folder = join(ctx.shop.paths.folder, 'files');
  const paths = await writeSampleFiles(sample.files, folder, ctx.signal);
  const sales = await importFiles(ctx, paths);
  describeProducts(
    ctx.open().raw,
    sample.products.map(({ name, category, cost }) => ({ name, category, costMinor: cost })),
  );
  return sales;
}

/**
 * Builds the sample shop from its own messy files, through the very import that a shop owner's files
 * take, into a folder of its own. What was there before is deleted first; what is stopped half way
 * leaves nothing.
 */
async function openSample(
  ctx: TaskContext,
  { language }: Parsed<'sample.open'>,
  shop: ShopFacts,
): Promise<Output<'sample.open'>> {
  const site = buildingSite(shop);
  ctx.progress('generating', 0, 0);
  const { settings } = await readSettings(ctx.open().db);
  await rm(site.paths.folder, { recursive: true, force: true });
  try {
    const own = { ...settings, language: language ?? settings.language };
    const built = await buildSample(ctx, site, own);
    await rm(shop.paths.folder, { recursive: true, force: true });
    await rename(site.paths.folder, shop.paths.folder);
    return built;
  } finally {
    await rm(site.paths.folder, { recursive: true, force: true });
  }
}

async function buildSample(
  ctx: TaskContext,
  site: ShopFacts,
  settings: ShopSettings,
): Promise<Output<'sample.open'>> {
  const today = ctx.clock.today();
  const place = placeOf(settings.language);
  const sample = generateSampleShop({ seed, today, language: settings.language });
  await createDatabase(site);
  const connection = openConnection(site.paths.database);
  try {
    const own = { ...settings, ...ownSettings(place, today) };
    await connection.db.transaction().execute((db) => writeSettings(db, own));
    const inside: TaskContext = { ...ctx, shop: site, open: () => connection };
    const sales = await fillSample(inside, sample);
    await writeNotes(inside, own, place);
    await rm(join(site.paths.folder, 'files'), { recursive: true, force: true });
    await rm(site.paths.staging, { recursive: true, force: true });
    return { customers: await countCustomers(connection.db), sales };
  } finally {
    await connection.close();
  }
}

/** What the sample shop has settled otherwise than its owner. */
function ownSettings(place: SamplePlace, today: string): Partial<ShopSettings> {
  const { currency, keepingCostMinor, authorityMinor } = place.money;
  return {
    ...{ shopName: place.shopName, country: place.country, currency, marginPercent },
    ...{ keepingCostMinor, authorityMinor, holidays: place.calendar.holidays(today) },
  };
}

/** Writes the sample shop's files and starts a draft with them, to try the wizard on. */
async function useSampleFiles(ctx: TaskContext): Promise<Output<'imports.useSampleFiles'>> {
  ctx.progress('generating', 0, 0);
  const { language, country } = (await readSettings(ctx.open().db)).settings;
  const sample = generateSampleShop({ seed, today: ctx.clock.today(), language, country });
  const folder = join(ctx.shop.paths.staging, 'sample-files');
  const paths = await writeSampleFiles(sample.files, folder, ctx.signal);
  const place = { staging: ctx.shop.paths.staging, ids: ctx.ids };
  const { draftId } = await addChosenFiles(place, null, paths);
  return { draftId };
}

export const sampleTasks = {
  'sample.open': openSample,
  'imports.useSampleFiles': useSampleFiles,
};
