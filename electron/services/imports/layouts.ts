import { findLayout, listLayouts, rewriteLayout } from '#db/queries/imports/layouts.ts';
import type { Output, Parsed } from '#shared/contract/index.ts';
import { notFound } from '#shared/errors.ts';
import type { ReadContext, WriteContext } from '../../context.ts';
import type { LayoutChoices } from './layout-choices.ts';

async function shownLayouts(ctx: ReadContext): Promise<Output<'imports.layouts'>> {
  const layouts = (await listLayouts(ctx.db)).map(({ choices, ...kept }) => {
    const { headers, fields, readings, name, forgottenAt } = JSON.parse(choices) as LayoutChoices;
    return {
      ...kept,
      name: name ?? null,
      titles: [...(headers ?? [])],
      fields: [...fields],
      answers: Object.keys(readings).length,
      forgottenAt: forgottenAt ?? null,
    };
  });
  const used = layouts.filter(({ forgottenAt }) => forgottenAt === null);
  return [...used, ...layouts.filter(({ forgottenAt }) => forgottenAt !== null)];
}

/** Rewrites one layout. Fails with NOT_FOUND where there is none of this key. */
function change(
  ctx: WriteContext,
  key: string,
  changed: (choices: LayoutChoices) => LayoutChoices,
): null {
  const before = findLayout(ctx.raw, key);
  if (before === null) throw notFound('layout');
  rewriteLayout(ctx.raw, key, JSON.stringify(changed(JSON.parse(before) as LayoutChoices)));
  return null;
}

/** The layouts that imports remember: their names, and which of them are used. */
export const layoutHandlers = {
  'imports.layouts': shownLayouts,
  'imports.nameLayout': async (ctx: WriteContext, input: Parsed<'imports.nameLayout'>) =>
    change(ctx, input.key, ({ name: _, ...choices }) =>
      input.name === '' ? choices : { ...choices, name: input.name },
    ),
  'imports.forgetLayout': async (ctx: WriteContext, input: Parsed<'imports.forgetLayout'>) =>
    change(ctx, input.key, ({ forgottenAt: _, ...choices }) =>
      input.isForgotten ? { ...choices, forgottenAt: ctx.clock.instant() } : choices,
    ),
};
