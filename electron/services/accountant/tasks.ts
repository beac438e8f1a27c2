import type { Output, Parsed } from '#shared/contract/index.ts';
import type { ReadContext, TaskContext } from '../../context.ts';
import type { ChosenPath } from '../../tasks/prepared.ts';
import { asReport } from '../../tasks/report.ts';
import { figuresOf } from './figures.ts';
import { keepPack } from './keep-pack.ts';
import { makePack } from './make-pack.ts';
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

async function packInto(
  ctx: TaskContext,
  request: Parsed<'accountant.makePack'>,
  { path: folder }: ChosenPath,
): Promise<Output<'accountant.makePack'>> {
  const made = await makePack(ctx, request, folder);
  const { path, files, hash, figures, entries, templates } = made;
  const facts = {
    ...request.period,
    madeAt: ctx.clock.instant(),
    hash,
    folder: path,
    files: files.map(({ name }) => name),
    totals: figures,
    appVersion: ctx.shop.appVersion,
  };
  await keepPack(ctx, facts, entries);
  return {
    path,
    files: [...files],
    hash,
    templates: templates.map((one) => ({ ...one, files: [...one.files] })),
  };
}

/** What the task process does for this area. */
export const accountantTasks = {
  'accountant.figures': asReport(figuresOf),
  'accountant.templates': asReport(templatesOf),
  'accountant.makePack': packInto,
};
