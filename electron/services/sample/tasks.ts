import { rename, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { openConnection } from '#db/file/client.ts';
import { countCustomers } from '#db/queries/customers/read.ts';
import { describeProducts } from '#db/queries/products.ts';
import { readSettings, writeSettings } from '#db/queries/settings.ts';
import type { Output } from '#shared/contract/index.ts';
import type { ShopSettings } from '#shared/contract/settings.ts';
import type { ShopFacts, TaskContext } from '../../context.ts';
import { createDatabase } from '../../shop.ts';
import { addChosenFiles } from '../imports/draft-files.ts';
import { importTasks } from '../imports/tasks.ts';
import { generateSampleShop, type SampleFiles } from './generate/sample-shop.ts';
import { buildingSite } from './paths.ts';
import { writeSampleFiles } from './write-files.ts';

/** One seed for everybody: the pictures, the tests and every first look show the same shop. */
const seed = 1;
const shopName = 'Sekar Pagi';
/** A coffee shop's share left after the cost of its goods, in percent; believable, not measured. */
const marginPercent = 45;
/** Rp 60.000 a year: a card at Lebaran, a few messages, a tasting. Minor units. */
const keepingCostMinor = 6_000_000;

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
    sample.products.map(({ name, category, cost }) => ({ name, category, costMinor: cost * 100 })),
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
  _input: unknown,
  shop: ShopFacts,
): Promise<Output<'sample.open'>> {
  const site = buildingSite(shop);
  ctx.progress('generating', 0, 0);
  const { settings } = await readSettings(ctx.open().db);
  await rm(site.paths.folder, { recursive: true, force: true });
  try {
    const built = await buildSample(ctx, site, settings);
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
  const sample = generateSampleShop({ seed, today: ctx.clock.today() });
  await createDatabase(site);
  const connection = openConnection(site.paths.database);
  try {
    const own = { shopName, currency: 'IDR', country: 'ID', marginPercent, keepingCostMinor };
    await connection.db.transaction().execute((db) => writeSettings(db, { ...settings, ...own }));
    const inside: TaskContext = { ...ctx, shop: site, open: () => connection };
    const sales = await fillSample(inside, sample);
    await rm(join(site.paths.folder, 'files'), { recursive: true, force: true });
    await rm(site.paths.staging, { recursive: true, force: true });
    return { customers: await countCustomers(connection.db), sales };
  } finally {
    await connection.close();
  }
}

/** Writes the sample shop's files and starts a draft with them, to try the wizard on. */
async function useSampleFiles(ctx: TaskContext): Promise<Output<'imports.useSampleFiles'>> {
  ctx.progress('generating', 0, 0);
  const sample = generateSampleShop({ seed, today: ctx.clock.today() });
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
