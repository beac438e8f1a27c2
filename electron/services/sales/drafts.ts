import { readDrafts, writeDrafts } from '#db/queries/sales/drafts.ts';
import type { Output, Parsed } from '#shared/contract/index.ts';
import { mostDrafts } from '#shared/contract/sales/drafts.ts';
import { AppFailure } from '#shared/errors.ts';
import type { ReadContext, WriteContext } from '../../context.ts';

async function keepDraft(
  ctx: WriteContext,
  { draft }: Parsed<'sales.keepDraft'>,
): Promise<Output<'sales.keepDraft'>> {
  const kept = await readDrafts(ctx.db);
  const isKept = kept.some(({ id }) => id === draft.id);
  if (!isKept && kept.length >= mostDrafts)
    throw new AppFailure({ code: 'CONFLICT', reason: 'drafts-many' });
  const others = kept.filter(({ id }) => id !== draft.id);
  await writeDrafts(
    ctx.db,
    [...others, draft].sort((one, other) => one.id - other.id),
  );
  return {};
}

async function dropDraft(
  ctx: WriteContext,
  { id }: Parsed<'sales.dropDraft'>,
): Promise<Output<'sales.dropDraft'>> {
  const kept = await readDrafts(ctx.db);
  const left = kept.filter((one) => one.id !== id);
  if (left.length < kept.length) await writeDrafts(ctx.db, left);
  return {};
}

/** What main does for each channel of sales that are half-typed. */
export const salesDraftHandlers = {
  'sales.drafts': async (ctx: ReadContext): Promise<Output<'sales.drafts'>> => ({
    drafts: await readDrafts(ctx.db),
  }),
  'sales.keepDraft': keepDraft,
  'sales.dropDraft': dropDraft,
};
