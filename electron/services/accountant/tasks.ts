import { PackRows } from '#db/staging/pack-rows.ts';
import type { Output, Parsed } from '#shared/contract/index.ts';
import type { ReadContext, TaskContext } from '../../context.ts';
import type { PackPlace } from '../../tasks/prepared.ts';
import { asReport } from '../../tasks/report.ts';
import { dropUnfinished } from '../exports/everything/unfinished.ts';
import { figuresOf } from './figures.ts';
import { keepPack } from './keep-pack.ts';
import { type MadePack, makePack } from './make-pack.ts';
import { shopTemplates, templatesFolder } from './templates/shop-templates.ts';

async function templatesOf(ctx: ReadContext): Promise<Output<'accountant.templates'>> {
  const { folder } = ctx.shop.paths;
  const { templates, broken } = await shopTemplates(folder);
  return {
    templates: templates.map(({ id, name }) => ({ id, name })),
    broken: [...broken],
    folder: templatesFolder(folder),
  };
}

async function keepMade(
  ctx: TaskContext,
  { period }: Parsed<'accountant.makePack'>,
  made: MadePack,
  rows: PackRows,
): Promise<void> {
  const facts = {
    ...period,
    madeAt: ctx.clock.instant(),
    hash: made.hash,
    folder: made.path,
    files: made.files.map(({ name }) => name),
    totals: made.figures,
    appVersion: ctx.shop.appVersion,
  };
  await keepPack(ctx, facts, rows);
}

async function packInto(
  ctx: TaskContext,
  request: Parsed<'accountant.makePack'>,
  place: PackPlace,
): Promise<Output<'accountant.makePack'>> {
  const rows = new PackRows(place.rows);
  try {
    const made = await makePack(ctx, request, { ...place, rows });
    await keepMade(ctx, request, made, rows);
    const { path, files, hash, templates } = made;
    return {
      path,
      files: [...files],
      hash,
      templates: templates.map((one) => ({ ...one, files: [...one.files] })),
    };
  } finally {
    rows.close();
    // What cannot be removed now, main removes, or the next start.
    await dropUnfinished(place.rows).catch(() => ctx.log.error('carrier not removed'));
  }
}

/** What the task process does for this area. */
export const accountantTasks = {
  'accountant.figures': asReport(figuresOf),
  'accountant.templates': asReport(templatesOf),
  'accountant.makePack': packInto,
};
