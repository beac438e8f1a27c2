import { findLayout, listLayouts, rewriteLayout } from '#db/queries/imports/layouts.ts';
import type { Output, Parsed } from '#shared/contract/index.ts';
import { notFound } from '#shared/errors.ts';
import type { ReadContext, WriteContext } from '../../context.ts';
import type { LayoutChoices } from './layout-choices.ts';

/** Of how many things its owner wants to be asked each time: changes to the rows, columns, who is there. */
function askedOf({ steps = [], asks = [], existing }: LayoutChoices): number {
  const changes = steps.filter(({ memory }) => memory === 'ask').length;
  return changes + asks.length + Number(existing?.memory === 'ask');
}

async function shownLayouts(ctx: ReadContext): Promise<Output<'imports.layouts'>> {
  const layouts = (await listLayouts(ctx.db)).map(({ choices, ...kept }) => {
    const layout = JSON.parse(choices) as LayoutChoices;
    const { headers, fields, readings, name, forgottenAt, steps = [] } = layout;
    return {
      ...kept,
      name: name ?? null,
      titles: [...(headers ?? [])],
      fields: [...fields],
      answers: Object.keys(readings).length,
      changes: steps.length,
      asked: askedOf(layout),
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
